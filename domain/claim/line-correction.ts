import { z } from 'zod';

const procedureCodeSchema = z.string().regex(/^[A-Z0-9]{5}$/, 'a procedure code has five characters');

/** What is put right on one service line. */
export const lineCorrectionSchema = z.strictObject({
  lineNumber: z.int().positive(),
  /** The code of the line that is meant. Numbers move when coding puts a line in; stored corrections of before this field lack it. */
  forProcedureCode: procedureCodeSchema.optional(),
  procedureCode: procedureCodeSchema.optional(),
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/, 'a modifier has two characters'))
    .max(4)
    .optional(),
  units: z.int().positive().max(999).optional(),
});
export type LineCorrection = z.infer<typeof lineCorrectionSchema>;

/** True for a correction that only names a line: it lets go of earlier ones of this number that no line is left for. */
export function changesNothing({ procedureCode, modifiers, units }: LineCorrection): boolean {
  return procedureCode === undefined && modifiers === undefined && units === undefined;
}
