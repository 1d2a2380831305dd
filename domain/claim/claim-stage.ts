/** Where a claim is on its way (design: intake → … → closed). */
export const claimStages = [
  'intake',
  'eligibility',
  'coding',
  'scrubbing',
  'submission',
  'acknowledgement',
  'adjudication',
  'posting',
  'patient_balance',
  'closed',
] as const;
