import { describe, expect, it } from 'vitest';
import type { CodedClaim } from '../../../domain/coding/coded-claim.js';
import { type AfterRemittanceInput, decideAfterRemittance } from '../../../domain/denial/decide-after-remittance.js';
import type { TriedCorrection } from '../../../domain/denial/tried-correction.js';
import { cents } from '../../../domain/kernel/cents.js';
import type { AdjudicatedClaim, AdjudicatedLine, Adjustment } from '../../../domain/remittance/adjudicated-claim.js';
import { aClaim, aLine, aPayer, aVisit } from '../../builders/rules.js';

/** `CO-45:1000` as an adjustment. */
function adjustment(text: string): Adjustment {
  const [, group, reasonCode, amount] = /^(CO|OA|PI|PR)-(\w+):(\d+)$/.exec(text) ?? [];
  if (group !== 'CO' && group !== 'OA' && group !== 'PI' && group !== 'PR') throw new Error(`no adjustment: ${text}`);
  return { group, reasonCode: reasonCode ?? '', amountCents: cents(Number(amount)) };
}

function line(number: number, paid: number, adjustments: string[], remarkCodes: string[] = []): AdjudicatedLine {
  return {
    procedureCode: '99213',
    chargeCents: cents(10_000),
    paidCents: cents(paid),
    adjustments: adjustments.map(adjustment),
    remarkCodes,
    lineControlNumber: `ABC123L${number}`,
  };
}

function advice(lines: AdjudicatedLine[], overrides: Partial<AdjudicatedClaim> = {}): AdjudicatedClaim {
  return {
    chargeCents: cents(10_000 * lines.length),
    paidCents: cents(lines.reduce((sum, each) => sum + each.paidCents, 0)),
    patientResponsibilityCents: cents(0),
    payerClaimControlNumber: 'ICN1',
    adjustments: [],
    remarkCodes: [],
    lines,
    ...overrides,
  };
}

function decide(remittanceClaim: AdjudicatedClaim, overrides: Partial<AfterRemittanceInput> = {}) {
  return decideAfterRemittance({
    remittanceClaim,
    claim: aClaim(),
    payer: aPayer(),
    visit: aVisit(),
    cycle: 1,
    triedCorrections: [],
    ...overrides,
  });
}

const denied = (...codes: string[]) => advice([line(1, 0, [`CO-${codes[0]}:10000`], codes.slice(1))]);
const modifierTried = (value: '95' | 'GT' | '93' | 'FQ'): TriedCorrection => ({ kind: 'telehealth_modifier', value });
const audioVisit = aVisit({ modality: 'audio_only', audioOnlyReason: 'patient_declined_video' });
const withModifiers = (...modifiers: string[]): CodedClaim => aClaim({ lines: [aLine({ modifiers })] });

describe('a settled claim', () => {
  it.each([
    ['paid less the contract and the patient’s share', line(1, 7000, ['CO-45:1000', 'PR-3:2000']), 7000, 1000, 2000],
    ['left to the deductible', line(1, 0, ['CO-45:1000', 'PR-1:9000']), 0, 1000, 9000],
    ['left to the contract', line(1, 0, ['CO-45:10000']), 0, 10_000, 0],
    ['paid with sequestration', line(1, 7840, ['CO-45:2000', 'CO-253:160']), 7840, 2160, 0],
    ['paid after another payer', line(1, 0, ['OA-23:8000', 'PR-2:2000']), 0, 0, 2000],
    ['paid in spite of a telling adjustment', line(1, 9000, ['CO-4:1000']), 9000, 1000, 0],
  ])('%s', (_, only, paidCents, contractualCents, patientResponsibilityCents) => {
    expect(decide(advice([only]))).toMatchObject({
      kind: 'settled',
      paidCents,
      contractualCents,
      patientResponsibilityCents,
    });
  });
});

