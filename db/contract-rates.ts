import { z } from 'zod';
import { type ContractRate, contractRateKey, contractRateSchema } from '../domain/contract/contract-rate.js';
import type { Instant } from '../domain/kernel/instant.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import type { PracticeTransaction, Queryable } from './database.js';
import { type SqlQuery, sql } from './sql.js';

/** The rates that count now, as one column of JSON in the form of the domain. */
const rateColumn = sql`jsonb_strip_nulls(jsonb_build_object('payerCode', payer_code, 'procedureCode', procedure_code,
  'modifier', modifier, 'placeOfService', place_of_service, 'allowedCents', allowed_cents,
  'from', to_char(effective_from, 'YYYY-MM-DD'), 'to', to_char(effective_to, 'YYYY-MM-DD')))`;

/** What was loaded of one payer. */
export interface ContractOfPayer {
  readonly payerCode: string;
  readonly rates: number;
  readonly firstDay: string;
  readonly loadedAt: string;
  readonly loadedBy: string;
}

/** Each payer of the practice whose contract was loaded, by code. */
export async function listContracts(query: Queryable): Promise<ContractOfPayer[]> {
  const rows = await query.rows(
    z.object({
      payer_code: z.string(),
      rates: z.int(),
      first_day: plainDateSchema,
      loaded_at: z.string(),
      loaded_by: z.string(),
    }),
    sql`select payer_code, count(*)::int as rates, to_char(min(effective_from), 'YYYY-MM-DD') as first_day,
        max(loaded_at) as loaded_at, max(loaded_by) as loaded_by
      from contract_rates where replaced_at is null group by payer_code order by payer_code`,
  );
  return rows.map((row) => ({
    payerCode: row.payer_code,
    rates: row.rates,
    firstDay: row.first_day,
    loadedAt: row.loaded_at,
    loadedBy: row.loaded_by,
  }));
}

/** The rates of one payer that count now, by code and first day. */
export async function contractRatesOf(query: Queryable, payerCode: string): Promise<ContractRate[]> {
  const rows = await query.rows(
    z.object({ rate: contractRateSchema }),
    sql`select ${rateColumn} as rate from contract_rates
      where payer_code = ${payerCode} and replaced_at is null
      order by procedure_code, modifier nulls first, place_of_service nulls first, effective_from`,
  );
  return rows.map(({ rate }) => rate);
}

/** The rates of these codes by the payer’s contract, as a column of a statement; an empty list where none was loaded. */
export function selectContractRates(
  practiceId: string,
  payerCode: string,
  procedureCodes: readonly string[],
): SqlQuery {
  return sql`coalesce((select jsonb_agg(${rateColumn}) from contract_rates
      where practice_id = ${practiceId} and payer_code = ${payerCode} and replaced_at is null
        and procedure_code = any(${[...new Set(procedureCodes)]}::text[])), '[]'::jsonb)`;
}

/** How a load changes what counts of one payer. */
export interface ContractChange {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
}

/** Puts a payer’s rates in place of those before, in the transaction; a load that changes nothing writes nothing. */
export async function replaceContractRates(
  tx: PracticeTransaction,
  payerCode: string,
  rates: readonly ContractRate[],
  load: { readonly at: Instant; readonly by: string; readonly dryRun: boolean },
): Promise<ContractChange> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`contract:${tx.practiceId}:${payerCode}`}, 0))`);
  const change = changeOf(await contractRatesOf(tx, payerCode), rates);
  if (load.dryRun || change.added + change.changed + change.ended === 0) return change;
  await tx.execute(sql`update contract_rates set replaced_at = ${load.at}
    where practice_id = ${tx.practiceId} and payer_code = ${payerCode} and replaced_at is null`);
  await tx.execute(sql`
    insert into contract_rates (practice_id, payer_code, procedure_code, modifier, place_of_service, allowed_cents,
      effective_from, effective_to, loaded_at, loaded_by)
    select ${tx.practiceId}, ${payerCode}, rate.*, ${load.at}::timestamptz, ${load.by} from unnest(
      ${rates.map((rate) => rate.procedureCode)}::text[], ${rates.map((rate) => rate.modifier ?? null)}::text[],
      ${rates.map((rate) => rate.placeOfService ?? null)}::text[], ${rates.map((rate) => rate.allowedCents)}::bigint[],
      ${rates.map((rate) => rate.from)}::date[], ${rates.map((rate) => rate.to ?? null)}::date[]) as rate`);
  return change;
}

function changeOf(before: readonly ContractRate[], after: readonly ContractRate[]): ContractChange {
  const known = new Map(before.map((rate) => [contractRateKey(rate), rate]));
  const isSame = (rate: ContractRate) => {
    const old = known.get(contractRateKey(rate));
    return old !== undefined && old.allowedCents === rate.allowedCents && old.to === rate.to;
  };
  const kept = after.filter((rate) => known.has(contractRateKey(rate)));
  const unchanged = kept.filter(isSame).length;
  return {
    added: after.length - kept.length,
    changed: kept.length - unchanged,
    ended: before.length - kept.length,
    unchanged,
  };
}
