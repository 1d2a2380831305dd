import { readEligibilityResponse } from '../../domain/x12/271/read-eligibility-response.js';
import type { EligibilityResponse } from '../../domain/x12/271/eligibility-response.js';
import { transactionSetOf } from '../support/x12-sample.js';

const levels = [
  'BHT*0022*11*R271*20260310*1200',
  'HL*1**20*1',
  'NM1*PR*2*PAYER*****PI*P1',
  'HL*2*1*21*1',
  'NM1*1P*2*PRACTICE*****XX*1234567893',
  'HL*3*2*22*0',
  'TRN*2*T1*9123456789',
  'NM1*IL*1*DOE*JANE****MI*M1',
];

/** A 271 about one subscriber with these benefit segments, read as it comes over the wire. */
export function anEligibilityAnswer(...benefitSegments: readonly string[]): EligibilityResponse {
  return readEligibilityResponse(transactionSetOf('271', '005010X279A1', [...levels, ...benefitSegments])).value;
}
