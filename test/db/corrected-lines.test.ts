import { expect, test } from 'vitest';
import { createCarryOutCommand } from '../../activities/carry-out-command.js';
import { createCodeClaim } from '../../activities/code-claim.js';
import { storeCorrection } from '../../db/claim-corrections.js';
import { findClaim } from '../../db/claim-queries.js';
import { newId } from '../../db/new-id.js';
import type { ClaimCorrection } from '../../domain/claim/claim-correction.js';
import { practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();
const reason = 'as the record says';

const aMedicareClaim = (name: string) =>
  house.claim(name, {
    coverages: [
      {
        rank: 'primary',
        payerCode: 'medicare',
        payerName: 'Medicare',
        memberId: '1EG4TE5MK73',
        relationship: 'self',
      },
    ],
    longitudinalCare: true,
    newPatient: false,
    totalMinutes: 22,
  });

const code = (claimId: string) =>
  createCodeClaim(house.deps)({ practiceId: house.practiceId, claimId, key: `coding:${newId('claimEvent')}` });

async function correct(claimId: string, data: ClaimCorrection) {
  const id = newId('correction');
  const at = house.deps.clock.now();
  const { practiceId } = house;
  await house.db.inPractice(practiceId, (tx) =>
    storeCorrection(tx, { id, claimId, data, reason, actor: 'user:coder', at }),
  );
  const key = `command:${newId('claimEvent')}`;
  const command = { kind: 'correct', correctionId: id, reason } as const;
  return createCarryOutCommand(house.deps)({ practiceId, claimId, key, actor: 'user:coder', command, parked: null });
}

async function linesOf(claimId: string): Promise<readonly string[]> {
  const claim = await house.db.read(house.practiceId, (query) => findClaim(query, claimId));
  const lines: unknown = claim?.coded?.['lines'];
  if (!Array.isArray(lines)) return [];
  return lines.map(({ procedureCode, modifiers }) => [procedureCode, ...modifiers].join('-'));
}

test('a correction stays with its service when coding puts a line before it', async () => {
  const claimId = await aMedicareClaim('prolonged after the correction');
  await code(claimId);
  expect(await linesOf(claimId)).toEqual(['99213', 'G2211']);
  expect(await correct(claimId, { lines: [{ lineNumber: 2, modifiers: ['33'] }] })).toMatchObject({
    kind: 'carried_out',
  });
  await correct(claimId, { totalMinutes: 95 });
  expect(await code(claimId)).toEqual({ kind: 'done' });
  expect(await linesOf(claimId)).toEqual(['99215', 'G2212', 'G2211-33']);
});

test('a correction whose service is gone is a question; the line named anew, or its number alone, answers it', async () => {
  const claimId = await aMedicareClaim('another level after the correction');
  await code(claimId);
  await correct(claimId, { lines: [{ lineNumber: 1, modifiers: ['33'] }] });
  await correct(claimId, { totalMinutes: 32 });
  expect(await code(claimId)).toMatchObject({ kind: 'parked' });
  const items = await house.asOwner('select kind, findings from work_items where claim_id = $1', [claimId]);
  expect(items).toMatchObject([
    {
      kind: 'coding_question',
      findings: [{ code: 'correction-without-line', message: expect.stringContaining('1 99214, 2 G2211') }],
    },
  ]);
  await correct(claimId, { lines: [{ lineNumber: 1, forProcedureCode: '99214', modifiers: ['25'] }] });
  expect(await code(claimId)).toEqual({ kind: 'done' });
  expect(await linesOf(claimId)).toEqual(['99214-25', 'G2211']);

  await correct(claimId, { totalMinutes: 22 });
  expect(await code(claimId)).toMatchObject({ kind: 'parked' });
  await correct(claimId, { lines: [{ lineNumber: 1 }] });
  expect(await code(claimId)).toEqual({ kind: 'done' });
  expect(await linesOf(claimId)).toEqual(['99213-33', 'G2211']);
});

test('a line that the claim does not have is refused, unless the code is named that coding is to give', async () => {
  const claimId = await aMedicareClaim('a line too far');
  await code(claimId);
  const refused = { kind: 'refused', reason: expect.stringContaining('no line 3') };
  expect(await correct(claimId, { lines: [{ lineNumber: 3, units: 2 }] })).toMatchObject(refused);
  const named = { lineNumber: 2, forProcedureCode: 'G2212', units: 2 };
  expect(await correct(claimId, { totalMinutes: 95, lines: [named] })).toMatchObject({ kind: 'carried_out' });
  await code(claimId);
  expect(await linesOf(claimId)).toEqual(['99215', 'G2212', 'G2211']);
});
