import type { Command } from 'commander';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { migrateExternal } from '../supervise/platform.js';
import { printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';

export function addDatabaseCommand(program: Command): void {
  program
    .command('database')
    .description('a PostgreSQL of your own')
    .command('migrate')
    .description('bring the schema to the newest (DATABASE_OWNER_URL) and let the role of DATABASE_URL log in')
    .action(migrateDatabase);
}

async function migrateDatabase(): Promise<void> {
  const { database } = loadStartConfig();
  if (database.kind === 'embedded' || database.ownerUrl === undefined) {
    throw new UsageError(
      'set DATABASE_OWNER_URL and DATABASE_URL; the embedded database is migrated by teleclaim start',
    );
  }
  await migrateExternal(database.ownerUrl, database.appUrl, () => undefined);
  printLines(['the schema is the newest']);
}
