import { loadDiagnosisCodes, loadProcedureCodes } from '../../db/code-sets.js';
import type { Database } from '../../db/database.js';
import { loadUnitLimits, readCodePairs } from '../../db/ncci-tables.js';
import { getPractice, listPayerProfiles } from '../../db/practices.js';
import type { StoredClaimRow } from '../../db/stored-claims.js';
import type { CodingOutcome } from '../../domain/coding/coding-outcome.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { payerOfClaim } from '../../domain/payer/payer-of-claim.js';
import { type JudgingRules, judgeClaim, recodeClaim, type StoredClaim } from '../../domain/rescrub/judge-claim.js';
import { storedVerdict } from '../../domain/rescrub/stored-verdict.js';
import { verdictChange } from '../../domain/rescrub/verdict-change.js';
import { hasGone } from '../../domain/scrubbing/claim-precedence.js';
import type { CodePairSet } from '../../domain/scrubbing/ncci/code-pair-set.js';
import type { ClaimChange, RescrubBatch } from './rescrub-claims.js';

/** What is compared: claims as they were decided (`stored`) or as some rules judge them, with what `after` makes of them. */
export interface JudgingPlan {
  readonly before: JudgingRules | 'stored';
  readonly after: JudgingRules;
  /** The business date; a claim that has gone is judged as of the day it was received, not by deadlines of today. */
  readonly today: PlainDate;
}

type Recoded = { readonly row: StoredClaimRow; readonly stored: StoredClaim; readonly outcome: CodingOutcome };

/** Reads what all claims of a practice share, and gives what judges a batch of them. */
export async function openBatchJudge(
  db: Database,
  practiceId: string,
  plan: JudgingPlan,
): Promise<(rows: readonly StoredClaimRow[]) => Promise<Omit<RescrubBatch, 'cursor'>>> {
  const practice = await db.read(practiceId, (query) => getPractice(query, practiceId));
  const payers = await db.read(practiceId, listPayerProfiles);
  const payersByCode = new Map(payers.map((payer) => [payer.code, payer]));
  const shared = {
    practice,
    diagnosisCodes: await loadDiagnosisCodes(db),
    procedureCodes: await loadProcedureCodes(db),
    unitLimits: await loadUnitLimits(db),
  };
  const pairs = new CodePairCache(db);
  const dates = new Map<string, PlainDate>();
  const receivedOn = (createdAt: StoredClaimRow['claim']['created_at']): PlainDate => {
    // The hour names the day in every time zone of the United States; working it out for each claim would cost more than all edits.
    const hour = createdAt.slice(0, 13);
    const date = dates.get(hour) ?? plainDateAt(createdAt, practice.timeZone);
    dates.set(hour, date);
    return date;
  };

  function recode(row: StoredClaimRow): Recoded[] {
    const { claim, visit, corrections, otherClaims } = row;
    const profile = claim.payer_code === null ? undefined : payersByCode.get(claim.payer_code);
    const payer = payerOfClaim(claim.payer_code, profile ?? null, visit);
    if (payer === null) return [];
    const progress = { stage: claim.stage, submissionNumber: claim.submission_number };
    const stored: StoredClaim = {
      ...shared,
      visit,
      payer,
      corrections,
      otherClaims,
      eligibility: claim.eligibility,
      frequencyCode: claim.frequency_code,
      payerClaimControlNumber: claim.payer_claim_control_number ?? undefined,
      today: hasGone(progress) ? receivedOn(claim.created_at) : plan.today,
      overriddenEditIds: claim.overridden_edit_ids,
    };
    return [{ row, stored, outcome: recodeClaim(stored) }];
  }

  function compare(
    { row, stored, outcome }: Recoded,
    rules: Pick<JudgingPlan, 'before' | 'after'>,
  ): ClaimChange | null | 'undecided' {
    const { claim } = row;
    const decided = storedVerdict({
      stage: claim.stage,
      attention: claim.attention,
      insuranceOutcome: claim.insurance_outcome,
      submissionNumber: claim.submission_number,
      coded: claim.coded,
    });
    if (decided === null) return 'undecided';
    const before = rules.before === 'stored' ? decided : judgeClaim(stored, outcome, rules.before);
    const change = verdictChange(before, judgeClaim(stored, outcome, rules.after));
    return change === null
      ? null
      : { claimId: claim.id, dateOfService: claim.date_of_service, payerCode: claim.payer_code, ...change };
  }

  return async (rows) => {
    const recoded = rows.flatMap(recode);
    const codePairs = await pairs.of(recoded.map(({ outcome }) => outcome));
    const rules = {
      before: plan.before === 'stored' ? plan.before : { ...plan.before, codePairs },
      after: { ...plan.after, codePairs },
    };
    const compared = recoded.map((one) => compare(one, rules)).filter((change) => change !== 'undecided');
    const changes = compared.filter((change) => change !== null);
    return { read: rows.length, compared: compared.length, changes };
  };
}

/** A practice bills some dozens of codes: their pairs are read anew only when a batch brings a further code. */
class CodePairCache {
  readonly #codes = new Set<string>();
  #pairs: CodePairSet | undefined;

  constructor(private readonly db: Database) {}

  async of(outcomes: readonly CodingOutcome[]): Promise<CodePairSet | undefined> {
    const before = this.#codes.size;
    for (const outcome of outcomes) {
      if (outcome.kind !== 'coded' || outcome.claim.lines.length < 2) continue;
      for (const line of outcome.claim.lines) this.#codes.add(line.procedureCode);
    }
    if (this.#codes.size > before) {
      this.#pairs = await this.db.system((query) => readCodePairs(query, [...this.#codes]));
    }
    return this.#pairs;
  }
}
