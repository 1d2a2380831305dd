import { describe, expect, it } from 'vitest';
import type { CodedClaim } from '../../../domain/coding/coded-claim.js';
import { describeClaim } from '../../../domain/scrubbing/describe-claim.js';
import { scrubAndFixClaim } from '../../../domain/scrubbing/scrub-and-fix-claim.js';
import { scrubClaim } from '../../../domain/scrubbing/scrub-claim.js';
import type { ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { aClaim, aLine, aPayer, aScrubInput, aVisit } from '../../builders/rules.js';

const audio = { visit: aVisit({ modality: 'audio_only', audioOnlyReason: 'video_failed' }) };

function line(procedureCode: string, modifiers: string[], claim: Partial<CodedClaim> = {}): Partial<ScrubInput> {
  return { claim: aClaim({ lines: [aLine({ procedureCode, modifiers })], ...claim }) };
}

const safeFixes: readonly (readonly [string, string, Partial<ScrubInput>, string])[] = [
  ['orders modifiers', 'modifiers-out-of-order', line('99213', ['95', '25']), '99213-25-95 [1] @10: I10'],
  ['drops a repeated modifier', 'modifier-repeated', line('99213', ['95', '95']), '99213-95 [1] @10: I10'],
  [
    'drops a repeated diagnosis and moves the pointers with it',
    'diagnosis-repeated',
    {
      claim: aClaim({ diagnoses: ['I10', 'I10', 'E119'], lines: [aLine({ diagnosisPointers: [2, 3, 1] })] }),
    },
    '99213-95 [1,2] @10: I10, E119',
  ],
  [
    'drops a repeated pointer',
    'diagnosis-pointer-repeated',
    { claim: aClaim({ diagnoses: ['I10', 'E119'], lines: [aLine({ diagnosisPointers: [2, 1, 2] })] }) },
    '99213-95 [2,1] @10: I10, E119',
  ],
  ['adds the payer’s modifier', 'telehealth-modifier-missing', line('99213', ['25']), '99213-25-95 [1] @10: I10'],
  [
    'puts the payer’s modifier in the place of one that says the same',
    'telehealth-modifier-differs-from-payer',
    line('99213', ['25', 'GT']),
    '99213-25-95 [1] @10: I10',
  ],
  [
    'puts the payer’s modifier for audio only in the place of the one for behavioral health',
    'telehealth-modifier-differs-from-payer',
    { ...line('99213', ['FQ']), ...audio },
    '99213-93 [1] @10: I10',
  ],
  [
    'puts GT in the place of 95, which Illinois denies',
    'telehealth-modifier-denied-by-payer',
    { ...line('99213', ['95']), payer: aPayer('il-medicaid') },
    '99213-GT [1] @10: I10',
  ],
  [
    'adds the payer’s modifier of an audio-only visit',
    'telehealth-modifier-missing',
    { ...line('99213', []), ...audio },
    '99213-93 [1] @10: I10',
  ],
  [
    'takes a telehealth modifier off what is not telehealth',
    'office-service-with-telehealth-modifier',
    line('98016', ['25', '95'], { placeOfService: '11' }),
    '98016-25 [1] @11: I10',
  ],
  [
    'bills what is not telehealth as an office service',
    'office-service-with-telehealth-place',
    line('98016', []),
    '98016 [1] @11: I10',
  ],
  [
    'sets the place of telehealth for what belongs to it too',
    'telehealth-place-missing',
    {
      payer: aPayer('ny-medicaid'),
      claim: aClaim({
        placeOfService: '11',
        lines: [aLine({ modifiers: [] }), aLine({ lineNumber: 2, procedureCode: 'T1014', modifiers: [] })],
      }),
    },
    '99213-95 [1], T1014 [1] @10: I10',
  ],
  [
    'sets the place of telehealth',
    'telehealth-place-missing',
    line('99213', ['95'], { placeOfService: '11' }),
    '99213-95 [1] @10: I10',
  ],
  [
    'sets the place of telehealth for Medicare',
    'medicare-telehealth-place',
    { ...line('99213', [], { placeOfService: '12' }), payer: aPayer('medicare') },
    '99213 [1] @10: I10',
  ],
  [
    'takes GT off for Medicare',
    'medicare-video-modifier-of-hospitals',
    { ...line('99213', ['25', 'GT']), payer: aPayer('medicare') },
    '99213-25 [1] @10: I10',
  ],
  [
    'gives Medi-Cal 95 for GT where the profile knows neither',
    'medi-cal-video-modifier',
    { ...line('99213', ['GT']), payer: aPayer('ca-medicaid', { audioVideoModifier: null }) },
    '99213-95 [1] @10: I10',
  ],
  ['keeps the payer’s one of two', 'two-modality-modifiers', line('99213', ['95', 'GT']), '99213-95 [1] @10: I10'],
  [
    'bills the telemedicine family as office codes, and says by a modifier what the code said',
    'medicare-telemedicine-codes',
    { ...line('98013', []), ...audio, payer: aPayer('medicare') },
    '99213-93 [1] @10: I10',
  ],
];

describe('fixes that need nobody', () => {
  it.each(safeFixes)('%s', (_, editId, overrides, after) => {
    const input = aScrubInput(overrides);
    const { claim, applied, findings, trace } = scrubAndFixClaim(input);
    expect(describeClaim(claim)).toBe(after);
    expect(findings.map((finding) => finding.editId)).not.toContain(editId);
    const fix = applied.find((each) => each.editId === editId);
    expect(trace).toContainEqual({
      ruleId: `fix:${editId}`,
      facts: { before: fix?.before, after: fix?.after },
      decision: `${fix?.before ?? ''} became ${fix?.after ?? ''}`,
      source: fix?.source,
    });
    expect(applied[0]?.before).toBe(describeClaim(input.claim));
    expect(applied.at(-1)?.after).toBe(after);
  });

  it('charges a swapped code by the fee schedule', () => {
    const input = aScrubInput({ ...line('98005', []), payer: aPayer('medicare') });
    const fee = input.practice.feeSchedule['99213'];
    expect(scrubAndFixClaim(input).claim.lines).toMatchObject([{ procedureCode: '99213', chargeCents: fee }]);
  });

  it('leaves a code alone for whose other code the practice has no fee', () => {
    const input = aScrubInput({ ...line('98005', []), payer: aPayer('medicare') });
    const result = scrubAndFixClaim({ ...input, practice: { ...input.practice, feeSchedule: {} } });
    expect(result.applied).toEqual([]);
    expect(result.findings.map((finding) => finding.editId)).toContain('medicare-telemedicine-codes');
  });
});

describe('fixes that are left for a person', () => {
  it.each<[string, Partial<ScrubInput>, string]>([
    [
      'a place that differs from the profile',
      line('99213', ['95'], { placeOfService: '02' }),
      'place-differs-from-payer',
    ],
    [
      'telemedicine codes for a payer that refuses them',
      { ...line('98005', []), payer: aPayer('cobalt-mutual') },
      'payer-telemedicine-codes',
    ],
    [
      'GT for Illinois, which the profile does not know',
      {
        ...line('99213', ['95']),
        payer: aPayer('il-medicaid', { audioVideoModifier: '95', deniesOtherModifiers: false }),
      },
      'illinois-medicaid-video-modifier',
    ],
    [
      'an office service beside a code that the table does not have, which was billed as telehealth',
      {
        claim: aClaim({
          lines: [
            aLine({ procedureCode: '98016', modifiers: [] }),
            aLine({ lineNumber: 2, procedureCode: '99499', modifiers: ['95'] }),
          ],
        }),
      },
      'office-service-with-telehealth-place',
    ],
    [
      'psychotherapy as the add-on of a visit',
      {
        claim: aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: '90832' })] }),
      },
      'psychotherapy-beside-visit',
    ],
  ])('%s', (_, overrides, editId) => {
    const input = aScrubInput(overrides);
    const result = scrubAndFixClaim(input);
    expect(result.claim).toEqual(input.claim);
    expect(result.proposals.find((proposal) => proposal.editId === editId)).toMatchObject({ safe: false });
    const suggested = result.suggested.find((each) => each.editId === editId);
    expect(suggested?.before).toBe(describeClaim(input.claim));
    expect(result.trace.find((step) => step.ruleId === `suggestion:${editId}`)?.decision).toBe(
      `a person may let ${suggested?.before ?? ''} become ${suggested?.after ?? ''}`,
    );
  });

  it('what a person has set by a correction', () => {
    const place = aScrubInput(line('99213', ['95'], { placeOfService: '11' }));
    const none: ReadonlySet<number> = new Set();
    const left = scrubAndFixClaim(place, { placeOfService: true, lineNumbers: none });
    expect(left.applied).toEqual([]);
    expect(left.suggested).toMatchObject([{ editId: 'telehealth-place-missing', after: '99213-95 [1] @10: I10' }]);
    expect(scrubAndFixClaim(place, { placeOfService: false, lineNumbers: none }).applied).toHaveLength(1);
    const modifier = aScrubInput(line('99213', []));
    expect(scrubAndFixClaim(modifier, { placeOfService: false, lineNumbers: new Set([1]) }).applied).toEqual([]);
    expect(scrubAndFixClaim(modifier, { placeOfService: false, lineNumbers: new Set([2]) }).applied).toHaveLength(1);
  });

  it('what a person has set aside', () => {
    const input = aScrubInput({ ...line('99213', ['95', '95']), overriddenEditIds: ['modifier-repeated'] });
    expect(scrubAndFixClaim(input).applied).toEqual([]);
    expect(scrubClaim(input).proposals).toEqual([]);
  });
});
