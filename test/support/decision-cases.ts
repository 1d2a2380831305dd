import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type DecisionKind, decisionKinds } from '../../domain/decision/visit-decision.js';
import { type VisitFacts, visitFactsSchema } from '../../domain/decision/visit-facts.js';

/** One row of a table in `test/fixtures/decision-cases`. */
export interface DecisionCase {
  readonly name: string;
  readonly facts: VisitFacts;
  /** Lines as `99213-95` or `97803 x2`; null where the row leaves it open (`*`). */
  readonly codes: readonly string[] | null;
  readonly placeOfService: string | null | undefined;
  readonly decision: DecisionKind;
  readonly findings: readonly string[];
  readonly missingFacts: readonly string[];
  readonly source: string;
}

export interface DecisionTopic {
  /** Its file, without the ending. */
  readonly file: string;
  readonly title: string;
  readonly cases: readonly DecisionCase[];
}

const folder = new URL('../fixtures/decision-cases/', import.meta.url);
const factsObject = z.record(z.string(), z.unknown());

/** Every table of decision cases, in order of name. */
export function readDecisionCases(): readonly DecisionTopic[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => readTopic(name.replace('.md', ''), readFileSync(new URL(name, folder), 'utf8')));
}

function readTopic(file: string, text: string): DecisionTopic {
  const lines = text.split('\n');
  const given = factsObject.parse(JSON.parse(/```json\n([\s\S]*?)\n```/.exec(text)?.[1] ?? ''));
  const rows = lines.filter((line) => line.startsWith('| ')).slice(2);
  return { file, title: (lines[0] ?? '').replace('# ', ''), cases: rows.map((row) => readCase(row, given)) };
}

/** The facts of a row stand over those given, field by field; null takes a field away. */
function readCase(row: string, given: z.infer<typeof factsObject>): DecisionCase {
  const cells = row.split('|').map((cell) => cell.trim());
  const [, name = '', facts = '', codes = '', place = '', verdict, found = '', source = ''] = cells;
  const own = factsObject.parse(JSON.parse(facts.slice(1, -1)));
  const all = Object.entries({ ...given, ...own }).filter(([, value]) => value !== null);
  const told = listed(found);
  return {
    name,
    facts: visitFactsSchema.parse(Object.fromEntries(all)),
    codes: codes === '*' ? null : listed(codes),
    placeOfService: place === '*' ? undefined : place === '–' ? null : place,
    decision: z.enum(decisionKinds).parse(verdict),
    findings: told.filter((each) => !each.startsWith('?')),
    missingFacts: told.filter((each) => each.startsWith('?')).map((each) => each.slice(1)),
    source,
  };
}

function listed(cell: string): readonly string[] {
  return cell === '–' ? [] : cell.split(', ');
}
