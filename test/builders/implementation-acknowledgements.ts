import fc from 'fast-check';
import type {
  ElementError,
  ErrorContext,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from '../../domain/x12/999/implementation-acknowledgement.js';
import { code, some, words } from './x12-arbitraries.js';

/**
 * 999 as receivers send them: sets accepted and rejected, segments and elements in error, the claim they belong to.
 * Within what pyx12 4.0.0 can judge: one CTX for each segment (a second one it takes for one too many).
 */

const segmentId = fc.constantFrom('CLM', 'NM1', 'SV1', 'HI', 'REF', 'N3');
const position = fc.integer({ min: 1, max: 999_999 });

const claimContext: fc.Arbitrary<ErrorContext> = code(1, 20).map((value) => ({ names: [{ name: 'CLM01', value }] }));

const ruleContext: fc.Arbitrary<ErrorContext> = some(
  {
    names: fc.constant([{ name: 'SITUATIONAL TRIGGER' }]),
    segmentId,
    segmentPosition: position,
    loop: fc.constantFrom('2300', '2400'),
    element: fc.integer({ min: 1, max: 20 }),
  },
  ['names', 'segmentId', 'segmentPosition'],
);

const elementError: fc.Arbitrary<ElementError> = fc
  .tuple(
    some(
      {
        element: fc.integer({ min: 1, max: 20 }),
        reference: fc.integer({ min: 1, max: 1_999 }).map(String),
        code: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '12', '13', 'I10', 'I12'),
        value: words(60),
        contexts: fc.array(ruleContext, { maxLength: 1 }),
      },
      ['element', 'code', 'contexts'],
    ),
    some({ component: fc.integer({ min: 1, max: 8 }), repetition: fc.integer({ min: 1, max: 99 }) }, []),
  )
  .map(([error, { component, repetition }]) => ({
    ...error,
    ...(component === undefined ? {} : { component, ...(repetition === undefined ? {} : { repetition }) }),
  }));

const segmentError: fc.Arbitrary<SegmentError> = some(
  {
    segmentId,
    segmentPosition: position,
    loop: fc.constantFrom('2000', '2010', '2300', '2400'),
    code: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', 'I4', 'I6', 'I9'),
    contexts: fc.array(fc.oneof(claimContext, ruleContext), { maxLength: 1 }),
    elementErrors: fc.array(elementError, { maxLength: 3 }),
  },
  ['segmentId', 'segmentPosition', 'contexts', 'elementErrors'],
);

const transactionSet: fc.Arbitrary<TransactionSetAcknowledgement> = some(
  {
    transactionId: fc.constantFrom('837', '276', '270'),
    controlNumber: code(4, 9),
    guideId: fc.constantFrom('005010X222A1', '005010X212', '005010X279A1'),
    status: fc.constantFrom('A', 'E', 'R', 'M', 'W', 'X'),
    errorCodes: fc.array(fc.constantFrom('1', '2', '3', '4', '5', '23', 'I5', 'I6'), { maxLength: 5 }),
    segmentErrors: fc.array(segmentError, { maxLength: 4 }),
  },
  ['transactionId', 'controlNumber', 'status', 'errorCodes', 'segmentErrors'],
);

const count = fc.integer({ min: 0, max: 999_999 });

export const implementationAcknowledgements: fc.Arbitrary<ImplementationAcknowledgement> = fc.record({
  functionalId: fc.constantFrom('HC', 'HR', 'HS'),
  groupControlNumber: fc.integer({ min: 1, max: 999_999_999 }).map(String),
  guideId: fc.constantFrom('005010X222A1', '005010X212', '005010X279A1'),
  transactionSets: fc.array(transactionSet, { maxLength: 5 }),
  groupStatus: fc.constantFrom('A', 'E', 'P', 'R', 'M', 'W', 'X'),
  transactionSetsIncluded: count,
  transactionSetsReceived: count,
  transactionSetsAccepted: count,
  groupErrorCodes: fc.array(fc.constantFrom('1', '2', '3', '4', '5', '6', '19'), { maxLength: 5 }),
});
