import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proveBalance } from '../../domain/x12/835/prove-balance.js';
import { readRemittanceAdvice } from '../../domain/x12/835/read-remittance-advice.js';
import type { RemittanceFileEvent } from '../../domain/x12/835/remittance-event.js';
import { streamRemittanceAdvices } from '../../domain/x12/835/stream-remittance-advices.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import { brokenFiles, cuttings, equalChunks } from '../builders/byte-chunks.js';
import { decision, remittanceFile, reversalOf } from '../builders/story-remittance.js';
import { interchangeText } from '../builders/x12-texts.js';
import { describeSamples, readSample, samplesFolder } from '../support/shared-samples.js';

const runs = Number(process.env['X12_FUZZ_RUNS'] ?? '400');

const office = decision({ patientControlNumber: 'CLAIM1', chargeCents: 10_000, paidCents: 8_000 });
const telehealth = decision({ patientControlNumber: 'CLAIM2', chargeCents: 7_500, paidCents: 7_500 });

/** Segments of an 835, good ones and bad ones. */
const pieces = [
  'BPR*I*100*C*CHK************20260105',
  'BPR*I*ten*C*CHK************20269905',
  'TRN*1*EFT1*1123456789',
  'DTM*405*20260105',
  'DTM*405*2026',
  'N1*PR*PAYER',
  'N3*STREET 1',
  'N4*CITY*NY*10001',
  'PER*BL*DESK*TE*5551234567',
  'N1*PE*PRACTICE*XX*1234567893',
  'REF*TJ*123456789',
  'LX*1',
  'LX*x',
  'TS3*1234567893*11*20261231*1*100',
  'CLP*CLAIM1*1*100*50*50*12*ICN1',
  'CLP*CLAIM2*4*100*0**MB*ICN2*11*1',
  'CLP*CLAIM3*22*-100*much*x*12*ICN3',
  'CAS*PR*1*50',
  'CAS*CO*45*50*1*253*1',
  'CAS*XX*1*50',
  'CAS*PR*1*all',
  'NM1*QC*1*DOE*JANE****MI*M1',
  'NM1*82*2*CLINIC*****XX*1234567893',
  'MOA***MA01*N130',
  'REF*F8*ICN0',
  'DTM*232*20260101',
  'DTM*050*2026',
  'AMT*AU*50',
  'SVC*HC:99213:95*100*50**1',
  'SVC*HC:99214*much*0',
  'DTM*472*20260101',
  'REF*6R*L1',
  'AMT*B6*60',
  'QTY*ZK*two',
  'LQ*HE*N130',
  'PLB*1234567893*20261231*WO:ICN9*5*L6*-1',
  'PLB*1234567893*2026*WO*all',
  'HL*1**20*1',
  'ZZZ*1',
  '~',
  'SE*1*0001~ST*835*0002',
  'SE*1*0001~ST*999*0002',
  'GE*1*1~GS*HP*S*R*20260105*1200*2*X*005010X221A1~ST*835*0001',
];

function remittanceText(segments: readonly string[]): string {
  return interchangeText(segments, { functionalId: 'HP', guideId: '005010X221A1', transactionId: '835' });
}

const heading = pieces.slice(0, 10).filter((piece) => !piece.includes('ten') && !piece.endsWith('*2026'));
const wellFormed = [
  remittanceFile('EFT1', [office, telehealth, reversalOf(office)]),
  remittanceFile('EFT2', [office], { amountCents: 1 }),
  remittanceFile('EFT3', []),
];
const files = [
  ...wellFormed,
  remittanceText([...heading, ...pieces.slice(11, -8).flatMap((piece) => [piece, 'CLP*A*1*100*100**12*ICN'])]),
  remittanceText([
    ...heading,
    'CLP*A*1*1*1**12*B',
    'LX*1',
    'CLP*A*1*1*1**12*B',
    'PLB*1*20261231*WO:A*1',
    'CLP*A*1*1*1',
  ]),
  remittanceText([...heading, 'CLP*A*1*1*1**12*B', 'DTM*405*20260107', 'DTM*405*2026', 'N1*PR*SECOND*XV*12']),
  remittanceText(['LX*1', 'CLP*A*1*100*50*50*12*ICN', ...heading, 'PLB*1*2026*WO:A*x', 'LX*2', 'CLP*B*1*1*1**12*C']),
];

describe('an 835 as a stream', () => {
  test('is what it is as a whole, and its heading is complete before the first claim', async () => {
    for (const text of wellFormed) {
      for (const size of [1, 3, 64, 700, 100_000]) {
        const events = await eventsOf(equalChunks(size)(Buffer.from(text)));
        expectSameAsWhole(Buffer.from(text), events);
        const [begun] = events.filter((event) => event.kind === 'remittance-begun');
        const { providerAdjustments: _, ...whole } = wholeAdvices(Buffer.from(text))[0]?.advice ?? {};
        expect(begun?.heading).toEqual(whole);
      }
    }
  });

  test('is what it is as a whole when its segments stand in any order', async () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(remittanceText);
    await fc.assert(
      fc.asyncProperty(texts, cuttings, async (text, cut) => {
        const bytes = Buffer.from(text);
        expectSameAsWhole(bytes, await eventsOf(cut(bytes)));
      }),
      { numRuns: runs * 2 },
    );
  });

  test('is what it is as a whole when bytes are changed, lost and inserted', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFiles(files), cuttings, async (bytes, cut) => {
        expectSameAsWhole(bytes, await eventsOf(cut(bytes)));
      }),
      { numRuns: runs },
    );
  });

  test('of several windows is what it is as a whole', async () => {
    const bytes = Buffer.from(remittanceFile('EFT4', Array.from({ length: 2_000 }, () => [office, telehealth]).flat()));
    expect(bytes.length).toBeGreaterThan(5 * 65_536);
    expectSameAsWhole(bytes, await eventsOf([bytes]));
  });
});

