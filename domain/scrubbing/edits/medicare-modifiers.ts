import { modifierByDiscipline } from '../../coding/therapy-modifier.js';
import type { PayerClass } from '../../payer/payer-profile.js';
import { isTherapist } from '../../visit/is-therapist.js';
import { always, year2018 } from '../edit-dates.js';
import { findOnLines } from '../edit-findings.js';
import { safeFix } from '../claim-fix.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { isTelehealthLine } from '../telehealth-lines.js';

const notices = ['GA', 'GX', 'GY', 'GZ'];
const therapyPlans: Readonly<Record<string, RegExp>> = { GP: /^2251|^225200/, GO: /^225X/, GN: /^235Z/ };
const otherThanMedicare: readonly PayerClass[] = ['commercial', 'medicaid', 'medicare_advantage', 'self_pay'];

function amongOf(modifiers: readonly string[], wanted: readonly string[]): readonly string[] {
  return modifiers.filter((modifier) => wanted.includes(modifier));
}

/** Notice, hospice, therapy and attestation modifiers. */
export const medicareModifierEdits: readonly ScrubEdit[] = [
  {
    id: 'notice-modifier-outside-medicare',
    severity: 'warning',
    effectiveFrom: always,
    source:
      'Pub. 100-04 ch. 30 §50: the notice is Medicare Part B’s; Advantage plans decide beforehand (42 CFR 422.566)',
    title: 'Notice modifiers go to Medicare Part B',
    payerClasses: otherThanMedicare,
    check: (input) =>
      findOnLines(
        input,
        (line) => amongOf(line.modifiers, notices).length > 0,
        (line) => ({
          field: 'modifiers',
          message: `${amongOf(line.modifiers, notices).join(', ')} on line ${line.lineNumber} is for Medicare Part B`,
          remedy: 'Take it off, or ask the plan for its decision before the service.',
        }),
      ),
  },
  {
    id: 'voluntary-notice-conflict',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 30 §50: GX is returned beside GA or GZ',
    title: 'A voluntary notice does not stand beside a required one',
    check: (input) =>
      findOnLines(
        input,
        ({ modifiers }) => modifiers.includes('GX') && (modifiers.includes('GA') || modifiers.includes('GZ')),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has GX beside GA or GZ`,
          remedy: 'Keep GX (with GY) for a service Medicare never covers, GA or GZ for one it may deny.',
        }),
      ),
  },
  {
    id: 'attestation-modifier-on-telehealth',
    severity: 'warning',
    effectiveFrom: always,
    source: 'HCPCS KX: the policy’s requirements are met and documented; Pub. 100-04 ch. 5 §10.3.1',
    title: 'KX says what the record shows',
    check: (input) =>
      findOnLines(
        input,
        (line) => line.modifiers.includes('KX') && amongOf(line.modifiers, ['GP', 'GO', 'GN']).length === 0,
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} attests by KX that a policy’s requirement is documented`,
          remedy: 'Check that the record shows it; this product never adds KX.',
        }),
      ),
  },
  {
    id: 'hospice-modifiers-conflict',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 11 §40: GV attending, not employed by the hospice; GW not related',
    title: 'A service is the attending’s or not related to the terminal illness',
    check: (input) =>
      findOnLines(
        input,
        ({ modifiers }) => modifiers.includes('GV') && modifiers.includes('GW'),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has both GV and GW`,
          remedy: 'Keep GV for the terminal illness, GW for anything else.',
        }),
      ),
  },
  {
    id: 'hospice-attending-profession',
    severity: 'blocking',
    effectiveFrom: always,
    source: '42 CFR 418.3: the attending is a physician, nurse practitioner or physician assistant',
    title: 'GV is for an attending',
    check: (input) => {
      const type = input.visit.clinician.type;
      const mayAttend = type === 'physician' || type === 'nurse_practitioner' || type === 'physician_assistant';
      return findOnLines(
        input,
        (line) => !mayAttend && line.modifiers.includes('GV'),
        (line) => ({
          field: 'modifiers',
          message: `GV on line ${line.lineNumber} names a ${type.replaceAll('_', ' ')} as the hospice attending`,
          remedy: 'Use GW when the service is not related; else bill the hospice.',
        }),
      );
    },
  },
  {
    id: 'hospice-modifier-outside-medicare',
    severity: 'warning',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 11 §40; 42 CFR 422.320: during hospice Part B pays what is not related',
    title: 'Hospice modifiers go to Medicare Part B',
    payerClasses: otherThanMedicare,
    check: (input) =>
      findOnLines(
        input,
        ({ modifiers }) => modifiers.includes('GV') || modifiers.includes('GW'),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has a hospice modifier and goes to another payer than Medicare Part B`,
          remedy: 'Bill Medicare Part B while the hospice election lasts, or take the modifier off.',
        }),
      ),
  },
  {
    id: 'therapy-plans-together',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 5 §20.1: one of GN, GO, GP a line',
    title: 'A line belongs to one therapy plan of care',
    check: (input) =>
      findOnLines(
        input,
        (line) => amongOf(line.modifiers, ['GP', 'GO', 'GN']).length > 1,
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} names two therapy plans of care`,
          remedy: 'Keep the plan under which the service was given.',
        }),
      ),
  },
  {
    id: 'therapy-plan-against-clinician',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 5 §20.1: GP physical, GO occupational, GN speech-language therapy',
    title: 'The therapy plan is of the discipline of who gave the service',
    check: (input) => {
      const { type } = input.visit.clinician;
      const own = modifierByDiscipline[type];
      if (own === undefined) return [];
      return findOnLines(
        input,
        (line) => amongOf(line.modifiers, ['GP', 'GO', 'GN']).some((modifier) => modifier !== own),
        (line) => ({
          field: 'modifiers',
          message: `the plan of care on line ${line.lineNumber} is not of a ${type.replaceAll('_', ' ')}, whose is ${own}`,
          remedy: 'Correct the modifier, or the type of the clinician.',
        }),
      );
    },
  },
  {
    id: 'therapy-plan-against-taxonomy',
    severity: 'warning',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 5 §20.1: GP physical, GO occupational, GN speech-language therapy',
    title: 'The therapy plan is of the therapist’s discipline',
    needs: ['clinician'],
    check: (input) => {
      const { type, taxonomyCode } = input.visit.clinician;
      if (!isTherapist(type)) return [];
      const wrong = (modifier: string): boolean =>
        Object.hasOwn(therapyPlans, modifier) && therapyPlans[modifier]?.test(taxonomyCode) === false;
      return findOnLines(
        input,
        (line) => line.modifiers.some(wrong),
        (line) => ({
          field: 'modifiers',
          message: `the plan of care on line ${line.lineNumber} is not of taxonomy ${taxonomyCode}`,
          remedy: 'Correct the modifier or the taxonomy code.',
        }),
      );
    },
  },
  {
    id: 'medicare-video-modifier-of-hospitals',
    severity: 'warning',
    effectiveFrom: year2018,
    source: 'Pub. 100-04 ch. 12 §190; CR 10152: since 2018 GT is for critical access hospitals (method II) alone',
    title: 'GT does not stand on a professional Medicare claim',
    payerClasses: ['medicare'],
    check: (input) =>
      findOnLines(
        input,
        (line) => line.modifiers.includes('GT'),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has GT, which Medicare takes from critical access hospitals alone`,
          remedy: 'Take it off; place of service 02 or 10 says that it was telehealth.',
        }),
      ),
    fix: ({ claim }) =>
      safeFix(
        claim.lines.flatMap((line, lineIndex) =>
          line.modifiers.includes('GT') ? { kind: 'remove_modifier' as const, lineIndex, modifier: 'GT' } : [],
        ),
      ),
  },
  {
    id: 'medicare-asynchronous-states',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'SSA 1834(m)(1); 42 CFR 410.78(a)(1): store and forward in demonstrations of Alaska and Hawaii',
    title: 'Medicare pays asynchronous telehealth in Alaska and Hawaii alone',
    payerClasses: ['medicare'],
    check: (input) => {
      const { state } = input.visit.patientLocation;
      return findOnLines(
        input,
        (line) =>
          state !== 'AK' &&
          state !== 'HI' &&
          (line.modifiers.includes('GQ') || (input.visit.modality === 'asynchronous' && isTelehealthLine(line))),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} is asynchronous telehealth of a patient in ${state}`,
          remedy: 'Report an online digital visit or image review when its rules are met.',
        }),
      );
    },
  },
];
