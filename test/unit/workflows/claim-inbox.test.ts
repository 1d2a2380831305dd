import { expect, test } from 'vitest';
import type { ClaimNotice } from '../../../domain/claim/claim-notice.js';
import { ClaimInbox } from '../../../workflows/claim-inbox.js';

const submitted = (eventId: string, submissionNumber = 1): ClaimNotice => ({
  kind: 'submitted',
  eventId,
  submissionNumber,
  waitWallMillis: 5,
});
const rejected = (eventId: string, submissionNumber = 1): ClaimNotice => ({
  kind: 'rejected',
  eventId,
  submissionNumber,
  cause: eventId,
});
const remitted = (eventId: string, submissionNumber = 1): ClaimNotice => ({
  kind: 'remitted',
  eventId,
  submissionNumber,
  remittanceClaimId: eventId,
});

function inboxWith(...notices: readonly ClaimNotice[]): ClaimInbox {
  const inbox = new ClaimInbox();
  for (const notice of notices) inbox.receive(notice);
  return inbox;
}

test('a notice told again is read once, also after it was read', () => {
  const inbox = inboxWith(submitted('evt_1'), submitted('evt_1'));
  expect(inbox.take(1, 'submitted')).toMatchObject({ eventId: 'evt_1' });
  expect(inbox.take(1, 'submitted')).toBeUndefined();
  inbox.receive(submitted('evt_1'));
  expect(inbox.has(1, 'submitted')).toBe(false);
});

test('notices are read in the order in which they came', () => {
  const inbox = inboxWith(rejected('evt_1'), rejected('evt_2'));
  expect([inbox.take(1, 'rejected')?.cause, inbox.take(1, 'rejected')?.cause]).toEqual(['evt_1', 'evt_2']);
});

test('the answer to an earlier submission is left unread', () => {
  const inbox = inboxWith(rejected('evt_1', 1));
  expect(inbox.has(2, 'rejected')).toBe(false);
  expect(inbox.take(2, 'rejected')).toBeUndefined();
});

test('a remittance counts whichever submission it answers', () => {
  const inbox = inboxWith(remitted('evt_1', 1));
  expect(inbox.has(2, 'accepted', 'remitted')).toBe(true);
  expect(inbox.take(2, 'accepted', 'remitted')).toMatchObject({ remittanceClaimId: 'evt_1' });
});

test('taking one kind leaves the others where they are', () => {
  const inbox = inboxWith(submitted('evt_1'), remitted('evt_2'));
  expect(inbox.take(1, 'remitted')).toMatchObject({ eventId: 'evt_2' });
  expect(inbox.has(1, 'submitted')).toBe(true);
});
