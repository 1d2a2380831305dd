import type { Command } from 'commander';
import { createApiKey, revokeApiKey } from '../../db/api-keys.js';
import { type Role, roles } from '../../domain/access/permission.js';
import { choosePractice } from '../product/choose-practice.js';
import { withDatabase } from '../product/with-database.js';
import { oneOf } from '../text/parse-option.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface CreateOptions extends ReadingOptions {
  readonly role: Role;
  readonly label: string;
}

export function addKeyCommand(program: Command): void {
  const key = program.command('key').description('API keys: create, revoke');
  key
    .command('create')
    .description('make an API key and show it, this one time')
    .requiredOption('--role <role>', `what its holder may do: ${roles.join(', ')}`, oneOf(roles))
    .option('--label <text>', 'whom it is for', 'made on the command line')
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(create);
  key
    .command('revoke')
    .description('end an API key; it works for at most ten seconds more')
    .argument('<key id>', 'the id that key create showed (key_…), not the key')
    .addOption(practiceOption())
    .action(revoke);
}

async function create({ role, label, practice, json }: CreateOptions): Promise<void> {
  const made = await withDatabase(async (db) =>
    createApiKey(db, { practiceId: await choosePractice(db, practice), role, label }),
  );
  if (json === true) printJson({ ...made, role });
  else printLines([made.key, `id ${made.apiKeyId}, role ${role}; keep the key now: it can't be shown again`]);
}

async function revoke(apiKeyId: string, { practice }: ReadingOptions): Promise<void> {
  const revoked = await withDatabase(async (db) => revokeApiKey(db, await choosePractice(db, practice), apiKeyId));
  if (!revoked) throw new UsageError(`the practice has no key ${apiKeyId} in force`);
  printLines([`${apiKeyId} is revoked`]);
}