describe('a telehealth modifier denied (CARC 4)', () => {
  it('is replaced by the next one, keeping the other modifiers, as frequency 7', () => {
    expect(decide(denied('4'), { claim: withModifiers('25', '95') })).toMatchObject({
      kind: 'correct_and_resubmit',
      frequencyCode: '7',
      claim: { lines: [{ modifiers: ['25', 'GT'] }] },
      correction: { kind: 'telehealth_modifier', value: 'GT' },
    });
  });

  it.each<[string, CodedClaim, readonly TriedCorrection[], string[]]>([
    ['video without a modifier gets 95', withModifiers(), [], ['95']],
    ['then GT', withModifiers('95'), [modifierTried('95')], ['GT']],
    ['video with GT gets 95', withModifiers('GT'), [], ['95']],
    ['with both tried the modifier comes off', withModifiers('GT'), [modifierTried('95')], []],
  ])('%s', (_, claim, triedCorrections, modifiers) => {
    expect(decide(denied('4'), { claim, triedCorrections })).toMatchObject({ claim: { lines: [{ modifiers }] } });
  });

  it('tries only audio-only modifiers on audio-only visits, and never takes them off', () => {
    const first = decide(denied('4'), { claim: withModifiers('93'), visit: audioVisit });
    expect(first).toMatchObject({ claim: { lines: [{ modifiers: ['FQ'] }] } });
    const last = decide(denied('4'), {
      claim: withModifiers('FQ'),
      visit: audioVisit,
      triedCorrections: [modifierTried('93')],
    });
    expect(last).toMatchObject({ kind: 'park', cause: 'telehealth-modifier' });
  });

  it('corrects the denied line only', () => {
    const claim = aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: '90833' })] });
    const twoLines = advice([line(1, 8000, ['CO-45:2000']), { ...line(2, 0, ['CO-4:10000']), procedureCode: '90833' }]);
    expect(decide(twoLines, { claim })).toMatchObject({
      kind: 'correct_and_resubmit',
      claim: { lines: [{ modifiers: ['95'] }, { modifiers: ['GT'] }] },
    });
  });

  it('goes to a person when the denied service is not telehealth', () => {
    const claim = aClaim({ placeOfService: '11', lines: [aLine({ procedureCode: '98016', modifiers: [] })] });
    expect(decide(denied('4'), { claim })).toMatchObject({ kind: 'park', cause: 'telehealth-modifier' });
  });

  it('finds the line by code and charge when the payer gives no line control number', () => {
    const { lineControlNumber: _, ...anonymous } = line(1, 0, ['CO-4:10000']);
    const claim = aClaim({ lines: [aLine({ chargeCents: cents(10_000) })] });
    expect(decide(advice([anonymous]), { claim }).kind).toBe('correct_and_resubmit');
    const other = aClaim({ lines: [aLine({ chargeCents: cents(9_999) })] });
    expect(decide(advice([anonymous]), { claim: other }).kind).toBe('park');
  });

  it('corrects every line when the whole claim was denied at claim level', () => {
    const whole = advice([], { adjustments: [adjustment('CO-4:20000')] });
    const claim = aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: '90833' })] });
    expect(decide(whole, { claim })).toMatchObject({
      claim: { lines: [{ modifiers: ['GT'] }, { modifiers: ['GT'] }] },
    });
  });
});

describe('a place of service denied (CARC 5, or 16 with M77)', () => {
  it.each([
    ['CARC 5', denied('5')],
    ['CARC 16 with M77', denied('16', 'M77')],
    ['CARC 16 with M77 at claim level', advice([line(1, 0, ['CO-16:10000'])], { remarkCodes: ['M77'] })],
  ])('%s changes 10 to 02', (_, remittance) => {
    expect(decide(remittance, { payer: aPayer('cobalt-mutual') })).toMatchObject({
      kind: 'correct_and_resubmit',
      claim: { placeOfService: '02', lines: [{ modifiers: ['95'] }] },
      correction: { kind: 'place_of_service', value: '02' },
      frequencyCode: '7',
    });
  });

  it('changes 02 to 10, and 11 to where the patient was', () => {
    expect(decide(denied('5'), { claim: aClaim({ placeOfService: '02' }) })).toMatchObject({
      claim: { placeOfService: '10' },
    });
    const elsewhere = aVisit({ patientLocation: { setting: 'other', state: 'NY' } });
    const office = aClaim({ placeOfService: '11' });
    expect(decide(denied('5'), { claim: office, visit: elsewhere })).toMatchObject({ claim: { placeOfService: '02' } });
  });

  it('goes to a person when both were tried', () => {
    const triedCorrections: TriedCorrection[] = [{ kind: 'place_of_service', value: '02' }];
    expect(decide(denied('5'), { triedCorrections })).toMatchObject({ kind: 'park', cause: 'place-of-service' });
  });
});

