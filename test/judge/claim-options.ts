import type { WrittenClaim, WrittenSegment } from './written-claims.js';

/** What a claim may have; the judge must see each of them in some claims. */
type Option = { readonly name: string; readonly isIn: (claim: WrittenClaim) => boolean };

const options: readonly Option[] = [
  { name: 'patient is the subscriber', isIn: ({ patient }) => patient === undefined },
  { name: 'patient is a dependent (2000C)', isIn: ({ patient }) => patient !== undefined },
  { name: 'group bills (NM1*85*2)', isIn: ({ billing }) => has(billing, 'NM1', '85', '2') },
  { name: 'one person bills (NM1*85*1)', isIn: ({ billing }) => has(billing, 'NM1', '85', '1') },
  { name: 'pay-to address (NM1*87)', isIn: ({ billing }) => has(billing, 'NM1', '87') },
  { name: 'pay-to plan (NM1*PE)', isIn: ({ billing }) => has(billing, 'NM1', 'PE') },
  { name: 'rendering provider (NM1*82)', isIn: ({ head }) => has(head, 'NM1', '82') },
  { name: 'referring provider (NM1*DN)', isIn: ({ head }) => has(head, 'NM1', 'DN') },
  { name: 'primary care provider (NM1*P3)', isIn: ({ head }) => has(head, 'NM1', 'P3') },
  { name: 'supervising provider (NM1*DQ)', isIn: ({ head }) => has(head, 'NM1', 'DQ') },
  { name: 'service facility (NM1*77)', isIn: ({ head }) => has(head, 'NM1', '77') },
  { name: 'prior authorisation (REF*G1)', isIn: ({ head }) => has(head, 'REF', 'G1') },
  { name: 'referral (REF*9F)', isIn: ({ head }) => has(head, 'REF', '9F') },
  { name: 'attachment of the claim (PWK)', isIn: ({ head }) => has(head, 'PWK') },
  { name: 'attachment of a line (PWK)', isIn: onLine('PWK') },
  { name: 'note of the claim (NTE)', isIn: ({ head }) => has(head, 'NTE') },
  { name: 'note of a line (NTE)', isIn: onLine('NTE') },
  { name: 'accident with its day (CLM11, DTP*439)', isIn: isAccident },
  { name: 'frequency 1', isIn: (claim) => frequencyOf(claim) === '1' },
  { name: 'frequency 7 with REF*F8', isIn: (claim) => frequencyOf(claim) === '7' && has(claim.head, 'REF', 'F8') },
  { name: 'frequency 8 with REF*F8', isIn: (claim) => frequencyOf(claim) === '8' && has(claim.head, 'REF', 'F8') },
  { name: 'delay reason (CLM20)', isIn: ({ head }) => elementOf(head, 'CLM', 20) !== '' },
  { name: 'patient paid (AMT*F5)', isIn: ({ head }) => has(head, 'AMT', 'F5') },
  { name: '1 diagnosis', isIn: ({ head }) => diagnosisCount(head) === 1 },
  { name: '12 diagnoses', isIn: ({ head }) => diagnosisCount(head) === 12 },
  { name: '1 line', isIn: ({ lines }) => lines.length === 1 },
  { name: '50 lines', isIn: ({ lines }) => lines.length === 50 },
  { name: 'line: place of service of its own (SV105)', isIn: onSomeLine((line) => elementOf(line, 'SV1', 5) !== '') },
  { name: 'line: rendering provider of its own', isIn: onLine('NM1', '82') },
  { name: 'line: supervising provider of its own', isIn: onLine('NM1', 'DQ') },
  { name: 'line: ordering provider', isIn: onLine('NM1', 'DK') },
  { name: 'line: referring provider of its own', isIn: onLine('NM1', 'DN') },
  { name: 'line: service facility of its own', isIn: onLine('NM1', '77') },
  { name: 'line: purchased service (PS1)', isIn: onLine('PS1') },
  { name: 'line: prior authorisation of its own', isIn: onLine('REF', 'G1') },
  { name: 'line: referral of its own', isIn: onLine('REF', '9F') },
  { name: 'line: days from and to (RD8)', isIn: onLine('DTP', '472', 'RD8') },
  { name: 'line: four modifiers', isIn: hasFourModifiers },
  { name: 'line: drug (LIN, CTP)', isIn: onSomeLine((line) => has(line, 'LIN') && has(line, 'CTP')) },
  { name: 'secondary claim, primary payer told', isIn: (claim) => isBilled(claim, 'S') && hasOthers(claim, 'P') },
  { name: 'tertiary claim, both payers told', isIn: isTertiary },
  { name: 'tertiary claim, CAS of both payers', isIn: (claim) => isTertiary(claim) && claim.otherPayers.every(hasCas) },
  { name: 'adjustments of another payer (2320 CAS)', isIn: ({ otherPayers }) => otherPayers.some(hasCas) },
  { name: 'remarks of another payer (MOA)', isIn: ({ otherPayers }) => otherPayers.some((payer) => has(payer, 'MOA')) },
  { name: 'line decided by another payer (2430)', isIn: ({ adjudications }) => adjudications.length > 0 },
  { name: 'line adjustments of another payer (2430 CAS)', isIn: ({ adjudications }) => adjudications.some(hasCas) },
  { name: 'separators | ! > and line feed', isIn: ({ delimiters }) => delimiters.element === '|' },
];

