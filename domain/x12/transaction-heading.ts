import type { PlainDate } from '../kernel/plain-date.js';
import { compact } from './compact.js';
import type { FieldReader } from './field-reader.js';
import { findSegment, type LoopInstance } from './loop-instance.js';
import type { SegmentValues } from './segment-values.js';
import type { Envelope } from './write-interchange.js';
import { dateValue } from './write-values.js';

/** What a transaction set says of itself (BHT03 to BHT05). */
export type TransactionHeading = {
  readonly referenceNumber: string;
  readonly createdDate?: PlainDate;
  readonly createdTime?: string;
};

export function readTransactionHeading(reader: FieldReader, root: LoopInstance): TransactionHeading {
  const heading = findSegment(root, 'BHT');
  return compact({
    referenceNumber: reader.text(heading, 3) ?? '',
    createdDate: reader.date(heading, 4),
    createdTime: reader.text(heading, 5),
  });
}

/** Date and time for a heading that does not say its own. */
export type WritingTime = Pick<Envelope, 'date' | 'time'>;

/** BHT with its structure code (BHT01), purpose (BHT02) and, where the guide wants one, type (BHT06). */
export function headingSegment(
  codes: { readonly structure: string; readonly purpose: string; readonly type?: string },
  heading: TransactionHeading,
  now: WritingTime,
): SegmentValues {
  const { referenceNumber, createdDate = now.date, createdTime = now.time } = heading;
  return ['BHT', codes.structure, codes.purpose, referenceNumber, dateValue(createdDate), createdTime, codes.type];
}
