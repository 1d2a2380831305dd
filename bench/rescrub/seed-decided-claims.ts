import pg from 'pg';
import { demonstrationPayerProfiles } from '../../cli/demonstration/demonstration-payer-profiles.js';
import { demonstrationPractice } from '../../cli/demonstration/demonstration-practice.js';
import { generateVisits } from '../../cli/demonstration/generate-visits.js';
import { createPractice } from '../../db/practices.js';
import { receiveVisits } from '../../db/receive-visits.js';
import type { Database } from '../../db/database.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import type { EligibilityVerdict } from '../../domain/coverage/eligibility-verdict.js';
import { startOfDay } from '../../domain/kernel/instant.js';
import { addDays, plainDate } from '../../domain/kernel/plain-date.js';
import { judgeClaim, recodeClaim } from '../../domain/rescrub/judge-claim.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { type Visit, visitSchema } from '../../domain/visit/visit.js';

/** Visits that are told apart by more than their ids: twenty-one fortnights of the demonstration's mix. */
const fortnights = 21;
const visitsAFortnight = 60;
const lastDay = plainDate('2026-03-16');

const active: EligibilityVerdict = {
  status: 'active',
  telehealthBenefit: 'covered',
  inNetwork: 'yes',
  copayCents: 2_500,
  coinsuranceBasisPoints: null,
  deductibleRemainingCents: 0,
  planName: 'Any plan',
  coverageFrom: plainDate('2025-01-01'),
  rejectReasons: [],
  evidence: ['EB:12', 'EB:14'],
};

/**
 * Claims of one practice as our own rules decided them: most have gone, some are held, some wait for a coder. Different
 * visits by the real intake are copied until there are as many as asked for, each with a patient of its own; each fiftieth
 * copy has the patient of the one before, on the same day.
 */
export async function seedDecidedClaims(db: Database, ownerUrl: string, count: number): Promise<string> {
  const { practiceId } = await createPractice(db, demonstrationPractice, demonstrationPayerProfiles);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  for (let fortnight = 0; fortnight < fortnights; fortnight += 1) {
    const today = addDays(lastDay, -14 * fortnight);
    const generated = generateVisits({ seed: `rescrub-${fortnight}`, count: visitsAFortnight, today });
    const visits = generated.map(({ visit }) => visitSchema.parse(visit));
    const received = await receiveVisits(db, { practiceId, actor: 'system:bench', now: startOfDay(today), visits });
    for (const [index, visit] of visits.entries()) {
      const claim = received[index];
      if (claim === undefined || claim.kind === 'refused') throw new Error('a visit of the benchmark was refused');
      await decide(owner, claim.claimId, visit);
    }
  }
  await copyClaims(owner, count);
  await owner.end();
  return practiceId;
}

async function decide(owner: pg.Client, claimId: string, visit: Visit): Promise<void> {
  const payer = demonstrationPayerProfiles.find(({ code }) => code === visit.coverages[0]?.payerCode);
  if (payer === undefined) throw new Error('a visit of the benchmark has no payer');
  const stored = {
    ...{ visit, payer, practice: demonstrationPractice, diagnosisCodes: builtInDiagnosisCodeSet, eligibility: active },
    ...{ corrections: [], otherClaims: [], overriddenEditIds: [], frequencyCode: '1' as const, today: lastDay },
  };
  const { verdict } = judgeClaim(stored, recodeClaim(stored), { edits: scrubEdits, knownOn: lastDay });
  const [stage, attention] = progressOf(verdict.kind);
  const claim = verdict.kind === 'needs_coder' ? null : JSON.stringify(verdict.claim);
  await owner.query(
    `update claims set coded = $2, eligibility = $3, stage = $4, attention = $5,
       submission_number = case $4 when 'adjudication' then 1 else 0 end where id = $1`,
    [claimId, claim, JSON.stringify(active), stage, attention],
  );
}

function progressOf(verdict: 'payable' | 'held' | 'needs_coder'): readonly [stage: string, attention: string] {
  switch (verdict) {
    case 'payable':
      return ['adjudication', 'none'];
    case 'held':
      return ['scrubbing', 'biller'];
    case 'needs_coder':
      return ['coding', 'coder'];
  }
}

async function copyClaims(owner: pg.Client, count: number): Promise<void> {
  const base = fortnights * visitsAFortnight;
  if (count < base) throw new RangeError(`the benchmark has ${base} claims at least`);
  const turns = Math.ceil(count / base) - 1;
  const numbered = (id: string) => `'${id}_' || lpad((n * ${base} + place)::text, 26, '0')`;
  const limit = `where n * ${base} + place <= $2`;
  await owner.query(
    `insert into visits select ${numbered('vis')}, practice_id, source, 'copy-' || n * ${base} + place, date_of_service,
       received_at, actor, data from (select *, row_number() over (order by id) as place from visits) v, generate_series(1, $1) n ${limit}`,
    [turns, count],
  );
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'claims' order by ordinal_position`,
  );
  const changed: Readonly<Record<string, string>> = {
    id: numbered('clm'),
    visit_id: numbered('vis'),
    patient_control_number: `'BENCH' || n * ${base} + place`,
    patient_sha256: `encode(sha256((patient_sha256 || case when n % 50 = 0 then n - 1 else n end)::bytea), 'hex')`,
    created_at: `created_at + make_interval(secs => n)`,
  };
  const names = rows.map(({ name }) => name);
  await owner.query(
    `insert into claims (${names.join(', ')}) select ${names.map((name) => changed[name] ?? name).join(', ')}
       from (select *, row_number() over (order by visit_id) as place from claims) c, generate_series(1, $1) n ${limit}`,
    [turns, count],
  );
  await owner.query('vacuum analyze claims');
  await owner.query('vacuum analyze visits');
}
