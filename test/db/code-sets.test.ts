import { describe, expect, test } from 'vitest';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { listClaimExplanations } from '../../db/claim-history-queries.js';
import { insertCodes, loadDiagnosisCodes, loadProcedureCodes } from '../../db/code-sets.js';
import { type CodeSet, listEditions, loadEdition } from '../../db/code-set-editions.js';
import { insertCodePairs, insertUnitLimits, loadUnitLimits, readCodePairs } from '../../db/ncci-tables.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { CodePair } from '../../domain/scrubbing/ncci/code-pair-set.js';
import { practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

function loadCodes(codeSet: CodeSet, edition: string, codes: readonly string[]) {
  const input = { codeSet, edition, fileNames: ['codes.txt'], contentSha256: codes.join(), entries: codes.length };
  return loadEdition(house.db, input, (query, id) => insertCodes(query, id, codes));
}

function loadPairs(edition: string, pairs: readonly CodePair[]) {
  const input = {
    codeSet: 'ncci-pairs' as const,
    edition,
    fileNames: ['f1.txt', 'f2.txt'],
    contentSha256: JSON.stringify(pairs),
    entries: pairs.length,
  };
  return loadEdition(house.db, input, (query, id) => insertCodePairs(query, id, pairs));
}

const pair: CodePair = {
  columnOne: '99213',
  columnTwo: '96127',
  effectiveFrom: plainDate('2015-01-01'),
  effectiveTo: plainDate('2026-06-30'),
  modifierIndicator: 1,
};

describe('an edition of a code set', () => {
  test('is in use from its load on; the same content again changes nothing; other content is a further revision', async () => {
    expect(await loadCodes('hcpcs', '2025q1', ['G2211'])).toEqual({ kind: 'loaded', revision: 1 });
    expect(await loadCodes('hcpcs', '2025q1', ['G2211'])).toEqual({ kind: 'unchanged', revision: 1 });
    expect(await loadCodes('hcpcs', '2025q1', ['Q3014'])).toEqual({ kind: 'loaded', revision: 2 });
    const set = await loadProcedureCodes(house.db);
    const day = plainDate('2025-02-01');
    expect([set.lookUp('G2211', day).status, set.lookUp('Q3014', day).status]).toEqual(['wrong_quarter', 'valid']);
    expect(set.inUse(day)).toMatchObject({ kind: 'loaded', edition: { quarter: '2025q1', revision: 2 } });
    const listed = (await listEditions(house.db)).filter((one) => one.edition === '2025q1');
    expect(listed.map(({ revision, isInUse }) => [revision, isInUse])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('keeps the codes of a revision that is out of use', async () => {
    await loadCodes('hcpcs', '2024q1', ['G2211']);
    await loadCodes('hcpcs', '2024q1', ['Q3014']);
    const kept = await house.asOwner(
      `select e.revision, c.code from code_set_codes c join code_set_editions e on e.id = c.edition_id
       where e.edition = '2024q1' order by 1`,
    );
    expect(kept).toEqual([
      { revision: 1, code: 'G2211' },
      { revision: 2, code: 'Q3014' },
    ]);
  });

  test('that fails half way leaves the one before it in use and nothing of itself', async () => {
    await loadCodes('icd-10-cm', '2026', ['I10', 'A000']);
    await expect(loadCodes('icd-10-cm', '2026', ['J00', 'J00'])).rejects.toThrow('duplicate key');
    const set = await loadDiagnosisCodes(house.db);
    expect(set.lookUp('A000', plainDate('2026-01-05'))).toMatchObject({ status: 'valid', complete: true });
    expect(set.lookUp('J00', plainDate('2026-01-05')).status).toBe('wrong_year');
  });
});

describe('the CMS tables', () => {
  test('answer a pair in both orders, with its dates, and only for codes that were asked for', async () => {
    await loadPairs('2026q1', [pair, { ...pair, columnOne: '99214', effectiveTo: undefined }]);
    const set = await house.db.read(house.practiceId, (query) => readCodePairs(query, ['96127', '99213']));
    const day = plainDate('2026-03-10');
    expect(set.find('99213', '96127', day)).toEqual(pair);
    expect(set.find('96127', '99213', day)).toEqual(pair);
    expect(set.find('99213', '96127', plainDate('2026-07-01'))).toBeNull();
    expect(set.find('99214', '96127', day)).toBeNull();
    expect(set.inUse(day)).toMatchObject({ kind: 'loaded', exact: true });
  });

  test('say which quarter serves also when no two of the codes are a pair in it', async () => {
    await loadPairs('2025q4', [pair]);
    const set = await house.db.read(house.practiceId, (query) => readCodePairs(query, ['90837', '90785']));
    expect(set.inUse(plainDate('2025-11-01'))).toMatchObject({ kind: 'loaded', edition: { quarter: '2025q4' } });
    expect(set.find('90837', '90785', plainDate('2025-11-01'))).toBeNull();
  });

  test('give the unit limits of the quarter of the visit', async () => {
    const limits = [{ code: '96127', unitsMax: 2, adjudicationIndicator: 1 as const, rationale: 'Clinical: Data' }];
    await loadEdition(
      house.db,
      { codeSet: 'ncci-units', edition: '2026q1', fileNames: ['mue.csv'], contentSha256: 'a', entries: 1 },
      (query, id) => insertUnitLimits(query, id, limits),
    );
    const set = await loadUnitLimits(house.db);
    expect(set.find('96127', plainDate('2026-03-10'))).toEqual(limits[0]);
    expect(set.find('99213', plainDate('2026-03-10'))).toBeNull();
  });
});

test('a claim is judged by the loaded pairs, and its explanation names the edition of each code set', async () => {
  await loadPairs('2026q1', [{ ...pair, columnTwo: '90833', effectiveTo: undefined, modifierIndicator: 0 }]);
  const claimId = await house.claim('pair', { procedures: [{ code: '99213' }, { code: '90833' }] });
  const input = (step: string) => ({ practiceId: house.practiceId, claimId, key: `${step}:1` });
  await createCodeClaim(house.deps)(input('coding'));
  const outcome = await createScrubClaim(house.deps)(input('scrubbing'));
  expect(outcome.kind).toBe('parked');
  const explanations = await house.db.read(house.practiceId, (query) => listClaimExplanations(query, claimId));
  const scrubbing = explanations.find(({ step }) => step === 'scrubbing');
  expect(scrubbing?.findings).toContainEqual(expect.objectContaining({ code: 'ncci-pair', severity: 'error' }));
  expect(scrubbing?.trace[0]?.facts).toMatchObject({
    ncciPairs: expect.stringMatching(/^2026q1/),
    hcpcsCodes: 'built-in subset',
    unitLimits: 'built-in subset',
  });
});

test('a code that a fix brings is judged by its pairs too', async () => {
  await loadPairs('2026q1', [{ ...pair, columnTwo: '90833', effectiveTo: undefined, modifierIndicator: 0 }]);
  const claimId = await house.claim('pair of a fixed code', {
    payer: 'summit-health',
    procedures: [{ code: '99213' }, { code: '90833' }],
  });
  const input = (step: string) => ({ practiceId: house.practiceId, claimId, key: `${step}:1` });
  await createCodeClaim(house.deps)(input('coding'));
  // Coded while the payer took the telemedicine family; its new version wants office codes.
  await house.asOwner(`update claims set coded = replace(coded::text, '99213', '98005')::jsonb where id = $1`, [
    claimId,
  ]);
  await createScrubClaim(house.deps)(input('scrubbing'));
  const explanations = await house.db.read(house.practiceId, (query) => listClaimExplanations(query, claimId));
  const scrubbing = explanations.find(({ step }) => step === 'scrubbing');
  expect(scrubbing?.trace.some(({ ruleId }) => ruleId.startsWith('fix:'))).toBe(true);
  expect(scrubbing?.findings).toContainEqual(
    expect.objectContaining({ code: 'ncci-pair', message: expect.stringContaining('part of 99213') }),
  );
});
