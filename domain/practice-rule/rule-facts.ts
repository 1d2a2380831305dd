import { withoutDot } from '../coding/diagnosis-code-set.js';
import { yearsBetween } from '../kernel/plain-date.js';
import { payerClassSchema } from '../payer/payer-profile.js';
import type { ScrubFact, ScrubInput } from '../scrubbing/scrub-edit.js';
import { clinicianTypeSchema, modalitySchema, serviceKindSchema } from '../visit/visit.js';

/** A fact's value for a claim; null when the claim does not say. */
export type FactValue = string | number | boolean | readonly string[] | null;

interface Fact<Kind extends string, Value> {
  readonly kind: Kind;
  /** What it is, and in what unit. */
  readonly about: string;
  /** All values there are, where they can be listed. */
  readonly values?: readonly string[];
  /** What it is read from besides the visit's own facts: without it the value says nothing. */
  readonly needs?: ScrubFact;
  read(input: ScrubInput): Value | null;
}

/** Something a practice's own rule may ask of a claim. No names, birth dates or member ids are among them. */
export type RuleFact =
  | Fact<'text', string>
  | Fact<'date', string>
  | Fact<'number', number>
  | Fact<'yes_no', boolean>
  | Fact<'list', readonly string[]>;

/** The facts by name: stable, since rules of practices are kept in their words. */
const ruleFacts = {
  'payer.code': { kind: 'text', about: 'our code of the payer', read: ({ payer }) => payer.code },
  'payer.class': {
    kind: 'text',
    about: 'what kind of plan pays',
    values: payerClassSchema.options,
    read: ({ payer }) => payer.payerClass,
  },
  'payer.state': { kind: 'text', about: 'state of the payer’s program', read: ({ payer }) => payer.state ?? null },
  'visit.dateOfService': { kind: 'date', about: 'day of the visit', read: ({ visit }) => visit.dateOfService },
  'visit.serviceKind': {
    kind: 'text',
    about: 'what the visit was for',
    values: serviceKindSchema.options,
    read: ({ visit }) => visit.serviceKind,
  },
  'visit.modality': {
    kind: 'text',
    about: 'how patient and clinician met',
    values: modalitySchema.options,
    read: ({ visit }) => visit.modality,
  },
  'visit.audioOnlyReason': {
    kind: 'text',
    about: 'why there was no video',
    read: ({ visit }) => visit.audioOnlyReason ?? null,
  },
  'visit.totalMinutes': {
    kind: 'number',
    about: 'documented minutes',
    read: ({ visit }) => visit.totalMinutes ?? null,
  },
  'visit.medicalDecisionMaking': {
    kind: 'text',
    about: 'level of medical decision making',
    read: ({ visit }) => visit.medicalDecisionMaking ?? null,
  },
  'visit.newPatient': { kind: 'yes_no', about: 'the patient is new', read: ({ visit }) => visit.newPatient ?? null },
  'visit.patientState': {
    kind: 'text',
    about: 'state in which the patient was',
    read: ({ visit }) => visit.patientLocation.state,
  },
  'visit.patientSetting': {
    kind: 'text',
    about: 'where the patient was',
    values: ['home', 'other'],
    read: ({ visit }) => visit.patientLocation.setting,
  },
  'visit.patientAgeYears': {
    kind: 'number',
    needs: 'birth_date',
    about: 'age of the patient on the day of the visit, in whole years',
    read: ({ visit }) => yearsBetween(visit.patient.birthDate, visit.dateOfService),
  },
  'visit.clinicianType': {
    kind: 'text',
    about: 'profession of who treated',
    values: clinicianTypeSchema.options,
    read: ({ visit }) => visit.clinician.type,
  },
  'visit.clinicianNpi': {
    kind: 'text',
    needs: 'clinician',
    about: 'NPI of who treated',
    read: ({ visit }) => visit.clinician.npi,
  },
  'visit.consentRecorded': {
    kind: 'yes_no',
    about: 'consent to telehealth is on record',
    read: ({ visit }) => visit.telehealthConsent ?? null,
  },
  'visit.documentationPresent': {
    kind: 'yes_no',
    about: 'the note of the visit is there',
    read: ({ visit }) => visit.documentation?.present ?? null,
  },
  'visit.coverageCount': {
    kind: 'number',
    needs: 'coverage',
    about: 'insurances of the patient',
    read: ({ visit }) => visit.coverages.length,
  },
  'claim.placeOfService': { kind: 'text', about: 'place of service', read: ({ claim }) => claim.placeOfService },
  'claim.procedureCodes': {
    kind: 'list',
    about: 'procedure codes of all lines',
    read: ({ claim }) => claim.lines.map((line) => line.procedureCode),
  },
  'claim.modifiers': {
    kind: 'list',
    about: 'modifiers of all lines',
    read: ({ claim }) => claim.lines.flatMap((line) => line.modifiers),
  },
  'claim.diagnosisCodes': {
    kind: 'list',
    needs: 'diagnoses',
    about: 'ICD-10-CM codes without the dot, the principal one first',
    read: ({ claim }) => claim.diagnoses.map(withoutDot),
  },
  'claim.lineCount': { kind: 'number', about: 'service lines', read: ({ claim }) => claim.lines.length },
  'claim.unitsMax': {
    kind: 'number',
    about: 'units of the line that has most',
    read: ({ claim }) => (claim.lines.length === 0 ? null : Math.max(...claim.lines.map((line) => line.units))),
  },
  'claim.chargeCents': {
    kind: 'number',
    needs: 'charges',
    about: 'charge of the claim in cents',
    read: ({ claim }) => claim.lines.reduce((sum, line) => sum + line.chargeCents, 0),
  },
  'claim.hasPriorAuthorization': {
    kind: 'yes_no',
    needs: 'authorization',
    about: 'a prior authorization number is on the claim',
    read: ({ claim }) => claim.priorAuthorizationNumber !== undefined,
  },
  'claim.hasReferral': {
    kind: 'yes_no',
    about: 'a referral number is on the claim',
    read: ({ claim }) => claim.referralNumber !== undefined,
  },
  'claim.frequencyCode': {
    kind: 'text',
    about: 'original 1, replacement 7, void 8',
    values: ['1', '7', '8'],
    read: ({ frequencyCode }) => frequencyCode,
  },
  'coverage.status': {
    kind: 'text',
    needs: 'eligibility',
    about: 'what the payer said of the coverage',
    values: ['active', 'inactive', 'not_found', 'rejected', 'unknown'],
    read: ({ eligibility }) => eligibility?.status ?? null,
  },
  'coverage.telehealthBenefit': {
    kind: 'text',
    needs: 'eligibility',
    about: 'what the payer said of telehealth',
    values: ['covered', 'not_covered', 'not_stated'],
    read: ({ eligibility }) => eligibility?.telehealthBenefit ?? null,
  },
  'coverage.inNetwork': {
    kind: 'text',
    needs: 'eligibility',
    about: 'whether we are in the plan’s network',
    values: ['yes', 'no', 'not_stated'],
    read: ({ eligibility }) => eligibility?.inNetwork ?? null,
  },
} as const satisfies Readonly<Record<string, RuleFact>>;

const factsByName: ReadonlyMap<string, RuleFact> = new Map(Object.entries(ruleFacts));

/** The names of all facts. */
export const ruleFactNames: readonly string[] = Object.keys(ruleFacts);

/** The fact of a name, or undefined. */
export function ruleFact(name: string): RuleFact | undefined {
  return factsByName.get(name);
}

/** All facts, for pages and lists. */
export function listRuleFacts() {
  return [...factsByName].map(([name, { kind, about, values = [] }]) => ({ name, kind, about, values }));
}
