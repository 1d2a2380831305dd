import { z } from 'zod';
import type { StatusMember } from '../status-hierarchy.js';
import { exactly } from './exactly.js';
import type { ModelFields } from './model-fields.js';
import { partySchema } from './party-schemas.js';

/** The parties of one claim of a 276 or 277 (levels 20 to 23). */
export function statusPartiesShape(fields: ModelFields) {
  return {
    payer: partySchema(fields, '2100A NM1'),
    submitter: partySchema(fields, '2100B NM1'),
    provider: partySchema(fields, '2100C NM1'),
    subscriber: statusMemberSchema(fields, '2000D', '2100D'),
    dependent: statusMemberSchema(fields, '2000E', '2100E').exactOptional(),
  };
}

function statusMemberSchema(fields: ModelFields, level: string, nameLoop: string): z.ZodType<StatusMember> {
  const member = exactly<StatusMember>()(
    z.strictObject({
      party: partySchema(fields, `${nameLoop} NM1`),
      birthDate: fields.date(`${level} DMG 2`).exactOptional(),
      gender: genderSchema.exactOptional(),
    }),
  );
  const isRequired = fields.segment(`${level} DMG`).usage === 'R';
  return fields.check(member, ({ birthDate, gender }, report) => {
    if (isRequired && birthDate === undefined && gender === undefined) {
      report('is missing: the guide requires a birth date or a gender', 'birthDate');
    }
  });
}

/** DMG03. */
export const genderSchema = z.enum(['F', 'M', 'U']);
