import type { z } from 'zod';

/** A type without what a schema can't say: every property read-only, intersections as one object. */
type Shape<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Shape<Item>[]
    : { readonly [Key in keyof T]: Shape<T[Key]> };

type IsSame<A, B> = (<T>() => T extends Shape<A> ? 1 : 2) extends <T>() => T extends Shape<B> ? 1 : 2 ? true : false;

/**
 * Lets a schema pass for a model's only when what it gives is exactly the model: no property more, none fewer, none
 * optional in one and required in the other. Otherwise the call does not compile.
 */
export function exactly<Model>() {
  return <Schema extends z.ZodType<Model>>(
    schema: Schema,
    ..._proof: IsSame<z.output<Schema>, Model> extends true ? [] : ['the schema differs from the model']
  ): z.ZodType<Model> => schema;
}
