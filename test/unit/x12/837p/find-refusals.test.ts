import { describe, expect, test } from 'vitest';
import { allBites } from '../../../../domain/kernel/bites.js';
import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { findRefusals } from '../../../../domain/x12/837p/find-refusals.js';
import { writeProfessionalClaimBatch } from '../../../../domain/x12/837p/write-professional-claim-batch.js';
import { readInterchangeBites } from '../../../../domain/x12/read-interchange-bites.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { segmentText } from '../../../../domain/x12/segment.js';
import type { ProfessionalClaimBatch } from '../../../../domain/x12/837p/professional-claim-batch.js';
import { dependentClaim, goodClaim } from '../../../builders/checked-claims.js';
import { plainBatch, plainLine } from '../../../builders/small-claim-file.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';

const other = (name: string, rest: Parameters<typeof goodClaim>[0] = {}) =>
  goodClaim({ patientControlNumber: name, ...rest });

function refusalsOf(batch: ProfessionalClaimBatch): Record<number, readonly string[]> {
  const refusals = allBites(findRefusals(batch, testEnvelope));
  return Object.fromEntries([...refusals].map(([claim, findings]) => [claim, findings.map(({ code }) => code)]));
}

describe('a batch about to be sent', () => {
  test('without errors refuses nothing, and warnings refuse nothing', () => {
    const line = plainLine({ placeOfService: '10' });
    expect(refusalsOf(plainBatch(goodClaim(), other('C2', { lines: [line] }), dependentClaim()))).toEqual({});
  });

  test('names each claim with an error of its own, whoever its neighbours are', () => {
    const future = plainLine({ serviceDate: { from: plainDate('2026-02-01'), to: plainDate('2026-02-01') } });
    const batch = plainBatch(
      other('C1'),
      other('C2', { chargeCents: cents(1) }),
      other('C3'),
      dependentClaim({ patientControlNumber: 'C4', frequency: '7' }),
      dependentClaim({ patientControlNumber: 'C5' }),
      other('C6', { lines: [future] }),
    );
    expect(refusalsOf(batch)).toEqual({
      1: ['charge-not-sum-of-lines'],
      3: ['original-reference-missing'],
      5: ['service-in-future'],
    });
  });

  test('finds what the guide’s tables find too', () => {
    expect(refusalsOf(plainBatch(other('C1'), other('C2', { placeOfService: '' })))).toEqual({
      1: ['required-element-missing'],
    });
  });

  test('counts an error of the subscriber to the subscriber’s claims, and of no other', () => {
    const { subscriber } = goodClaim();
    const { sex: _, ...unsexed } = {
      ...subscriber,
      party: { ...subscriber.party, identifier: { qualifier: 'MI', value: 'M2' } },
    };
    const batch = plainBatch(
      other('C1'),
      other('C2', { subscriber: unsexed }),
      other('C3', { subscriber: unsexed }),
      other('C4'),
    );
    expect(Object.keys(refusalsOf(batch))).toEqual(['1', '2']);
  });

  test('counts an error of the billing provider to all its claims', () => {
    const batch = plainBatch(other('C1'), dependentClaim());
    const [level] = batch.billingProviders;
    if (level === undefined) throw new Error('the batch has no billing provider');
    const boxed = {
      ...level,
      billingProvider: { ...level.billingProvider, address: { ...level.billingProvider.address, line1: 'PO BOX 1' } },
    };
    expect(refusalsOf({ ...batch, billingProviders: [boxed, { ...level, claims: [other('C3')] }] })).toEqual({
      0: ['post-box-address'],
      1: ['post-box-address'],
    });
  });
});

describe('a large batch', () => {
  const claims = Array.from({ length: 900 }, (_, index) =>
    other(`C${index}`, index % 7 === 0 ? { chargeCents: cents(1) } : index % 11 === 0 ? { frequency: '7' } : {}),
  );
  const batch = plainBatch(...claims);

  test('is worked off in bites, and the refusals are those of each claim', () => {
    const bites = findRefusals(batch, testEnvelope);
    let biteCount = 0;
    let bite = bites.next();
    for (; bite.done !== true; bite = bites.next()) biteCount += 1;
    expect(biteCount).toBeGreaterThan(20);
    const expected = claims.flatMap((_, index) => {
      if (index % 7 === 0) return [[index, ['charge-not-sum-of-lines']]];
      return index % 11 === 0 ? [[index, ['original-reference-missing']]] : [];
    });
    expect([...bite.value].map(([index, findings]) => [index, findings.map(({ code }) => code)])).toEqual(expected);
  });

  test('read in bites is what it is read in one go', () => {
    const text = writeProfessionalClaimBatch(batch, testEnvelope);
    const [whole, bites] = [readInterchanges(text), allBites(readInterchangeBites(text))];
    const told = ({ interchanges, findings }: typeof whole) => ({
      findings,
      segments: interchanges
        .flatMap(({ groups }) => groups)
        .flatMap(({ transactionSets }) => transactionSets)
        .flatMap(({ segments }) => [...segments].map((one) => [one.position, one.byteOffset, segmentText(one)])),
    });
    expect(text.length).toBeGreaterThan(2 * 65_536);
    expect(told(bites)).toEqual(told(whole));
  });
});
