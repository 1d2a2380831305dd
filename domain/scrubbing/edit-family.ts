/** The families of the catalogue, in the order in which a claim is judged, with the words people know them by. */
export const editFamilies = {
  patient_and_subscriber: 'Patient and subscriber',
  provider: 'Provider',
  payer_and_coverage: 'Payer and coverage',
  coordination_of_benefits: 'Coordination of benefits',
  diagnosis: 'Diagnosis',
  procedure: 'Code validity at the date of service',
  pairs_and_units: 'Code pairs and units',
  time_and_documentation: 'Time and documentation',
  telehealth: 'Telehealth modality, place of service and modifiers',
  communication_and_monitoring: 'Communication technology and remote monitoring',
  medicare: 'Medicare',
  state_and_consent: 'State and consent',
  licence_and_enrolment: 'Licence and enrolment',
  filing: 'Timely filing',
  duplicates: 'Duplicates within our own book',
  money: 'Money',
} as const;

export type EditFamily = keyof typeof editFamilies;
