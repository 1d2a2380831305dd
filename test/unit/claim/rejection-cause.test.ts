import { expect, test } from 'vitest';
import { rejectionCause } from '../../../domain/claim/rejection-cause.js';

test('a rejection names code, words and whom it concerns', () => {
  expect(rejectionCause([{ category: 'A7', code: '33', entity: 'IL' }])).toBe(
    'The payer turned the claim back: the subscriber was not found (subscriber), A7:33.',
  );
});

test('codes without words of ours stand by number, several causes side by side', () => {
  expect(
    rejectionCause([
      { category: 'A8', code: '400' },
      { category: 'A7', code: '562', entity: '77' },
    ]),
  ).toBe('The payer turned the claim back: status 400, A8:400; a provider’s NPI (entity 77), A7:562.');
});

test('a rejection without any reason says so', () => {
  expect(rejectionCause([])).toBe('The payer turned the claim back: no reason given.');
});
