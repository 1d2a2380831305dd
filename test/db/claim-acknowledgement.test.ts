import { expect, test } from 'vitest';
import { z } from 'zod';
import { applyClaimAcknowledgement } from '../../activities/apply-claim-acknowledgement.js';
import { applyFileRejection } from '../../activities/apply-file-rejection.js';
import { createAssembleSubmission } from '../../activities/assemble-submission.js';
import { listClaimEvents } from '../../db/claim-history-queries.js';
import { markSendingsRemitted } from '../../db/claim-submissions.js';
import { lockClaim } from '../../db/claim-steps.js';
import type { AcknowledgementStatus, ClaimAcknowledgement } from '../../domain/x12/277ca/claim-acknowledgement.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const accepted: AcknowledgementStatus = { category: 'A2', code: '20', action: 'WQ' };
const rejected: AcknowledgementStatus = { category: 'A7', code: '33', entity: 'IL', action: 'U' };
const party = { kind: 'organization', name: 'ANY' } as const;

const sendingSchema = z.object({ number: z.string(), sending: z.string(), file: z.string() });
const numbersOf = async (claimId: string) => {
  const [row] = await house.asOwner(
    `select c.patient_control_number as number, s.clearinghouse_claim_number as sending, s.submission_id as file
     from claims c join claim_submissions s on s.claim_id = c.id where c.id = $1`,
    [claimId],
  );
  return sendingSchema.parse(row);
};

/** A claim whose file is made; its answer may come. */
async function claimInFile(name: string): Promise<string> {
  const claimId = await queuedClaim(house, name);
  const assemble = createAssembleSubmission(house.deps);
  await assemble({ practiceId: house.practiceId, payerCode: 'summit-health', key: name });
  return claimId;
}

type Answer = { readonly claimId: string; readonly status: AcknowledgementStatus };

/** One 277CA with these answers, in order, each on a claim of one provider. */
async function acknowledgement(
  answers: readonly Answer[],
  rest: { readonly batch?: AcknowledgementStatus; readonly provider?: AcknowledgementStatus } = {},
): Promise<ClaimAcknowledgement> {
  const claims = answers.map(async ({ claimId, status }) => {
    const { number, sending } = await numbersOf(claimId);
    return {
      patient: party,
      patientControlNumber: number,
      clearinghouseClaimNumber: sending,
      statuses: [status],
      lines: [],
    };
  });
  const statusesOf = (status: AcknowledgementStatus | undefined) => (status === undefined ? [] : [status]);
  return {
    referenceNumber: '1',
    source: { kind: 'payer', party, traceNumber: '1' },
    submitter: party,
    batch: { traceNumber: '1', statuses: statusesOf(rest.batch), totals: {} },
    providers: [
      {
        provider: party,
        statuses: statusesOf(rest.provider),
        totals: {},
        references: [],
        claims: await Promise.all(claims),
      },
    ],
  };
}

async function apply(fileId: string, ...given: Parameters<typeof acknowledgement>) {
  const read = await acknowledgement(...given);
  return house.db.inPractice(house.practiceId, (tx) => applyClaimAcknowledgement(house.deps, tx, read, fileId));
}

const claimOf = (claimId: string) => house.db.inPractice(house.practiceId, (tx) => lockClaim(tx, claimId));
const kindsOf = async (claimId: string) =>
  (await house.db.read(house.practiceId, (query) => listClaimEvents(query, claimId))).map((event) => event.kind);
const stateOf = async (claimId: string) =>
  (await house.asOwner('select state from claim_submissions where claim_id = $1', [claimId]))[0]?.['state'];
const noticesOf = async (claimId: string) =>
  (
    await house.asOwner(
      `select message -> 'notice' ->> 'kind' as kind from outbox
       where message ->> 'claimId' = $1 and message ->> 'kind' = 'notify_claim' order by id`,
      [claimId],
    )
  ).map(({ kind }) => kind);