describeSamples('the samples', () => {
  const samples = readdirSync(join(samplesFolder, 'x12'))
    .filter((name) => name.endsWith('.835'))
    .map((name) => ({ name, bytes: readSample('x12', name) }));

  test.each(samples)('$name as a stream is what it is as a whole', async ({ bytes }) => {
    for (const size of [1, 50, 5_000]) expectSameAsWhole(bytes, await eventsOf(equalChunks(size)(bytes)), true);
  });

  test('broken anywhere and cut anywhere are what they are as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFiles(samples.map(({ bytes }) => bytes)), cuttings, async (bytes, cut) => {
        expectSameAsWhole(bytes, await eventsOf(cut(bytes)));
      }),
      { numRuns: runs },
    );
  });
});

async function eventsOf(chunks: readonly Uint8Array[]): Promise<RemittanceFileEvent[]> {
  const events: RemittanceFileEvent[] = [];
  for await (const event of streamRemittanceAdvices(chunks)) events.push(event);
  return events;
}

function setsOf(bytes: Uint8Array) {
  const { interchanges } = readInterchanges(bytes);
  return interchanges.flatMap((one) => one.groups).flatMap((group) => group.transactionSets);
}

/** Every 835 of a file as the readers of whole files see it. */
function wholeAdvices(bytes: Uint8Array) {
  return setsOf(bytes)
    .filter((set) => set.transactionId === '835')
    .map((set) => {
      const { value, findings } = readRemittanceAdvice(set);
      const { claims, ...advice } = value;
      const { equations: all, unbalancedClaims, unreadableAmounts, balances } = proveBalance(value);
      // To hold a reversal against its original takes all claims at once.
      const equations = all.filter(({ kind }) => kind !== 'reversal-negates-original');
      const proof = { equations, balances, unbalanced: unbalancedClaims.length, unreadable: unreadableAmounts.length };
      return {
        byteOffset: set.byteOffset,
        byteLength: set.byteLength,
        advice,
        claims,
        findings: inOrder(findings),
        proof,
      };
    });
}

/** By place; a stream may give findings on the same bytes in another order. */
function inOrder(findings: readonly X12Finding[]): X12Finding[] {
  const key = (finding: X12Finding) => JSON.stringify(finding);
  return findings.toSorted((a, b) => a.byteOffset - b.byteOffset || key(a).localeCompare(key(b)));
}

/** The same, put together from the events of a stream. */
function streamedAdvices(events: readonly RemittanceFileEvent[]) {
  let claims: Extract<RemittanceFileEvent, { kind: 'remittance-claim' }>[] = [];
  let findings: X12Finding[] = [];
  const advices = [];
  for (const event of events) {
    if (event.kind === 'remittance-begun') {
      claims = [];
      findings = [...event.findings];
    } else if (event.kind === 'remittance-claim') {
      expect(event.index).toBe(claims.length);
      claims.push(event);
      findings.push(...event.findings);
    } else if (event.kind === 'remittance-ended') {
      const { advice, balance, transactionSet, byteLength } = event;
      const equations = [...claims.flatMap((claim) => claim.equations), balance.transaction];
      for (const [kind, count] of Object.entries(balance.equations)) {
        const ofKind = equations.filter((equation) => equation.kind === kind);
        expect(count).toEqual({ checked: ofKind.length, failed: ofKind.filter((one) => !one.holds).length });
      }
      expect(balance.claimCount).toBe(claims.length);
      advices.push({
        byteOffset: transactionSet.byteOffset,
        byteLength,
        advice,
        claims: claims.map(({ claim }) => claim),
        findings: inOrder([...findings, ...event.findings]),
        proof: {
          equations,
          balances: balance.balances,
          unbalanced: balance.unbalancedClaimCount,
          unreadable: balance.unreadableAmountCount,
        },
      });
    }
  }
  return advices;
}

/**
 * A stream reads what stands before the first composite with the declared component separator, so that files which use
 * another may be read differently there.
 */
function expectSameAsWhole(bytes: Uint8Array, events: readonly RemittanceFileEvent[], withAnySeparator = false): void {
  const { findings } = readInterchanges(bytes);
  expect(events.flatMap((event) => (event.kind === 'finding' ? [event.finding] : []))).toEqual(findings);
  const others = events.filter((event) => event.kind === 'other-transaction-set');
  expect(others.map((event) => event.transactionSet.byteOffset)).toEqual(
    setsOf(bytes)
      .filter((set) => set.transactionId !== '835')
      .map((set) => set.byteOffset),
  );
  const usesDeclared = findings.every((finding) => finding.code !== 'component-separator-differs');
  if (usesDeclared || withAnySeparator) expect(streamedAdvices(events)).toEqual(wholeAdvices(bytes));
}
