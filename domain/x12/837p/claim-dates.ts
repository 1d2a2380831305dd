/** Dates of a claim and their DTP01 (loop 2300). */
export const claimDateQualifiers = {
  onset: '431',
  initialTreatment: '454',
  lastSeen: '304',
  acuteManifestation: '453',
  accident: '439',
  lastMenstrualPeriod: '484',
  lastXRay: '455',
  visionPrescription: '471',
  disability: '314',
  disabilityStart: '360',
  disabilityEnd: '361',
  lastWorked: '297',
  returnToWork: '296',
  admission: '435',
  discharge: '096',
  assumedCare: '090',
  relinquishedCare: '091',
  firstContact: '444',
  repricerReceived: '050',
} as const;

export type ClaimDateKind = keyof typeof claimDateQualifiers;

/** Dates of a service line besides the date of service, and their DTP01 (loop 2400). */
export const lineDateQualifiers = {
  prescription: '471',
  recertification: '607',
  therapyBegin: '463',
  lastCertification: '461',
  lastSeen: '304',
  hemoglobinTest: '738',
  creatinineTest: '739',
  shipped: '011',
  lastXRay: '455',
  initialTreatment: '454',
} as const;

export type LineDateKind = keyof typeof lineDateQualifiers;
