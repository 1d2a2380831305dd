import { isValidNpi } from '../kernel/npi.js';
import { usStateCodes } from '../kernel/us-state.js';
import { type ExternalCodes, isWrittenLikeTaxonomy } from './external-codes.js';
import type { LoopInstance } from './loop-instance.js';
import { element, type Segment } from './segment.js';
import type { TransactionCheck } from './transaction-check.js';

/**
 * Checks what every transaction writes alike: NPIs, tax ids, taxonomies, US addresses, spans of dates. Loops of the id
 * `without` are left for another call.
 */
export function checkIdentifiers(
  check: TransactionCheck,
  root: LoopInstance,
  codes: ExternalCodes,
  without?: string,
): void {
  for (const segment of root.segments) checkSegment(check, root, segment, codes);
  for (const child of root.loops) if (child.id !== without) checkIdentifiers(check, child, codes, without);
}

function checkSegment(check: TransactionCheck, instance: LoopInstance, segment: Segment, codes: ExternalCodes): void {
  switch (segment.id) {
    case 'NM1':
      checkNpi(check, instance, segment, 8);
      return;
    case 'N1':
      checkNpi(check, instance, segment, 3);
      return;
    case 'N4':
      checkPlace(check, instance, segment);
      return;
    case 'PRV':
      checkTaxonomy(check, instance, segment, codes);
      return;
    case 'REF':
      checkTaxId(check, instance, segment);
      return;
    case 'DTP':
      checkRange(check, instance, segment);
      return;
    default:
  }
}

/** An NPI stands after its qualifier XX (NM108/NM109, N103/N104). */
function checkNpi(check: TransactionCheck, instance: LoopInstance, segment: Segment, qualifier: number): void {
  if (element(segment, qualifier) !== 'XX') return;
  const npi = check.fields.text(segment, qualifier + 1);
  if (npi === undefined || isValidNpi(npi)) return;
  check.report(
    instance,
    segment,
    {
      code: 'invalid-npi',
      message: 'This is no NPI: it needs ten digits, the last of which checks the others.',
      elementErrorCode: 'I12',
    },
    { element: qualifier + 1 },
  );
}

/** Military posts and the freely associated states have postal abbreviations too (USPS Publication 28, appendix B). */
const states: ReadonlySet<string> = new Set<string>([...usStateCodes, 'AA', 'AE', 'AP', 'FM', 'MH', 'PW']);

function checkPlace(check: TransactionCheck, instance: LoopInstance, segment: Segment): void {
  const { fields } = check;
  const country = fields.text(segment, 4);
  if (country !== undefined && country !== 'US') return;
  const state = fields.text(segment, 2);
  if (state !== undefined && !states.has(state)) {
    check.report(
      instance,
      segment,
      {
        code: 'unknown-state',
        message: 'This is no state of the United States; an address elsewhere needs its country in N404.',
        elementErrorCode: '7',
      },
      { element: 2 },
    );
  }
  const postalCode = fields.text(segment, 3);
  if (postalCode !== undefined && !/^\d{5}(?:\d{4})?$/.test(postalCode)) {
    check.report(
      instance,
      segment,
      {
        code: 'malformed-postal-code',
        message: 'A ZIP code has five or nine digits and no hyphen.',
        elementErrorCode: 'I12',
      },
      { element: 3 },
    );
  }
}

function checkTaxonomy(check: TransactionCheck, instance: LoopInstance, segment: Segment, codes: ExternalCodes): void {
  if (element(segment, 2) !== 'PXC') return;
  const taxonomy = check.fields.text(segment, 3);
  if (taxonomy === undefined) return;
  if (!isWrittenLikeTaxonomy(taxonomy)) {
    check.report(
      instance,
      segment,
      {
        code: 'malformed-external-code',
        message: 'A provider taxonomy code has ten characters: three digits, six letters or digits, and X.',
        elementErrorCode: 'I12',
      },
      { element: 3 },
    );
  } else if (codes.isTaxonomy?.(taxonomy) === false) {
    check.report(
      instance,
      segment,
      { code: 'external-code-not-valid', message: 'The taxonomy list does not have this code.', elementErrorCode: '7' },
      { element: 3 },
    );
  }
}

/** EI and TJ tax ids, SY social security numbers: nine digits without separators. */
function checkTaxId(check: TransactionCheck, instance: LoopInstance, segment: Segment): void {
  const qualifier = element(segment, 1);
  if (qualifier !== 'EI' && qualifier !== 'SY' && qualifier !== 'TJ') return;
  const value = check.fields.text(segment, 2);
  if (value === undefined || /^\d{9}$/.test(value)) return;
  check.report(
    instance,
    segment,
    {
      code: 'malformed-tax-id',
      message: 'A tax id or social security number is nine digits without hyphens.',
      elementErrorCode: 'I12',
    },
    { element: 2 },
  );
}

function checkRange(check: TransactionCheck, instance: LoopInstance, segment: Segment): void {
  if (element(segment, 2) !== 'RD8') return;
  const range = check.fields.period(segment, 2);
  if (range === undefined || range.from <= range.to) return;
  check.report(
    instance,
    segment,
    { code: 'date-range-reversed', message: 'The span of dates ends before it begins.', elementErrorCode: '8' },
    { element: 3 },
  );
}
