import { el, loop, many, seg, unused, type LoopRule } from '../../guide.js';
import { billingProviderLoop, payToAddressLoop, payToPlanLoop } from './billing-provider.js';
import { claimLoop } from './claim.js';
import { patientLoop } from './patient.js';
import { payerLoop, subscriberLoop } from './subscriber.js';

/** Level 23: a patient who is not the subscriber. */
export const patientLevel: LoopRule = loop('2000C', 'S', many, [
  seg('HL', 'R', 1, [
    el('628', 'R', 'AN', 1, 12),
    el('734', 'R', 'AN', 1, 12),
    el('735', 'R', 'ID', 1, 2, '23'),
    el('736', 'R', 'ID', 1, 1, '0'),
  ]),
  seg(
    'PAT',
    'R',
    1,
    [
      el('1069', 'R', 'ID', 2, 2, '01 19 20 21 39 40 53 G8'),
      unused('1384'),
      unused('584'),
      unused('1220'),
      el('1250', 'S', 'ID', 2, 3, 'D8'),
      el('1251', 'S', 'AN', 1, 35),
      el('355', 'S', 'ID', 2, 2, '01'),
      el('81', 'S', 'R', 1, 10),
      el('1073', 'S', 'ID', 1, 1, 'Y'),
    ],
    { conditions: ['P0506', 'P0708'] },
  ),
  patientLoop,
  claimLoop('R'),
]);

/** Level 22: a subscriber, with claims when the subscriber is the patient. */
export const subscriberLevel: LoopRule = loop('2000B', 'R', many, [
  seg('HL', 'R', 1, [
    el('628', 'R', 'AN', 1, 12),
    el('734', 'R', 'AN', 1, 12),
    el('735', 'R', 'ID', 1, 2, '22'),
    el('736', 'R', 'ID', 1, 1, '0 1'),
  ]),
  seg('SBR', 'R', 1, [
    el('1138', 'R', 'ID', 1, 1, 'A B C D E F G H P S T U'),
    el('1069', 'S', 'ID', 2, 2, '18'),
    el('127', 'S', 'AN', 1, 50),
    el('93', 'S', 'AN', 1, 60),
    el('1336', 'S', 'ID', 1, 3, '12 13 14 15 16 41 42 43 47'),
    unused('1143'),
    unused('1073'),
    unused('584'),
    el('1032', 'S', 'ID', 1, 2, '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ'),
  ]),
  seg(
    'PAT',
    'S',
    1,
    [
      unused('1069'),
      unused('1384'),
      unused('584'),
      unused('1220'),
      el('1250', 'S', 'ID', 2, 3, 'D8'),
      el('1251', 'S', 'AN', 1, 35),
      el('355', 'S', 'ID', 2, 2, '01'),
      el('81', 'S', 'R', 1, 10),
      el('1073', 'S', 'ID', 1, 1, 'Y'),
    ],
    { conditions: ['P0506', 'P0708'] },
  ),
  subscriberLoop,
  payerLoop,
  claimLoop('S'),
  patientLevel,
]);

/** Level 20: a billing provider with its subscribers. */
export const billingProviderLevel: LoopRule = loop('2000A', 'R', many, [
  seg('HL', 'R', 1, [
    el('628', 'R', 'AN', 1, 12),
    unused('734'),
    el('735', 'R', 'ID', 1, 2, '20'),
    el('736', 'R', 'ID', 1, 1, '1'),
  ]),
  seg('PRV', 'S', 1, [
    el('1221', 'R', 'ID', 1, 3, 'BI'),
    el('128', 'R', 'ID', 2, 3, 'PXC'),
    el('127', 'R', 'AN', 1, 50),
  ]),
  seg('CUR', 'S', 1, [el('98', 'R', 'ID', 2, 3, '85'), el('100', 'R', 'ID', 3, 3)]),
  billingProviderLoop,
  payToAddressLoop,
  payToPlanLoop,
  subscriberLevel,
]);
