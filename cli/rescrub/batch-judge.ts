import { setImmediate } from 'node:timers/promises';
import { loadDiagnosisCodes, loadProcedureCodes } from '../../db/code-sets.js';
import type { Database } from '../../db/database.js';
import { loadUnitLimits } from '../../db/ncci-tables.js';
import { type ClinicianCredentials, listClinicianCredentials } from '../../db/clinician-credentials.js';
import { listPayerVersions } from '../../db/payer-profiles.js';
import { rulesInUse } from '../../db/practice-rules.js';
import { getPractice } from '../../db/practices.js';
import type { StoredClaimRow } from '../../db/stored-claims.js';
import type { CodingOutcome } from '../../domain/coding/coding-outcome.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { payerOfClaim } from '../../domain/payer/payer-of-claim.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { profileInForce } from '../../domain/payer/profile-in-force.js';
import type { PracticeRule } from '../../domain/practice-rule/practice-rule.js';
import { practiceRuleEdit } from '../../domain/practice-rule/practice-rule-edit.js';
import type { ClaimVerdict } from '../../domain/rescrub/claim-verdict.js';
import { judgeByBoth, pairRules } from '../../domain/rescrub/judge-by-both.js';
import { type JudgingRules, judgeClaim, recodeClaim, type StoredClaim } from '../../domain/rescrub/judge-claim.js';
import { storedVerdict } from '../../domain/rescrub/stored-verdict.js';
import { verdictChange } from '../../domain/rescrub/verdict-change.js';
import { hasGone } from '../../domain/scrubbing/claim-precedence.js';
import type { CodePairSet } from '../../domain/scrubbing/ncci/code-pair-set.js';
import { CodePairCache } from './code-pair-cache.js';
import type { ClaimChange, RescrubBatch } from './rescrub-claims.js';

/** What is compared: claims as they were decided (`stored`) or as some rules judge them, with what `after` makes of them. */
export interface JudgingPlan {
  readonly before: JudgingRules | 'stored';
  readonly after: JudgingRules;
  /** The business date; a claim that has gone is judged as of the day it was received, not by deadlines of today. */
  readonly today: PlainDate;
  /** The payer versions that would be in force; `after` codes and judges by them. */
  readonly candidatePayers?: ((known: readonly PayerProfile[]) => readonly PayerProfile[]) | undefined;
  /** Rules of the practice that would judge in `after`, in place of those of the same id. */
  readonly candidateRules?: readonly PracticeRule[] | undefined;
}

type Shared = Pick<StoredClaim, 'practice' | 'diagnosisCodes' | 'procedureCodes' | 'unitLimits'>;
/** A claim that has been decided, coded anew. */
interface Recoded {
  readonly row: StoredClaimRow;
  readonly decided: ClaimVerdict;
  readonly before: CodedAnew;
  /** By the candidate payers; the same object where they change nothing for it. */
  readonly after: CodedAnew;
}

interface CodedAnew {
  readonly stored: StoredClaim;
  readonly outcome: CodingOutcome;
}

/** What the practice has on record by which claims are judged. */
interface Known {
  readonly payers: VersionsByCode;
  readonly payersAfter: VersionsByCode;
  readonly credentials: ReadonlyMap<string, ClinicianCredentials>;
}

type VersionsByCode = ReadonlyMap<string, readonly PayerProfile[]>;

function versionsByCode(versions: readonly PayerProfile[]): VersionsByCode {
  const byCode = new Map<string, PayerProfile[]>();
  for (const version of versions) byCode.set(version.code, [...(byCode.get(version.code) ?? []), version]);
  return byCode;
}

/** The practice's own rules judge beside the edits of either side; candidates of them on the side of `after`. */
function withOwnRules(plan: JudgingPlan, own: readonly PracticeRule[]): JudgingPlan {
  const { candidateRules = [] } = plan;
  const ownAfter = [...own.filter(({ id }) => candidateRules.every((rule) => rule.id !== id)), ...candidateRules];
  const joined = (rules: JudgingRules, more: readonly PracticeRule[]) =>
    more.length === 0 ? rules : { ...rules, edits: [...rules.edits, ...more.map(practiceRuleEdit)] };
  const before = plan.before === 'stored' ? plan.before : joined(plan.before, own);
  return { ...plan, before, after: joined(plan.after, ownAfter) };
}

/** Reads what all claims of a practice share. */
export async function openBatchJudge(db: Database, practiceId: string, plan: JudgingPlan): Promise<BatchJudge> {
  const practice = await db.read(practiceId, (query) => getPractice(query, practiceId));
  const payers = await db.read(practiceId, listPayerVersions);
  const credentials = await db.read(practiceId, listClinicianCredentials);
  const own = await db.read(practiceId, rulesInUse);
  const shared = {
    practice,
    diagnosisCodes: await loadDiagnosisCodes(db),
    procedureCodes: await loadProcedureCodes(db),
    unitLimits: await loadUnitLimits(db),
  };
  return new BatchJudge(
    withOwnRules(plan, own),
    shared,
    {
      payers: versionsByCode(payers),
      payersAfter: versionsByCode(plan.candidatePayers?.(payers) ?? payers),
      credentials: new Map(credentials.map((one) => [one.npi, one])),
    },
    new CodePairCache(db),
  );
}

/** Claims judged at a stretch. */
const portionSize = 50;

