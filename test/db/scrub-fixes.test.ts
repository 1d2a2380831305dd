import { expect, test } from 'vitest';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { findClaim } from '../../db/claim-queries.js';
import { practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

const step = (claimId: string, name: string) => ({ practiceId: house.practiceId, claimId, key: name });

test('a safe fix is stored with the claim, its charge, the event that tells of it and the trace, and made once', async () => {
  const claimId = await house.claim('gt', {
    payer: 'medicare',
    coverages: [
      {
        rank: 'primary',
        payerCode: 'medicare',
        payerName: 'Medicare',
        memberId: '1EG4TE5MK73',
        relationship: 'self',
      },
    ],
    procedures: [{ code: '99213', modifiers: ['25', 'GT'] }],
  });
  await createCodeClaim(house.deps)(step(claimId, 'coding:1'));
  expect(await createScrubClaim(house.deps)(step(claimId, 'scrubbing:1'))).toEqual({ kind: 'done' });
  expect(await createScrubClaim(house.deps)(step(claimId, 'scrubbing:1'))).toEqual({ kind: 'done' });

  const claim = await house.db.read(house.practiceId, (query) => findClaim(query, claimId));
  expect(claim?.coded).toMatchObject({ lines: [{ procedureCode: '99213', modifiers: ['25'] }] });
  const events = await house.asOwner(
    `select kind, summary, data from claim_events where claim_id = $1 and kind = 'scrubbed'`,
    [claimId],
  );
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    summary: expect.stringContaining('Put right: medicare-video-modifier-of-hospitals'),
    data: { fixes: [{ editId: 'medicare-video-modifier-of-hospitals' }] },
  });
  const traces = await house.asOwner(`select trace from claim_traces where claim_id = $1 and step = 'scrubbing'`, [
    claimId,
  ]);
  expect(JSON.stringify(traces)).toContain('fix:medicare-video-modifier-of-hospitals');
});
