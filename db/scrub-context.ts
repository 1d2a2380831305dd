import { z } from 'zod';
import { type ContractRate, contractRateSchema } from '../domain/contract/contract-rate.js';
import type { Credential } from '../domain/credential/credential.js';
import { type PracticeRule, practiceRuleSchema } from '../domain/practice-rule/practice-rule.js';
import type { DateSpan } from '../domain/scrubbing/other-claims-span.js';
import type { Visit } from '../domain/visit/visit.js';
import { credentialsToCheck, credentialsToCheckColumns, selectCredentialsToCheck } from './clinician-credentials.js';
import { selectContractRates } from './contract-rates.js';
import type { PracticeReader } from './database.js';
import { noOtherClaims } from './other-claims.js';
import { sql } from './sql.js';

/** What scrubbing a claim asks of our own book besides the claim's context. */
export interface ScrubContext {
  /** Whether the patient has no other claim, coded or not, on the days that the edits of this claim look at. */
  readonly isAlone: boolean;
  readonly credentials: readonly Credential[] | undefined;
  /** The practice's own rules that are in use, by id. */
  readonly rules: readonly PracticeRule[];
  /** What the payer allows for the claim's codes by contract; empty where none was loaded. */
  readonly contractRates: readonly ContractRate[];
}

/** A claim that is about to be scrubbed, and for whom. */
export interface ClaimToScrub {
  readonly claimId: string;
  readonly visit: Pick<Visit, 'dateOfService' | 'patient' | 'clinician'>;
  /** The other days that the edits of its codes look at; null for none. */
  readonly span: DateSpan | null;
  readonly payerCode: string;
  readonly procedureCodes: readonly string[];
}

const rowSchema = z.object({
  ...credentialsToCheckColumns,
  is_alone: z.boolean(),
  rules: z.array(practiceRuleSchema),
  contract_rates: z.array(contractRateSchema),
});

/** Reads it in one statement: every claim is scrubbed, and each turn to the database would be its own. */
export async function readScrubContext(
  query: PracticeReader,
  { claimId, visit, span, payerCode, procedureCodes }: ClaimToScrub,
): Promise<ScrubContext> {
  const row = await query.one(
    rowSchema,
    sql`select ${noOtherClaims(query.practiceId, claimId, visit, span)} as is_alone,
      ${selectCredentialsToCheck(query.practiceId, visit.clinician.npi)},
      coalesce((select jsonb_agg(rule order by id) from practice_rules
        where practice_id = ${query.practiceId} and state = 'on'), '[]'::jsonb) as rules,
      ${selectContractRates(query.practiceId, payerCode, procedureCodes)} as contract_rates`,
  );
  return {
    isAlone: row.is_alone,
    credentials: credentialsToCheck(row),
    rules: row.rules,
    contractRates: row.contract_rates,
  };
}
