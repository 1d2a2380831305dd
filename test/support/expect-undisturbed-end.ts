import { expect, inject } from 'vitest';
import { type FinalState, readFinalState } from './final-books.js';

/** The run on a state folder has come to the same end as the one in which nothing died, and nothing was done twice. */
export async function expectUndisturbedEnd(folder: string): Promise<FinalState> {
  const state = await readFinalState(folder);
  const undisturbed = inject('undisturbed');
  expectOrder(state);
  expect(state.books.claims).toHaveLength(undisturbed.books.claims.length);
  expect(state.books).toEqual(undisturbed.books);
  return state;
}

/** What must be true of any run by itself. */
export function expectOrder({ faults, sendings, remittances, simulator }: FinalState): void {
  for (const [what, found] of Object.entries(faults)) expect(found, what).toEqual([]);
  const arrived = simulator.claims.map((claim) => claim.submissionId);
  expect(arrived.toSorted(), 'each sending has arrived exactly once, and nothing else has').toEqual(
    sendings.toSorted(),
  );
  const forwarded = simulator.claims.filter((claim) => claim.disposition !== 'not-forwarded');
  expect(new Set(forwarded.map((claim) => claim.submissionId)).size).toBe(forwarded.length);
  const issued = simulator.remittances.map(paymentOf).toSorted();
  expect(remittances.map(paymentOf).toSorted(), 'each remittance is in the books exactly once').toEqual(issued);
}

function paymentOf({ traceNumber, paidCents }: FinalState['remittances'][number]): string {
  return `${traceNumber} over ${paidCents} cents`;
}
