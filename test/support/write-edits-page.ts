import { editFamilies } from '../../domain/scrubbing/edit-family.js';
import type { CatalogueEntry } from '../../domain/scrubbing/edit-catalogue.js';

const fixWords = { by_itself: 'made by itself and recorded', proposed: 'proposed to a person' } as const;

function payersOf({ payerClasses }: CatalogueEntry): string {
  return payerClasses === undefined ? 'all payers' : payerClasses.map((each) => each.replaceAll('_', ' ')).join(', ');
}

function entryLines(entry: CatalogueEntry): readonly string[] {
  const { example } = entry;
  const until = entry.effectiveTo === undefined ? '' : ` to ${entry.effectiveTo}`;
  return [
    `### ${entry.id}`,
    '',
    `${entry.title}.`,
    '',
    `- ${entry.severity}, dates of service from ${entry.effectiveFrom}${until}, ${payersOf(entry)}`,
    ...(entry.procedureCodes === undefined ? [] : [`- codes: ${entry.procedureCodes.join(', ')}`]),
    `- says: “${example.message}” at \`${example.location}\``,
    `- do: ${example.remedy}`,
    ...(example.fix === null ? [] : [`- fix: ${fixWords[example.fix]}`]),
    `- fails with ${quoted(example.fails)}; passes with ${quoted(example.passes)}`,
    `- source: ${entry.source}`,
    '',
  ];
}

function quoted(differences: readonly string[]): string {
  return differences.map((each) => `\`${each}\``).join(', ');
}

/** Rows as a table whose columns line up. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [heading, ...others] = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)));
  return [heading ?? [], widths.map((width) => '-'.repeat(width)), ...others].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
}

/** The page of all edits, family by family. */
export function writeEditsPage(entries: readonly CatalogueEntry[]): string {
  const blocking = entries.filter((entry) => entry.severity === 'blocking').length;
  const fixes = entries.filter((entry) => entry.example.fix !== null).length;
  const families = Object.entries(editFamilies).map(([family, heading]) => {
    return { heading, own: entries.filter((entry) => entry.family === family) };
  });
  return [
    '# Scrub edits',
    '',
    'Written by `npm run docs:edits` from the edits and from the examples that run as their tests; a test fails when it is old.',
    '',
    `${entries.length} edits, of which ${blocking} hold a claim and the others go along as warnings; ${fixes} come with a fix in their example.`,
    'An edit holds for dates of service, both ends included. A person with the right to do so can set one aside for a claim, with a reason.',
    'The same list: `teleclaim edits list`, `GET /v1/edits`.',
    '',
    ...table([
      ['family', 'edits', 'hold'],
      ...families.map(({ heading, own }) => {
        return [heading, `${own.length}`, `${own.filter((entry) => entry.severity === 'blocking').length}`];
      }),
    ]),
    '',
    ...families.flatMap(({ heading, own }) => [`## ${heading}`, '', ...own.flatMap(entryLines)]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
