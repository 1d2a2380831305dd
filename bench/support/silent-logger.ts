import { DefaultLogger } from '@temporalio/worker';

/** Lets only faults through, so that a benchmark prints its figures and nothing else. */
export const silentLogger = new DefaultLogger('ERROR');
