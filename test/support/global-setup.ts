import type { TestProject } from 'vitest/node';
import { startTestServices } from './start-test-services.js';

/** Starts what the integration tests share before the first of them, and gives back how to stop it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { services, stop } = await startTestServices();
  project.provide('services', services);
  return stop;
}
