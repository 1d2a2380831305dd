/** A first character and the second ones that make a modifier with it. */
type ModifierRow = readonly [first: string, seconds: string];

/**
 * The CPT and HCPCS Level II modifiers that our rules know to exist, retired ones of the last years among them: two
 * characters each, no texts. What is not here may be a payer's own or newer than this table, so that it is a warning.
 */
const rows: readonly ModifierRow[] = [
  ['1', 'P'],
  ['2', '2345679P'],
  ['3', '23P'],
  ['4', '7'],
  ['5', '0123456789'],
  ['6', '236'],
  ['7', '346789'],
  ['8', '012P'],
  ['9', '01235679'],
  ['A', '123456789ABDEFGHIJKMOPQRSTUVWXYZ'],
  ['B', 'ALOPRU'],
  ['C', 'ABCDEFGHIJKLMNOQRST'],
  ['D', 'A'],
  ['E', '1234ABCDEJMPRTXY'],
  ['F', '123456789ABCPQRSTXY'],
  ['G', '0123456789ABCDEFGHJKLMNOPQRSTUVWXYZ'],
  ['H', '9ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['J', '12345ABCDEFGKLWZ'],
  ['K', '01234ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['L', '1CDLMRSTU'],
  ['M', '2ABCDEFGHS'],
  ['N', '123BRU'],
  ['P', '123456ABCDILMNOST'],
  ['Q', '0123456789ABCDEFGHJKLMNPQRSTWXYZ'],
  ['R', 'ABCDEIRT'],
  ['S', 'ABCDEFGHJKLMNQSTUVWYZ'],
  ['T', '123456789ABCDEFGHJKLMNPQRSTUVW'],
  ['U', '123456789ABCDEFGHJKNPQRS'],
  ['V', '123456789MP'],
  ['X', '12345EPSU'],
];

const known = new Set(rows.flatMap(([first, seconds]) => [...seconds].map((second) => `${first}${second}`)));

/** Whether our rules know the modifier to exist. */
export function isKnownModifier(modifier: string): boolean {
  return known.has(modifier);
}