const close = (claimId: string) =>
  house.asOwner(`update claims set stage = 'closed', insurance_outcome = 'written_off' where id = $1`, [claimId]);

test('a rejection of a claim that is closed is noted and changes nothing of it', async () => {
  const claimId = await claimInFile('closed before');
  await close(claimId);
  expect(await apply('closed#1', [{ claimId, status: rejected }])).toEqual([]);
  expect(await claimOf(claimId)).toMatchObject({ stage: 'closed', insurance_outcome: 'written_off' });
  expect((await kindsOf(claimId)).at(-1)).toBe('late_rejection');
  expect(await noticesOf(claimId)).not.toContain('rejected');
});

test('a rejected file is noted on a claim that is closed, and sends the claim beside it out again', async () => {
  const closed = await queuedClaim(house, 'closed in the file');
  const open = await claimInFile('open in the file');
  await close(closed);
  const { file } = await numbersOf(open);
  await house.db.inPractice(house.practiceId, (tx) => applyFileRejection(house.deps, tx, file, 'Rejected (999 R).'));
  expect((await kindsOf(closed)).at(-1)).toBe('file_rejected');
  expect(await claimOf(closed)).toMatchObject({ stage: 'closed', insurance_outcome: 'written_off' });
  expect([await noticesOf(closed), await noticesOf(open)]).toEqual([['submitted'], ['submitted', 'file_rejected']]);
});

test('a claim that the payer has decided is not turned back any more, by claim or by file', async () => {
  const claimId = await claimInFile('remitted before');
  await apply('remitted#1', [{ claimId, status: accepted }]);
  await house.db.inPractice(house.practiceId, (tx) => markSendingsRemitted(tx, [claimId]));
  const before = await claimOf(claimId);
  await apply('remitted#2', [{ claimId, status: rejected }]);
  const { file } = await numbersOf(claimId);
  await house.db.inPractice(house.practiceId, (tx) => applyFileRejection(house.deps, tx, file, 'Rejected (999 R).'));
  const { stage, insurance_outcome } = before;
  expect(await claimOf(claimId)).toMatchObject({ stage, insurance_outcome });
  expect(await stateOf(claimId)).toBe('remitted');
  expect((await noticesOf(claimId)).filter((kind) => kind !== 'submitted')).toEqual(['accepted']);
});

test('a sending that has not left is not taken for decided', async () => {
  const claimId = await queuedClaim(house, 'not sent yet');
  await house.db.inPractice(house.practiceId, (tx) => markSendingsRemitted(tx, [claimId]));
  expect(await stateOf(claimId)).toBe('ready');
});

test.each([
  ['accepted, then rejected', [accepted, rejected]],
  ['rejected, then accepted', [rejected, accepted]],
] as const)('a claim answered two times in a file, %s, is rejected and counts as known', async (name, statuses) => {
  const claimId = await claimInFile(name);
  expect(
    await apply(
      `${name}#1`,
      statuses.map((status) => ({ claimId, status })),
    ),
  ).toEqual([]);
  expect(await claimOf(claimId)).toMatchObject({ insurance_outcome: 'rejected' });
  expect((await noticesOf(claimId)).filter((kind) => kind !== 'submitted')).toEqual(['rejected']);
});

test('a batch or provider rejected without a claim named is a finding with its reason', async () => {
  const findings = await apply('nobody#1', [], { batch: rejected, provider: rejected });
  expect(findings).toMatchObject([
    { code: 'rejected-without-claims', severity: 'error', message: expect.stringContaining('A7:33') },
    { code: 'rejected-without-claims', location: '2200C STC' },
  ]);
  expect(await apply('nobody#2', [], { batch: accepted, provider: accepted })).toEqual([]);
});

test('a batch or provider rejected with its claims named is told by the claims alone', async () => {
  const claimId = await claimInFile('named');
  expect(await apply('named#1', [{ claimId, status: rejected }], { batch: rejected, provider: rejected })).toEqual([]);
});
