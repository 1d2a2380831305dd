import type { Delimiters } from './delimiters.js';

/** How letters are written: basic is upper case and few signs; extended keeps lower case, `@`, `#`, `_` … (X12.6). */
export type CharacterSet = 'basic' | 'extended';

const basicForbidden = /[^A-Z0-9 !"&'()*+,\-./:;?=]/g;
const extendedForbidden = /[^\x20-\x7e]|[`^]/g;

/** Turns values into text that is safe between these delimiters; the same text comes out when it goes in again. */
export function x12TextWriter(delimiters: Delimiters, characterSet: CharacterSet): (text: string) => string {
  const cut = [delimiters.element, delimiters.component, delimiters.segment, delimiters.repetition ?? ''].join('');
  const suspicious = new RegExp(
    `[${escapeForClass(cut)}\`^]|[^\\x20-\\x7e]|^ | $${characterSet === 'basic' ? '|[a-z%@\\[\\]_{}\\\\|<>~#$]' : ''}`,
  );
  const delimiter = new RegExp(`[${escapeForClass(cut)}]`, 'g');
  return (text) => {
    if (!suspicious.test(text)) return text;
    const latin = transliterate(text);
    const allowed =
      characterSet === 'basic'
        ? latin.toUpperCase().replace(basicForbidden, ' ')
        : latin.replace(extendedForbidden, ' ');
    return allowed.replace(delimiter, ' ').trim();
  };
}

/** By its code, 1 for each character that such a writer leaves as it is; a blank only between others. */
export function plainCharacters(delimiters: Delimiters, characterSet: CharacterSet): Uint8Array {
  const plain = Uint8Array.from(allowedCharacters[characterSet]);
  for (const delimiter of Object.values(delimiters)) if (delimiter !== undefined) plain[delimiter.charCodeAt(0)] = 0;
  return plain;
}

const allowedCharacters = { basic: allowedBut(basicForbidden), extended: allowedBut(extendedForbidden) };

function allowedBut(forbidden: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).replace(forbidden, '').length);
}

/** Letters with marks, ligatures and typographic signs in plain ASCII; other scripts as `?`, line ends as blanks. */
export function transliterate(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, ' ')
    .replace(/[^\x20-\x7e]/gu, (character) => spelledOut.get(character) ?? '?');
}

const spelledOut = new Map([
  ['Æ', 'AE'],
  ['æ', 'ae'],
  ['Œ', 'OE'],
  ['œ', 'oe'],
  ['Ø', 'O'],
  ['ø', 'o'],
  ['ß', 'ss'],
  ['ẞ', 'SS'],
  ['Ð', 'D'],
  ['ð', 'd'],
  ['Đ', 'D'],
  ['đ', 'd'],
  ['Ħ', 'H'],
  ['ħ', 'h'],
  ['Ł', 'L'],
  ['ł', 'l'],
  ['Þ', 'TH'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ŋ', 'n'],
  ['‘', "'"],
  ['’', "'"],
  ['‚', ','],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['×', 'x'],
  ['·', '.'],
  ['•', '.'],
]);

function escapeForClass(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}
