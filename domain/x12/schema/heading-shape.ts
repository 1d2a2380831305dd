import type { ModelFields } from './model-fields.js';

/** BHT03 to BHT05. */
export function headingShape(fields: ModelFields, root: string) {
  return {
    referenceNumber: fields.textOrEmpty(`${root} BHT 3`),
    createdDate: fields.date(`${root} BHT 4`).exactOptional(),
    createdTime: fields.text(`${root} BHT 5`).exactOptional(),
  };
}

/** The writer takes date and time of the envelope where they are not given; what is built says its own. */
export const headingKeys = ['createdDate', 'createdTime'] as const;