function portionsOf(rows: readonly StoredClaimRow[]): (readonly StoredClaimRow[])[] {
  const count = Math.ceil(rows.length / portionSize);
  return Array.from({ length: count }, (_, index) => rows.slice(index * portionSize, (index + 1) * portionSize));
}

/**
 * Judges the claims of a practice, batch by batch. Between portions of a batch the process hears what has come in: the
 * database, which reads ahead in the meantime, gets its next statement as soon as the last one is answered.
 */
class BatchJudge {
  readonly #dates = new Map<string, PlainDate>();

  constructor(
    private readonly plan: JudgingPlan,
    private readonly shared: Shared,
    private readonly known: Known,
    private readonly pairs: CodePairCache,
  ) {}

  async judge(rows: readonly StoredClaimRow[]): Promise<Omit<RescrubBatch, 'cursor'>> {
    const changes: ClaimChange[] = [];
    let compared = 0;
    for (const portion of portionsOf(rows)) {
      const recoded = portion.map((row) => this.recode(row)).filter((one) => one !== null);
      const verdictsOf = judgeOf(this.plan, await this.pairs.of(recoded.flatMap(outcomesOf)));
      compared += recoded.length;
      changes.push(...recoded.map((one) => compare(one, verdictsOf)).filter((change) => change !== null));
      await setImmediate();
    }
    return { read: rows.length, compared, changes };
  }

  /** Null for a claim that nobody has decided yet, or whose payer the practice does not know. */
  private recode(row: StoredClaimRow): Recoded | null {
    const decided = decidedOf(row);
    if (decided === null) return null;
    const { claim, visit, corrections, otherClaims } = row;
    const payer = payerOf(row, this.known.payers);
    const payerAfter = payerOf(row, this.known.payersAfter);
    if (payer === null || payerAfter === null) return null;
    const progress = { stage: claim.stage, submissionNumber: claim.submission_number };
    const { practice, diagnosisCodes, procedureCodes, unitLimits } = this.shared;
    const stored: StoredClaim = {
      practice,
      diagnosisCodes,
      procedureCodes,
      unitLimits,
      visit,
      payer,
      corrections,
      otherClaims,
      eligibility: claim.eligibility,
      frequencyCode: claim.frequency_code,
      payerClaimControlNumber: claim.payer_claim_control_number ?? undefined,
      today: hasGone(progress) ? this.receivedOn(claim.created_at) : this.plan.today,
      overriddenEditIds: claim.overridden_edit_ids,
      credentials: this.credentialsOf(visit.clinician.npi),
    };
    const before = { stored, outcome: recodeClaim(stored) };
    if (payerAfter === payer) return { row, decided, before, after: before };
    const storedAfter = { ...stored, payer: payerAfter };
    return { row, decided, before, after: { stored: storedAfter, outcome: recodeClaim(storedAfter) } };
  }

  /** As for a claim that is scrubbed: a practice that keeps no credentials is not asked for them. */
  private credentialsOf(npi: string): StoredClaim['credentials'] {
    const { credentials } = this.known;
    return credentials.size === 0 ? undefined : (credentials.get(npi)?.credentials ?? []);
  }

  /** The hour names the day in every time zone of the United States; asking the calendar for each claim would cost as much as many edits. */
  private receivedOn(createdAt: StoredClaimRow['claim']['created_at']): PlainDate {
    const hour = createdAt.slice(0, 13);
    const date = this.#dates.get(hour) ?? plainDateAt(createdAt, this.shared.practice.timeZone);
    this.#dates.set(hour, date);
    return date;
  }
}

/** What a claim was or would be, and what the rules make of it. */
type Verdicts = { readonly before: ClaimVerdict; readonly after: ClaimVerdict };
type VerdictsOf = (one: Recoded) => Verdicts;

function judgeOf(plan: JudgingPlan, codePairs: CodePairSet | undefined): VerdictsOf {
  const rulesAfter = { ...plan.after, codePairs };
  const judge = ({ stored, outcome }: CodedAnew, rules: JudgingRules) => judgeClaim(stored, outcome, rules).verdict;
  if (plan.before === 'stored') {
    return ({ decided, after }) => ({ before: decided, after: judge(after, rulesAfter) });
  }
  const pair = pairRules({ ...plan.before, codePairs }, rulesAfter);
  return ({ before, after }) =>
    before === after
      ? judgeByBoth(before.stored, before.outcome, pair)
      : { before: judge(before, pair.before), after: judge(after, rulesAfter) };
}

function outcomesOf({ before, after }: Recoded): readonly CodingOutcome[] {
  return before === after ? [before.outcome] : [before.outcome, after.outcome];
}

function payerOf({ claim, visit }: StoredClaimRow, payers: VersionsByCode): PayerProfile | null {
  const versions = payers.get(claim.payer_code ?? '') ?? [];
  return payerOfClaim(claim.payer_code, profileInForce(versions, claim.date_of_service), visit);
}

function compare(one: Recoded, verdictsOf: VerdictsOf): ClaimChange | null {
  const { claim } = one.row;
  const { before, after } = verdictsOf(one);
  const change = verdictChange(before, after);
  if (change === null) return null;
  return { claimId: claim.id, dateOfService: claim.date_of_service, payerCode: claim.payer_code, ...change };
}

function decidedOf({ claim }: StoredClaimRow): ClaimVerdict | null {
  return storedVerdict({
    stage: claim.stage,
    attention: claim.attention,
    insuranceOutcome: claim.insurance_outcome,
    submissionNumber: claim.submission_number,
    coded: claim.coded,
  });
}
