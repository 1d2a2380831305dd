import fc from 'fast-check';
import { codedClaimSchema, placeOfServiceSchema } from '../../domain/coding/coded-claim.js';
import { procedureTable } from '../../domain/coding/procedure-table.js';
import { cents } from '../../domain/kernel/cents.js';
import { addDays, plainDate } from '../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import type { ScrubInput } from '../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { clinicianTypeSchema, modalitySchema } from '../../domain/visit/visit.js';
import { aScrubInput, aVisit } from './rules.js';

const others = ['G0136', 'G2025', 'T1014', 'H0031', '99243', 'G2252', 'J3490', '98966'];
const line = fc.record({
  lineNumber: fc.integer({ min: 1, max: 4 }),
  procedureCode: fc.constantFrom(...procedureTable.map((facts) => facts.code), ...others),
  modifiers: fc.array(
    fc.constantFrom('25', '59', '95', '93', 'GT', 'FQ', 'GQ', 'GP', 'GO', 'KX', '26', 'AH', 'GY', 'GZ', 'G0', 'GV'),
    { maxLength: 4 },
  ),
  units: fc.integer({ min: 1, max: 9 }),
  chargeCents: fc.integer({ min: 0, max: 600_000 }).map(cents),
  dateOfService: fc.constant(plainDate('2026-03-10')),
  diagnosisPointers: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
});
/** A day across all of our dated rules. */
export const anyDay = fc.integer({ min: -1500, max: 1600 }).map((days) => addDays(plainDate('2024-01-01'), days));

/** Claims with any codes, modifiers and pointers, right or wrong, on dates across all of our dated rules. */
export const anyScrubInput: fc.Arbitrary<ScrubInput> = fc
  .record({
    claim: fc.record({
      placeOfService: fc.constantFrom(...placeOfServiceSchema.options),
      diagnoses: fc.array(fc.constantFrom('I10', 'E119', 'F411', 'Z590', 'N184', 'O039', 'E109', 'W19XXXA'), {
        maxLength: 5,
      }),
      lines: fc.array(line, { maxLength: 4 }),
    }),
    payer: fc.constantFrom(...defaultPayerProfiles),
    dateOfService: anyDay,
    modality: fc.constantFrom(...modalitySchema.options),
    type: fc.constantFrom(...clinicianTypeSchema.options),
    minutes: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    setting: fc.constantFrom('home' as const, 'other' as const),
    overridden: fc.subarray(
      scrubEdits.map((edit) => edit.id),
      { maxLength: 3 },
    ),
  })
  .map(({ claim, payer, dateOfService, modality, type, minutes, setting, overridden }) => {
    const visit = aVisit({ modality, totalMinutes: minutes, patientLocation: { setting, state: 'NY' } });
    return aScrubInput({
      claim: codedClaimSchema.parse(claim),
      payer,
      visit: { ...visit, dateOfService, clinician: { ...visit.clinician, type } },
      today: addDays(dateOfService, 3),
      overriddenEditIds: overridden,
    });
  });
