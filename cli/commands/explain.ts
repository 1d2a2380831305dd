import type { Command } from 'commander';
import { explainClaim } from '../../db/explain-claim.js';
import { readOfClaim } from '../product/read-of-claim.js';
import { explanationLines } from '../text/explanation-lines.js';
import { printJson, printLines } from '../text/print.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

/** `teleclaim explain` and, among the commands of claims, `teleclaim claims explain`. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .description('why a claim is as it is: each fact, rule, decision and source, and what it was worth')
    .argument('<claim>', 'claim id or patient control number')
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(explain);
}

async function explain(claim: string, options: ReadingOptions): Promise<void> {
  const explained = await readOfClaim(claim, options, explainClaim);
  if (options.json === true) printJson(explained);
  else printLines(explanationLines(explained));
}
