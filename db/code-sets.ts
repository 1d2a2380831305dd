import { z } from 'zod';
import { buildDiagnosisCodeSet, type DiagnosisCodeSet } from '../domain/coding/diagnosis-code-set.js';
import type { Database } from './database.js';
import { sql } from './sql.js';

const diagnoses = 'icd-10-cm';

/** Puts the official ICD-10-CM codes of a fiscal year in place of those loaded before, all or nothing. */
export async function replaceDiagnosisCodes(db: Database, fiscalYear: number, codes: readonly string[]): Promise<void> {
  const edition = String(fiscalYear);
  await db.system(async (system) => {
    await system.execute(sql`delete from code_set_codes where code_set = ${diagnoses} and edition = ${edition}`);
    await system.execute(sql`
      insert into code_set_codes (code_set, edition, code)
      select ${diagnoses}, ${edition}, code from unnest(${codes}::text[]) as loaded(code)`);
  });
}

const yearSchema = z.object({ edition: z.coerce.number().int(), codes: z.array(z.string()) });

/** The diagnosis codes of all loaded fiscal years; years that are not loaded are answered from the built-in subset. */
export async function loadDiagnosisCodes(db: Database): Promise<DiagnosisCodeSet> {
  const years = await db.system((system) =>
    system.rows(
      yearSchema,
      sql`select edition, array_agg(code) as codes from code_set_codes where code_set = ${diagnoses} group by edition`,
    ),
  );
  return buildDiagnosisCodeSet(years.map(({ edition, codes }) => ({ fiscalYear: edition, codes })));
}

/** How many diagnosis codes are loaded for each fiscal year. */
export async function countDiagnosisCodes(
  db: Database,
): Promise<readonly { readonly fiscalYear: number; readonly codes: number }[]> {
  const row = z.object({ edition: z.coerce.number().int(), codes: z.int() });
  const years = await db.system((system) =>
    system.rows(
      row,
      sql`select edition, count(*) as codes from code_set_codes where code_set = ${diagnoses}
        group by edition order by edition`,
    ),
  );
  return years.map(({ edition, codes }) => ({ fiscalYear: edition, codes }));
}
