import { expect, test } from 'vitest';
import { findingLines } from '../../cli/intake/import-lines.js';
import { listClaimExplanations } from '../../db/claim-history-queries.js';
import { findClaim } from '../../db/claim-queries.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();

/** The lines by which a claim's explanation tells of diagnoses that nobody checked, step by step. */
async function toldOf(claimId: string) {
  const explanations = await house.db.read(house.practiceId, (query) => listClaimExplanations(query, claimId));
  return explanations.flatMap(({ step, findings }) => {
    const unchecked = findings.filter(({ code }) => code === 'diagnosis-not-checked');
    return unchecked.length === 0 ? [] : [{ step, lines: unchecked.flatMap(findingLines) }];
  });
}

test('a diagnosis that no loaded code set knows goes out as it is, and the explanation says how to have it checked', async () => {
  const claimId = await queuedClaim(house, 'rare diagnosis', {
    diagnoses: [
      { system: 'icd-10-cm', code: 'A00.0' },
      { system: 'icd-10-cm', code: 'I10' },
    ],
  });
  const claim = await house.db.read(house.practiceId, (query) => findClaim(query, claimId));
  expect(claim).toMatchObject({ coded: { diagnoses: ['A000', 'I10'] }, attention: 'none', openWorkItems: [] });
  const linesAt = (place: string) => [
    `         warning: A000 could not be checked: the official ICD-10-CM code set of fiscal year 2026 is not loaded (${place})`,
    expect.stringContaining('npx teleclaim codes load <file> --fiscal-year 2026'),
  ];
  expect(await toldOf(claimId)).toEqual([
    { step: 'coding', lines: linesAt('diagnoses[0].code') },
    { step: 'scrubbing', lines: linesAt('claim.diagnoses[0]') },
  ]);
});

test('nothing is said of a diagnosis of the built-in subset', async () => {
  expect(await toldOf(await queuedClaim(house, 'common diagnosis'))).toEqual([]);
});
