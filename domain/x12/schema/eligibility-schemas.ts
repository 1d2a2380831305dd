import { z } from 'zod';
import type { EligibilityMember } from '../270/eligibility-inquiry.js';
import { exactly } from './exactly.js';
import type { ModelFields } from './model-fields.js';
import { addressSchema, partySchema, referencesSchema } from './party-schemas.js';
import { genderSchema } from './status-schemas.js';

/** A subscriber (2100C) or dependent (2100D) of a 270 or 271. */
export function eligibilityMemberSchema(fields: ModelFields, loop: '2100C' | '2100D'): z.ZodType<EligibilityMember> {
  return exactly<EligibilityMember>()(
    z.strictObject({
      party: partySchema(fields, `${loop} NM1`),
      address: addressSchema(fields, loop).exactOptional(),
      birthDate: fields.date(`${loop} DMG 2`).exactOptional(),
      gender: genderSchema.exactOptional(),
      relationshipCode: fields.text(`${loop} INS 2`).exactOptional(),
      references: referencesSchema(fields, loop),
    }),
  );
}

/** EQ01 and EB03. */
export function serviceTypeCodesSchema(fields: ModelFields, place: string): z.ZodType<string[]> {
  return fields.list(fields.text(place), { max: fields.element(place)?.repeats ?? 1 });
}
