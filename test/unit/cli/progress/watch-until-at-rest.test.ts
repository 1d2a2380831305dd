import { expect, test } from 'vitest';
import { type Standing, whatMoves } from '../../../../cli/progress/at-rest.js';
import { type Look, watchUntilAtRest } from '../../../../cli/progress/watch-until-at-rest.js';

/** Plays looks one after the other, each a second after the last; the last one repeats. */
function watch(looks: readonly (Look | undefined)[], patienceMillis = 60_000) {
  let turn = 0;
  const stop = new AbortController();
  const end = watchUntilAtRest({
    look: async () => looks[Math.min(turn, looks.length - 1)],
    pause: async () => {
      turn += 1;
      if (turn > 1_000) stop.abort();
    },
    wallMillisNow: () => turn * 1_000,
    patienceMillis,
    stop: stop.signal,
  });
  return { end, looksTaken: () => turn + 1 };
}

const moving = (mark: string): Look => ({ moving: ['1 claim is under way'], mark });
const still = (mark: string): Look => ({ moving: [], mark });

test('ends at rest only when two looks in a row show that nothing moves', async () => {
  const watched = watch([moving('a'), still('b'), moving('c'), still('d'), still('d'), still('d')]);
  expect(await watched.end).toEqual({ kind: 'at_rest' });
  expect(watched.looksTaken()).toBe(5);
});

test('a change between two quiet looks is movement', async () => {
  const watched = watch([still('a'), still('b'), still('b')]);
  expect(await watched.end).toEqual({ kind: 'at_rest' });
  expect(watched.looksTaken()).toBe(3);
});

test('what does not move for longer than the patience is stuck, and named', async () => {
  const watched = watch([moving('a')], 10_000);
  expect(await watched.end).toEqual({ kind: 'stuck', moving: ['1 claim is under way'] });
  expect(watched.looksTaken()).toBe(12);
});

test('as long as anything changes nothing is stuck', async () => {
  const looks = Array.from({ length: 50 }, (_, index) => moving(String(index)));
  expect(await watch([...looks, still('end')], 10_000).end).toEqual({ kind: 'at_rest' });
});

test('a database that can not be seen for a while is waited for, but not for ever', async () => {
  const unseen = Array.from({ length: 5 }, () => undefined);
  expect(await watch([moving('a'), ...unseen, still('b')], 10_000).end).toEqual({ kind: 'at_rest' });
  expect(await watch([undefined], 10_000).end).toMatchObject({ kind: 'stuck' });
});

const atRest: Standing = {
  claims: 10,
  closed: 7,
  waitingForPerson: 3,
  closedByOutcome: {},
  openItemsByKind: {},
  events: 90,
  undeliveredMessages: 0,
  unreadFiles: 0,
  unpostedRemittances: 0,
  unsentClaims: 0,
  unsentFiles: 0,
  answersOwed: 0,
};

test('closed claims and those that wait for a person are at rest', () => {
  expect(whatMoves(atRest)).toEqual([]);
});

test.each([
  [{ closed: 6 }, '1 claim is under way'],
  [{ undeliveredMessages: 2 }, '2 messages to claims are not delivered'],
  [{ unreadFiles: 1 }, '1 file of the clearinghouse is unread'],
  [{ unpostedRemittances: 1 }, '1 remittance is not posted'],
  [{ unsentClaims: 4 }, '4 claims wait for their file'],
  [{ unsentFiles: 1 }, '1 file has not arrived'],
  [{ answersOwed: 1 }, '1 answer of the payers is outstanding'],
])('%j keeps the practice from being at rest', (change, line) => {
  expect(whatMoves({ ...atRest, ...change })).toEqual([line]);
});
