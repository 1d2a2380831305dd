import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '../../db/cluster.js';
import { appRole } from '../../gateways/provision/postgres-cluster.js';
import { services, type TestServices } from './services.js';

/** A migrated database of one test file's own. */
export interface TestDatabase {
  readonly ownerUrl: string;
  /** Under row-level security, as the product connects. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** Copies the migrated template, which takes some milliseconds; call it in `beforeAll` and `drop` it in `afterAll`. */
export async function createTestDatabase(shared: TestServices = services()): Promise<TestDatabase> {
  const { templateUrl, appPassword } = shared;
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenanceUrl = withDatabase(templateUrl, 'postgres');
  await createDatabase(maintenanceUrl, name, template);
  const appUrl = new URL(withDatabase(templateUrl, name));
  appUrl.username = appRole;
  appUrl.password = appPassword;
  return {
    ownerUrl: withDatabase(templateUrl, name),
    appUrl: appUrl.href,
    drop: async () => await dropDatabase(maintenanceUrl, name),
  };
}

function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
