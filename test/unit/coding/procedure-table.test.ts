import { describe, expect, it } from 'vitest';
import { isVisitCode, procedureFacts } from '../../../domain/coding/procedure-facts.js';
import { procedureTable } from '../../../domain/coding/procedure-table.js';
import { officeCodeFor } from '../../../domain/coding/visit-levels.js';

describe('the procedure table', () => {
  it('names each code one time, and add-ons only with bases it knows', () => {
    const codes = procedureTable.map((facts) => facts.code);
    expect(new Set(codes).size).toBe(codes.length);
    const bases = procedureTable.flatMap((facts) => facts.needsOneOf ?? []);
    expect(bases.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each([
    ['99202', 'new', 'straightforward', 15],
    ['99205', 'new', 'high', 60],
    ['99212', 'established', 'straightforward', 10],
    ['99215', 'established', 'high', 40],
    ['98000', 'new', 'straightforward', 15],
    ['98007', 'established', 'high', 40],
    ['98011', 'new', 'high', 60],
    ['98012', 'established', 'straightforward', 11],
    ['98015', 'established', 'high', 40],
  ])('has %s for %s patients, %s decision making or %i minutes', (code, patient, level, minMinutes) => {
    expect(procedureFacts(code)).toMatchObject({ patient, level, minMinutes });
  });

  it.each([
    ['98000', '99202'],
    ['98003', '99205'],
    ['98004', '99212'],
    ['98010', '99204'],
    ['98015', '99215'],
  ])('crosses %s over to %s', (telemedicine, office) => {
    const facts = procedureFacts(telemedicine);
    expect(facts && officeCodeFor(facts)).toBe(office);
  });

  it('tells visits from other services', () => {
    expect(['99213', '98006'].every(isVisitCode)).toBe(true);
    expect(['98016', '90834', '99457', 'J3490'].some(isVisitCode)).toBe(false);
  });
});
