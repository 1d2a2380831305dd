import type { ServiceLine } from '../../coding/coded-claim.js';
import { afterMedicareWaivers, year2024, year2025, year2027 } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import { needsRuralSite, ruralSiteFinding } from '../medicare-rural-site.js';
import { setTelehealthPlace } from '../fixes.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';
import {
  hasMedicalTelehealth,
  hasTelehealth,
  isBehavioralLine,
  isForSubstanceUse,
  isTelehealthLine,
  isTelehealthPlace,
} from '../telehealth-lines.js';

/** Treatment of a substance use disorder, and of a mental disorder beside one, has no in-person rule. */
function needsInPersonVisit({ claim }: ScrubInput, line: ServiceLine): boolean {
  return isTelehealthLine(line) && isBehavioralLine(claim, line) && !isForSubstanceUse(claim, line);
}

/** Telehealth rules of Medicare Part B alone. */
export const medicareTelehealthEdits: readonly ScrubEdit[] = [
  {
    id: 'medicare-telehealth-place',
    severity: 'blocking',
    effectiveFrom: year2024,
    source: 'Pub. 100-04 ch. 12 §190; ch. 26 §10.5: Medicare telehealth is billed with 02 or 10',
    title: 'Medicare telehealth has place of service 02 or 10',
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(hasTelehealth(input) && !isTelehealthPlace(input), {
        message: `a Medicare telehealth claim has place of service ${input.claim.placeOfService}`,
        location: 'claim.placeOfService',
        remedy: 'Use 10 when the patient was at home, else 02.',
      }),
    fix: setTelehealthPlace,
  },
  {
    id: 'medicare-audio-only-reason',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: '42 CFR 410.78(a)(3): audio-only when the patient can not or will not use video',
    title: 'Medicare audio-only has its reason',
    asksFor: ['audioOnlyReason'],
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(
        input.visit.modality === 'audio_only' && hasTelehealth(input) && input.visit.audioOnlyReason === undefined,
        {
          message: 'the record does not say why the visit had no video',
          location: 'visit.audioOnlyReason',
          remedy: 'Record whether the patient had no device, declined video, or video failed.',
        },
      ),
  },
  {
    id: 'medicare-audio-only-home',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: '42 CFR 410.78(a)(3): audio-only to a patient at home',
    title: 'Medicare audio-only is for patients at home',
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(
        input.visit.modality === 'audio_only' && hasTelehealth(input) && input.visit.patientLocation.setting !== 'home',
        {
          message: 'an audio-only visit of a Medicare patient who was not at home',
          location: 'visit.patientLocation.setting',
          remedy: 'Correct the place if the patient was at home or in a temporary home.',
        },
      ),
  },
  {
    id: 'medicare-home-after-waivers',
    severity: 'blocking',
    effectiveFrom: afterMedicareWaivers,
    source: 'SSA 1834(m)(4)(C) as amended by the Consolidated Appropriations Act, 2026, sec. 6209',
    title: 'Medicare telehealth at home, other than behavioral, ends with 2027',
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(input.visit.patientLocation.setting === 'home' && hasMedicalTelehealth(input), {
        message: 'Medicare pays telehealth to a patient at home only for behavioral health after 2027',
        location: 'visit.patientLocation.setting',
        remedy: 'Check the law in force on the date of service; else see the patient in person.',
      }),
  },
  {
    id: 'medicare-rural-site-after-waivers',
    severity: 'warning',
    effectiveFrom: afterMedicareWaivers,
    source:
      'SSA 1834(m)(4)(C)(i) and (ii), (6), (7) as amended by the Consolidated Appropriations Act, 2026, sec. 6209',
    title: 'Medicare telehealth elsewhere than at home, other than behavioral, is to a rural facility after 2027',
    payerClasses: ['medicare'],
    check: (input) => (needsRuralSite(input) ? [ruralSiteFinding] : []),
  },
  {
    id: 'medicare-health-center-after-waivers',
    severity: 'blocking',
    effectiveFrom: afterMedicareWaivers,
    source: 'SSA 1834(m)(8) as amended by the Consolidated Appropriations Act, 2026, sec. 6209',
    title: 'Health centers are the distant site of medical visits only through 2027',
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(input.visit.facilityType !== undefined && hasMedicalTelehealth(input), {
        message: 'Medicare pays telehealth of health centers and rural clinics only for mental health after 2027',
        location: 'visit.facilityType',
        remedy: 'Check the law in force on the date of service; else see the patient in person.',
      }),
  },
  {
    id: 'medicare-behavioral-in-person',
    severity: 'warning',
    effectiveFrom: afterMedicareWaivers,
    source:
      'SSA 1834(m)(7)(B)(i): in-person visit within six months before, then every twelve; not for substance use disorders',
    title: 'Behavioral telehealth at home has its in-person visit',
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(
        input.visit.patientLocation.setting === 'home' &&
          input.claim.lines.some((line) => needsInPersonVisit(input, line)),
        {
          message: 'an in-person visit is due within six months before the first and then every twelve months',
          location: 'visit.dateOfService',
          remedy: 'Check that the chart shows it, or the documented exception.',
        },
      ),
  },
  {
    id: 'medicare-platform-modifier',
    severity: 'warning',
    effectiveFrom: year2027,
    source:
      'Consolidated Appropriations Act, 2026: codes or modifiers for telehealth by virtual platforms and incident to a practitioner, by 2027-01-01',
    title: 'Medicare telehealth from 2027 on tells of a virtual platform and of incident-to services',
    needs: ['platform'],
    payerClasses: ['medicare'],
    // No fact of a visit excludes either, and CMS's modifiers are not known here: a warning, and no modifier of our own.
    check: (input) =>
      findWhen(hasTelehealth(input), {
        message:
          'by a third-party virtual platform, or incident to a practitioner, this telehealth needs a code or modifier',
        location: 'claim.lines',
        remedy: 'Verify it in the instructions of CMS for the date of service; nothing is needed when neither holds.',
      }),
  },
];
