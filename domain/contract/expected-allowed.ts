import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
import { type Cents, cents, formatDollars, minCents, sumCents } from '../kernel/cents.js';
import type { TraceStep } from '../kernel/trace.js';
import type { ContractRate } from './contract-rate.js';

/** What a payer is expected to allow for a claim, line by line; null when the contract has no rate for one of its lines. */
export interface ExpectedAllowed {
  readonly allowedCents: Cents | null;
  readonly trace: readonly TraceStep[];
}

/** Adds up the contract's rates for the lines of a claim. A payer allows no more than what is charged. */
export function expectedAllowed(
  { lines, placeOfService }: Pick<CodedClaim, 'lines' | 'placeOfService'>,
  rates: readonly ContractRate[],
): ExpectedAllowed {
  const priced = lines.map((line) => {
    const rate = rateOf(line, placeOfService, rates);
    return { line, rate, allowed: rate === undefined ? null : allowedOf(line, rate) };
  });
  const known = priced.flatMap(({ allowed }) => (allowed === null ? [] : [allowed]));
  const trace = priced.map(({ line, rate, allowed }): TraceStep => {
    const { procedureCode, modifiers, units, chargeCents } = line;
    const name = [procedureCode, ...modifiers].join('-');
    return {
      ruleId: 'contract-rate',
      facts: {
        line: name,
        placeOfService,
        units,
        chargeCents,
        rateCents: rate?.allowedCents ?? null,
        rateFrom: rate?.from ?? null,
      },
      decision:
        allowed === null
          ? `${name}: the contract has no rate for it on this day`
          : `${name}: ${formatDollars(allowed)} allowed`,
      source: 'the contract rates of the payer that the practice loaded',
      ...(allowed === null ? {} : { effectCents: allowed }),
    };
  });
  return { allowedCents: known.length === lines.length && lines.length > 0 ? sumCents(known) : null, trace };
}

function allowedOf({ units, chargeCents }: ServiceLine, { allowedCents }: ContractRate): Cents {
  return minCents(cents(allowedCents * units), chargeCents);
}

/** The rate that fits the line most closely: by modifier, then by place of service, then the newest. */
function rateOf(
  { procedureCode, modifiers, dateOfService }: ServiceLine,
  placeOfService: string,
  rates: readonly ContractRate[],
): ContractRate | undefined {
  return rates
    .filter(
      (rate) =>
        rate.procedureCode === procedureCode &&
        (rate.modifier === undefined || modifiers.includes(rate.modifier)) &&
        (rate.placeOfService === undefined || rate.placeOfService === placeOfService) &&
        rate.from <= dateOfService &&
        (rate.to === undefined || rate.to >= dateOfService),
    )
    .sort((left, right) => closeness(right) - closeness(left) || (right.from > left.from ? 1 : -1))[0];
}

function closeness({ modifier, placeOfService }: ContractRate): number {
  return (modifier === undefined ? 0 : 2) + (placeOfService === undefined ? 0 : 1);
}
