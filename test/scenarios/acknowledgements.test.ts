import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '../../db/sql.js';
import { claimNoticeSignal } from '../../workflows/messages.js';
import { eventually } from '../support/eventually.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import type { StoryClaim } from '../support/story-claim.js';
import { storyWorld } from '../support/story-world.js';

const stories = storyWorld();
const inCalifornia = { patientLocation: { setting: 'home', state: 'CA' } } as const;

describe.concurrent('what comes back before the money', () => {
  test('a claim the payer turns back waits with its cause; corrected, it goes out as a new claim and is paid', async () => {
    const claim = await stories.begin('rejected', { member: 'SIMREJ' });
    const item = await claim.parked('payer_rejected');
    expect(item.cause).toContain('the subscriber was not found (subscriber), A7:33');
    expect(await claim.row()).toMatchObject({ insurance_outcome: 'rejected', stage: 'acknowledgement' });
    await claim.correct({ memberId: 'W200300400' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', cycle: 2, submission_number: 2 });
    expect(await claim.received()).toMatchObject([
      { frequency: '1', disposition: 'rejected' },
      { frequency: '1', disposition: 'accepted' },
    ]);
  });

  test('a file turned back as a whole goes out again by itself, once, under new control numbers', async () => {
    const claim = await stories.begin('file rejected', { payer: 'granite-tpa' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', cycle: 1, submission_number: 2 });
    const received = await claim.received();
    expect(received.map((copy) => copy.disposition)).toEqual(['not-forwarded', 'accepted']);
    expect(new Set(received.map((copy) => copy.interchangeControlNumber)).size).toBe(2);
    expect(new Set(received.map((copy) => copy.submissionId)).size).toBe(2);
    expect(await claim.items()).toEqual([]);
  });

  test('a file turned back a second time asks an engineer', async () => {
    const claim = await stories.begin('file rejected twice', {
      member: 'SIMSIL',
      payer: 'ca-medicaid',
      ...inCalifornia,
    });
    const turnBack = async (submissionNumber: number) => {
      await claim.until('the clearinghouse has the file', (row) => {
        return row.submission_number === submissionNumber && row.stage === 'acknowledgement';
      });
      const cause = 'The whole file was rejected (999 R).';
      const eventId = `evt_turned_back_${submissionNumber}`;
      await claim.handle().signal(claimNoticeSignal, { kind: 'file_rejected', eventId, submissionNumber, cause });
    };
    await turnBack(1);
    await turnBack(2);
    expect(await claim.parked('file_rejected')).toMatchObject({
      owner: 'engineer',
      cause: expect.stringContaining('999 R'),
    });
    expect(await claim.sendings()).toHaveLength(2);
    expect(await claim.command({ kind: 'void', reason: 'sent by hand instead' })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('may hold this claim undecided'),
    });
    await claim.command({ kind: 'write_off', reason: 'sent by hand instead' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'written_off' });
    expect(await claim.balances()).toEqual({ revenue: -17_500, write_off: 17_500 });
  });

  test('a payer that keeps silent past its deadline is asked, and pays', async () => {
    const claim = await stories.begin('silent', { member: 'SIMSIL', payer: 'prairie-blue' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
    const kinds = await claim.eventKinds();
    expect(kinds).toContain('status_inquired');
    expect(kinds).not.toContain('accepted');
    expect(await claim.received()).toHaveLength(1);
  });

  test('a rejection that is only heard by asking is one like any other', async () => {
    const claim = await stories.begin('rejected in silence', { member: 'SIMREJ', payer: 'prairie-blue' });
    const number = (await claim.row()).patient_control_number;
    stories.mail.hold('277', number);
    const item = await claim.parked('payer_rejected');
    expect(item.cause).toContain('Asked for its status, the payer turned the claim back');
    expect(await claim.row()).toMatchObject({ insurance_outcome: 'rejected', stage: 'acknowledgement' });
    stories.mail.release('277', number);
    await claim.until('the late answer is noted', async () => (await claim.eventKinds()).includes('late_rejection'));
    expect(await claim.row()).toMatchObject({ insurance_outcome: 'rejected', attention: 'biller' });
  });

  test('every notice delivered a second time changes nothing', async () => {
    const claim = await stories.begin('told twice', { payer: 'unity-care' });
    const number = (await claim.row()).patient_control_number;
    stories.mail.hold('835', number);
    await claim.until('it is accepted', (row) => row.stage === 'adjudication');
    const before = await claim.row();
    await deliverAgain(claim);
    expect(await claim.row()).toEqual(before);
    stories.mail.release('835', number);
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
    const kinds = await claim.eventKinds();
    expect(kinds).toHaveLength(new Set(kinds).size);
    await claim.handle().result();
    await deliverAgain(claim);
    expect(await claim.items()).toEqual([]);
    expect(await claim.eventKinds()).toEqual(kinds);
  });

  test('a denial told again does not end the question that it left to a person', async () => {
    const claim = await stories.begin('denial told twice', { payer: 'liberty-advantage', member: 'SIMDEN' });
    const item = await claim.parked('denied');
    const before = await claim.row();
    await deliverAgain(claim);
    expect((await claim.parked('denied')).id).toBe(item.id);
    expect(await claim.row()).toEqual(before);
    await claim.command({ kind: 'write_off', reason: 'not worth an appeal' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'written_off' });
    expect(await claim.items()).toHaveLength(1);
  });
});

/** As a relay does that died after Temporal had the messages and before they were marked. */
async function deliverAgain(claim: StoryClaim): Promise<void> {
  const { db, practiceId } = claim.world;
  const waiting = () =>
    db.read(practiceId, (query) =>
      query.one(
        z.object({ waiting: z.int() }),
        sql`select count(*) as waiting from outbox where message ->> 'claimId' = ${claim.id} and delivered_at is null`,
      ),
    );
  await eventually('all messages are delivered', async () => (await waiting()).waiting === 0);
  await db.inPractice(practiceId, (tx) =>
    tx.execute(sql`update outbox set delivered_at = null where message ->> 'claimId' = ${claim.id}`),
  );
  await eventually('all are delivered again', async () => (await waiting()).waiting === 0);
}

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
