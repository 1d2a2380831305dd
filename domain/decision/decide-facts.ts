import type { Finding } from '../kernel/finding.js';
import type { TraceStep } from '../kernel/trace.js';
import { type DecisionContext, decideVisit, essence } from './decide-visit.js';
import {
  everyWayToSay,
  isWithoutMeeting,
  type TriedFacts,
  type TriedPath,
  unsaidPaths,
  withModalityOfMinutes,
} from './unsaid-facts.js';
import type { MissingFact, VisitDecision } from './visit-decision.js';
import type { VisitFacts } from './visit-facts.js';
import { neededFact } from './visit-of-facts.js';

/**
 * Says how a visit is billed and whether it may be, by the rules that code and check claims. A fact that the answer turns
 * on is named when it is missing, never guessed. Pure: the same facts and context give the same answer.
 */
export function decideFacts(given: VisitFacts, context: DecisionContext): VisitDecision {
  const facts = withModalityOfMinutes(given);
  const unsaid = unsaidPaths(facts);
  if (unsaid.length === 0) return decideVisit(facts, context);
  const ways = everyWayToSay(facts).map((way): Way => ({ ...way, answer: decideVisit(way.facts, context) }));
  return settleUnsaid(facts, unsaid, ways, decideVisit(facts, context));
}

/** One way to say what is unsaid, and the answer to it. */
interface Way extends TriedFacts {
  readonly answer: VisitDecision;
}

/** The one answer of all ways; else what it turns on is asked for, with whatever every way asks for. */
function settleUnsaid(
  facts: VisitFacts,
  unsaid: readonly TriedPath[],
  ways: readonly Way[],
  unanswered: VisitDecision,
): VisitDecision {
  const [first, ...others] = ways;
  if (first === undefined) return unanswered;
  const oneAnswer = others.every(({ answer }) => essence(answer) === essence(first.answer));
  // A visit of which more is missing may turn on it yet; what needs no meeting never does.
  if (oneAnswer && (first.answer.decision !== 'needs_facts' || isWithoutMeeting(facts))) {
    return { ...first.answer, trace: [notTurnedOn(unsaid), ...first.answer.trace] };
  }
  const refused = refusedAnyWay(first, ways);
  if (refused.length > 0) {
    const codes = others.every(({ answer }) => isSame(answer.codes, first.answer.codes)) ? first.answer.codes : [];
    const { payer } = first.answer;
    const trace = [refusedWhatever(unsaid, refused)];
    return { ...unanswered, payer, decision: 'not_allowed', codes, findings: refused, missingFacts: [], trace };
  }
  const turning = oneAnswer ? unsaid : unsaid.filter((path) => turnsOn(path, ways));
  const asked = [...turning.map(neededFact), ...first.answer.missingFacts.filter((fact) => isAskedByAll(fact, ways))];
  const known = unanswered.missingFacts.filter(({ path }) => asked.some((each) => each.path === path));
  const further = asked.filter(({ path }) => known.every((each) => each.path !== path));
  return { ...unanswered, missingFacts: [...known, ...further] };
}

/** The errors that stand in every way of saying it: then the answer is no, whatever else is said. */
function refusedAnyWay({ answer }: Way, ways: readonly Way[]): readonly Finding[] {
  return answer.findings.filter(
    ({ code, severity }) =>
      severity === 'error' && ways.every((way) => way.answer.findings.some((finding) => finding.code === code)),
  );
}

function refusedWhatever(unsaid: readonly TriedPath[], refused: readonly Finding[]): TraceStep {
  return {
    ruleId: 'fact-without-effect',
    facts: { notSaid: unsaid.join(', ') },
    decision: `refused whatever ${unsaid.join(' and ')} may be: ${refused.map(({ code }) => code).join(', ')}`,
    source: 'each possible value was tried by the same rules',
  };
}

function isSame(left: VisitDecision['codes'], right: VisitDecision['codes']): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Whether two ways that differ in this fact alone have different answers. */
function turnsOn(path: TriedPath, ways: readonly Way[]): boolean {
  const other = path === 'modality' ? 'setting' : 'modality';
  return ways.some((way) =>
    ways.some((next) => way[other] === next[other] && essence(way.answer) !== essence(next.answer)),
  );
}

function isAskedByAll({ path }: MissingFact, ways: readonly Way[]): boolean {
  return ways.every(({ answer }) => answer.missingFacts.some((missing) => missing.path === path));
}

function notTurnedOn(unsaid: readonly TriedPath[]): TraceStep {
  return {
    ruleId: 'fact-without-effect',
    facts: { notSaid: unsaid.join(', ') },
    decision: `the answer is the same whatever ${unsaid.join(' and ')} may be`,
    source: 'each possible value was tried by the same rules',
  };
}
