import type { DiagnosisCodeSet } from '../coding/diagnosis-code-set.js';
import { ruleSetVersion } from '../coding/rule-set.js';
import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import { decideForPayer, type PayerAnswer } from './decide-for-payer.js';
import type { LoadedRules } from './loaded-rules.js';
import { payersOfFacts, whichPayer } from './payers-of-facts.js';
import type { MissingFact, VisitDecision } from './visit-decision.js';
import { factsVersion, type VisitFacts } from './visit-facts.js';
import { visitOfFacts } from './visit-of-facts.js';

/** What facts are decided by: the payers the practice knows and what else is loaded. */
export interface DecisionContext extends LoadedRules {
  readonly payers: readonly PayerProfile[];
  readonly diagnosisCodes: DiagnosisCodeSet;
}

/** Decides a visit that is said in full, for each payer the facts fit; names what is missing. */
export function decideVisit(facts: VisitFacts, context: DecisionContext): VisitDecision {
  const found = payersOfFacts(context.payers, facts);
  const gathered = visitOfFacts(facts);
  if (found.kind === 'missing' || gathered.kind === 'missing') {
    const payer = found.kind === 'missing' ? [found.fact] : [];
    return withoutAnswer(facts, [...payer, ...(gathered.kind === 'missing' ? gathered.facts : [])], []);
  }
  const { visit, patient } = gathered;
  const { payers: _payers, ...rules } = context;
  const answers = found.payers.map((payer) => ({
    payer,
    answer: decideForPayer({ facts, visit, patient, payer, ...rules }),
  }));
  const [first, ...others] = answers;
  if (first === undefined || others.some(({ answer }) => essence(answer) !== essence(first.answer))) {
    return withoutAnswer(facts, [whichPayer(found.payers)], [found.trace, ...answers.map(answerTrace)]);
  }
  return {
    ...heading(facts),
    payer: others.length > 0 ? null : nameOf(first.payer),
    ...first.answer,
    trace: [found.trace, ...first.answer.trace],
  };
}

interface AnswerOfPayer {
  readonly payer: PayerProfile;
  readonly answer: PayerAnswer;
}

/** What makes two answers the same one: all that a biller acts on. */
export function essence({
  decision,
  codes,
  placeOfService,
  findings,
  missingFacts,
}: Pick<PayerAnswer, 'decision' | 'codes' | 'placeOfService' | 'findings' | 'missingFacts'>): string {
  const found = findings.map((finding) => finding.code);
  return JSON.stringify([decision, codes, placeOfService, found, missingFacts.map((fact) => fact.path)]);
}

/** What one of several payers would answer. */
function answerTrace({ payer, answer }: AnswerOfPayer): TraceStep {
  const lines = answer.codes.map(({ code, modifiers }) => [code, ...modifiers].join('-'));
  const place = answer.placeOfService === null ? '' : `, place of service ${answer.placeOfService}`;
  return {
    ruleId: 'payer-answer',
    facts: { payer: payer.code },
    decision: `${answer.decision.replaceAll('_', ' ')}: ${lines.join(', ') || 'no code'}${place}`,
    source: payer.source,
  };
}

function nameOf({ code, name, payerClass }: PayerProfile): VisitDecision['payer'] {
  return { code, name, payerClass };
}

function heading({ id }: VisitFacts) {
  return { version: factsVersion, ruleSetVersion, ...(id === undefined ? {} : { id }) } as const;
}

function withoutAnswer(
  facts: VisitFacts,
  missingFacts: readonly MissingFact[],
  trace: readonly TraceStep[],
): VisitDecision {
  return {
    ...heading(facts),
    payer: null,
    decision: 'needs_facts',
    codes: [],
    placeOfService: null,
    diagnoses: [],
    findings: [],
    missingFacts,
    notChecked: [],
    trace,
  };
}
