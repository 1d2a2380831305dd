import { expect, test } from 'vitest';
import { withOwnPorts } from '../../../cli/supervise/with-own-ports.js';

function failing(messages: readonly string[]) {
  let tries = 0;
  const start = async () => {
    const message = messages[tries];
    tries += 1;
    if (message !== undefined) throw new Error(message);
    return tries;
  };
  return { start, tries: () => tries };
}

test.each([
  'listen EADDRINUSE: address already in use 127.0.0.1:8080',
  "can't set frontend port 7233: listen tcp 127.0.0.1:7233: bind: address already in use",
  'port 15432 of PostgreSQL is taken by another program',
])('a port that was taken a moment before is exchanged for another: %s', async (message) => {
  expect(await withOwnPorts(failing([message]).start)).toBe(2);
});

test('any other fault is told at once', async () => {
  const { start, tries } = failing(['no space left on device']);
  await expect(withOwnPorts(start)).rejects.toThrow('no space left');
  expect(tries()).toBe(1);
});

test('when every port is taken it says so in the end', async () => {
  const { start } = failing(Array.from({ length: 9 }, () => 'listen EADDRINUSE'));
  await expect(withOwnPorts(start)).rejects.toThrow('EADDRINUSE');
});
