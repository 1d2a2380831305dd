import { expect, test } from 'vitest';
import { buildProfessionalClaimBatch } from '../../../../domain/x12/837p/build-professional-claim-batch.js';
import { plainBatch, plainClaim, plainLine } from '../../../builders/small-claim-file.js';
import { buildTroubles, withValues } from '../../../support/build-troubles.js';

const batch = plainBatch(plainClaim());
const claim = 'billingProviders[0].claims[0]';
const provider = 'billingProviders[0].billingProvider';
const characters = 'holds what X12 can not carry: use plain ASCII without * : ~ ^ ` and without blanks at the ends';
const noPlace = 'the guide has no place for this here: leave it out';
const day = (on: string) => ({ from: on, to: on });
const person = { kind: 'person', lastName: 'ROE' };
const attachment = { reportType: 'OZ', transmission: 'AA' };
const adjustment = { group: 'CO', reasonCode: '45', amountCents: 1 };
const otherPayer = {
  payerResponsibility: 'P',
  relationship: '18',
  adjustments: [],
  benefitsAssigned: 'Y',
  releaseOfInformation: 'Y',
  subscriber: { ...person, identifier: { qualifier: 'MI', value: 'M1' } },
  subscriberReferences: [],
  name: 'OTHER',
  identifier: { qualifier: 'PI', value: '99' },
  references: [],
};

test('the plainest batch is taken as it is', () => {
  expect(buildProfessionalClaimBatch(structuredClone(batch))).toEqual({ ok: true, value: batch });
});

