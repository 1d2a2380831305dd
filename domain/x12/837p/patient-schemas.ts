import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { addressSchema, identifierSchema, partySchema, referencesSchema } from '../schema/party-schemas.js';
import type { DependentPatient, DestinationPayer, PatientFacts, Subscriber } from './professional-claim.js';

/** Loops 2000B and 2010BA. */
export function subscriberSchema(fields: ModelFields): z.ZodType<Subscriber> {
  const subscriber = exactly<Subscriber>()(
    z.strictObject({
      payerResponsibility: fields.text('2000B SBR 1'),
      party: partySchema(fields, '2010BA NM1'),
      groupNumber: fields.text('2000B SBR 3').exactOptional(),
      groupName: fields.text('2000B SBR 4').exactOptional(),
      medicareSecondaryReason: fields.text('2000B SBR 5').exactOptional(),
      filingIndicator: fields.text('2000B SBR 9').exactOptional(),
      address: addressSchema(fields, '2010BA').exactOptional(),
      birthDate: fields.date('2010BA DMG 2').exactOptional(),
      sex: fields.text('2010BA DMG 3').exactOptional(),
      patientFacts: patientFactsSchema(fields, '2000B').exactOptional(),
      references: referencesSchema(fields, '2010BA'),
    }),
  );
  return fields.check(subscriber, ({ birthDate, sex }, report) => {
    if (birthDate === undefined && sex !== undefined)
      report('is missing: the guide wants it beside the sex', 'birthDate');
    if (sex === undefined && birthDate !== undefined)
      report('is missing: the guide wants it beside the birth date', 'sex');
  });
}

/** PAT of levels 22 and 23. */
function patientFactsSchema(fields: ModelFields, level: string): z.ZodType<PatientFacts> {
  const facts = exactly<PatientFacts>()(
    z.strictObject({
      deathDate: fields.date(`${level} PAT 6`).exactOptional(),
      weightPounds: fields.quantity(`${level} PAT 8`).exactOptional(),
      pregnant: fields.yes().exactOptional(),
    }),
  );
  return fields.check(facts, (given, report) => {
    if (Object.keys(given).length === 0) report('say nothing: leave them out');
  });
}

/** Loop 2010BB. */
export function destinationPayerSchema(fields: ModelFields): z.ZodType<DestinationPayer> {
  return exactly<DestinationPayer>()(
    z.strictObject({
      name: fields.textOrEmpty('2010BB NM1 3'),
      identifier: identifierSchema(fields, '2010BB NM1 8', '2010BB NM1 9'),
      address: addressSchema(fields, '2010BB').exactOptional(),
      references: referencesSchema(fields, '2010BB'),
    }),
  );
}

/** Loops 2000C and 2010CA. */
export function dependentPatientSchema(fields: ModelFields): z.ZodType<DependentPatient> {
  const patient = exactly<DependentPatient>()(
    z.strictObject({
      relationship: fields.text('2000C PAT 1'),
      party: partySchema(fields, '2010CA NM1'),
      address: addressSchema(fields, '2010CA'),
      birthDate: fields.date('2010CA DMG 2').exactOptional(),
      sex: fields.text('2010CA DMG 3').exactOptional(),
      facts: patientFactsSchema(fields, '2000C').exactOptional(),
      references: referencesSchema(fields, '2010CA'),
    }),
  );
  return fields.requires(patient, 'birthDate', 'sex');
}
