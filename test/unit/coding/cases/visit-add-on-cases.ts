import { codingSources } from '../../../../domain/coding/coding-sources.js';
import type { CodingCases } from './coding-case.js';

const minutes = (totalMinutes: number) => ({ totalMinutes });
const newVisit = (totalMinutes: number) => ({ totalMinutes, newPatient: true });

/** Add-ons to a visit: prolonged time by payer, complexity of a continuing relation. */
export const visitAddOnCases: readonly CodingCases[] = [
  {
    rule: 'prolonged service by CPT',
    source: codingSources.prolongedByCpt,
    cases: [
      ['established, 54', 'summit-health', minutes(54), '99215-95 @10'],
      ['established, 55', 'summit-health', minutes(55), '99215-95 99417-95 @10'],
      ['established, 69', 'summit-health', minutes(69), '99215-95 99417-95 @10'],
      ['established, 70', 'summit-health', minutes(70), '99215-95 99417-95×2 @10'],
      ['established, 85', 'summit-health', minutes(85), '99215-95 99417-95×3 @10'],
      ['new, 74', 'summit-health', newVisit(74), '99205-95 @10'],
      ['new, 75', 'summit-health', newVisit(75), '99205-95 99417-95 @10'],
      ['new, 90', 'summit-health', newVisit(90), '99205-95 99417-95×2 @10'],
      ['no more than six units', 'summit-health', minutes(400), '99215-95 99417-95×6 @10'],
      ['telemedicine family', 'prairie-blue', minutes(55), '98007 99417 @10'],
    ],
  },
  {
    rule: 'prolonged service by Medicare',
    source: codingSources.prolongedByMedicare,
    cases: [
      ['established, 68', 'medicare', minutes(68), '99215 @10'],
      ['established, 69', 'medicare', minutes(69), '99215 G2212 @10'],
      ['established, 84', 'medicare', minutes(84), '99215 G2212×2 @10'],
      ['new, 88', 'medicare', newVisit(88), '99205 @10'],
      ['new, 89', 'medicare', newVisit(89), '99205 G2212 @10'],
      ['new, 104', 'medicare', newVisit(104), '99205 G2212×2 @10'],
      ['Medicare Advantage', 'liberty-advantage', minutes(69), '99215-95 G2212-95 @10'],
    ],
  },
  {
    rule: 'G2211 and modifier 25',
    source: codingSources.continuingComplexity,
    cases: [
      ['Medicare', 'medicare', { longitudinalCare: true }, '99213 G2211 @10'],
      ['first day', 'medicare', { longitudinalCare: true, dateOfService: '2024-01-01' }, '99213 G2211 @10'],
      ['before its first day', 'medicare', { longitudinalCare: true, dateOfService: '2023-12-31' }, '99213 @10'],
      ['commercial', 'summit-health', { longitudinalCare: true }, '99213-95 @10'],
      [
        'beside a visit with 25',
        'medicare',
        {
          longitudinalCare: true,
          procedures: [
            { code: '99214', modifiers: ['25'] },
            { code: '96372', chargeCents: 3000 },
          ],
        },
        '99214-25 96372 @10',
      ],
      [
        'beside a wellness visit in 2025',
        'medicare',
        {
          longitudinalCare: true,
          procedures: [
            { code: '99214', modifiers: ['25'] },
            { code: 'G0439', chargeCents: 9000 },
          ],
        },
        '99214-25 G0439 G2211 @10',
      ],
      [
        'beside a wellness visit on the first day of the exception',
        'medicare',
        {
          longitudinalCare: true,
          dateOfService: '2025-01-01',
          procedures: [
            { code: '99214', modifiers: ['25'] },
            { code: 'G0439', chargeCents: 9000 },
          ],
        },
        '99214-25 G0439 G2211 @10',
      ],
      [
        'beside a wellness visit in 2024',
        'medicare',
        {
          longitudinalCare: true,
          dateOfService: '2024-06-03',
          procedures: [
            { code: '99214', modifiers: ['25'] },
            { code: 'G0439', chargeCents: 9000 },
          ],
        },
        '99214-25 G0439 @10',
      ],
      ['no visit on the claim', 'medicare', { longitudinalCare: true, procedures: [{ code: '90834' }] }, '90834 @10'],
    ],
  },
];
