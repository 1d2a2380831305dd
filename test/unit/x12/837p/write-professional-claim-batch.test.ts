import { describe, expect, test } from 'vitest';
import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { DependentPatient } from '../../../../domain/x12/837p/professional-claim.js';
import { claimSpanAt, claimSpans } from '../../../../domain/x12/837p/claim-spans.js';
import { readProfessionalClaimBatch } from '../../../../domain/x12/837p/read-professional-claim-batch.js';
import type { ProfessionalClaimBatch } from '../../../../domain/x12/837p/professional-claim-batch.js';
import {
  writeProfessionalClaimBatch,
  writeProfessionalClaimBatchBites,
} from '../../../../domain/x12/837p/write-professional-claim-batch.js';
import { plainBatch, plainClaim, plainLine, smallClaimFile } from '../../../builders/small-claim-file.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { onlyTransactionSet } from '../../../builders/x12-texts.js';

function segments(text: string, ...ids: readonly string[]): string[] {
  const all = text.split('\n').map((segment) => segment.replace('~', ''));
  return ids.length === 0 ? all : all.filter((segment) => ids.includes(segment.split('*')[0] ?? ''));
}

const child: DependentPatient = {
  relationship: '19',
  party: { kind: 'person', lastName: 'DOE', firstName: 'JIM' },
  address: { line1: '1 MAIN ST', city: 'ALBANY', state: 'NY', postalCode: '12207' },
  birthDate: plainDate('2015-06-01'),
  sex: 'M',
  references: [],
};

test("the plainest claim is the guide's segments and no more", () => {
  expect(segments(smallClaimFile).slice(2, -4)).toEqual([
    'ST*837*0001*005010X222A1',
    'BHT*0019*00*BATCH1*20260105*1200*CH',
    'NM1*41*2*PRACTICE*****46*ETIN1',
    'PER*IC*BILLING*TE*5185550100',
    'NM1*40*2*CLEARINGHOUSE*****46*CH1',
    'HL*1**20*1',
    'PRV*BI*PXC*261QM1300X',
    'NM1*85*2*PRACTICE*****XX*1234567893',
    'N3*2 STATE ST',
    'N4*ALBANY*NY*122070001',
    'REF*EI*123456789',
    'HL*2*1*22*0',
    'SBR*P*18*******CI',
    'NM1*IL*1*DOE*JANE****MI*MEMBER1',
    'N3*1 MAIN ST',
    'N4*ALBANY*NY*12207',
    'DMG*D8*19800229*F',
    'NM1*PR*2*PAYER*****PI*12345',
    'CLM*CLAIM1*150***10:B:1*Y*A*Y*Y',
    'HI*ABK:J029',
    'LX*1',
    'SV1*HC:99213:95*150*UN*1***1',
    'DTP*472*D8*20260105',
    'REF*6R*CLAIM1L1',
  ]);
});

describe('levels', () => {
  const other = plainClaim({ payer: { name: 'OTHER', identifier: { qualifier: 'PI', value: '9' }, references: [] } });

  test('neighbours of one subscriber share a level, others get their own', () => {
    const text = writeProfessionalClaimBatch(plainBatch(plainClaim(), plainClaim(), other, plainClaim()), testEnvelope);
    expect(segments(text, 'HL')).toEqual(['HL*1**20*1', 'HL*2*1*22*0', 'HL*3*1*22*0', 'HL*4*1*22*0']);
    expect(segments(text, 'CLM')).toHaveLength(4);
  });

  test('a dependent gets a level below the subscriber, who is then not the patient', () => {
    const text = writeProfessionalClaimBatch(
      plainBatch(plainClaim(), plainClaim({ patient: child }), plainClaim({ patient: child }), plainClaim()),
      testEnvelope,
    );
    expect(segments(text, 'HL', 'SBR', 'PAT')).toEqual([
      'HL*1**20*1',
      'HL*2*1*22*0',
      'SBR*P*18*******CI',
      'HL*3*1*22*1',
      'SBR*P********CI',
      'HL*4*3*23*0',
      'PAT*19',
      'HL*5*1*22*0',
      'SBR*P*18*******CI',
    ]);
    const { value, findings } = readProfessionalClaimBatch(onlyTransactionSet(text));
    expect(findings).toEqual([]);
    expect(value.billingProviders[0]?.claims.map((claim) => claim.patient)).toEqual([
      undefined,
      child,
      child,
      undefined,
    ]);
  });

  test('the 101st claim of a patient opens a new level', () => {
    const claims = Array.from({ length: 101 }, () => plainClaim());
    const text = writeProfessionalClaimBatch(plainBatch(...claims), testEnvelope);
    expect(segments(text, 'HL')).toEqual(['HL*1**20*1', 'HL*2*1*22*0', 'HL*3*1*22*0']);
    expect(readProfessionalClaimBatch(onlyTransactionSet(text)).findings).toEqual([]);
  });
});

