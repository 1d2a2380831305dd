import { addDays, type PlainDate } from '../../domain/kernel/plain-date.js';
import { type SeededRandom, seededRandom } from '../../domain/kernel/seeded-random.js';
import type { VisitInput } from '../../domain/visit/visit.js';
import { type DemonstrationPayerCode, demonstrationPayers } from './demonstration-payers.js';
import { demonstrationClinicians } from './demonstration-practice.js';
import { syntheticChildOf, syntheticPerson } from './synthetic-people.js';
import { apportionKinds, demonstrationMix, type VisitKind, type VisitMix } from './visit-kinds.js';
import { type VisitPlan, visitPlans } from './visit-plans.js';

export type GenerateVisitsOptions = {
  readonly seed: string;
  readonly count: number;
  /** Dates of service lie in the 14 days before it. */
  readonly today: PlainDate;
  /** Kinds by weight; the demonstration's own mix when left out. */
  readonly mix?: VisitMix;
};

/** A visit and what it is there to show. */
export type GeneratedVisit = { readonly kind: VisitKind; readonly visit: VisitInput };

const source = 'demonstration';

/** Synthetic telemedicine visits. The same options give the same visits, source ids included; every one passes the visit schema. */
export function generateVisits({
  seed,
  count,
  today,
  mix = demonstrationMix,
}: GenerateVisitsOptions): GeneratedVisit[] {
  const kinds = seededRandom(`${seed}/order`).shuffle(apportionKinds(count, mix));
  const made = new Map<VisitKind, number>();
  return kinds.map((kind, position) => {
    const turn = made.get(kind) ?? 0;
    made.set(kind, turn + 1);
    const random = seededRandom(`${seed}/visit/${position + 1}`);
    return { kind, visit: generateVisit(random, visitPlans[kind], { seed, today, position, turn }) };
  });
}

type Turn = { readonly seed: string; readonly today: PlainDate; readonly position: number; readonly turn: number };

function generateVisit(random: SeededRandom, plan: VisitPlan, turn: Turn): VisitInput {
  const payerCode = plan.payers[turn.turn % plan.payers.length] ?? 'summit-health';
  const payer = demonstrationPayers[payerCode];
  const state = random.pick(payer.states);
  const { today } = turn;
  const insured = syntheticPerson(random, { state, ageMin: payer.ageMin, ageMax: payer.ageMax, today });
  const patient = plan.child ? syntheticChildOf(random, insured, today) : insured;
  const sequence = String(turn.position + 1).padStart(5, '0');
  const { clinician, ...service } = plan.service(random);
  return {
    source,
    sourceId: `${turn.seed}-${sequence}`,
    dateOfService: addDays(today, -random.integer(1, 14)),
    ...service,
    ...modalityFields(random, plan),
    patient: { ...patient, medicalRecordNumber: `MRN${random.digits(4)}${sequence}` },
    patientLocation: {
      setting: settingOf(random, plan),
      state,
      ...(patient.address ? { zip: patient.address.zip } : {}),
    },
    clinician: demonstrationClinicians[clinician],
    coverages: [coverage(random, plan, payerCode, insured)],
    telehealthConsent: plan.consent ?? true,
    documentation: { present: true, sha256: noteHash(random) },
  };
}

function modalityFields(random: SeededRandom, plan: VisitPlan): Pick<VisitInput, 'modality' | 'audioOnlyReason'> {
  if (plan.modality === undefined) return { modality: 'audio_video' };
  return {
    modality: plan.modality,
    audioOnlyReason: random.pick(['patient_no_device', 'patient_declined_video'] as const),
  };
}

function settingOf(random: SeededRandom, plan: VisitPlan): 'home' | 'other' {
  return plan.setting ?? (random.chance(0.85) ? 'home' : 'other');
}

function coverage(
  random: SeededRandom,
  plan: VisitPlan,
  payerCode: DemonstrationPayerCode,
  insured: VisitInput['patient'],
): VisitInput['coverages'][number] {
  const payer = demonstrationPayers[payerCode];
  const plainId = payer.memberId(random);
  const memberId = plan.memberIdPrefix === undefined ? plainId : `${plan.memberIdPrefix}${random.digits(6)}`;
  return {
    rank: 'primary',
    payerCode,
    payerName: payer.name,
    memberId,
    ...(payer.groupNumber ? { groupNumber: `GRP${random.digits(5)}` } : {}),
    ...(plan.child ? { relationship: 'child', subscriber: insured } : { relationship: 'self' }),
  };
}

function noteHash(random: SeededRandom): string {
  return Array.from({ length: 64 }, () => random.integer(0, 15).toString(16)).join('');
}
