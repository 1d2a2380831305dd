import { z } from 'zod';
import type { CalendarQuarter } from '../domain/coding/calendar-quarter.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import { buildCodePairSet, type CodePair, type CodePairSet } from '../domain/scrubbing/ncci/code-pair-set.js';
import { buildUnitLimitSet, type UnitLimit, type UnitLimitSet } from '../domain/scrubbing/ncci/unit-limit-set.js';
import { newestEditions, quarterColumn } from './code-set-editions.js';
import type { Database, Queryable } from './database.js';
import { sql } from './sql.js';

const rowsPerStatement = 20_000;

/** Writes the pairs of a new edition as they are read; a quarter has more than two million. */
export async function insertCodePairs(query: Queryable, editionId: number, pairs: Iterable<CodePair>): Promise<void> {
  for (const chunk of chunksOf(pairs, rowsPerStatement)) {
    await query.execute(sql`
      insert into ncci_code_pairs (edition_id, column_one, column_two, effective_from, effective_to, modifier_indicator)
      select ${editionId}::bigint, * from unnest(${chunk.map((pair) => pair.columnOne)}::text[],
        ${chunk.map((pair) => pair.columnTwo)}::text[], ${chunk.map((pair) => pair.effectiveFrom)}::date[],
        ${chunk.map((pair) => pair.effectiveTo ?? null)}::date[], ${chunk.map((pair) => pair.modifierIndicator)}::smallint[])
      on conflict do nothing`);
  }
}

/** Writes the limits of a new edition. */
export async function insertUnitLimits(
  query: Queryable,
  editionId: number,
  limits: Iterable<UnitLimit>,
): Promise<void> {
  for (const chunk of chunksOf(limits, rowsPerStatement)) {
    await query.execute(sql`
      insert into ncci_unit_limits (edition_id, code, units_max, adjudication_indicator, rationale)
      select ${editionId}::bigint, * from unnest(${chunk.map((limit) => limit.code)}::text[],
        ${chunk.map((limit) => limit.unitsMax)}::int[], ${chunk.map((limit) => limit.adjudicationIndicator)}::smallint[],
        ${chunk.map((limit) => limit.rationale ?? null)}::text[])
      on conflict do nothing`);
  }
}

function* chunksOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const pairRow = z.object({
  edition: quarterColumn,
  revision: z.int(),
  column_one: z.string().nullable(),
  column_two: z.string().nullable(),
  effective_from: plainDateSchema.nullable(),
  effective_to: plainDateSchema.nullable(),
  modifier_indicator: z.union([z.literal(0), z.literal(1), z.literal(9)]).nullable(),
});

/**
 * The code pairs among some codes, of every loaded quarter. They are asked of the database claim by claim: most claims have
 * one code and no question, and an index answers in well under a millisecond, where two million pairs a quarter in each
 * worker would cost tens of megabytes and seconds at each start.
 */
export async function readCodePairs(query: Pick<Queryable, 'rows'>, codes: readonly string[]): Promise<CodePairSet> {
  const rows = await query.rows(
    pairRow,
    sql`select e.edition, e.revision, p.column_one, p.column_two, p.effective_from, p.effective_to, p.modifier_indicator
      from ${newestEditions('ncci-pairs')} e left join ncci_code_pairs p
        on p.edition_id = e.id and p.column_one = any(${codes}::text[]) and p.column_two = any(${codes}::text[])`,
  );
  const quarters = new Map<CalendarQuarter, { quarter: CalendarQuarter; revision: number; pairs: CodePair[] }>();
  for (const row of rows) {
    const quarter = quarters.get(row.edition) ?? { quarter: row.edition, revision: row.revision, pairs: [] };
    quarters.set(row.edition, quarter);
    const pair = pairOf(row);
    if (pair !== null) quarter.pairs.push(pair);
  }
  return buildCodePairSet([...quarters.values()]);
}

/** Null for a quarter in which no two of the codes are a pair. */
function pairOf(row: z.infer<typeof pairRow>): CodePair | null {
  const { column_one, column_two, effective_from, effective_to, modifier_indicator } = row;
  if (column_one === null || column_two === null || effective_from === null || modifier_indicator === null) return null;
  return {
    columnOne: column_one,
    columnTwo: column_two,
    effectiveFrom: effective_from,
    effectiveTo: effective_to ?? undefined,
    modifierIndicator: modifier_indicator,
  };
}

const limitRow = z.object({
  edition: quarterColumn,
  revision: z.int(),
  code: z.string(),
  units_max: z.int(),
  adjudication_indicator: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  rationale: z.string().nullable(),
});

/** The unit limits of all loaded quarters, some ten thousand codes each; without any, the built-in subset. */
export async function loadUnitLimits(db: Database): Promise<UnitLimitSet> {
  const rows = await db.system((system) =>
    system.rows(
      limitRow,
      sql`select e.edition, e.revision, l.code, l.units_max, l.adjudication_indicator, l.rationale
        from ${newestEditions('ncci-units')} e join ncci_unit_limits l on l.edition_id = e.id`,
    ),
  );
  const quarters = new Map<CalendarQuarter, { quarter: CalendarQuarter; revision: number; limits: UnitLimit[] }>();
  for (const { edition, revision, code, units_max, adjudication_indicator, rationale } of rows) {
    const quarter = quarters.get(edition) ?? { quarter: edition, revision, limits: [] };
    quarters.set(edition, quarter);
    quarter.limits.push({
      code,
      unitsMax: units_max,
      adjudicationIndicator: adjudication_indicator,
      rationale: rationale ?? undefined,
    });
  }
  return buildUnitLimitSet([...quarters.values()]);
}