describe('in bites', () => {
  const subscriberOf = (index: number) => ({ ...plainClaim().subscriber, groupNumber: `G${index}` });
  const claims = Array.from({ length: 600 }, (_, index) => plainClaim({ subscriber: subscriberOf(index) }));

  function bitesOf(batch: ProfessionalClaimBatch): { readonly count: number; readonly text: string } {
    const bites = writeProfessionalClaimBatchBites(batch, testEnvelope);
    let bite = bites.next();
    let count = 1;
    for (; bite.done !== true; bite = bites.next()) count += 1;
    return { count, text: bite.value };
  }

  test('a large batch is left every thousand segments, and is the same text', () => {
    const { count, text } = bitesOf(plainBatch(...claims));
    expect(count).toBe(Math.ceil(segments(text).length / 1_000));
    expect(text).toBe(writeProfessionalClaimBatch(plainBatch(...claims), testEnvelope));
    const { findings, value } = readProfessionalClaimBatch(onlyTransactionSet(text));
    expect(findings).toEqual([]);
    expect(value.billingProviders[0]?.claims).toEqual(claims);
  });

  test('so is a subscriber with many long claims', () => {
    const line = plainLine();
    const long = Array.from({ length: 60 }, () => plainClaim({ lines: Array.from({ length: 50 }, () => line) }));
    const { count, text } = bitesOf(plainBatch(...long));
    expect(count).toBe(Math.ceil(segments(text).length / 1_000));
  });
});

test('a replacement names the claim it replaces, an accident its day, a void keeps its frequency', () => {
  const accident = { from: plainDate('2026-01-01'), to: plainDate('2026-01-01') };
  const claim = plainClaim({
    frequency: '7',
    payerClaimControlNumber: 'ICN9',
    clearinghouseClaimId: 'SUB1',
    relatedCauses: { causes: ['AA'], state: 'NY' },
    dates: { accident, onset: accident },
    delayReason: '7',
    patientPaidCents: cents(2_050),
  });
  const text = writeProfessionalClaimBatch(plainBatch(claim), testEnvelope);
  expect(segments(text, 'CLM')).toEqual(['CLM*CLAIM1*150***10:B:7*Y*A*Y*Y**AA:::NY*********7']);
  expect(segments(text, 'DTP', 'AMT', 'REF').slice(1)).toEqual([
    'DTP*431*D8*20260101',
    'DTP*439*D8*20260101',
    'AMT*F5*20.5',
    'REF*F8*ICN9',
    'REF*D9*SUB1',
    'DTP*472*D8*20260105',
    'REF*6R*CLAIM1L1',
  ]);
});

test('a period of service is a range, a day is a day', () => {
  const line = plainLine({ serviceDate: { from: plainDate('2026-01-01'), to: plainDate('2026-01-30') } });
  const text = writeProfessionalClaimBatch(plainBatch(plainClaim({ lines: [line] })), testEnvelope);
  expect(segments(text, 'DTP')).toEqual(['DTP*472*RD8*20260101-20260130']);
});

test('names in any script leave as plain ASCII without delimiters', () => {
  const claim = plainClaim();
  const party = {
    kind: 'person',
    lastName: 'Nuñez*O’Brien~',
    firstName: 'Zoë:',
    prefix: 'DR',
    identifier: { qualifier: 'MI', value: 'M1' },
  } as const;
  const text = writeProfessionalClaimBatch(
    plainBatch({ ...claim, subscriber: { ...claim.subscriber, party } }),
    testEnvelope,
  );
  expect(segments(text, 'NM1')[3]).toBe("NM1*IL*1*Nunez O'Brien*Zoe****MI*M1");
  expect(/^[\x20-\x7e\n]*$/.test(text)).toBe(true);
});

test('where each claim stands is told, for findings that concern it', () => {
  const claims = ['A', 'B'].map((patientControlNumber) => plainClaim({ patientControlNumber }));
  const set = onlyTransactionSet(writeProfessionalClaimBatch(plainBatch(...claims), testEnvelope));
  const { root, value } = readProfessionalClaimBatch(set);
  const read = value.billingProviders.flatMap((provider) => provider.claims);
  expect(read.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['A', 'B']);
  const spans = claimSpans(root);
  const [first = 0, second = 0] = [...set.segments].filter(({ id }) => id === 'CLM').map(({ position }) => position);
  const claimsAt = (position: number) => {
    const span = claimSpanAt(spans, position);
    return [span?.fromClaim, span?.toClaim];
  };
  for (let position = first; position < second; position += 1) expect(claimsAt(position)).toEqual([0, 1]);
  for (let position = second; position < set.segments.length; position += 1) expect(claimsAt(position)).toEqual([1, 2]);
  expect(claimsAt(first - 1)).toEqual([0, 2]);
});
