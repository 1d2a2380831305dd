import { plural } from '../text/plural.js';
import type { EncounterResult } from './encounter-result.js';

/** How much of the warnings is shown: different ones, and places of each. */
export interface WarningLimits {
  readonly kinds: number;
  readonly places: number;
}

/**
 * Warnings that claims go along with: each different one a single time with what to do, then its resources and files, cut
 * to the limits; what was cut is counted, with the way to see all. Nothing when there are none.
 */
export function warningLines(results: readonly EncounterResult[], limits: WarningLimits): string[] {
  const kinds = warningKinds(results);
  if (kinds.length === 0) return [];
  const total = kinds.reduce((sum, { places }) => sum + places.length, 0);
  const shown = kinds.slice(0, limits.kinds);
  const told = shown.reduce((sum, { places }) => sum + Math.min(places.length, limits.places), 0);
  const rest = `… ${plural(total - told, 'warning')} not shown; import the same files with --json to see all: nothing is taken in twice`;
  return [
    `${plural(total, 'warning')}, with which claims go on:`,
    ...shown.flatMap((kind) => kindLines(kind, limits.places)),
    ...(told === total ? [] : [rest]),
  ];
}

interface WarningKind {
  readonly message: string;
  readonly remedy: string | undefined;
  readonly places: readonly string[];
}

/** The same words about many encounters are one kind; kinds and places in the order of the files. */
function warningKinds(results: readonly EncounterResult[]): WarningKind[] {
  const kinds = new Map<string, WarningKind>();
  for (const result of results) {
    for (const { message, remedy, location } of result.kind === 'claim' ? result.warnings : []) {
      const key = JSON.stringify([message, remedy]);
      const places = kinds.get(key)?.places ?? [];
      const place = `${result.encounterRef} (${location ?? result.location})`;
      kinds.set(key, { message, remedy, places: [...places, place] });
    }
  }
  return [...kinds.values()];
}

function kindLines({ message, remedy, places }: WarningKind, placesMax: number): string[] {
  const left = places.length - placesMax;
  return [
    `warning  ${message}`,
    ...(remedy === undefined ? [] : [`         → ${remedy}`]),
    ...places.slice(0, placesMax).map((place) => `         at ${place}`),
    ...(left > 0 ? [`         and ${left} more like it`] : []),
  ];
}
