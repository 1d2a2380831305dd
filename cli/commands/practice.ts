import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { createPractice, getPractice, listPractices } from '../../db/practices.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import { type Practice, practiceSchema } from '../../domain/practice/practice.js';
import { withDatabase } from '../product/with-database.js';
import { plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';

export function addPracticeCommand(program: Command): void {
  const practice = program.command('practice').description('practices: create, list');
  practice
    .command('create')
    .description('make a practice from a JSON file, with the payer profiles every practice starts with')
    .argument('<file>', 'name, npi, taxId, address, submitterId, fee schedule in cents … as JSON')
    .action(create);
  practice.command('list').description('all practices').option('--json', 'as JSON').action(list);
}

async function create(file: string): Promise<void> {
  const practice = readPractice(file);
  const { practiceId, created } = await withDatabase((db) => createPractice(db, practice, defaultPayerProfiles), {
    create: true,
  });
  const done = created ? 'is made' : 'was there already and is unchanged';
  printLines([
    `practice ${practice.submitterId} (${practiceId}) ${done}; teleclaim key create --role … gives it an API key`,
  ]);
}

function readPractice(file: string): Practice {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} is no JSON file: ${error instanceof Error ? error.message : 'it can’t be read'}`);
  }
  const parsed = practiceSchema.safeParse(content);
  if (!parsed.success) throw new UsageError(`${file} describes no practice:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

async function list({ json }: { readonly json?: true }): Promise<void> {
  const practices = await withDatabase(readPractices);
  if (json === true) printJson(practices);
  else printLines(practices.length === 0 ? ['no practices'] : plainTable(practices, columns));
}

async function readPractices(db: Database) {
  const practices = await listPractices(db);
  return await Promise.all(
    practices.map(async ({ id, submitterId }) => {
      const { name, npi, timeZone } = await db.read(id, (query) => getPractice(query, id));
      return { id, submitterId, name, npi, timeZone };
    }),
  );
}

type PracticeRow = Awaited<ReturnType<typeof readPractices>>[number];

const columns = [
  { heading: 'submitter', text: (row: PracticeRow) => row.submitterId },
  { heading: 'practice', text: (row: PracticeRow) => row.id },
  { heading: 'name', text: (row: PracticeRow) => row.name },
  { heading: 'NPI', text: (row: PracticeRow) => row.npi },
  { heading: 'time zone', text: (row: PracticeRow) => row.timeZone },
] as const;
