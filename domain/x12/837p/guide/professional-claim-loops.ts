import { el, loop, seg, type LoopRule } from '../../guide.js';
import { billingProviderLevel } from './levels.js';
import { receiverLoop, submitterLoop } from './submitter-and-receiver.js';

/** The whole transaction set, ST to SE. */
export const professionalClaimLoops: LoopRule = loop('ST', 'R', 1, [
  seg('ST', 'R', 1, [el('143', 'R', 'ID', 3, 3, '837'), el('329', 'R', 'AN', 4, 9), el('1705', 'S', 'AN', 1, 35)]),
  seg('BHT', 'R', 1, [
    el('1005', 'R', 'ID', 4, 4, '0019'),
    el('353', 'R', 'ID', 2, 2, '00 18'),
    el('127', 'R', 'AN', 1, 50),
    el('373', 'R', 'DT', 8, 8),
    el('337', 'R', 'TM', 4, 8),
    el('640', 'R', 'ID', 2, 2, 'CH RP'),
  ]),
  submitterLoop,
  receiverLoop,
  billingProviderLevel,
  seg('SE', 'R', 1, [el('96', 'R', 'N0', 1, 10), el('329', 'R', 'AN', 4, 9)]),
]);
