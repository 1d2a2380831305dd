import type { ClinicianType, ServiceKind, VisitInput } from '../visit.js';
import type { EncounterContext } from './encounter-context.js';
import { codingsOf } from './fhir-elements.js';
import { type Extracted, fhirFinding } from './extracted.js';
import { encounterTypeMeanings, isSnomed, postoperativeFollowUp } from './fhir-codes.js';

const kindsByProcedure: readonly (readonly [pattern: RegExp, kind: ServiceKind])[] = [
  [/^9083[247]$/, 'psychotherapy'],
  [/^9079[12]$/, 'psychiatric_evaluation'],
  [/^9780[234]$/, 'nutrition_therapy'],
  [/^(98016|G2012)$/, 'brief_check_in'],
  [/^(9920[2-5]|9921[1-5]|980(0\d|1[0-5]))$/, 'evaluation_and_management'],
];

function byProcedures(procedures: VisitInput['procedures']): ServiceKind | undefined {
  const codes = (procedures ?? []).map(({ code }) => code);
  const kinds = kindsByProcedure
    .filter(([pattern]) => codes.some((code) => pattern.test(code)))
    .map(([, kind]) => kind);
  return kinds.includes('evaluation_and_management') ? 'evaluation_and_management' : kinds[0];
}

function byType(codes: readonly string[]): ServiceKind | undefined {
  const kinds = codes.flatMap((code) => encounterTypeMeanings.get(code)?.serviceKind ?? []);
  return kinds.find((kind) => kind !== 'evaluation_and_management') ?? kinds[0];
}

/** Whether a clinician of this type bills evaluation and management; the others bill services of their own. */
const billsEvaluation: Record<ClinicianType, boolean> = {
  physician: true,
  nurse_practitioner: true,
  physician_assistant: true,
  clinical_nurse_specialist: true,
  certified_nurse_midwife: true,
  nurse_anesthetist: true,
  clinical_psychologist: false,
  clinical_social_worker: false,
  counselor: false,
  dietitian: false,
  therapist: false,
  physical_therapist: false,
  occupational_therapist: false,
  speech_language_pathologist: false,
  audiologist: false,
  pharmacist: false,
};

/** What the visit was for: by codes of the source, by type and reason, else by who rendered it; never guessed past that. */
export function serviceKindOf(
  context: EncounterContext,
  clinicianType: ClinicianType | undefined,
  procedures: VisitInput['procedures'],
): Extracted<ServiceKind> {
  const { encounter, links } = context;
  const where = `${encounter.location}, Encounter.type`;
  const performed = links.of(encounter, 'Procedure').flatMap(({ resource }) => resource.code ?? []);
  const types = codingsOf([...(encounter.resource.type ?? []), ...performed]).filter(isSnomed);
  const codes = types.map(({ code }) => code);
  const global = codes.includes(postoperativeFollowUp)
    ? [fhirFinding('warning', 'postoperative', where, 'a follow-up of an operation; it may fall in its global period')]
    : [];
  const coded = byProcedures(procedures);
  if (coded) return { value: coded, findings: global };
  const remedy = 'a coder decides from the note';
  const typed = byType(codes);
  if (
    clinicianType !== undefined &&
    !billsEvaluation[clinicianType] &&
    (typed ?? 'evaluation_and_management') === 'evaluation_and_management'
  ) {
    const message =
      'no code says which service was rendered, and this type of clinician bills no evaluation and management';
    return {
      value: 'unknown',
      findings: [...global, fhirFinding('warning', 'service-kind-unknown', where, message, remedy)],
    };
  }
  if (typed) return { value: typed, findings: global };
  const message = 'no code says which service was rendered; evaluation and management is assumed';
  const inferred = fhirFinding('warning', 'service-kind-inferred', where, message, remedy);
  return { value: 'evaluation_and_management', findings: [...global, inferred] };
}
