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
      values.push(value);
      text += `$${values.length}`;
    }
    text += query.strings[index + 1] ?? '';
  });
  return text;
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

/** A value as jsonb; `undefined` members are left out as JSON does. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
