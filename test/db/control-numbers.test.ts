import { expect, test } from 'vitest';
import { takeControlNumber } from '../../db/control-numbers.js';
import { controlNumberMax } from '../../domain/x12/control-numbers.js';
import { practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();
const take = (practiceId = house.practiceId) =>
  house.db.inPractice(practiceId, (tx) => takeControlNumber(tx, 'interchange'));

test('numbers taken at the same moment are all different and leave no gap', async () => {
  const taken = await Promise.all(Array.from({ length: 50 }, () => take()));
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test('a number taken in a transaction that fails is given out again', async () => {
  const failing = house.db.inPractice(house.practiceId, async (tx) => {
    await takeControlNumber(tx, 'batch');
    throw new Error('the file could not be made');
  });
  await expect(failing).rejects.toThrow('could not be made');
  expect(await house.db.inPractice(house.practiceId, (tx) => takeControlNumber(tx, 'batch'))).toBe(1);
});

test('each practice and each kind counts for itself', async () => {
  const other = await house.otherPractice('COUNTS');
  expect(await take(other)).toBe(1);
  expect(await house.db.inPractice(other, (tx) => takeControlNumber(tx, 'batch'))).toBe(1);
});

test('after the last number of nine digits the first comes again', async () => {
  await house.asOwner(
    `insert into control_numbers values ($1, 'batch', $2)
    on conflict (practice_id, kind) do update set last_value = excluded.last_value`,
    [house.practiceId, controlNumberMax - 1],
  );
  const takeInquiry = () => house.db.inPractice(house.practiceId, (tx) => takeControlNumber(tx, 'batch'));
  expect([await takeInquiry(), await takeInquiry()]).toEqual([controlNumberMax, 1]);
});
