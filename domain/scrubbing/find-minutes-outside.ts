import type { ServiceLine } from '../coding/coded-claim.js';
import { findOnLines } from './edit-findings.js';
import type { EditFinding, ScrubInput } from './scrub-edit.js';

/** The fewest and the most minutes a line's code stands for; undefined for a code that does not go by time here. */
export type MinuteBandOf = (line: ServiceLine) => readonly [fewest: number, most: number] | undefined;

/** A finding for each line whose code stands for other minutes than the documented ones, or that has none. */
export function findMinutesOutside(
  input: ScrubInput,
  bandOf: MinuteBandOf,
  remedy: string,
  minutes = input.visit.totalMinutes,
): readonly EditFinding[] {
  return findOnLines(
    input,
    (line) => isOutside(minutes, bandOf(line)),
    (line) => ({
      field: 'procedureCode',
      message:
        minutes === undefined
          ? `${line.procedureCode} goes by time and the record gives no minutes`
          : `${minutes} documented minutes do not fit ${line.procedureCode}`,
      remedy,
    }),
  );
}

function isOutside(minutes: number | undefined, band: readonly [number, number] | undefined): boolean {
  return band !== undefined && (minutes === undefined || minutes < band[0] || minutes > band[1]);
}
