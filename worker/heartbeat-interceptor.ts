import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Well below every heartbeat time-out that the workflows set. */
const heartbeatMillis = 3_000;

/**
 * Lets each activity that has a heartbeat time-out say that its process lives, as long as it runs: the work of a worker that
 * was killed is then given to another one within seconds, however long the activity itself may take.
 */
export const heartbeatInterceptor: ActivityInterceptorsFactory = (context) => ({
  inbound: {
    execute: async (input, next) => {
      if (context.info.heartbeatTimeoutMs === undefined) return await next(input);
      const timer = setInterval(() => context.heartbeat(), heartbeatMillis);
      try {
        return await next(input);
      } finally {
        clearInterval(timer);
      }
    },
  },
});
