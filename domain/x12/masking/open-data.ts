/**
 * What may be shown of a transaction set without showing who a patient is. Everything not named here is masked: a value
 * is shown only when the guide knows its place, the place is open, and the value has the form that belongs there, so
 * that a name which slipped into the place of a code stays hidden.
 */

const number = /^[+-]?\d{0,12}(\.\d{1,6})?$/;
const digits = /^\d{1,10}$/;
const shortCode = /^[A-Z0-9]{1,3}$/;
const guideId = /^\d{3}[A-Z0-9]{3,9}$/;

/** Data elements that say nothing of a person wherever they stand, by their number in the X12 dictionary. */
export const openElements: ReadonlyMap<string, RegExp> = new Map([
  // amounts, quantities, rates
  ['782', number],
  ['380', number],
  ['954', number],
  ['118', number],
  ['332', number],
  ['338', number],
  // counters, positions, control numbers
  ['554', digits],
  ['628', digits],
  ['734', digits],
  ['96', digits],
  ['97', digits],
  ['123', digits],
  ['2', digits],
  ['28', digits],
  ['329', /^[A-Z0-9]{1,9}$/],
  ['719', digits],
  ['722', digits],
  ['725', digits],
  ['1528', digits],
  ['1686', digits],
  ['1328', digits],
  ['616', digits],
  // ids of guides, sets, segments, loops
  ['143', /^\d{3}$/],
  ['480', guideId],
  ['1705', guideId],
  ['447', /^[A-Z0-9]{1,6}$/],
  ['721', /^[A-Z][A-Z0-9]{1,2}$/],
  ['9999', /^(SITUATIONAL TRIGGER|[A-Z]{2,3}\d\d|(PATIENT|SUBSCRIBER) (NAME|NUMBER) [A-Z]{2,3}\d{2,3})$/],
  // what was done and decided
  ['234', /^[A-Z0-9]{1,11}$/],
  ['1339', /^[A-Z0-9]{2}$/],
  ['1271', /^[A-Z0-9.]{1,8}$/],
  ['1034', /^[A-Z0-9]{1,5}$/],
  ['1331', /^[A-Z0-9]{1,2}$/],
  ['1325', /^[A-Z0-9]$/],
  ['1354', /^\d{1,4}$/],
  ['1365', shortCode],
  ['1336', shortCode],
  ['615', shortCode],
  ['678', shortCode],
  ['679', shortCode],
  ['559', shortCode],
  ['901', shortCode],
  ['98', shortCode],
  ['337', /^\d{4,8}$/],
  // the payer's id for an originating company (BPR10, TRN03)
  ['509', /^[A-Z0-9]{1,10}$/],
]);

/** Segments about a person's body or life: of these only the elements named are looked at at all. */
export const closedSegments: ReadonlyMap<string, readonly number[]> = new Map([
  ['DMG', []],
  ['PAT', [1]],
  ['MPI', []],
  ['CR1', []],
  ['CR2', []],
  ['CR3', []],
  ['MEA', []],
  ['FRM', []],
  ['NTE', [1]],
  ['K3', []],
  ['MSG', []],
]);

/** NM101 and N101 of parties that are in the business of care or insurance: names, ids and addresses of these are open. */
export const businessEntities: ReadonlySet<string> = new Set(
  '85 87 PE 41 40 PR 82 77 DN P3 DQ DK QB TT AY 1P 2B 80 FA GP 13 1I 73 I3 OC P4 PRP SEP TTP VN X3 Y2'.split(' '),
);

/** Places that can be somebody's home: a service facility, where an ambulance picked up or went. */
export const possibleHomes: ReadonlySet<string> = new Set(['77', 'PW', '45']);

/** Elements that hold names, ids, places and numbers of a party: open for a business, masked for a person. */
export const partyElements: ReadonlySet<string> = new Set(
  '1035 1036 1037 1038 1039 67 93 364 166 19 156 116 26'.split(' '),
);

/** Id qualifiers (NM108) of social security numbers: masked, whoever they belong to. */
export const personalIdQualifiers: ReadonlySet<string> = new Set(['34', 'SY']);

/** REF01 of ids that belong to a business or a file; claim, member, account and social security numbers are not here. */
export const openReferences: ReadonlySet<string> = new Set(
  '0B 1A 1B 1C 1D 1G 1H 1J 2U BLT D3 EI EL EO EV F2 FY G2 HI HPI JD LU N5 N7 NF PQ Q4 TJ X4'.split(' '),
);

/** DTP01 and DTM01 of dates of service, of a file's way and of a plan; other dates tell of a person's life. */
export const openDates: ReadonlySet<string> = new Set(
  '472 150 151 232 233 405 050 009 573 291 307 346 347 348 349 356 357'.split(' '),
);

/** Dates that stand in other segments than DTP and DTM: creation, payment, status, end of a fiscal year. */
export const openDateElements: ReadonlySet<string> = new Set('BHT04 BPR16 STC02 STC06 STC08 PLB02 TS303'.split(' '));

/** References outside of REF: number of a batch, taxonomy, remark codes, provider ids of totals. */
export const openIdentifications: ReadonlyMap<string, RegExp> = new Map([
  ['BHT03', /^.{1,50}$/s],
  ['PRV03', /^[A-Z0-9]{10}$/],
  ...[3, 4, 5, 6, 7].map((at) => [`MOA0${at}`, /^[A-Z0-9]{1,5}$/] as const),
  ...['05', '20', '21', '22', '23'].map((at) => [`MIA${at}`, /^[A-Z0-9]{1,5}$/] as const),
  ['PLB01', /^[A-Z0-9]{1,50}$/],
  ['TS301', /^[A-Z0-9]{1,50}$/],
]);

/** Loops whose trace number (TRN02) names a payment, a batch or a provider; all others echo a claim or a person. */
export const openTraces: ReadonlySet<string> = new Set(['835 835', '277CA 2200A', '277CA 2200B', '277CA 2200C']);
