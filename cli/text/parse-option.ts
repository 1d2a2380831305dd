import { InvalidArgumentError } from 'commander';
import { type PlainDate, parsePlainDate } from '../../domain/kernel/plain-date.js';

/** Reads a whole number within bounds, both included; for commander, which names the option in its message. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

/** Business time in one unit of wall time. */
export function clockRate(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('Give a number above 0 and up to 1000000: 1 is real time, 43200 is a day in 2 s.');
}

/** A seed becomes part of source ids. */
export function seedText(text: string): string {
  if (/^[A-Za-z0-9-]{1,30}$/.test(text)) return text;
  throw new InvalidArgumentError('Give 1 to 30 letters, digits and dashes.');
}

/** One of a list of words. */
export function oneOf<const T extends string>(words: readonly T[]): (text: string) => T {
  return (text) => {
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    throw new InvalidArgumentError(`Give one of: ${words.join(', ')}.`);
  };
}

export function dateText(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date.ok) return date.value;
  throw new InvalidArgumentError(`${date.error}.`);
}

/** A time of day as X12 writes it. */
export function timeText(text: string): string {
  if (/^([01]\d|2[0-3])[0-5]\d$/.test(text)) return text;
  throw new InvalidArgumentError('Give hours and minutes as HHMM.');
}
