import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { schemasOf } from '../schema/schemas-of.js';
import type {
  ElementError,
  ErrorContext,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from './implementation-acknowledgement.js';
import { implementationAcknowledgementGuide } from './implementation-acknowledgement-guide.js';

/** A 999 as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const implementationAcknowledgementSchema = schemasOf(implementationAcknowledgementGuide, acknowledgementSchema);

/** IK502 to IK506, AK905 to AK909. */
const errorCodesMax = 5;

function acknowledgementSchema(fields: ModelFields): z.ZodType<ImplementationAcknowledgement> {
  return exactly<ImplementationAcknowledgement>()(
    z.strictObject({
      functionalId: fields.text('ST AK1 1'),
      groupControlNumber: fields.text('ST AK1 2'),
      guideId: fields.text('ST AK1 3'),
      transactionSets: z.array(transactionSetSchema(fields)),
      groupStatus: z.enum(['A', 'E', 'P', 'R', 'M', 'W', 'X']),
      transactionSetsIncluded: fields.whole('ST AK9 2'),
      transactionSetsReceived: fields.whole('ST AK9 3'),
      transactionSetsAccepted: fields.whole('ST AK9 4'),
      groupErrorCodes: fields.list(fields.text('ST AK9 5'), { max: errorCodesMax }),
    }),
  );
}

/** Loop 2000. */
function transactionSetSchema(fields: ModelFields): z.ZodType<TransactionSetAcknowledgement> {
  return exactly<TransactionSetAcknowledgement>()(
    z.strictObject({
      transactionId: fields.text('2000 AK2 1'),
      controlNumber: fields.text('2000 AK2 2'),
      guideId: fields.text('2000 AK2 3').exactOptional(),
      status: z.enum(['A', 'E', 'R', 'M', 'W', 'X']),
      errorCodes: fields.list(fields.text('2000 IK5 2'), { max: errorCodesMax }),
      segmentErrors: z.array(segmentErrorSchema(fields)),
    }),
  );
}

/** Loop 2100. */
function segmentErrorSchema(fields: ModelFields): z.ZodType<SegmentError> {
  return exactly<SegmentError>()(
    z.strictObject({
      segmentId: fields.text('2100 IK3 1'),
      segmentPosition: fields.whole('2100 IK3 2'),
      loop: fields.text('2100 IK3 3').exactOptional(),
      code: fields.text('2100 IK3 4').exactOptional(),
      contexts: contextsSchema(fields, '2100'),
      elementErrors: z.array(elementErrorSchema(fields)),
    }),
  );
}

/** Loop 2110. */
function elementErrorSchema(fields: ModelFields): z.ZodType<ElementError> {
  return exactly<ElementError>()(
    z.strictObject({
      element: fields.whole('2110 IK4 1-1'),
      component: fields.whole('2110 IK4 1-2').exactOptional(),
      repetition: fields.whole('2110 IK4 1-3').exactOptional(),
      reference: fields.text('2110 IK4 2').exactOptional(),
      code: fields.text('2110 IK4 3'),
      value: fields.text('2110 IK4 4').exactOptional(),
      contexts: contextsSchema(fields, '2110'),
    }),
  );
}

/** CTX: at most ten, of at most ten names; component and repetition belong to an element. */
function contextsSchema(fields: ModelFields, loop: string): z.ZodType<ErrorContext[]> {
  const name = z.strictObject({
    name: fields.text(`${loop} CTX 1-1`),
    value: fields.text(`${loop} CTX 1-2`).exactOptional(),
  });
  const context = exactly<ErrorContext>()(
    z.strictObject({
      names: fields.list(name, { min: 1, max: fields.segment(`${loop} CTX`).elements[0]?.repeats ?? 1 }),
      segmentId: fields.text(`${loop} CTX 2`).exactOptional(),
      segmentPosition: fields.whole(`${loop} CTX 3`).exactOptional(),
      loop: fields.text(`${loop} CTX 4`).exactOptional(),
      element: fields.whole(`${loop} CTX 5-1`).exactOptional(),
      component: fields.whole(`${loop} CTX 5-2`).exactOptional(),
      repetition: fields.whole(`${loop} CTX 5-3`).exactOptional(),
    }),
  );
  const checked = fields.check(context, ({ element, component, repetition }, report) => {
    if (element === undefined && (component ?? repetition) !== undefined) report('is missing', 'element');
  });
  return fields.list(checked, { max: fields.segment(`${loop} CTX`).maxUse });
}
