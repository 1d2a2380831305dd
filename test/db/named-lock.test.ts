import { expect, test } from 'vitest';
import { practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

test('one at a time holds a named lock, and the next one can when it is given back', async () => {
  const inside: string[] = [];
  const first = await house.db.whileHolding('submission:one', async () => {
    inside.push('first');
    const second = await house.db.whileHolding('submission:one', async () => inside.push('second'));
    const other = await house.db.whileHolding('submission:two', async () => 'another lock');
    return { second, other };
  });
  expect(first?.value).toEqual({ second: undefined, other: { value: 'another lock' } });
  expect(inside).toEqual(['first']);
  expect(await house.db.whileHolding('submission:one', async () => 'free again')).toEqual({ value: 'free again' });
});

test('a lock is given back when the work under it fails', async () => {
  const failing = house.db.whileHolding('submission:three', () => Promise.reject(new Error('the work failed')));
  await expect(failing).rejects.toThrow('the work failed');
  expect(await house.db.whileHolding('submission:three', async () => 'free')).toEqual({ value: 'free' });
});
