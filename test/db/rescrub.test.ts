import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { type ClaimChange, rescrubClaims, type RescrubPlan } from '../../cli/rescrub/rescrub-claims.js';
import { cursorText, parseCursor } from '../../cli/rescrub/rescrub-cursor.js';
import { RescrubReport } from '../../cli/rescrub/rescrub-report.js';
import { openRunFile } from '../../cli/rescrub/run-file.js';
import { runRescrub } from '../../cli/rescrub/run-rescrub.js';
import { loadEdition } from '../../db/code-set-editions.js';
import { insertCodePairs } from '../../db/ncci-tables.js';
import { type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { candidateEdits } from '../../domain/scrubbing/candidate-edits.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { aPracticeRule } from '../builders/practice-rules.js';
import type { StorySketch } from '../builders/story-visit.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const folder = mkdtempSync(join(tmpdir(), 'teleclaim-rescrub-'));
afterAll(() => rmSync(folder, { recursive: true }));
const today = plainDate('2026-03-16');
const current = { edits: scrubEdits, knownOn: today };

function plan(since: string, overrides: Partial<RescrubPlan> = {}): RescrubPlan {
  const filter = { since: plainDate(since), until: plainDate(since) };
  return { filter, before: 'stored', after: current, today, batchSize: 100, ...overrides };
}

function unkept(rescrubPlan: RescrubPlan, report: RescrubReport) {
  return { plan: rescrubPlan, start: null, kept: null, report };
}

async function changesOf(rescrubPlan: RescrubPlan): Promise<ClaimChange[]> {
  const changes: ClaimChange[] = [];
  for await (const batch of rescrubClaims(house.db, house.practiceId, rescrubPlan, null))
    changes.push(...batch.changes);
  return changes;
}

/** Codes and scrubs a claim, which holds it when an edit blocks. */
async function scrubbedClaim(name: string, sketch: StorySketch): Promise<string> {
  const claimId = await house.claim(name, sketch);
  const input = (step: string) => ({ practiceId: house.practiceId, claimId, key: `${step}:1` });
  await createCodeClaim(house.deps)(input('coding'));
  await createScrubClaim(house.deps)(input('scrubbing'));
  return claimId;
}

const medicareOn = (dateOfService: string): StorySketch => ({ payer: 'medicare', dateOfService });

describe('a rescrub', () => {
  test('tells which claims were held by what was known then, are payable now, why, and for how much', async () => {
    const lapsed = await queuedClaim(house, 'in the lapse', medicareOn('2026-02-01'));
    await queuedClaim(house, 'in the lapse, commercial', { dateOfService: '2026-02-01' });
    const knownThen = { ...current, knownOn: plainDate('2026-02-02') };
    const [row] = await house.asOwner('select charge_cents from claims where id = $1', [lapsed]);
    expect(await changesOf(plan('2026-02-01', { before: knownThen }))).toMatchObject([
      {
        claimId: lapsed,
        dateOfService: '2026-02-01',
        payerCode: 'medicare',
        kind: 'payable_now',
        effectCents: Number(row?.['charge_cents']),
        reasons: [{ code: 'medicare-waivers-lapsed' }],
        before: 'held: 99213 at 10 for I10',
        after: '99213 at 10 for I10',
      },
    ]);
  });

  test('finds nothing to tell of claims that the same rules decided', async () => {
    await queuedClaim(house, 'as ever', { dateOfService: '2026-01-05' });
    await scrubbedClaim('held as ever', { dateOfService: '2026-01-05', documentation: { present: false } });
    expect(await changesOf(plan('2026-01-05'))).toEqual([]);
  });

  test('tells of claims that candidate rules would hold, or let go', async () => {
    const noNote = await scrubbedClaim('without a note', {
      dateOfService: '2026-01-06',
      documentation: { present: false },
    });
    const edits = candidateEdits({ block: [], without: ['note-missing'] });
    const after = { ...current, edits: edits.ok ? edits.value : [] };
    expect(await changesOf(plan('2026-01-06', { before: current, after }))).toMatchObject([
      { claimId: noNote, kind: 'payable_now', reasons: [{ code: 'note-missing' }] },
    ]);
    expect(await changesOf(plan('2026-01-06', { before: after, after: current }))).toMatchObject([
      { claimId: noNote, kind: 'held_now' },
    ]);
  });

  test('tells what candidate payer profiles would bill otherwise, and rules of the practice would hold', async () => {
    const claimId = await queuedClaim(house, 'for other rules', { dateOfService: '2026-01-08' });
    const candidatePayers = (known: readonly PayerProfile[]) =>
      known.map((payer) => (payer.code === 'summit-health' ? { ...payer, audioVideoModifier: 'GT' as const } : payer));
    expect(await changesOf(plan('2026-01-08', { before: current, candidatePayers }))).toMatchObject([
      { claimId, before: expect.stringContaining('99213-95'), after: expect.stringContaining('99213-GT') },
    ]);
    const candidateRules = [aPracticeRule({ when: { fact: 'payer.code', is: 'summit-health' } })];
    expect(await changesOf(plan('2026-01-08', { before: current, candidateRules }))).toMatchObject([
      { claimId, kind: 'held_now', reasons: [{ code: 'practice:summit-audio-only' }] },
    ]);
    expect(await changesOf(plan('2026-01-08', { before: current }))).toEqual([]);
  });

  test('uses the code pairs that are loaded by now', async () => {
    const claimId = await queuedClaim(house, 'visit and psychotherapy', {
      dateOfService: '2026-01-07',
      procedures: [{ code: '99213' }, { code: '90833' }],
    });
    const pairs = [
      {
        columnOne: '99213',
        columnTwo: '90833',
        effectiveFrom: plainDate('2015-01-01'),
        modifierIndicator: 0 as const,
      },
    ];
    await loadEdition(
      house.db,
      { codeSet: 'ncci-pairs', edition: '2026q1', fileNames: [], contentSha256: 'p', entries: 1 },
      (query, id) => insertCodePairs(query, id, pairs),
    );
    expect(await changesOf(plan('2026-01-07'))).toMatchObject([
      { claimId, kind: 'held_now', reasons: [{ code: 'ncci-pair' }] },
    ]);
  });

  test('stopped after any batch and taken up behind its cursor reads each claim one time', async () => {
    const ids = [];
    for (const name of ['one', 'two', 'three']) ids.push(await queuedClaim(house, name, medicareOn('2026-01-31')));
    const knownThen: PlainDate = plainDate('2026-02-02');
    const small = plan('2026-01-31', { before: { ...current, knownOn: knownThen }, batchSize: 1 });
    const seen: string[] = [];
    let cursor = null;
    for (let turn = 0; turn < ids.length; turn += 1) {
      for await (const batch of rescrubClaims(house.db, house.practiceId, small, cursor)) {
        seen.push(...batch.changes.map((change) => change.claimId));
        cursor = parseCursor(cursorText(batch.cursor));
        break;
      }
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  test('kept in a file, killed after any batch and started again, it gives what one run in one piece gives', async () => {
    const names = ['first', 'second', 'third', 'fourth', 'fifth'];
    for (const name of names) await queuedClaim(house, name, medicareOn('2026-02-03'));
    const edits = candidateEdits({ block: ['eligibility-not-verified'], without: [] });
    const after = { ...current, edits: edits.ok ? edits.value : [] };
    const small = plan('2026-02-03', { before: current, after, batchSize: 2 });
    const whole = new RescrubReport(100);
    await runRescrub(house.db, house.practiceId, { ...unkept(small, whole), goesOn: () => true });
    expect(whole.totals).toMatchObject({ read: names.length, byKind: { held_now: { claims: names.length } } });
    for (const batchesBefore of [1, 2, 3]) {
      const path = join(folder, `run-${batchesBefore}`);
      const run = (report: RescrubReport, batchesMax: number) => {
        const kept = openRunFile(path, { practiceId: house.practiceId, ruleSet: 'any', options: {}, today });
        let batches = 0;
        const goesOn = () => (batches += 1) < batchesMax;
        return runRescrub(house.db, house.practiceId, { ...unkept(small, report), kept, goesOn });
      };
      await run(new RescrubReport(100), batchesBefore);
      // Killed while it wrote the next batch.
      appendFileSync(path, '{"read":2,"comp');
      const report = new RescrubReport(100);
      await run(report, Number.POSITIVE_INFINITY);
      expect(report.shown).toEqual(whole.shown);
      expect(report.totals).toEqual(whole.totals);
    }
  });

  test('changes nothing', async () => {
    await queuedClaim(house, 'untouched', medicareOn('2026-02-02'));
    const state = () => house.asOwner('select id, version, event_count, updated_at, coded from claims order by id');
    const before = await state();
    await changesOf(plan('2026-02-02', { before: { ...current, knownOn: plainDate('2026-02-02') } }));
    expect(await state()).toEqual(before);
  });
});
