import { memberScenario } from '../claims/member-scenario.js';
import type { Adjustment } from '../claims/adjudicated-claim.js';
import type { ReceivedClaim, ReceivedLine } from '../claims/received-claim.js';
import type { PayerPolicy, TelehealthPolicy } from './payer-policy.js';

/** Why a payer pays nothing for a line: group, reason (CARC) and remarks (RARC). */
export interface LineDenial {
  readonly group: Adjustment['group'];
  readonly reasonCode: string;
  readonly remarkCodes: readonly string[];
}

const telehealthPlaces: ReadonlySet<string> = new Set(['02', '10']);
const audioVideo: ReadonlySet<string> = new Set(['95', 'GT']);
const audioOnly: ReadonlySet<string> = new Set(['93', 'FQ']);
const asynchronous: ReadonlySet<string> = new Set(['GQ']);

function denial(group: Adjustment['group'], reasonCode: string, ...remarkCodes: string[]): LineDenial {
  return { group, reasonCode, remarkCodes };
}

/** The first reason for which this payer denies the line, or undefined when it pays. Reads the claim alone. */
export function denyLine(policy: PayerPolicy, claim: ReceivedClaim, line: ReceivedLine): LineDenial | undefined {
  return (
    denyByScenario(claim, line) ??
    denyByOrderOfPayers(claim) ??
    denyByCode(policy, line) ??
    denyByPlace(policy, line) ??
    denyByModifier(policy, line)
  );
}

/** A secondary claim must tell what the payer before it did (loops 2320, 2430). */
function denyByOrderOfPayers(claim: ReceivedClaim): LineDenial | undefined {
  return claim.payerSequence !== 'P' && claim.priorPayment === undefined ? denial('CO', '22', 'MA04') : undefined;
}

function denyByScenario(claim: ReceivedClaim, line: ReceivedLine): LineDenial | undefined {
  const scenario = memberScenario(claim.memberId);
  if (scenario === 'denied') return denial('CO', '50', 'N115');
  if (scenario === 'inactive') return denial('PR', '27', 'N30');
  const isLastOfSeveral = claim.lines.length > 1 && line === claim.lines.at(-1);
  return scenario === 'partly-denied' && isLastOfSeveral ? denial('CO', '97', 'M15') : undefined;
}

function isTelemedicineFamily(code: string): boolean {
  return code >= '98000' && code <= '98015' && code.length === 5;
}

/** Technology services that are no telehealth: normal place of service, no telehealth modifier. */
function isCommunicationService(code: string): boolean {
  return /^(98016|9942[123]|9897[012]|99091|9944[56789]|9945[123478]|99470|99474|G2010|G225[0-2])$/.test(code);
}

function denyByCode(policy: PayerPolicy, line: ReceivedLine): LineDenial | undefined {
  const isUnpaidFamily = isTelemedicineFamily(line.procedureCode) && !policy.telehealth.paysTelemedicineFamily;
  return isUnpaidFamily ? denial('CO', '96', 'N56') : undefined;
}

function wrongPlace(telehealth: TelehealthPolicy): LineDenial {
  return telehealth.wrongPlace === 'unprocessable' ? denial('CO', '16', 'M77', 'MA130') : denial('CO', '5', 'M77');
}

function hasAny(line: ReceivedLine, modifiers: ReadonlySet<string>): boolean {
  return line.modifiers.some((modifier) => modifiers.has(modifier));
}

/** The place of service must be one this payer takes for telehealth, once code or modifier says that it was telehealth. */
function denyByPlace(policy: PayerPolicy, line: ReceivedLine): LineDenial | undefined {
  const isAtTelehealthPlace = telehealthPlaces.has(line.placeOfService);
  if (isCommunicationService(line.procedureCode)) {
    return isAtTelehealthPlace ? wrongPlace(policy.telehealth) : undefined;
  }
  const saysTelehealth =
    isAtTelehealthPlace ||
    hasAny(line, audioVideo) ||
    hasAny(line, audioOnly) ||
    hasAny(line, asynchronous) ||
    isTelemedicineFamily(line.procedureCode);
  if (!saysTelehealth) return undefined;
  return policy.telehealth.placesOfService.includes(line.placeOfService) ? undefined : wrongPlace(policy.telehealth);
}

/** Codes that mean a telephone visit by themselves. */
function isAudioOnlyCode(code: string): boolean {
  return /^9896[678]$/.test(code);
}

/** The telehealth modifier must be one this payer knows for the way in which the visit was held. */
function denyByModifier(policy: PayerPolicy, line: ReceivedLine): LineDenial | undefined {
  const { telehealth } = policy;
  if (!telehealthPlaces.has(line.placeOfService) || isCommunicationService(line.procedureCode)) return undefined;
  const mismatch = denial('CO', '4', 'N519');
  const notCovered = denial('CO', '96', 'N425');
  if (hasAny(line, audioOnly)) return judge(line, telehealth.audioOnlyModifiers, mismatch, notCovered);
  if (isAudioOnlyCode(line.procedureCode)) return mismatch;
  if (hasAny(line, asynchronous)) return judge(line, telehealth.asynchronousModifiers, mismatch, notCovered);
  if (hasAny(line, audioVideo)) return judge(line, telehealth.audioVideoModifiers, mismatch, undefined);
  // The telemedicine family says the modality in the code itself.
  if (isTelemedicineFamily(line.procedureCode)) return undefined;
  return telehealth.requiresModifier ? mismatch : undefined;
}

/** Pays when the line carries one of the modifiers the payer knows; a payer that knows none says what follows. */
function judge(
  line: ReceivedLine,
  known: readonly string[],
  mismatch: LineDenial,
  withoutAny: LineDenial | undefined,
): LineDenial | undefined {
  if (known.length === 0) return withoutAny;
  return line.modifiers.some((modifier) => known.includes(modifier)) ? undefined : mismatch;
}
