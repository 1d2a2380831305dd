import { parseCalendarQuarter } from '../../../../domain/coding/calendar-quarter.js';
import { buildProcedureCodeSet } from '../../../../domain/coding/procedure-code-set.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { buildCodePairSet, type CodePair } from '../../../../domain/scrubbing/ncci/code-pair-set.js';
import { buildUnitLimitSet } from '../../../../domain/scrubbing/ncci/unit-limit-set.js';
import { aClaim, aLine, aPayer } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

type LineSketch = Parameters<typeof aLine>[0];

const quarter = parseCalendarQuarter('2026q1') ?? never();
function never(): never {
  throw new Error('2026q1 is a quarter');
}

function lines(...sketches: readonly LineSketch[]) {
  return { claim: aClaim({ lines: sketches.map((sketch, index) => aLine({ lineNumber: index + 1, ...sketch })) }) };
}

function pairs(modifierIndicator: 0 | 1 | 9, overrides: Partial<CodePair> = {}) {
  const pair: CodePair = {
    columnOne: '99213',
    columnTwo: '96127',
    effectiveFrom: plainDate('2015-01-01'),
    modifierIndicator,
    ...overrides,
  };
  return { codePairs: buildCodePairSet([{ quarter, revision: 1, pairs: [pair] }]) };
}

function limit(adjudicationIndicator: 1 | 2 | 3) {
  const limits = [{ code: '96127', unitsMax: 2, adjudicationIndicator }];
  return { unitLimits: buildUnitLimitSet([{ quarter, revision: 1, limits }]) };
}

const visit: LineSketch = { procedureCode: '99213', modifiers: [] };
const screening: LineSketch = { procedureCode: '96127', modifiers: [] };
const both = lines(visit, screening);

export const ncciExamples: EditExamples = {
  'ncci-pair': [
    { fails: { ...both, ...pairs(0) }, passes: { ...lines(visit), ...pairs(0) } },
    // Indicator 0 stays whatever the modifier; indicator 1 gives way to one of the initiative on either line.
    {
      fails: { ...lines(visit, { ...screening, modifiers: ['59'] }), ...pairs(0) },
      passes: { ...lines(visit, { ...screening, modifiers: ['59'] }), ...pairs(1) },
    },
    {
      fails: { ...both, ...pairs(1) },
      passes: { ...lines({ ...visit, modifiers: ['25'] }, screening), ...pairs(1) },
    },
    {
      fails: { ...lines(visit, { ...screening, modifiers: ['25'] }), ...pairs(1) },
      passes: { ...lines(visit, { ...screening, modifiers: ['XU'] }), ...pairs(1) },
    },
    { fails: { ...both, ...pairs(1) }, passes: { ...both, ...pairs(9) } },
    // The order of the lines is no matter, their days are.
    {
      fails: { ...lines(screening, visit), ...pairs(0) },
      passes: { ...lines({ ...screening, dateOfService: plainDate('2026-03-09') }, visit), ...pairs(0) },
    },
    // First and last day count; a pair deleted as of its first day was never in force.
    {
      fails: { ...both, ...pairs(0, { effectiveTo: plainDate('2026-03-10') }) },
      passes: { ...both, ...pairs(0, { effectiveTo: plainDate('2026-03-09') }) },
    },
    {
      fails: { ...both, ...pairs(0, { effectiveFrom: plainDate('2026-03-10') }) },
      passes: { ...both, ...pairs(0, { effectiveFrom: plainDate('2026-03-11') }) },
    },
    {
      fails: { ...both, ...pairs(0) },
      passes: {
        ...both,
        ...pairs(0, { effectiveFrom: plainDate('2026-03-10'), effectiveTo: plainDate('2026-03-10') }),
      },
    },
    // The built-in subset serves where nothing is loaded; who pays alone is judged by nobody's tables.
    {
      fails: lines({ procedureCode: '90839', modifiers: [] }, { procedureCode: '90785', modifiers: [] }),
      passes: lines({ procedureCode: '90837', modifiers: [] }, { procedureCode: '90785', modifiers: [] }),
    },
    {
      fails: { ...both, ...pairs(0) },
      passes: { ...both, ...pairs(0), payer: aPayer('summit-health', { payerClass: 'self_pay' }) },
    },
  ],
  'units-over-mue': [
    {
      fails: { ...lines({ ...screening, units: 3 }), ...limit(2) },
      passes: { ...lines({ ...screening, units: 2 }), ...limit(2) },
    },
    // Indicators 2 and 3 add up the day, 1 takes each line by itself.
    {
      fails: { ...lines({ ...screening, units: 2 }, { ...screening, units: 1, modifiers: ['59'] }), ...limit(3) },
      passes: { ...lines({ ...screening, units: 2 }, { ...screening, units: 1, modifiers: ['59'] }), ...limit(1) },
    },
    { fails: { ...lines({ ...screening, units: 3 }), ...limit(1) }, passes: { ...lines({ ...screening, units: 3 }) } },
    { fails: lines({ procedureCode: 'Q3014', units: 2 }), passes: lines({ procedureCode: 'Q3014', units: 1 }) },
  ],
  'hcpcs-not-in-quarter': [
    {
      fails: {
        ...lines({ procedureCode: 'G9999' }),
        procedureCodes: buildProcedureCodeSet([{ quarter, revision: 1, codes: ['G2211'] }]),
      },
      passes: {
        ...lines({ procedureCode: 'G2211' }),
        procedureCodes: buildProcedureCodeSet([{ quarter, revision: 1, codes: ['G2211'] }]),
      },
    },
    // CPT codes are in no list of CMS.
    {
      fails: {
        ...lines({ procedureCode: 'G2212' }),
        procedureCodes: buildProcedureCodeSet([{ quarter, revision: 1, codes: ['G2211'] }]),
      },
      passes: {
        ...lines({ procedureCode: '96127' }),
        procedureCodes: buildProcedureCodeSet([{ quarter, revision: 1, codes: ['G2211'] }]),
      },
    },
  ],
  'hcpcs-not-checked': [
    { fails: lines({ procedureCode: 'J3490' }), passes: lines({ procedureCode: 'G2211' }) },
    {
      fails: lines({ procedureCode: 'J3490' }),
      passes: {
        ...lines({ procedureCode: 'J3490' }),
        procedureCodes: buildProcedureCodeSet([{ quarter, revision: 1, codes: ['G2211'] }]),
      },
    },
  ],
};
