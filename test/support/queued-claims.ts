import { createCodeClaim } from '../../activities/code-claim.js';
import { createQueueForSubmission } from '../../activities/queue-for-submission.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import type { StorySketch } from '../builders/story-visit.js';
import type { PracticeDatabase } from './practice-database.js';

/** Takes a visit in, codes and scrubs it and puts it into its payer's queue, as its workflow would. */
export async function queuedClaim(house: PracticeDatabase, name: string, sketch?: StorySketch): Promise<string> {
  const claimId = await house.claim(name, sketch);
  await queue(house, claimId);
  return claimId;
}

/** Codes and scrubs a claim and puts it into its payer's queue. */
export async function queue(house: PracticeDatabase, claimId: string): Promise<void> {
  const input = (step: string) => ({ practiceId: house.practiceId, claimId, key: `${step}:1` });
  await createCodeClaim(house.deps)(input('coding'));
  await createScrubClaim(house.deps)(input('scrubbing'));
  const queued = await createQueueForSubmission(house.deps)(input('submission'));
  if (queued.kind !== 'queued') throw new Error(`the claim was not queued but ${queued.kind}`);
}
