/** A text that can't move a cursor, change colours or the direction of writing: control and format characters become `?`. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

/** What stands in the place of a value that is not shown; the same whatever the value, so that not even its length tells. */
export const maskedText = '***';
