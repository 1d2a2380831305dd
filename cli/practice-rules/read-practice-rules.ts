import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type PracticeRule, practiceRuleSchema } from '../../domain/practice-rule/practice-rule.js';
import { UsageError } from '../text/usage-error.js';

/** The good rules of a file, and what is wrong with the others: which one, which field, why. */
export interface PracticeRuleFile {
  readonly rules: readonly PracticeRule[];
  readonly problems: readonly string[];
}

/** Reads rules from a JSON file: one rule, or a list of them. A bad rule never stops the good ones. */
export function readPracticeRules(file: string): PracticeRuleFile {
  const content = readJson(file);
  const given: readonly unknown[] = Array.isArray(content) ? content : [content];
  const rules: PracticeRule[] = [];
  const problems: string[] = [];
  for (const [index, one] of given.entries()) {
    const parsed = practiceRuleSchema.safeParse(one);
    if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => problemLine(file, index, issue)));
    else if (rules.some((rule) => rule.id === parsed.data.id)) {
      problems.push(`${file}, rule ${index + 1}, id: ${parsed.data.id} stands in the file twice`);
    } else rules.push(parsed.data);
  }
  return { rules, problems };
}

function problemLine(file: string, index: number, issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? 'as a whole' : z.core.toDotPath(issue.path);
  return `${file}, rule ${index + 1}, ${where}: ${issue.message}`;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} is no JSON file: ${error instanceof Error ? error.message : 'it can’t be read'}`);
  }
}
