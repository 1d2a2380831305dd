import { z } from 'zod';
import { type CalendarQuarter, parseCalendarQuarter } from '../domain/coding/calendar-quarter.js';
import type { Database, Queryable } from './database.js';
import { type SqlQuery, sql } from './sql.js';

/** The code sets that are loaded from official files. Editions: fiscal years of ICD-10-CM, quarters of the others. */
export const codeSets = ['icd-10-cm', 'hcpcs', 'ncci-pairs', 'ncci-units'] as const;
export type CodeSet = (typeof codeSets)[number];

/** An edition to load; `entries` is how many rows follow, `contentSha256` tells whether it is the same as before. */
export interface EditionInput {
  readonly codeSet: CodeSet;
  readonly edition: string;
  readonly fileNames: readonly string[];
  readonly contentSha256: string;
  readonly entries: number;
}

/** What became of a load: a new revision, or nothing, because the newest revision has the same content. */
export interface LoadedEdition {
  readonly kind: 'loaded' | 'unchanged';
  readonly revision: number;
}

/** Loads an edition all or nothing as its next revision; `insert` writes the rows. Earlier revisions stay as they are. */
export async function loadEdition(
  db: Database,
  input: EditionInput,
  insert: (query: Queryable, editionId: number) => Promise<void>,
): Promise<LoadedEdition> {
  return db.system(async (query) => {
    const { codeSet, edition } = input;
    await query.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`code-set:${codeSet}:${edition}`}, 0))`);
    const newest = await query.maybeOne(
      z.object({ revision: z.int(), content_sha256: z.string() }),
      sql`select revision, content_sha256 from code_set_editions
        where code_set = ${codeSet} and edition = ${edition} order by revision desc limit 1`,
    );
    if (newest?.content_sha256 === input.contentSha256) return { kind: 'unchanged', revision: newest.revision };
    const revision = (newest?.revision ?? 0) + 1;
    const { id } = await query.one(
      z.object({ id: z.int() }),
      sql`insert into code_set_editions (code_set, edition, revision, file_names, content_sha256, entries)
        values (${codeSet}, ${edition}, ${revision}, ${input.fileNames}::text[], ${input.contentSha256}, ${input.entries})
        returning id`,
    );
    await insert(query, id);
    return { kind: 'loaded', revision };
  });
}

/** The newest revision of each edition of a code set, as a sub-query with `id`, `edition`, `revision`. */
export function newestEditions(codeSet: CodeSet): SqlQuery {
  return sql`(select distinct on (edition) id, edition, revision from code_set_editions
    where code_set = ${codeSet} order by edition, revision desc)`;
}

/** A column that holds a quarter. */
export const quarterColumn = z.string().transform((text, context): CalendarQuarter => {
  const quarter = parseCalendarQuarter(text);
  if (quarter !== null) return quarter;
  context.addIssue('not a quarter');
  return z.NEVER;
});

const editionRow = z.object({
  code_set: z.enum(codeSets),
  edition: z.string(),
  revision: z.int(),
  entries: z.int(),
  file_names: z.array(z.string()),
  loaded_at: z.string(),
});

/** Everything that is loaded, by code set, edition and revision; a revision is in use until a later one is loaded. */
export async function listEditions(db: Database) {
  const rows = await db.system((query) =>
    query.rows(
      editionRow,
      sql`select code_set, edition, revision, entries, file_names, loaded_at from code_set_editions
        order by code_set, edition, revision`,
    ),
  );
  return rows.map((row, index) => ({
    codeSet: row.code_set,
    edition: row.edition,
    revision: row.revision,
    entries: row.entries,
    fileNames: row.file_names,
    loadedAt: row.loaded_at,
    isInUse: rows[index + 1]?.code_set !== row.code_set || rows[index + 1]?.edition !== row.edition,
  }));
}
