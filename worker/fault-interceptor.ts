import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { isLastingFault } from '../activities/lasting-fault.js';

/**
 * Tells faults that trying again can heal (a lost connection, a busy server) from those it can't (our own logic, data that
 * is not as it must be): the latter end the retries at once, so that the claim is parked and a person sees it.
 */
export const faultInterceptor: ActivityInterceptorsFactory = () => ({
  inbound: {
    execute: async (input, next) => {
      try {
        return await next(input);
      } catch (fault) {
        if (isLastingFault(fault)) {
          throw ApplicationFailure.create({
            message: fault.message,
            type: fault.name,
            nonRetryable: true,
            cause: fault,
          });
        }
        throw fault;
      }
    },
  },
});
