import { z } from 'zod';
import { buildDiagnosisCodeSet, type DiagnosisCodeSet } from '../domain/coding/diagnosis-code-set.js';
import { buildProcedureCodeSet, type ProcedureCodeSet } from '../domain/coding/procedure-code-set.js';
import { newestEditions, quarterColumn } from './code-set-editions.js';
import type { Database, Queryable } from './database.js';
import { sql } from './sql.js';

/** Writes the codes of a new edition of ICD-10-CM or HCPCS. */
export async function insertCodes(query: Queryable, editionId: number, codes: readonly string[]): Promise<void> {
  await query.execute(sql`
    insert into code_set_codes (edition_id, code)
    select ${editionId}::bigint, code from unnest(${codes}::text[]) as loaded(code)`);
}

const yearSchema = z.object({ edition: z.coerce.number().int(), codes: z.array(z.string()) });

/** The diagnosis codes of all loaded fiscal years; years that are not loaded are answered from the built-in subset. */
export async function loadDiagnosisCodes(db: Database): Promise<DiagnosisCodeSet> {
  const years = await db.system((system) =>
    system.rows(
      yearSchema,
      sql`select e.edition, array_agg(c.code) as codes from ${newestEditions('icd-10-cm')} e
        join code_set_codes c on c.edition_id = e.id group by e.edition`,
    ),
  );
  return buildDiagnosisCodeSet(years.map(({ edition, codes }) => ({ fiscalYear: edition, codes })));
}

const quarterSchema = z.object({ edition: quarterColumn, revision: z.int(), codes: z.array(z.string()) });

/** The HCPCS codes of all loaded quarters; quarters that are not loaded are answered from the built-in subset. */
export async function loadProcedureCodes(db: Database): Promise<ProcedureCodeSet> {
  const quarters = await db.system((system) =>
    system.rows(
      quarterSchema,
      sql`select e.edition, e.revision, array_agg(c.code) as codes from ${newestEditions('hcpcs')} e
        join code_set_codes c on c.edition_id = e.id group by e.edition, e.revision`,
    ),
  );
  return buildProcedureCodeSet(quarters.map(({ edition, revision, codes }) => ({ quarter: edition, revision, codes })));
}