/** How many of the claims have each option, in the order of the table. */
export function countOptions(claims: readonly WrittenClaim[]): { readonly name: string; readonly count: number }[] {
  return options.map(({ name, isIn }) => ({ name, count: claims.filter(isIn).length }));
}

function has(part: readonly WrittenSegment[], ...beginning: readonly string[]): boolean {
  return part.some((segment) => beginning.every((text, index) => segment[index] === text));
}

function hasCas(part: readonly WrittenSegment[]): boolean {
  return has(part, 'CAS');
}

function onLine(...beginning: readonly string[]): Option['isIn'] {
  return onSomeLine((line) => has(line, ...beginning));
}

function onSomeLine(isOn: (line: readonly WrittenSegment[]) => boolean): Option['isIn'] {
  return ({ lines }) => lines.some(isOn);
}

/** The element of the first segment with that id; empty when there is none. */
function elementOf(part: readonly WrittenSegment[], id: string, number: number): string {
  return part.find((segment) => segment[0] === id)?.[number] ?? '';
}

function frequencyOf({ head, delimiters }: WrittenClaim): string | undefined {
  return elementOf(head, 'CLM', 5).split(delimiters.component)[2];
}

function isAccident({ head }: WrittenClaim): boolean {
  return /AA|OA/.test(elementOf(head, 'CLM', 11)) && has(head, 'DTP', '439');
}

/** The first HI holds the diagnoses, one an element. */
function diagnosisCount(head: readonly WrittenSegment[]): number {
  return (head.find(([id]) => id === 'HI')?.length ?? 1) - 1;
}

function hasFourModifiers({ lines, delimiters }: WrittenClaim): boolean {
  return lines.some((line) => {
    const modifiers = elementOf(line, 'SV1', 1).split(delimiters.component).slice(2, 6);
    return modifiers.length === 4 && modifiers.every((modifier) => modifier !== '');
  });
}

function isBilled({ subscriber }: WrittenClaim, place: string): boolean {
  return has(subscriber, 'SBR', place);
}

function hasOthers({ otherPayers }: WrittenClaim, ...places: readonly string[]): boolean {
  return places.every((place) => otherPayers.some((payer) => has(payer, 'SBR', place)));
}

function isTertiary(claim: WrittenClaim): boolean {
  return isBilled(claim, 'T') && hasOthers(claim, 'P', 'S');
}
