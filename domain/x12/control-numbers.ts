/** Highest ISA13, GS06 and numeric ST02 (nine digits). */
export const controlNumberMax = 999_999_999;

/** The number after `current` for a trading partner: counts up, wraps to 1 after nine nines (X12.5, ISA13). */
export function nextControlNumber(current: number): number {
  assertControlNumber(current, 0);
  return current >= controlNumberMax ? 1 : current + 1;
}

/** ISA13 and IEA02: nine digits, zero-filled. */
export function formatInterchangeControlNumber(number: number): string {
  assertControlNumber(number, 1);
  return String(number).padStart(9, '0');
}

/** GS06 and GE02: no leading zeros. */
export function formatGroupControlNumber(number: number): string {
  assertControlNumber(number, 1);
  return String(number);
}

/** ST02 and SE02: at least four digits (element 329, length 4 to 9). */
export function formatTransactionControlNumber(number: number): string {
  assertControlNumber(number, 1);
  return String(number).padStart(4, '0');
}

/** Reads ISA13, GS06 or ST02 back; undefined when it is no number of one to nine digits above zero. */
export function parseControlNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return /^\d{1,9}$/.test(trimmed) && Number(trimmed) > 0 ? Number(trimmed) : undefined;
}

function assertControlNumber(number: number, least: number): void {
  if (!Number.isInteger(number) || number < least || number > controlNumberMax) {
    throw new RangeError(`a control number is a whole number from ${least} to ${controlNumberMax}`);
  }
}
