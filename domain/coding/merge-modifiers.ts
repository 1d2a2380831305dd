/** Modifiers that change the price, or tell the level of the clinician by which it is set; they stand first. */
const pricing = [
  '26',
  'TC',
  '50',
  '51',
  '52',
  '53',
  '54',
  '55',
  '56',
  '62',
  '66',
  '80',
  '81',
  '82',
  'AS',
  'SA',
  'AH',
  'AJ',
  'HO',
  'HN',
  'HP',
  'AF',
  'AG',
  'CQ',
  'CO',
  // Levels of care, each state Medicaid program's own.
  ...[...'123456789ABCD'].map((level) => `U${level}`),
];
/** Modifiers that set a service apart from another on the same day. */
const distinct = ['24', '25', '57', '58', '59', '76', '77', '78', '79', '91', 'XE', 'XP', 'XS', 'XU'];
/** Modifiers that say how a telehealth service was delivered; they stand last. */
const telehealth = ['95', '93', 'GT', 'FQ', 'GQ', 'FR', 'G0'];

/** A service line takes four modifiers (837P 2400 SV101-3 to SV101-6). */
export const maxModifiers = 4;

export type MergedModifiers = {
  readonly modifiers: readonly string[];
  /** Modifiers to add that found no place; those of the source are never among them. */
  readonly dropped: readonly string[];
};

const ranks = new Map<string, number>([
  ...pricing.map((modifier) => [modifier, 0] as const),
  ...distinct.map((modifier) => [modifier, 1] as const),
  ...telehealth.map((modifier) => [modifier, 3] as const),
]);

function rank(modifier: string): number {
  return ranks.get(modifier) ?? 2;
}

/** Adds modifiers to those of the source without losing or repeating any, in billing order; the source's come first in each rank. */
export function mergeModifiers(ofSource: readonly string[], toAdd: readonly string[]): MergedModifiers {
  if (ofSource.length === 0 && toAdd.length <= 1) return { modifiers: toAdd, dropped: [] };
  const own = [...new Set(ofSource)];
  const added = [...new Set(toAdd)].filter((modifier) => !own.includes(modifier));
  const room = Math.max(0, maxModifiers - own.length);
  const ordered = [...own, ...added.slice(0, room)]
    .map((modifier, index) => ({ modifier, index }))
    .sort((a, b) => rank(a.modifier) - rank(b.modifier) || a.index - b.index);
  return { modifiers: ordered.map((entry) => entry.modifier), dropped: added.slice(room) };
}
