/** A statement with its parameters; made only by the `sql` tag, so no value is ever pasted into text. */
export class SqlQuery {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** Text with `$1…` and its parameters, fragments spliced in. */
  compile(): { readonly text: string; readonly values: unknown[] } {
    const values: unknown[] = [];
    return { text: appendTo(this, values), values };
  }
}

function appendTo(query: SqlQuery, values: unknown[]): string {
  let text = query.strings[0] ?? '';
  query.values.forEach((value, index) => {
    if (value instanceof SqlQuery) {
      text += appendTo(value, values);
    } else {
      values.push(storable(value));
      text += `$${values.length}`;
    }
    text += query.strings[index + 1] ?? '';
  });
  return text;
}

/** PostgreSQL holds no NUL in a text; where a file from outside has one, its place is marked. The raw bytes keep it. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\u0000') ? value.replaceAll('\u0000', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(storable) : value;
}

/** Parameters for values, splicing for nested `sql` fragments: sql`select … where id = ${id} ${extra}`. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): SqlQuery {
  return new SqlQuery(strings, values);
}

/** Joins fragments, for lists of conditions. */
export function joinSql(fragments: readonly SqlQuery[], separator: string): SqlQuery {
  if (fragments.length === 0) return new SqlQuery([''], []);
  const strings = ['', ...fragments.slice(1).map(() => separator), ''];
  return new SqlQuery(strings, fragments);
}

/** A value as jsonb; `undefined` members are left out as JSON does, and what no text may hold is marked. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\u0000') && !text.includes('\\ud')) return text;
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'string' ? member.replace(/[\u0000\p{Surrogate}]/gu, '\uFFFD') : member,
  );
}
