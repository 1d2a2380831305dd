import type { OtherPayer } from '../../domain/x12/837p/other-payer.js';
import type { ProfessionalClaim } from '../../domain/x12/837p/professional-claim.js';
import type { ProfessionalClaimBatch } from '../../domain/x12/837p/professional-claim-batch.js';
import type { ProfessionalServiceLine } from '../../domain/x12/837p/professional-service-line.js';
import type { PatientSecrets } from './patient-secrets.js';

/** The same batch with each value of a patient changed for a secret; what was absent stays absent. */
export function claimsWithSecrets(batch: ProfessionalClaimBatch, secrets: PatientSecrets): ProfessionalClaimBatch {
  return {
    ...batch,
    billingProviders: batch.billingProviders.map((provider) => ({
      ...provider,
      claims: provider.claims.map((claim) => claimWithSecrets(claim, secrets)),
    })),
  };
}

function claimWithSecrets(claim: ProfessionalClaim, secrets: PatientSecrets): ProfessionalClaim {
  const { subscriber, patient } = claim;
  return {
    ...claim,
    subscriber: {
      ...subscriber,
      party: secrets.person('MI'),
      references: subscriber.references
        .filter(({ qualifier }) => qualifier !== 'SY')
        .map(({ qualifier }) => secrets.identifier(qualifier)),
      ...(subscriber.groupNumber === undefined ? {} : { groupNumber: secrets.text() }),
      ...(subscriber.groupName === undefined ? {} : { groupName: secrets.text() }),
      ...(subscriber.address === undefined ? {} : { address: secrets.address() }),
      ...(subscriber.birthDate === undefined ? {} : { birthDate: secrets.date() }),
      ...(subscriber.patientFacts === undefined ? {} : { patientFacts: { deathDate: secrets.date() } }),
    },
    ...(patient === undefined
      ? {}
      : {
          patient: {
            ...patient,
            party: secrets.person(),
            address: secrets.address(),
            birthDate: secrets.date(),
            references: patient.references
              .filter(({ qualifier }) => qualifier !== 'SY')
              .map(({ qualifier }) => secrets.identifier(qualifier)),
          },
        }),
    patientControlNumber: secrets.text(),
    ...(claim.payerClaimControlNumber === undefined ? {} : { payerClaimControlNumber: secrets.text() }),
    ...(claim.priorAuthorizationNumber === undefined ? {} : { priorAuthorizationNumber: secrets.text() }),
    ...(claim.referralNumber === undefined ? {} : { referralNumber: secrets.text() }),
    ...(claim.clearinghouseClaimId === undefined ? {} : { clearinghouseClaimId: secrets.text() }),
    ...(claim.medicalRecordNumber === undefined ? {} : { medicalRecordNumber: secrets.text() }),
    ...(claim.note === undefined ? {} : { note: { code: claim.note.code, text: secrets.text() } }),
    fixedFormatInformation: claim.fixedFormatInformation.map(() => secrets.text()),
    otherPayers: claim.otherPayers.map((payer) => otherPayerWithSecrets(payer, secrets)),
    lines: claim.lines.map((line) => lineWithSecrets(line, secrets)),
  };
}

function otherPayerWithSecrets(payer: OtherPayer, secrets: PatientSecrets): OtherPayer {
  return {
    ...payer,
    subscriber: secrets.person('MI'),
    subscriberReferences: [],
    ...(payer.groupNumber === undefined ? {} : { groupNumber: secrets.text() }),
    ...(payer.groupName === undefined ? {} : { groupName: secrets.text() }),
    ...(payer.subscriberAddress === undefined ? {} : { subscriberAddress: secrets.address() }),
    ...(payer.claimControlNumber === undefined ? {} : { claimControlNumber: secrets.text() }),
  };
}

function lineWithSecrets(line: ProfessionalServiceLine, secrets: PatientSecrets): ProfessionalServiceLine {
  return {
    ...line,
    procedure: { ...line.procedure, description: secrets.text() },
    notes: line.notes.map(({ code }) => ({ code, text: secrets.text() })),
    fixedFormatInformation: line.fixedFormatInformation.map(() => secrets.text()),
    ...(line.lineControlNumber === undefined ? {} : { lineControlNumber: secrets.text() }),
  };
}
