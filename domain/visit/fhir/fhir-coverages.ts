import type { VisitInput } from '../visit.js';
import type { EncounterContext } from './encounter-context.js';
import { codingsOf } from './fhir-elements.js';
import { type Extracted, fhirFinding } from './extracted.js';
import type { Finding } from '../../kernel/finding.js';
import { personOf } from './fhir-person.js';
import { dateOf } from './encounter-time.js';
import type { EntryOf } from './reference-index.js';

type CoverageInput = VisitInput['coverages'][number];
type Relationship = CoverageInput['relationship'];

const ranks = ['primary', 'secondary', 'tertiary'] as const;
const noInsurance = 'NO_INSURANCE';

function relationshipOf({ resource }: EntryOf<'Coverage'>): Relationship {
  const code = codingsOf(resource.relationship ? [resource.relationship] : [])[0]?.code;
  if (code === 'spouse' || code === 'child' || code === 'self') return code;
  return code === undefined || code === 'onself' ? 'self' : 'other';
}

function payerNameOf(coverage: EntryOf<'Coverage'>, { index }: EncounterContext): string | undefined {
  const payor = coverage.resource.payor?.[0];
  const name = index.find(payor, coverage, 'Organization')?.resource.name ?? payor?.display;
  return name?.trim() || undefined;
}

function memberIdOf({ resource }: EntryOf<'Coverage'>): string | undefined {
  const stated = resource.identifier?.find(({ type }) =>
    codingsOf(type ? [type] : []).some(({ code }) => code === 'MB'),
  );
  return (resource.subscriberId ?? stated?.value)?.trim() || undefined;
}

function groupNumberOf({ resource }: EntryOf<'Coverage'>): string | undefined {
  const group = resource.class?.find(({ type }) => codingsOf([type]).some(({ code }) => code === 'group'));
  return group?.value.trim() || undefined;
}

/** The subscriber of a patient who is not the subscriber; without one the claim can not be written (837P 2010BA). */
function subscriberOf(
  coverage: EntryOf<'Coverage'>,
  { index }: EncounterContext,
): Extracted<CoverageInput['subscriber']> {
  const { subscriber } = coverage.resource;
  const person = index.find(subscriber, coverage, 'Patient') ?? index.find(subscriber, coverage, 'RelatedPerson');
  if (person) {
    const read = personOf(person);
    const { medicalRecordNumber: _, ...value } = read.value;
    return { value, findings: read.findings };
  }
  const message = 'the patient is not the subscriber, and the subscriber is not in the set';
  const remedy = 'import the subscriber as a Patient or RelatedPerson';
  const where = `${coverage.location}, Coverage.subscriber`;
  return { value: undefined, findings: [fhirFinding('error', 'subscriber-missing', where, message, remedy)] };
}

