import { inject } from 'vitest';

/** Addresses of what runs for the whole test run: one PostgreSQL, one Temporal dev server, one workflow bundle. */
export interface TestServices {
  /** Owner URL of the database that every other one is copied from; never connect to it. */
  readonly templateUrl: string;
  readonly appPassword: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly workflowBundleFile: string;
  readonly keyRingFile: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    services: TestServices;
  }
}

/** The services of this run; only in projects with the global set-up. */
export function services(): TestServices {
  return inject('services');
}
