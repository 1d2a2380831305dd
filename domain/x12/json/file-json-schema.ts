import { z } from 'zod';
import { eligibilityInquirySchema } from '../270/eligibility-inquiry-schema.js';
import { eligibilityResponseSchema } from '../271/eligibility-response-schema.js';
import { claimStatusInquirySchema } from '../276/claim-status-inquiry-schema.js';
import { claimStatusResponseSchema } from '../277/claim-status-response-schema.js';
import { claimAcknowledgementSchema } from '../277ca/claim-acknowledgement-schema.js';
import { remittanceAdviceSchema } from '../835/remittance-advice-schema.js';
import { professionalClaimBatchSchema } from '../837p/professional-claim-batch-schema.js';
import { implementationAcknowledgementSchema } from '../999/implementation-acknowledgement-schema.js';
import { areDistinct } from '../delimiters.js';
import { exactly } from '../schema/exactly.js';
import { interchangeAcknowledgementSchema } from '../ta1/interchange-acknowledgement-schema.js';
import type {
  DelimitersJson,
  FileJson,
  GroupJson,
  InterchangeJson,
  QualifiedText,
  RawSegment,
  TransactionSetJson,
} from './file-json.js';

let made: z.ZodType<FileJson> | undefined;

/** The JSON form of a file, with the models as readers may give them; made when it is first asked for. */
export function fileJsonSchema(): z.ZodType<FileJson> {
  made ??= exactly<FileJson>()(
    z.strictObject({
      format: z.literal('teleclaim-x12'),
      version: z.literal(1),
      interchanges: z.array(interchangeSchema()).min(1, 'must have at least one: without it there is no file'),
    }),
  );
  return made;
}

function interchangeSchema(): z.ZodType<InterchangeJson> {
  const interchange = exactly<InterchangeJson>()(
    z.strictObject({
      delimiters: delimitersSchema(),
      lineEnd: z.enum(['', '\n', '\r\n']),
      authorization: qualifiedTextSchema(10),
      security: qualifiedTextSchema(10),
      sender: qualifiedTextSchema(15),
      receiver: qualifiedTextSchema(15),
      date: headerText(6),
      time: headerText(4),
      version: headerText(5),
      controlNumber: headerText(9),
      acknowledgementRequested: z.boolean(),
      usage: headerText(1),
      acknowledgements: z.array(interchangeAcknowledgementSchema('as-read')),
      groups: z.array(groupSchema()),
    }),
  );
  return interchange.superRefine((value, context) => {
    const message = 'must be plain ASCII without the delimiters';
    for (const path of headerTextsWithDelimiters(value)) context.addIssue({ code: 'custom', message, path });
  });
}

/** The ISA is printed as it is: a delimiter in one of its texts would shift all that follows. */
function headerTextsWithDelimiters(interchange: InterchangeJson): string[][] {
  const { authorization, security, sender, receiver, delimiters } = interchange;
  const cut = Object.values(delimiters);
  const isBroken = (text: string): boolean => /[^\x20-\x7e]/.test(text) || cut.some((one) => text.includes(one));
  const single = (['date', 'time', 'version', 'controlNumber', 'usage'] as const).filter((key) =>
    isBroken(interchange[key]),
  );
  const pairs = Object.entries({ authorization, security, sender, receiver }).flatMap(([key, pair]) =>
    (['qualifier', 'value'] as const).filter((part) => isBroken(pair[part])).map((part) => [key, part]),
  );
  return [...single.map((key) => [key]), ...pairs];
}

/** The ISA has fixed widths. */
function headerText(width: number): z.ZodType<string> {
  return z.string().max(width, `must have at most ${width} characters: the ISA has a fixed width`);
}

function qualifiedTextSchema(width: number): z.ZodType<QualifiedText> {
  return exactly<QualifiedText>()(z.strictObject({ qualifier: headerText(2), value: headerText(width) }));
}

function delimitersSchema(): z.ZodType<DelimitersJson> {
  const one = z.string().regex(/^[\0-\x7f]$/, 'must be one ASCII character');
  const delimiters = exactly<DelimitersJson>()(
    z.strictObject({ element: one, repetition: one.exactOptional(), component: one, segment: one }),
  );
  return delimiters.refine(
    ({ repetition, ...others }) => areDistinct({ ...others, repetition }),
    'must be four different characters, none of them a letter, a digit or a blank',
  );
}

function groupSchema(): z.ZodType<GroupJson> {
  return exactly<GroupJson>()(
    z.strictObject({
      functionalId: z.string(),
      senderCode: z.string(),
      receiverCode: z.string(),
      date: z.string(),
      time: z.string(),
      controlNumber: z.string(),
      agency: z.string(),
      guideId: z.string(),
      transactionSets: z.array(transactionSetSchema()),
    }),
  );
}

function transactionSetSchema(): z.ZodType<TransactionSetJson> {
  const one = <Kind extends string, Value>(kind: Kind, value: z.ZodType<Value>) =>
    z.strictObject({ ...headerShape, kind: z.literal(kind), value });
  const sets = z.discriminatedUnion('kind', [
    one('837P', professionalClaimBatchSchema('as-read')),
    one('835', remittanceAdviceSchema('as-read')),
    one('999', implementationAcknowledgementSchema('as-read')),
    one('277CA', claimAcknowledgementSchema('as-read')),
    one('276', claimStatusInquirySchema('as-read')),
    one('277', claimStatusResponseSchema('as-read')),
    one('270', eligibilityInquirySchema('as-read')),
    one('271', eligibilityResponseSchema('as-read')),
    z.strictObject({ ...headerShape, kind: z.literal('unknown'), segments: z.array(rawSegmentSchema) }),
  ]);
  return exactly<TransactionSetJson>()(sets);
}

const headerShape = {
  transactionId: z.string(),
  controlNumber: z.string(),
  implementationReference: z.string().exactOptional(),
};

const rawComposite = z.union([z.string(), z.array(z.string())]);
const rawSegmentSchema = exactly<RawSegment>()(
  z.strictObject({
    id: z.string().regex(/^[A-Z][A-Z0-9]{1,2}$/, 'must be the id of a segment: two or three capitals and digits'),
    elements: z.array(z.union([rawComposite, z.strictObject({ repetitions: z.array(rawComposite) })])),
  }),
);