function coverageOf(
  coverage: EntryOf<'Coverage'>,
  rank: CoverageInput['rank'],
  context: EncounterContext,
): Extracted<CoverageInput | undefined> {
  const fail = (code: string, field: string, message: string) => ({
    value: undefined,
    findings: [fhirFinding('error', code, `${coverage.location}, Coverage.${field}`, message, 'complete the coverage')],
  });
  const payerName = payerNameOf(coverage, context);
  if (payerName === undefined) return fail('payer-missing', 'payor', 'the coverage names no payer');
  const memberId = memberIdOf(coverage);
  if (memberId === undefined) return fail('member-id-missing', 'subscriberId', 'the coverage has no member id');
  const relationship = relationshipOf(coverage);
  const subscriber = relationship === 'self' ? { value: undefined, findings: [] } : subscriberOf(coverage, context);
  const groupNumber = groupNumberOf(coverage);
  const from = dateOf(coverage.resource.period?.start, 'UTC');
  const to = dateOf(coverage.resource.period?.end, 'UTC');
  const value = {
    rank,
    payerName: payerName.slice(0, 80),
    memberId,
    relationship,
    ...(groupNumber === undefined ? {} : { groupNumber: groupNumber.slice(0, 50) }),
    ...(subscriber.value ? { subscriber: subscriber.value } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  return { value, findings: subscriber.findings };
}

function isInForce({ resource }: EntryOf<'Coverage'>, date: string): boolean {
  const from = dateOf(resource.period?.start, 'UTC');
  const to = dateOf(resource.period?.end, 'UTC');
  return (from === undefined || from <= date) && (to === undefined || to >= date);
}

/** The claims a source made for the encounter, without those of a pharmacy, which bill another service. */
export function professionalClaims({ encounter, links }: EncounterContext): EntryOf<'Claim'>[] {
  return links.of(encounter, 'Claim').filter(({ resource }) => {
    const types = codingsOf(resource.type ? [resource.type] : []).map(({ code }) => code);
    return !types.includes('pharmacy') && resource.status !== 'cancelled' && resource.status !== 'entered-in-error';
  });
}

/** Coverage resources the encounter's own claims point at; for sources that send no beneficiary. */
function claimedCoverages(context: EncounterContext): EntryOf<'Coverage'>[] {
  return professionalClaims(context).flatMap((claim) =>
    (claim.resource.insurance ?? []).flatMap(({ coverage }) => context.index.find(coverage, claim, 'Coverage') ?? []),
  );
}

function claimedPayerNames(context: EncounterContext): string[] {
  return professionalClaims(context).flatMap((claim) =>
    (claim.resource.insurance ?? []).flatMap(({ coverage }) => coverage.display ?? []),
  );
}

/** The patient's coverages by order, those in force on the date of service; when none is, those that were, with a warning. */
function candidates(
  context: EncounterContext,
  ofPatient: readonly EntryOf<'Coverage'>[],
): Extracted<EntryOf<'Coverage'>[]> {
  const usable = [...new Set([...ofPatient, ...claimedCoverages(context)])].filter(({ resource }) => {
    const { status } = resource;
    return status !== 'cancelled' && status !== 'entered-in-error' && status !== 'draft';
  });
  const insured = usable.filter((coverage) => payerNameOf(coverage, context) !== noInsurance);
  const sorted = insured.sort((a, b) => (a.resource.order ?? 99) - (b.resource.order ?? 99));
  const inForce = sorted.filter((coverage) => isInForce(coverage, context.dateOfService));
  const first = sorted[0];
  if (inForce.length > 0 || !first) return { value: inForce, findings: [] };
  const message = 'no coverage is in force on the date of service; the others are kept for the eligibility check';
  const where = `${first.location}, Coverage.period`;
  return { value: sorted, findings: [fhirFinding('warning', 'coverage-not-in-force', where, message)] };
}

/** Why a visit comes without coverage, or which claim of the source contradicts the coverage. */
function contradictions(context: EncounterContext, found: number): Finding[] {
  const names = claimedPayerNames(context);
  const where = `${context.encounter.location}, Encounter`;
  const remedy = 'ask the patient for the insurance card, or bill the patient';
  if (found > 0) {
    if (!names.includes(noInsurance)) return [];
    const message = 'the source’s own claim says there is no insurance, but a coverage is in force; it is used';
    return [fhirFinding('warning', 'insurance-conflict', where, message, 'eligibility decides; check the answer')];
  }
  if (names.some((name) => name !== noInsurance)) {
    const message = 'the source’s claim names a payer, but there is no coverage with a member id';
    return [fhirFinding('error', 'member-id-missing', where, message, 'import the Coverage of the patient')];
  }
  return [fhirFinding('warning', 'no-coverage', where, 'the patient has no insurance in the set', remedy)];
}

/** Who pays, in order: Coverage resources of the patient, else those named by the encounter's Claim.insurance. */
export function coveragesOf(
  context: EncounterContext,
  ofPatient: readonly EntryOf<'Coverage'>[],
): Extracted<CoverageInput[]> {
  const chosen = candidates(context, ofPatient);
  const read = chosen.value.slice(0, ranks.length).map((coverage, position) => {
    return coverageOf(coverage, ranks[position] ?? 'tertiary', context);
  });
  const surplus = chosen.value.length - read.length;
  const where = `${context.encounter.location}, Encounter.subject`;
  const cut =
    surplus > 0 ? [fhirFinding('warning', 'coverages-many', where, `${surplus} coverages beyond the third`)] : [];
  return {
    value: read.flatMap(({ value }) => value ?? []),
    findings: [
      ...chosen.findings,
      ...read.flatMap(({ findings }) => findings),
      ...cut,
      ...contradictions(context, chosen.value.length),
    ],
  };
}