test.each<[path: string, value: unknown, message: string]>([
  ['batchId', undefined, 'is missing'],
  ['batchId', 7, 'must be a text'],
  ['batchId', 'B'.repeat(51), 'must have 1 to 50 characters'],
  ['createdOn', undefined, 'is missing: the guide requires it'],
  ['createdOn', '2026-02-30', 'no such day in the calendar'],
  ['createdAt', '2560', 'can not be written: This is not a time of day.'],
  ['purpose', 'again', 'must be one of original, reissue'],
  ['submitter.contacts', [], 'must have one with function IC'],
  ['receiver.name', '', 'must not be empty: leave it out when there is nothing to say'],
  ['billingProviders', [], 'must have at least one'],
  [`${provider}.party.name`, 'PRACTICE*', characters],
  [`${provider}.party.name`, 'P'.repeat(61), 'must have 1 to 60 characters'],
  [`${provider}.address.city`, undefined, 'is missing'],
  [`${provider}.taxId.qualifier`, 'XX', 'is not a code the guide has here: give one of EI, SY'],
  [`${provider}.payToKind`, 'organization', 'is understood: leave it out for an organization'],
  [`${claim}.chargeCents`, 150.5, 'must be a whole number of cents'],
  [`${claim}.chargeCents`, '15000', 'must be a whole number of cents'],
  [`${claim}.chargeCents`, 1e14, 'is beyond what can be read back'],
  [`${claim}.assignment`, 'D', 'is not a code the guide has here: give one of A, B, C'],
  [`${claim}.colour`, 'blue', 'there is no such field here'],
  [`${claim}.subscriber.party.lastName`, 'Nuñez', characters],
  [`${claim}.subscriber.party.lastName`, ' DOE', characters],
  [`${claim}.subscriber.party.prefix`, 'DR', noPlace],
  [`${claim}.subscriber.party.identifier`, undefined, 'is missing: the guide requires it'],
  [`${claim}.subscriber.sex`, undefined, 'is missing: the guide wants it beside the birth date'],
  [`${claim}.subscriber.patientFacts`, {}, 'say nothing: leave them out'],
  [`${claim}.subscriber.patientFacts`, { pregnant: false }, 'can not be stated: leave it out when it is not so'],
  [`${claim}.diagnoses`, [], 'must have at least one'],
  [`${claim}.attachments`, Array(11).fill(attachment), 'must have at most 10, and has 11'],
  [
    `${claim}.attachments`,
    [{ ...attachment, transmission: 'AB' }],
    'is not a code the guide has here: give one of AA, BM, EL, EM, FT, FX',
  ],
  [
    `${claim}.references`,
    [{ qualifier: 'QQ', value: '1' }],
    'is not a qualifier the guide has here: give one of 4N, F5, EW, X4, 9A, 9C, LX, P4, 1J',
  ],
  [
    `${claim}.references`,
    Array(2).fill({ qualifier: 'X4', value: '1' }),
    'is one too many: of X4 there may be 1 in all',
  ],
  [
    `${claim}.dates`,
    { accident: { from: '2026-01-01', to: '2026-01-02' } },
    'must be one day: the guide has no span here',
  ],
  [`${claim}.dates`, { disability: { from: '2026-01-02', to: '2026-01-01' } }, 'must not be before the first day'],
  [
    `${claim}.dates`,
    { disability: day('2026-01-01'), disabilityEnd: day('2026-01-02') },
    'is one too many: the guide has one of these dates only',
  ],
  [`${claim}.dates`, { birthday: day('2026-01-01') }, 'there is no such field here'],
  [
    `${claim}.conditions`,
    [{ category: '75', applies: false, indicators: ['IH'] }],
    'is not a code the guide has here: give Y',
  ],
  [`${claim}.conditions`, [{ category: '75', applies: true, indicators: ['IH', 'IH'] }], noPlace],
  [
    `${claim}.renderingProvider`,
    { party: person, taxonomyCode: 'T'.repeat(51), references: [] },
    'must have 1 to 50 characters',
  ],
  [
    `${claim}.referringProvider`,
    { party: person, taxonomyCode: '207Q00000X', references: [] },
    'the guide has no taxonomy code for this provider: leave it out',
  ],
  [
    `${claim}.referringProvider`,
    { party: { kind: 'organization', name: 'X' }, references: [] },
    'must be a person here',
  ],
  [
    `${claim}.serviceFacility`,
    { party: { kind: 'organization', name: 'X' }, address: { city: 'ALBANY' }, references: [] },
    'is missing',
  ],
  [`${claim}.otherPayers`, Array(11).fill(otherPayer), 'must have at most 10, and has 11'],
  [
    `${claim}.otherPayers`,
    [{ ...otherPayer, adjustments: Array(31).fill(adjustment) }],
    'need 6 CAS segments, and there may be 5: put those of one group together',
  ],
  [
    `${claim}.otherPayers`,
    [{ ...otherPayer, outpatientAdjudication: { remarkCodes: [] } }],
    'says nothing: leave it out',
  ],
  [`${claim}.lines`, [], 'must have at least one'],
  [`${claim}.lines`, Array(51).fill(plainLine()), 'must have at most 50, and has 51'],
  [`${claim}.lines[0].serviceDate`, undefined, 'is missing: the guide requires it'],
  [`${claim}.lines[0].procedure.modifiers`, ['95', 'GT', '25', '59', '76'], 'must have at most 4, and has 5'],
  [`${claim}.lines[0].procedure.modifiers`, ['9'], 'must have 2 characters'],
  [`${claim}.lines[0].units`, 1 / 3, 'must have 1 to 15 digits'],
  [`${claim}.lines[0].units`, 1e-9, 'is a number that would not be read back the same: use fewer decimal places'],
  [`${claim}.lines[0].diagnosisPointers`, [2], 'points to diagnosis 2 of 1'],
  [`${claim}.lines[0].diagnosisPointers`, [1, 1, 1, 1, 1], 'must have at most 4, and has 5'],
  [`${claim}.lines[0].emergency`, false, 'can not be stated: leave it out when it is not so'],
  [
    `${claim}.lines[0].notes`,
    Array(2).fill({ code: 'ADD', text: 'A' }),
    'is one too many: of ADD, DCP there may be 1 in all',
  ],
  [
    `${claim}.lines[0].drug`,
    { identifier: { qualifier: 'N4', value: '1' }, quantity: 1 },
    'is missing: the guide requires it',
  ],
])('%s can not be %j', (path, value, message) => {
  const troubles = buildTroubles(buildProfessionalClaimBatch(withValues(batch, { [path]: value })));
  expect(troubles).toHaveLength(1);
  expect(troubles[0]).toContain(`: ${message}`);
  expect(troubles[0]?.startsWith(path)).toBe(true);
});

test('a trouble deep inside is named by its path, and all are told together', () => {
  const changes = {
    batchId: '',
    [`${claim}.lines[0].chargeCents`]: 0.5,
    [`${claim}.attachments`]: [attachment, { ...attachment, controlNumber: 'X' }],
  };
  expect(buildTroubles(buildProfessionalClaimBatch(withValues(batch, changes)))).toEqual([
    'batchId: must not be empty: leave it out when there is nothing to say',
    `${claim}.attachments[1].controlNumber: must have 2 to 80 characters`,
    `${claim}.lines[0].chargeCents: must be a whole number of cents`,
  ]);
});

test('no trouble repeats what was given', () => {
  const changes = { [`${claim}.subscriber.party.lastName`]: 'Søren*Geheim', [`${claim}.subscriber.sex`]: 'Geheim' };
  expect(JSON.stringify(buildProfessionalClaimBatch(withValues(batch, changes)))).not.toContain('Geheim');
});