describe('the way a correction goes', () => {
  const medicare = { payer: aPayer('medicare'), claim: withModifiers() };

  it('is a new claim when Medicare returned it as unprocessable', () => {
    expect(decide(denied('16', 'M77', 'MA130'), medicare)).toMatchObject({
      kind: 'correct_and_resubmit',
      frequencyCode: '1',
    });
  });

  it('is a reopening by a person when Medicare decided the claim', () => {
    const decision = decide(denied('4'), medicare);
    expect(decision).toMatchObject({ kind: 'park', cause: 'telehealth-modifier' });
    expect(decision.kind === 'park' && decision.remedy).toContain('reopening');
  });

  it('needs the payer’s claim number for a replacement', () => {
    const { payerClaimControlNumber: _, ...nameless } = denied('4');
    expect(decide(nameless).kind).toBe('park');
  });

  it('is a person’s after two automatic corrections', () => {
    const triedCorrections: TriedCorrection[] = [modifierTried('GT'), { kind: 'place_of_service', value: '02' }];
    expect(decide(denied('4'), { triedCorrections })).toMatchObject({ kind: 'park', cause: 'telehealth-modifier' });
  });
});

describe('any other denial', () => {
  it.each([
    ['6', [], 'code-against-patient', 'coding'],
    ['11', [], 'diagnosis-against-procedure', 'coding'],
    ['16', ['M20'], 'procedure-code', 'coding'],
    ['16', ['N290'], 'provider-identifier', 'credentialing'],
    ['16', ['MA112'], 'billing-provider-identifier', 'credentialing'],
    ['16', ['MA36'], 'member-identifier', 'registration'],
    ['16', ['MA83'], 'payer-order', 'registration'],
    ['16', ['M53'], 'units-or-dates', 'coding'],
    ['16', [], 'claim-incomplete', 'billing'],
    ['18', [], 'duplicate', 'billing'],
    ['22', [], 'other-payer-first', 'registration'],
    ['27', [], 'no-coverage-on-date', 'registration'],
    ['29', [], 'filed-late', 'billing'],
    ['50', [], 'not-necessary', 'documentation'],
    ['96', [], 'not-covered', 'coding'],
    ['97', [], 'bundled', 'coding'],
    ['109', [], 'wrong-payer', 'registration'],
    ['119', [], 'benefit-limit', 'billing'],
    ['167', [], 'diagnosis-code', 'coding'],
    ['197', [], 'authorization', 'authorization'],
    ['227', [], 'patient-must-answer', 'registration'],
    ['252', [], 'documents-missing', 'documentation'],
    ['B7', [], 'provider-not-eligible', 'credentialing'],
    ['B9', [], 'hospice', 'coding'],
    ['B16', [], 'new-patient-code', 'coding'],
    ['999', [], 'unlisted-denial', 'billing'],
  ])('CARC %s %j parks as %s for %s', (carc, remarks, cause, owner) => {
    const decision = decide(denied(carc, ...remarks));
    expect(decision).toMatchObject({ kind: 'park', cause, owner, carc, group: 'CO' });
    expect(decision.kind === 'park' && decision.remedy.length).toBeGreaterThan(10);
  });

  it('goes before a correction, so that no correction hides it', () => {
    const mixed = advice([line(1, 0, ['CO-4:10000']), line(2, 0, ['CO-29:10000'])]);
    const claim = aClaim({ lines: [aLine(), aLine({ lineNumber: 2 })] });
    expect(decide(mixed, { claim })).toMatchObject({ kind: 'park', cause: 'filed-late' });
  });

  it('is judged by its largest telling adjustment, not by the contract beside it', () => {
    const only = advice([line(1, 0, ['CO-45:6000', 'CO-197:3000', 'OA-18:1000'])]);
    expect(decide(only)).toMatchObject({ kind: 'park', cause: 'authorization', carc: '197' });
  });

  it('can not be appealed when it was never decided (MA130)', () => {
    expect(decide(denied('11'))).toMatchObject({ appealable: true });
    expect(decide(denied('11', 'MA130'))).toMatchObject({ appealable: false });
  });

  it('denies by patient responsibility too, when it is no deductible, coinsurance or copay', () => {
    expect(decide(advice([line(1, 0, ['PR-96:10000'])]))).toMatchObject({
      kind: 'park',
      cause: 'not-covered',
      group: 'PR',
    });
  });
});

it('traces every decision with its source', () => {
  for (const remittance of [denied('4'), denied('29'), advice([line(1, 10_000, [])])]) {
    const { trace } = decide(remittance);
    expect(trace.length).toBeGreaterThan(0);
    expect(trace.every((step) => step.source !== '')).toBe(true);
  }
});

describe('a payer of whom no profile is in force', () => {
  it('is asked about when something is denied, and not when all is paid', () => {
    expect(decide(denied('4'), { payer: null })).toMatchObject({
      kind: 'payer_unknown',
      trace: [{ ruleId: expect.stringContaining('denial:') }],
    });
    expect(decide(advice([line(1, 9000, ['CO-45:1000'])]), { payer: null })).toMatchObject({ kind: 'settled' });
  });
});
