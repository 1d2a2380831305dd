import type { z } from 'zod';
import type { Guide } from '../guide.js';
import { ModelFields, type SchemaForm } from './model-fields.js';

/** The schema of a guide's model in either form; made when it is first asked for, since few callers need it. */
export function schemasOf<Model>(
  guide: Guide,
  make: (fields: ModelFields) => z.ZodType<Model>,
): (form: SchemaForm) => z.ZodType<Model> {
  const made = new Map<SchemaForm, z.ZodType<Model>>();
  return (form) => {
    const known = made.get(form);
    if (known !== undefined) return known;
    const schema = make(new ModelFields(guide, form));
    made.set(form, schema);
    return schema;
  };
}
