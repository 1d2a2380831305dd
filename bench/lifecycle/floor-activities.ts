import type { Sinks } from '@temporalio/workflow';

/** Of the one activity that leaves the house; as in the product a queue of its own. */
export const floorOutsideTaskQueue = 'floor-outside';

/** Activities with empty bodies. */
export type FloorActivities = {
  ask(): Promise<void>;
  step(name: string): Promise<void>;
};

/** Tells the driver that a claim waits for its next signal; a sink call leaves no event in the history. */
export interface FloorSinks extends Sinks {
  driver: { waits(): void };
}
