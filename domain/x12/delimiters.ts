/** The four characters that cut an interchange into pieces; `repetition` is absent in version 00401. */
export type Delimiters = {
  readonly element: string;
  readonly repetition: string | undefined;
  readonly component: string;
  readonly segment: string;
};

/** What we write, and what nearly all senders use. */
export const standardDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' };

/** Delimiters as an ISA declares them, and whether that ISA has its standard width of 106 characters. */
export type DetectedDelimiters = {
  readonly delimiters: Delimiters;
  /** Offset of the I of ISA. */
  readonly start: number;
  /** Offset of the segment terminator of the ISA. */
  readonly terminator: number;
  readonly standardWidth: boolean;
  /** There was no ISA: the delimiters follow from a bare GS or ST. */
  readonly guessed: boolean;
};

/** Longest ISA taken for one: the elements of a broken header may be padded too far, but not without end. */
const longestHeader = 400;

/**
 * Reads the delimiters from the ISA at `start` (blanks and a byte order mark before it are skipped), by walking to
 * the sixteenth separator instead of trusting fixed columns. Undefined when there is no ISA there.
 */
export function detectDelimiters(text: string, start = 0): DetectedDelimiters | undefined {
  const begin = skipBlanks(text, start);
  if (text.slice(begin, begin + 3).toUpperCase() !== 'ISA') return undefined;
  const element = text.charAt(begin + 3);
  if (element === '' || /[A-Za-z0-9\s]/.test(element)) return undefined;
  const limit = Math.min(text.length, begin + longestHeader);
  let separators = 0;
  let repetitionElement = '';
  let index = begin + 3;
  let previous = index;
  for (; index < limit; index += 1) {
    if (text.charAt(index) !== element) continue;
    separators += 1;
    if (separators === 12) repetitionElement = text.slice(previous + 1, index);
    previous = index;
    if (separators === 16) break;
  }
  if (separators < 16 || index + 1 >= text.length) return undefined;
  const { component, terminator } = endOfHeader(text, index);
  const segment = terminator < text.length ? text.charAt(terminator) : '~';
  const repetition = repetitionElement.trim().charAt(0);
  const delimiters: Delimiters = {
    element,
    repetition: repetition === '' || /[A-Za-z0-9]/.test(repetition) ? undefined : repetition,
    component,
    segment,
  };
  return { delimiters, start: begin, terminator, standardWidth: terminator - begin === 105, guessed: false };
}

/** An ISA16 left out (`*T*~GS*`) leaves the terminator in its place. */
function endOfHeader(text: string, lastSeparator: number): { component: string; terminator: number } {
  const next = text.charAt(lastSeparator + 2);
  if (/[A-Za-z]/.test(next) && /^(GS|TA1|IEA)/i.test(text.slice(lastSeparator + 2, lastSeparator + 5))) {
    return { component: standardDelimiters.component, terminator: lastSeparator + 1 };
  }
  return { component: text.charAt(lastSeparator + 1), terminator: lastSeparator + 2 };
}

/** Delimiters of a file that begins with GS or ST instead of ISA, from the shape of that segment; undefined otherwise. */
export function guessDelimiters(text: string, start: number): DetectedDelimiters | undefined {
  const match = /^(?:GS|ST)([^A-Za-z0-9\s])[A-Z0-9]{2,3}(?:\1[A-Za-z0-9 .-]*)+([^A-Za-z0-9])/.exec(
    text.slice(start, start + 160),
  );
  const element = match?.[1];
  const segment = match?.[2];
  if (match === null || element === undefined || segment === undefined) return undefined;
  const delimiters: Delimiters = { ...standardDelimiters, element, segment };
  return { delimiters, start, terminator: start + match[0].length - 1, standardWidth: false, guessed: true };
}

/** Byte order mark (as bytes or as one character), blanks, line ends and NULs that stand between segments. */
export function skipBlanks(text: string, start: number): number {
  let index = start;
  if (text.startsWith('\u00ef\u00bb\u00bf', index)) index += 3;
  else if (text.startsWith('\ufeff', index)) index += 1;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0 && code !== 26) break;
  }
  return index;
}

/** True when the four delimiters differ and none is a letter, a digit or a blank. */
export function areDistinct(delimiters: Delimiters): boolean {
  const all = [delimiters.element, delimiters.component, delimiters.segment];
  if (delimiters.repetition !== undefined) all.push(delimiters.repetition);
  return new Set(all).size === all.length && all.every((one) => !/[A-Za-z0-9 ]/.test(one));
}
