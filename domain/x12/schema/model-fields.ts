import { z } from 'zod';
import { type Cents, cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { plainDateSchema } from '../../kernel/schemas.js';
import type { DateRange } from '../date-range.js';
import type { Guide, SegmentRule, SimpleElementRule } from '../guide.js';
import { quantityValue } from '../write-values.js';
import { exactly } from './exactly.js';
import { elementRule, loopRule, segmentRule, segmentRules } from './guide-rule.js';
import { valueTrouble } from './value-trouble.js';

/**
 * What a schema lets through. `guide`: what the guide allows and the writer writes so that it is read back the same.
 * `as-read`: anything a reader of the transaction may give, of the right types; for files as they really are.
 */
export type SchemaForm = 'guide' | 'as-read';

/** Something to complain of at a path below the value that is checked. */
export type ReportTrouble = (message: string, ...path: readonly (string | number)[]) => void;

/** No more is read from one amount either: a hundred billion dollars. */
const largestAmountCents = 10_000_000_000_000;

/**
 * Schemas of single values, each after its element of the guide: lengths, types and code lists come from the guide's
 * tables. A place is written `2300 CLM 5-1` (loop, segment, element and component), `2300 REF=F8 2` with a qualifier.
 */
export class ModelFields {
  constructor(
    private readonly guide: Guide,
    private readonly form: SchemaForm,
  ) {}

  element(place: string): SimpleElementRule | undefined {
    return elementRule(this.guide, place);
  }

  segment(place: string): SegmentRule {
    return segmentRule(this.guide, place);
  }

  segments(loop: string, id: string): SegmentRule[] {
    return segmentRules(this.guide, loop, id);
  }

  text(place: string): z.ZodType<string> {
    const rule = this.element(place);
    return this.check(z.string(), (text, report) => reportTrouble(valueTrouble(rule, text), report));
  }

  /** A text the model always has, empty where the guide does not want it. */
  textOrEmpty(place: string): z.ZodType<string> {
    const rule = this.element(place);
    return this.check(z.string(), (text, report) => {
      if (text !== '' || rule?.usage === 'R') reportTrouble(valueTrouble(rule, text), report);
    });
  }

  amount(place: string): z.ZodType<Cents> {
    const rule = this.element(place);
    const amount = z
      .int('must be a whole number of cents')
      .min(-largestAmountCents, 'is beyond what can be read back')
      .max(largestAmountCents, 'is beyond what can be read back')
      .transform((value): Cents => cents(value));
    return this.check<Cents>(amount, (_, report) => {
      if (rule === undefined) reportTrouble(valueTrouble(rule, ''), report);
    });
  }

  /** A decimal number that is no money: units, minutes, rates. */
  quantity(place: string): z.ZodType<number> {
    const rule = this.element(place);
    return this.check(z.number(), (value, report) => {
      const written = quantityValue(value) ?? '';
      if (Number(written) === value && !Object.is(value, -0)) reportTrouble(valueTrouble(rule, written), report);
      else report('is a number that would not be read back the same: use fewer decimal places');
    });
  }

  /** A count or a position. */
  whole(place: string): z.ZodType<number> {
    return this.check(this.quantity(place), (value, report) => {
      if (!Number.isInteger(value) || value < 0) report('must be a whole number, not below zero');
    });
  }

  date(place: string): z.ZodType<PlainDate> {
    const rule = this.element(place);
    return this.check<PlainDate>(plainDateSchema, (_, report) => {
      if (rule === undefined) reportTrouble(valueTrouble(rule, ''), report);
    });
  }

  /** The days of a DTP: one day unless its rule has the format RD8. */
  period(place: string): z.ZodType<DateRange> {
    const rule = this.segment(place);
    return this.check(this.range(), (period, report) => reportTrouble(periodTrouble(rule, period), report));
  }

  /** A span of days that ends on or after its first day. */
  range(): z.ZodType<DateRange> {
    const range = z.strictObject({ from: plainDateSchema, to: plainDateSchema });
    return this.check(exactly<DateRange>()(range), ({ from, to }, report) => {
      if (to < from) report('must not be before the first day', 'to');
    });
  }

  /** A fact X12 states only when it is so: leave it out instead of saying no. */
  yes(): z.ZodType<boolean> {
    return this.check(z.boolean(), (value, report) => {
      if (!value) report('can not be stated: leave it out when it is not so');
    });
  }

  list<T>(item: z.ZodType<T>, { min = 0, max = Number.POSITIVE_INFINITY }: ListBounds = {}): z.ZodType<T[]> {
    return this.check(z.array(item), (items, report) => {
      if (items.length < min) report(`must have at least ${min === 1 ? 'one' : min}`);
      if (items.length > max) report(`must have at most ${max}, and has ${items.length}`);
    });
  }

  /** How often a loop may stand in the one around it. */
  maxRepeats(loop: string): number {
    return loopRule(this.guide, loop).maxRepeats;
  }

  /** Properties that the model lets be absent (a file may lack them) and the guide does not. */
  requires<T extends object>(schema: z.ZodType<T>, ...keys: readonly (keyof T & string)[]): z.ZodType<T> {
    if (this.form === 'as-read') return schema;
    return keys.reduce(
      (checked, key) =>
        checked.refine((value) => value[key] !== undefined, {
          path: [key],
          message: 'is missing: the guide requires it',
          // Said together with what else is wrong.
          when: ({ value }) => typeof value === 'object' && value !== null,
        }),
      schema,
    );
  }

  /** A rule that only holds for what is to be written after the guide. */
  check<T>(schema: z.ZodType<T>, rule: (value: T, report: ReportTrouble) => void): z.ZodType<T> {
    return this.form === 'as-read' ? schema : this.always(schema, rule);
  }

  /** A rule that holds in both forms. */
  always<T>(schema: z.ZodType<T>, rule: (value: T, report: ReportTrouble) => void): z.ZodType<T> {
    return schema.superRefine((value, context) => {
      rule(value, (message, ...path) => context.addIssue({ code: 'custom', message, path: [...path] }));
    });
  }
}

type ListBounds = { readonly min?: number; readonly max?: number };

export function reportTrouble(
  trouble: string | undefined,
  report: ReportTrouble,
  ...path: readonly (string | number)[]
): void {
  if (trouble !== undefined) report(trouble, ...path);
}

/** Why the days can't stand in this use of DTP. */
export function periodTrouble(rule: SegmentRule, { from, to }: DateRange): string | undefined {
  const formats = rule.elements[1];
  if (from === to || (formats?.kind === 'simple' && formats.codes?.includes('RD8'))) return undefined;
  return 'must be one day: the guide has no span here';
}
