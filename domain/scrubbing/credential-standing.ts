import { authorityToPractise, type PracticeAuthority } from '../credential/authority-to-practise.js';
import { type EnrolmentStanding, payerEnrolmentOn } from '../credential/payer-enrolment-on.js';
import type { ScrubInput } from './scrub-edit.js';

/** What the credentials say of one claim; null where nothing is to be judged by them. */
interface CredentialStanding {
  readonly authority: PracticeAuthority | null;
  readonly enrolment: EnrolmentStanding | null;
}

/** Several edits ask the same of one claim, so the answer is kept as long as its input is. */
const known = new WeakMap<ScrubInput, CredentialStanding>();

/** Judges the claim by the clinician's credentials: by none when the practice keeps none, and by no enrolment when the patient pays. */
export function credentialStanding(input: ScrubInput): CredentialStanding {
  const found = known.get(input);
  if (found !== undefined) return found;
  const standing = judge(input);
  known.set(input, standing);
  return standing;
}

function judge({ credentials, visit, payer }: ScrubInput): CredentialStanding {
  if (credentials === undefined) return { authority: null, enrolment: null };
  const { clinician, clinicianLocation, dateOfService, patientLocation } = visit;
  return {
    authority: authorityToPractise(credentials, clinician.type, patientLocation.state, dateOfService),
    enrolment:
      payer.payerClass === 'self_pay'
        ? null
        : payerEnrolmentOn(credentials, payer.code, clinicianLocation?.state, dateOfService),
  };
}
