import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Brings the database of the owner's URL to the newest schema; waits for another run that is under way. */
export async function migrate(
  ownerUrl: string,
  options: { readonly log?: (line: string) => void } = {},
): Promise<void> {
  await runner({
    databaseUrl: ownerUrl,
    dir: migrationsFolder,
    direction: 'up',
    migrationsTable: 'schema_migrations',
    advisoryLockMode: 'wait',
    log: options.log ?? (() => undefined),
    checkOrder: true,
  });
}
