/** Colours by what they mean, as ANSI select-graphic-rendition codes. */
const sgr = { strong: '1', faint: '2', good: '32', warning: '33', bad: '31', heading: '36' } as const;
export type Tone = keyof typeof sgr;

/** Cuts a text to a width and marks the cut. Control characters become blanks, so that no cell can move the cursor. */
export function clip(text: string, width: number): string {
  const plain = text.replace(/\p{Cc}/gu, ' ');
  const characters = [...plain];
  if (characters.length <= width) return plain;
  return width <= 0 ? '' : `${characters.slice(0, width - 1).join('')}…`;
}

/** Cuts or fills a text to exactly a width. */
export function cell(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const clipped = clip(text, width);
  const blanks = ' '.repeat(Math.max(0, width - [...clipped].length));
  return align === 'left' ? `${clipped}${blanks}` : `${blanks}${clipped}`;
}

/** Colours a text that already has its final width. */
export function paint(text: string, tone: Tone | undefined, color: boolean): string {
  return color && tone !== undefined ? `\u001b[${sgr[tone]}m${text}\u001b[0m` : text;
}
