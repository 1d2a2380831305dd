import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { newSshKeyPair } from '../../../../gateways/clearinghouse/new-ssh-key-pair.js';
import { newHostKey } from '../../../../simulator/storage/new-host-key.js';

const unreadable = (keys: readonly string[]) => keys.filter((key) => ssh2.utils.parseKey(key) instanceof Error);

// Of 1,500 keys straight from the package six are malformed on average.
test('every key of a client can be read, and so can its public half', () => {
  const pairs = Array.from({ length: 1_500 }, newSshKeyPair);
  expect(unreadable(pairs.map((pair) => pair.private))).toEqual([]);
  expect(unreadable(pairs.map((pair) => pair.public))).toEqual([]);
});

test('every host key of the simulator can be read', () => {
  expect(unreadable(Array.from({ length: 1_500 }, newHostKey))).toEqual([]);
});
