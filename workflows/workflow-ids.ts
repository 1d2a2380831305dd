/** Workflow ids, built and read in one place; opaque, no patient data. */
export function claimWorkflowId(claimId: string): string {
  return `claim:${claimId}`;
}

export function submissionBatchWorkflowId(practiceId: string, payerCode: string): string {
  return `submission-batch:${practiceId}:${payerCode}`;
}

export function remittanceIntakeWorkflowId(inboundFileId: string): string {
  return `remittance-intake:${inboundFileId}`;
}

export function inboundFilesWorkflowId(practiceId: string): string {
  return `inbound-files:${practiceId}`;
}

export function inboundFilesScheduleId(practiceId: string): string {
  return `inbound-files-schedule:${practiceId}`;
}
