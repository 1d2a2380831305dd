import type { PracticeProgress } from '../../db/practice-progress.js';

/** How far a practice is, and how many answers the simulated payers still owe it (0 with a real clearinghouse). */
export interface Standing extends PracticeProgress {
  readonly answersOwed: number;
}

/** What goes on without a person, in plain words; nothing means that the practice is at rest. */
export function whatMoves(standing: Standing): string[] {
  const moving = standing.claims - standing.closed - standing.waitingForPerson;
  return [
    ...count(moving, 'claim is under way', 'claims are under way'),
    ...count(
      standing.undeliveredMessages,
      'message to a claim is not delivered',
      'messages to claims are not delivered',
    ),
    ...count(standing.unsentClaims, 'claim waits for its file', 'claims wait for their file'),
    ...count(standing.unsentFiles, 'file has not arrived', 'files have not arrived'),
    ...count(standing.unreadFiles, 'file of the clearinghouse is unread', 'files of the clearinghouse are unread'),
    ...count(standing.unpostedRemittances, 'remittance is not posted', 'remittances are not posted'),
    ...count(standing.answersOwed, 'answer of the payers is outstanding', 'answers of the payers are outstanding'),
  ];
}

function count(number: number, one: string, many: string): string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
}
