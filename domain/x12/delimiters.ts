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

/**
 * Longest ISA taken for one: the elements of a broken header may be padded too far, but not without end. So many
 * characters tell whether there are delimiters, and which; what stands behind them does not matter.
 */
export const longestHeader = 400;

/**
 * Reads the delimiters from the ISA at `start` (blanks and a byte order mark before it are skipped), by walking to
 * the sixteenth separator instead of trusting fixed columns. Undefined when there is no ISA there.
 */
export function detectDelimiters(text: string, start = 0): DetectedDelimiters | undefined {
  const begin = skipBlanks(text, start);
  const header = text.slice(begin, begin + longestHeader);
  if (header.slice(0, 3).toUpperCase() !== 'ISA') return undefined;
  const element = header.charAt(3);
  if (element === '' || /[A-Za-z0-9\s]/.test(element)) return undefined;
  const separators = separatorsOf(header, element);
  const last = separators[15];
  if (last === undefined || last + 1 >= header.length) return undefined;
  const { component, terminator } = endOfHeader(header, last);
  const segment = terminator < header.length ? header.charAt(terminator) : '~';
  if (/[A-Za-z0-9]/.test(segment) || segment === element) return undefined;
  const repetition = header
    .slice((separators[10] ?? 0) + 1, separators[11])
    .trim()
    .charAt(0);
  const delimiters: Delimiters = {
    element,
    repetition: repetition === '' || /[A-Za-z0-9]/.test(repetition) ? undefined : repetition,
    component,
    segment,
  };
  return {
    delimiters,
    start: begin,
    terminator: begin + terminator,
    standardWidth: terminator === standardTerminatorIndex,
    guessed: false,
  };
}

/** Where the terminator of an ISA of 106 characters stands. */
const standardTerminatorIndex = 105;

function separatorsOf(header: string, separator: string): number[] {
  const found: number[] = [];
  for (let at = header.indexOf(separator); at !== -1 && found.length < 16; at = header.indexOf(separator, at + 1)) {
    found.push(at);
  }
  return found;
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
  const header = text.slice(start, start + longestHeader);
  const element = header.charAt(2);
  if (!/^(GS|ST)[^A-Za-z0-9\s][A-Z0-9]{2,3}/.test(header)) return undefined;
  for (let index = 3; index < header.length; index += 1) {
    const character = header.charAt(index);
    if (character === element || /[A-Za-z0-9 .-]/.test(character)) continue;
    const delimiters: Delimiters = { ...standardDelimiters, element, segment: character };
    return { delimiters, start, terminator: start + index, standardWidth: false, guessed: true };
  }
  return undefined;
}

/** Byte order marks (as bytes or as one character), blanks, line ends and NULs that stand between segments. */
export function skipBlanks(text: string, start: number): number {
  let index = start;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0 || code === 26) index += 1;
    else if (code === 0xef && text.startsWith('\u00bb\u00bf', index + 1)) index += 3;
    else if (code === 0xfeff) index += 1;
    else break;
  }
  return index;
}

/** True when the four delimiters differ and none is a letter, a digit or a blank. */
export function areDistinct(delimiters: Delimiters): boolean {
  const all = [delimiters.element, delimiters.component, delimiters.segment];
  if (delimiters.repetition !== undefined) all.push(delimiters.repetition);
  return new Set(all).size === all.length && all.every((one) => !/[A-Za-z0-9 ]/.test(one));
}
