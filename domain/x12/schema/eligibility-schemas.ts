import { z } from 'zod';
import type { EligibilityMember } from '../270/eligibility-inquiry.js';
import type { AnsweredMember } from '../271/eligibility-response.js';
import { exactly } from './exactly.js';
import type { ModelFields } from './model-fields.js';
import { addressSchema, partySchema, referencesSchema } from './party-schemas.js';
import { genderSchema } from './status-schemas.js';

/** A subscriber (2100C) or dependent (2100D) of a 270. */
export function eligibilityMemberSchema(fields: ModelFields, loop: '2100C' | '2100D'): z.ZodType<EligibilityMember> {
  return exactly<EligibilityMember>()(z.strictObject(memberShape(fields, loop)));
}

/** The same of a 271, where the payer may say that it knows the person otherwise. */
export function answeredMemberSchema(fields: ModelFields, loop: '2100C' | '2100D'): z.ZodType<AnsweredMember> {
  const member = exactly<AnsweredMember>()(
    z.strictObject({ ...memberShape(fields, loop), identityChanged: fields.yes().exactOptional() }),
  );
  return fields.check(member, ({ relationshipCode, identityChanged }, report) => {
    if (identityChanged === true && relationshipCode === undefined) {
      report('is missing: a changed identity is said beside it', 'relationshipCode');
    }
  });
}

function memberShape(fields: ModelFields, loop: '2100C' | '2100D') {
  return {
    party: partySchema(fields, `${loop} NM1`),
    address: addressSchema(fields, loop).exactOptional(),
    birthDate: fields.date(`${loop} DMG 2`).exactOptional(),
    gender: genderSchema.exactOptional(),
    relationshipCode: fields.text(`${loop} INS 2`).exactOptional(),
    references: referencesSchema(fields, loop),
  };
}

/** EQ01 and EB03. */
export function serviceTypeCodesSchema(fields: ModelFields, place: string): z.ZodType<string[]> {
  return fields.list(fields.text(place), { max: fields.element(place)?.repeats ?? 1 });
}
