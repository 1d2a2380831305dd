import { childLoop, findSegment, firstSegment, type LoopInstance } from '../../loop-instance.js';
import { element } from '../../segment.js';
import type { TransactionCheck } from '../../transaction-check.js';
import { innerSegment } from '../claim-scope.js';

/** A billing provider's loops (2000A, 2010AA): a street address with its whole ZIP code. */
export function checkBillingProvider(check: TransactionCheck, billing: LoopInstance): void {
  const provider = childLoop(billing, '2010AA');
  if (provider === undefined) return;
  const street = findSegment(provider, 'N3');
  const box = [1, 2].find((number) => isPostBox(check.fields.text(street, number)));
  if (street !== undefined && box !== undefined) {
    check.report(
      provider,
      street,
      {
        code: 'post-box-address',
        message: 'The billing provider’s address must be a street; a post office box goes into the pay-to address.',
        elementErrorCode: 'I12',
      },
      { element: box },
    );
  }
  checkPostalCode(check, provider);
}

function isPostBox(line: string | undefined): boolean {
  return line !== undefined && /^P\.?\s?O\.?\s*BOX\b|^POST OFFICE BOX\b/i.test(line);
}

/** Billing providers and service facilities need nine digits in N403 when they are in the United States. */
export function checkPostalCode(check: TransactionCheck, instance: LoopInstance): void {
  const place = findSegment(instance, 'N4');
  if (place === undefined || !/^\d{5}$/.test(element(place, 3))) return;
  const country = element(place, 4);
  if (country !== '' && country !== 'US') return;
  check.report(
    instance,
    place,
    {
      code: 'short-postal-code',
      severity: 'warning',
      message: 'Billing provider and service facility need all nine digits of the ZIP code.',
      elementErrorCode: 'I12',
    },
    { element: 3 },
  );
}

/** A subscriber's loops (2000B, 2010BA): who is the patient, and what the guide then wants of the subscriber. */
export function checkSubscriber(check: TransactionCheck, subscriber: LoopInstance): void {
  const information = findSegment(subscriber, 'SBR');
  if (information === undefined) return;
  const isPatient = check.fields.text(information, 2) === '18';
  const patientLevel = childLoop(subscriber, '2000C');
  const first = patientLevel && firstSegment(patientLevel);
  if (isPatient && patientLevel !== undefined && first !== undefined) {
    check.report(patientLevel, first, {
      code: 'patient-level-unexpected',
      message: 'SBR02 says that the subscriber is the patient, and a level for another patient (2000C) follows.',
      segmentErrorCode: 'I9',
    });
  }
  if (!isPatient && childLoop(subscriber, '2300') !== undefined) {
    check.reportMissing(subscriber, information, 'HL', {
      code: 'patient-level-missing',
      message: 'A claim stands with a subscriber who is not said to be the patient: SBR02 is 18, or a loop 2000C.',
    });
  }
  checkMedicareReason(check, subscriber);
  checkName(check, subscriber, isPatient);
}

/** Medicare after another payer wants to know why (SBR05). */
function checkMedicareReason(check: TransactionCheck, subscriber: LoopInstance): void {
  const information = findSegment(subscriber, 'SBR');
  if (information === undefined) return;
  const { fields } = check;
  const filing = fields.text(information, 9);
  const order = fields.text(information, 1);
  const isMedicare = filing === 'MA' || filing === 'MB';
  if (!isMedicare || order === undefined || order === 'P' || order === 'U') return;
  if (fields.text(information, 5) !== undefined) return;
  check.report(
    subscriber,
    information,
    {
      code: 'medicare-secondary-reason-missing',
      message: 'Medicare is not the first payer, and SBR05 does not say why.',
      elementErrorCode: 'I9',
    },
    { element: 5 },
  );
}

function checkName(check: TransactionCheck, subscriber: LoopInstance, isPatient: boolean): void {
  const loop = childLoop(subscriber, '2010BA');
  const name = innerSegment(subscriber, '2010BA', 'NM1');
  if (loop === undefined || name === undefined) return;
  if (check.fields.text(name, 2) === '1' && check.fields.text(name, 9) === undefined) {
    check.report(
      loop,
      name,
      {
        code: 'member-id-missing',
        message: 'A subscriber who is a person needs a member id (NM108 and NM109).',
        elementErrorCode: 'I9',
      },
      { element: 9 },
    );
  }
  if (!isPatient) return;
  const missing = ['N3', 'N4'].find((id) => findSegment(loop, id) === undefined);
  if (missing !== undefined) {
    check.reportMissing(loop, name, missing, {
      code: 'subscriber-address-missing',
      message: 'A subscriber who is the patient needs an address (N3 and N4).',
    });
  }
  if (findSegment(loop, 'DMG') === undefined) {
    check.reportMissing(loop, name, 'DMG', {
      code: 'subscriber-demographics-missing',
      message: 'A subscriber who is the patient needs birth date and sex (DMG).',
    });
  }
}
