import { z } from 'zod';
import { el, type Guide, loop, seg } from '../guide.js';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { schemasOf } from '../schema/schemas-of.js';
import type { InterchangeAcknowledgement } from './interchange-acknowledgement.js';

/** TA105: 000 to 031. */
const noteCodes = Array.from({ length: 32 }, (_, number) => String(number).padStart(3, '0')).join(' ');

/** The one segment of a TA1 (X12.5), as a guide of its own. */
const interchangeAcknowledgementGuide: Guide = {
  ids: ['TA1'],
  transactionId: 'TA1',
  functionalId: '',
  root: loop('TA1', 'R', 1, [
    seg('TA1', 'R', 1, [
      el('I12', 'R', 'N0', 9, 9),
      el('I08', 'R', 'DT', 6, 6),
      el('I09', 'R', 'TM', 4, 4),
      el('I17', 'R', 'ID', 1, 1, 'A E R'),
      el('I18', 'R', 'ID', 3, 3, noteCodes),
    ]),
  ]),
};

/** A TA1 as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const interchangeAcknowledgementSchema = schemasOf(interchangeAcknowledgementGuide, acknowledgementSchema);

function acknowledgementSchema(fields: ModelFields): z.ZodType<InterchangeAcknowledgement> {
  return exactly<InterchangeAcknowledgement>()(
    z.strictObject({
      interchangeControlNumber: fields.text('TA1 TA1 1'),
      interchangeDate: fields.text('TA1 TA1 2'),
      interchangeTime: fields.text('TA1 TA1 3'),
      status: z.enum(['A', 'E', 'R']),
      noteCode: fields.text('TA1 TA1 5'),
    }),
  );
}
