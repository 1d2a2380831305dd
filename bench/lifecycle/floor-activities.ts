/** Activities with empty bodies; `step('queue')` tells the driver that a claim waits for its next signal. */
export type FloorActivities = {
  ask(): Promise<void>;
  step(name: string): Promise<void>;
};
