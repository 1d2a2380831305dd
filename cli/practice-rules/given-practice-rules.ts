import type { PracticeRule } from '../../domain/practice-rule/practice-rule.js';
import { UsageError } from '../text/usage-error.js';
import { readPracticeRules } from './read-practice-rules.js';

/** The practice rules of a file, all of them right; anything wrong is a usage error. */
export function givenPracticeRules(file: string): readonly PracticeRule[] {
  const { rules, problems } = readPracticeRules(file);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return rules;
}
