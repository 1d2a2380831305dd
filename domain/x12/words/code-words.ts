import { acknowledgementCodeLists } from './acknowledgement-code-words.js';
import { claimCodeLists, placesOfService } from './claim-code-words.js';
import { eligibilityCodeLists } from './eligibility-code-words.js';
import { wordsOfQualifier } from './qualifier-words.js';
import { adjustmentReasons, remittanceCodeLists } from './remittance-code-words.js';
import { statusCodeLists } from './status-code-words.js';

/** Codes of one list with what they mean, in our own short words. */
export type CodeWords = Readonly<Record<string, string>>;

/** Lists by the place of the code (`CLP02`, `CLM05-1`). */
export type CodeLists = Readonly<Record<string, CodeWords>>;

const byPlace: ReadonlyMap<string, CodeWords> = new Map(
  Object.entries({
    ...claimCodeLists,
    ...remittanceCodeLists,
    ...statusCodeLists,
    ...eligibilityCodeLists,
    ...acknowledgementCodeLists,
  }),
);

/** Lists that are the same wherever their data element stands, by its number in the dictionary. */
const byReference: ReadonlyMap<string, CodeWords> = new Map([
  ['1034', adjustmentReasons],
  ['1331', placesOfService],
]);

/** An entity by its code, where it stands inside of a status (STC01-3). */
const entityPlaces: ReadonlySet<string> = new Set(['STC01-3', 'STC10-3', 'STC11-3']);

/** CLP08 of a hospital is no place of service but the kind of its bill. */
const ambiguousPlaces: ReadonlySet<string> = new Set(['CLP08', 'CLP08-1']);

/** What a code at a place means; undefined where we have no words for it. */
export function wordsOfCode(place: string, reference: string, code: string): string | undefined {
  if (entityPlaces.has(place)) return wordsOfQualifier('NM1', code);
  if (ambiguousPlaces.has(place)) return undefined;
  const list = byPlace.get(place) ?? byReference.get(reference);
  return list !== undefined && Object.hasOwn(list, code) ? list[code] : undefined;
}
