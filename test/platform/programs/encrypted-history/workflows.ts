import { ApplicationFailure, proxyActivities } from '@temporalio/workflow';

const { lookUp } = proxyActivities<{ lookUp(name: string): Promise<string> }>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumAttempts: 1 },
});

/** Takes, passes on and gives back text; then fails with a message that quotes it. */
export async function revealing(name: string): Promise<void> {
  const answer = await lookUp(name);
  throw ApplicationFailure.nonRetryable(`no coverage for ${name}: ${answer}`, 'NotCovered', { name });
}
