import { z } from 'zod';
import { visitFactsSchema } from './visit-facts.js';

/** The facts' form as JSON Schema (draft 2020-12), as callers send it. */
export const visitFactsJsonSchema = {
  title: 'The facts of a telemedicine visit',
  ...z.toJSONSchema(visitFactsSchema, { io: 'input' }),
};

/** The parts of JSON Schema that our form uses. */
interface SchemaNode {
  readonly type?: string | undefined;
  readonly enum?: readonly (string | number)[] | undefined;
  readonly format?: string | undefined;
  readonly minimum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly description?: string | undefined;
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined;
}

const nodeSchema: z.ZodType<SchemaNode> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    format: z.string().optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    maximum: z.number().optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
  }),
);

const root = nodeSchema.parse(visitFactsJsonSchema);

/** What may stand at a path of the facts, in words or as the list; undefined when there is no such fact. */
export function allowedValues(path: string): readonly string[] | undefined {
  const node = path
    .split('.')
    .reduce<SchemaNode | undefined>(
      (parent, key) => (Object.hasOwn(parent?.properties ?? {}, key) ? parent?.properties?.[key] : undefined),
      root,
    );
  return node && valuesOf(node);
}

function valuesOf(node: SchemaNode): readonly string[] {
  if (node.enum) return node.enum.map(String);
  if (node.type === 'boolean') return ['true', 'false'];
  if (node.type === 'integer') return [wholeNumber(node)];
  if (node.format === 'date') return ['a date, YYYY-MM-DD'];
  return [node.description ?? 'see the form of the facts'];
}

function wholeNumber({ minimum, exclusiveMinimum, maximum }: SchemaNode): string {
  const least = exclusiveMinimum === undefined ? (minimum ?? 0) : exclusiveMinimum + 1;
  return maximum === undefined ? `a whole number from ${least}` : `a whole number from ${least} to ${maximum}`;
}
