import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import { isInForce } from '../payer/profile-in-force.js';
import { resolvePayer } from '../payer/resolve-payer.js';
import { missingFact } from './missing-facts.js';
import type { MissingFact } from './visit-decision.js';
import type { VisitFacts } from './visit-facts.js';

/** The payers that the facts can mean, at least one, or what must be said to know. */
export type PayersOfFacts =
  | { readonly kind: 'known'; readonly payers: readonly PayerProfile[]; readonly trace: TraceStep }
  | { readonly kind: 'missing'; readonly fact: MissingFact };

const source = 'the practice’s payer profiles';

/** Finds a payer by code or name as claims do, in the version of the date of service; a class of payer alone may leave several. */
export function payersOfFacts(versions: readonly PayerProfile[], facts: VisitFacts): PayersOfFacts {
  const { dateOfService } = facts;
  const profiles =
    dateOfService === undefined ? versions : versions.filter((version) => isInForce(version, dateOfService));
  const { code, name, class: payerClass } = facts.payer ?? {};
  if (code !== undefined || name !== undefined) return namedPayer(profiles, facts);
  if (payerClass !== undefined) return payersOfClass(profiles, facts);
  const why = 'the payer decides codes, modifiers and place of service; name it by code, name or class';
  return { kind: 'missing', fact: missingFact('payer', { why, source }) };
}

function namedPayer(profiles: readonly PayerProfile[], { payer, patientLocation }: VisitFacts): PayersOfFacts {
  const { code, name = '', state } = payer ?? {};
  const found = resolvePayer(profiles, { payerCode: code, payerName: name, state: state ?? patientLocation?.state });
  if (found.ok) return known([found.value], 'the payer named by the facts');
  const path =
    found.error.code === 'payer-ambiguous' ? 'payer.state' : code === undefined ? 'payer.name' : 'payer.code';
  const allowed = path === 'payer.state' ? statesOf(profiles) : profiles.map((profile) => profile.code);
  return { kind: 'missing', fact: missingFact(path, { why: found.error.message, source }, allowed) };
}

function payersOfClass(profiles: readonly PayerProfile[], { payer }: VisitFacts): PayersOfFacts {
  const { class: payerClass, state } = payer ?? {};
  const ofClass = profiles.filter((profile) => profile.payerClass === payerClass);
  const payers = ofClass.filter((profile) => state === undefined || (profile.state ?? state) === state);
  if (payers.length > 0) return known(payers, `the payers of class ${payerClass ?? ''}`);
  const path = ofClass.length === 0 || state !== undefined ? 'payer.code' : 'payer.state';
  const why =
    state === undefined
      ? `no payer profile of class ${payerClass ?? ''} is there`
      : `there is no payer profile of class ${payerClass ?? ''} for ${state}; load one (payers load), or name another payer`;
  const allowed = path === 'payer.state' ? statesOf(ofClass) : profiles.map((profile) => profile.code);
  return { kind: 'missing', fact: missingFact(path, { why, source }, allowed) };
}

function known(payers: readonly PayerProfile[], how: string): PayersOfFacts {
  const codes = payers.map((payer) => payer.code).join(', ');
  const trace: TraceStep = { ruleId: 'payer', facts: { payers: payers.length }, decision: `${how}: ${codes}`, source };
  return { kind: 'known', payers, trace };
}

function statesOf(profiles: readonly PayerProfile[]): readonly string[] {
  return profiles.flatMap((profile) => profile.state ?? []);
}

/** What to ask when payers of the same class give different answers. */
export function whichPayer(payers: readonly PayerProfile[]): MissingFact {
  const codes = payers.map((payer) => payer.code);
  const states = statesOf(payers);
  const why = `payers of this class answer differently: ${codes.join(', ')}`;
  return states.length === payers.length
    ? missingFact('payer.state', { why, source }, states)
    : missingFact('payer.code', { why, source }, codes);
}
