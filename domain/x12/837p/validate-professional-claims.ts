import { allBites, type Bites } from '../../kernel/bites.js';
import { checkIdentifiers } from '../check-identifiers.js';
import type { TransactionSet } from '../interchange.js';
import { childLoops, findSegment, type LoopInstance } from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { TransactionCheck } from '../transaction-check.js';
import type { ValidationOptions } from '../validation-options.js';
import type { X12Finding } from '../x12-finding.js';
import { checkCharges } from './checks/check-charges.js';
import { checkClaimFacts } from './checks/check-claim-facts.js';
import { checkDates } from './checks/check-dates.js';
import { checkDiagnoses } from './checks/check-diagnoses.js';
import { checkBillingProvider, checkSubscriber } from './checks/check-levels.js';
import { checkLines } from './checks/check-lines.js';
import { checkOtherPayers } from './checks/check-other-payers.js';
import { checkParties } from './checks/check-parties.js';
import { checkPayerEdits } from './checks/check-payer-edits.js';
import { type ClaimScope, type DecisionScope, innerSegment, type LineScope } from './claim-scope.js';
import { professionalClaimGuide } from './professional-claim-guide.js';

/** Checks an 837P beyond its guide's tables: SNIP 3 to 5 and 7, as a clearinghouse would before it lets a claim pass. */
export function validateProfessionalClaims(
  transactionSet: TransactionSet,
  options: ValidationOptions = {},
): readonly X12Finding[] {
  return allBites(validateProfessionalClaimBites(transactionSet, options));
}

/** The same, some hundred claims a bite. */
export function* validateProfessionalClaimBites(
  transactionSet: TransactionSet,
  options: ValidationOptions,
): Bites<readonly X12Finding[]> {
  const root = options.root ?? readLoops(professionalClaimGuide, transactionSet).root;
  const check = new TransactionCheck(transactionSet);
  yield* checkProfessionalClaims(check, root, options, new Set());
  return check.findings;
}

/** The claim numbers (CLM01) of a batch so far. */
export type ClaimNumbers = { has(number: string): boolean; add(number: string): unknown };

/** Checks what a tree of loops holds of a batch; `claimNumbers` knows those of its parts that were checked before. */
export function* checkProfessionalClaims(
  check: TransactionCheck,
  root: LoopInstance,
  options: ValidationOptions,
  claimNumbers: ClaimNumbers,
): Bites<undefined> {
  const createdOn = check.fields.date(findSegment(root, 'BHT'), 4);
  const codes = options.codes ?? {};
  checkIdentifiers(check, root, codes, '2000B');
  let claimsInBite = 0;
  for (const billing of childLoops(root, '2000A')) {
    checkBillingProvider(check, billing);
    for (const subscriber of childLoops(billing, '2000B')) {
      checkIdentifiers(check, subscriber, codes);
      checkSubscriber(check, subscriber);
      for (const scope of claimScopes({ check, options, createdOn, billing, subscriber })) {
        checkClaim(scope);
        checkClaimNumber(scope, claimNumbers);
        claimsInBite += 1;
      }
      if (claimsInBite < claimsInBiteMin) continue;
      claimsInBite = 0;
      yield;
    }
  }
  return undefined;
}

const claimsInBiteMin = 100;

function checkClaim(scope: ClaimScope): void {
  checkCharges(scope);
  checkClaimFacts(scope);
  checkParties(scope);
  checkDiagnoses(scope);
  checkDates(scope);
  checkLines(scope);
  checkOtherPayers(scope);
  checkPayerEdits(scope);
}

/** CLM01 comes back in every answer, so two claims of a batch must not share it. */
function checkClaimNumber({ check, claim, claimSegment }: ClaimScope, claimNumbers: ClaimNumbers): void {
  const number = check.fields.text(claimSegment, 1);
  if (number === undefined) return;
  if (claimNumbers.has(number)) {
    check.report(
      claim,
      claimSegment,
      {
        code: 'repeated-claim-number',
        severity: 'warning',
        message: 'An earlier claim of the batch has the same number (CLM01); answers can not tell them apart.',
        elementErrorCode: '7',
      },
      { element: 1 },
    );
  }
  claimNumbers.add(number);
}

type LevelScope = Pick<ClaimScope, 'check' | 'createdOn' | 'billing' | 'subscriber'> & {
  readonly options: ValidationOptions;
};

/** The claims of a subscriber's level and of the patients below it, in file order. */
function* claimScopes(level: LevelScope): Generator<ClaimScope> {
  const { options, ...loops } = level;
  const payerId = level.check.fields.text(innerSegment(level.subscriber, '2010BB', 'NM1'), 9);
  const shared = {
    ...loops,
    codes: options.codes ?? {},
    payerEdits: payerId === undefined ? undefined : options.payerEdits?.(payerId),
  };
  for (const child of level.subscriber.loops) {
    const patient = child.id === '2000C' ? child : undefined;
    const claims = patient === undefined ? [child] : childLoops(patient, '2300');
    for (const claim of claims) {
      const claimSegment = claim.id === '2300' ? findSegment(claim, 'CLM') : undefined;
      if (claimSegment === undefined) continue;
      const lines = childLoops(claim, '2400').flatMap((line) => lineScope(level.check, line));
      const decisions = decisionsOf(level.check, lines);
      yield { ...shared, patient, claim, claimSegment, lines, otherPayers: childLoops(claim, '2320'), decisions };
    }
  }
}

function lineScope(check: TransactionCheck, line: LoopInstance): LineScope[] {
  const service = findSegment(line, 'SV1');
  if (service === undefined) return [];
  return [{ line, service, serviceDate: check.fields.period(findSegment(line, 'DTP', '472'), 2) }];
}

function decisionsOf(check: TransactionCheck, lines: readonly LineScope[]): ReadonlyMap<string, DecisionScope[]> {
  const decisions = new Map<string, DecisionScope[]>();
  for (const line of lines) {
    for (const loop of childLoops(line.line, '2430')) {
      const segment = findSegment(loop, 'SVD');
      const payerId = check.fields.text(segment, 1);
      if (segment === undefined || payerId === undefined) continue;
      const ofPayer = decisions.get(payerId);
      if (ofPayer === undefined) decisions.set(payerId, [{ line, loop, segment }]);
      else ofPayer.push({ line, loop, segment });
    }
  }
  return decisions;
}
