import { builtInCodePairSet, type CodePairSet } from '../scrubbing/ncci/code-pair-set.js';
import { decideFacts } from './decide-facts.js';
import type { DecisionContext } from './decide-visit.js';
import type { VisitFacts } from './visit-facts.js';

/**
 * The codes whose pairs decide about some visits. A quarter's table of pairs is large: with these codes only the few that
 * matter are read of it, and then the visits are decided by them.
 */
export function codesToPair(visits: readonly VisitFacts[], context: DecisionContext): readonly string[] {
  const codes = new Set<string>();
  const codePairs: CodePairSet = {
    inUse: (date) => builtInCodePairSet.inUse(date),
    find: (code, otherCode) => {
      codes.add(code).add(otherCode);
      return null;
    },
  };
  for (const facts of visits) decideFacts(facts, { ...context, codePairs });
  return [...codes];
}
