import { namesModality } from '../../coding/names-modality.js';
import { procedureFacts } from '../../coding/procedure-facts.js';
import { fitsModality, modalityModifiersAmong, telehealthModifierOf } from '../../telehealth/telehealth-modifier.js';
import { telehealthPlaceOfService } from '../../telehealth/telehealth-place-of-service.js';
import { coversAudioOnlyFor } from '../../payer/audio-only-policy.js';
import { proposedFix, safeFix } from '../claim-fix.js';
import { always, year2024, year2025 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { changesOfLines, setOfficePlace, setTelehealthPlace } from '../fixes.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';
import { hasTelehealth, isTelehealthLine, isTelehealthPlace } from '../telehealth-lines.js';
import { findOtherModifiers, swapToPayersModifier } from '../telehealth-modifier-of-payer.js';

/** Medicare has a rule of its own, by the patient's state. */
function isRefused({ visit, payer }: ScrubInput): boolean {
  return visit.modality === 'asynchronous' && !payer.coversAsynchronous && payer.payerClass !== 'medicare';
}

/** Modality, place of service and modifiers of telehealth. */
export const telehealthEdits: readonly ScrubEdit[] = [
  {
    id: 'telehealth-place-missing',
    severity: 'blocking',
    effectiveFrom: year2024,
    source: 'CMS place of service code set: 02 and 10; the payer’s telehealth policy',
    title: 'Telehealth has a telehealth place of service',
    check: (input) => {
      const { payer } = input;
      const wanted = payer.payerClass !== 'medicare' && payer.placeOfService !== 'always_11';
      return findWhen(wanted && hasTelehealth(input) && !isTelehealthPlace(input), {
        message: `a telehealth claim has place of service ${input.claim.placeOfService}`,
        location: 'claim.placeOfService',
        remedy: 'Use 10 when the patient was at home, else 02, as the payer’s profile says.',
      });
    },
    fix: setTelehealthPlace,
  },
  {
    id: 'place-differs-from-payer',
    severity: 'warning',
    effectiveFrom: year2024,
    source: 'the payer’s telehealth policy: place of service',
    title: 'Place of service is the one the payer’s profile names',
    check: (input) => {
      const wanted = telehealthPlaceOfService(input.payer, input.visit.patientLocation);
      const place = input.claim.placeOfService;
      return findWhen(hasTelehealth(input) && isTelehealthPlace(input) && place !== wanted, {
        message: `place of service is ${place}; the payer’s profile gives ${wanted} for this visit`,
        location: 'claim.placeOfService',
        remedy: 'Correct the claim, or the payer’s profile when the payer changed its mind.',
      });
    },
    // A practice may know better than its profile, so that a person decides.
    fix: (input) =>
      proposedFix([
        {
          kind: 'set_place_of_service',
          placeOfService: telehealthPlaceOfService(input.payer, input.visit.patientLocation),
        },
      ]),
  },
  {
    id: 'office-service-with-telehealth-place',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CY2019 PFS final rule: communication technology-based services are not telehealth',
    title: 'Communication technology and monitoring are billed as office services',
    check: (input) =>
      findOnLines(
        input,
        (line) => {
          const delivery = procedureFacts(line.procedureCode)?.delivery;
          return isTelehealthPlace(input) && (delivery === 'communication_technology' || delivery === 'monitoring');
        },
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is not telehealth and stands under place of service ${input.claim.placeOfService}`,
          remedy: 'Bill it on a claim with place of service 11.',
        }),
      ),
    fix: setOfficePlace,
  },
  {
    id: 'office-service-with-telehealth-modifier',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CY2019 PFS final rule: communication technology-based services are not telehealth',
    title: 'Services that are not telehealth have no telehealth modifier',
    check: (input) =>
      findOnLines(
        input,
        (line) => {
          const delivery = procedureFacts(line.procedureCode)?.delivery ?? 'telehealth';
          return delivery !== 'telehealth' && modalityModifiersAmong(line.modifiers).length > 0;
        },
        (line) => ({
          field: 'modifiers',
          message: `${line.procedureCode} is not telehealth and has a telehealth modifier`,
          remedy: 'Take the modifier off.',
        }),
      ),
    fix: (input) =>
      safeFix(
        changesOfLines(input, (line, lineIndex) =>
          (procedureFacts(line.procedureCode)?.delivery ?? 'telehealth') === 'telehealth'
            ? null
            : modalityModifiersAmong(line.modifiers).map((modifier) => {
                return { kind: 'remove_modifier', lineIndex, modifier };
              }),
        ),
      ),
  },
  {
    id: 'facility-fee-at-home',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'SSA 1834(m)(2)(B); Pub. 100-04 ch. 12 §190.5: no facility fee when the patient is at home',
    title: 'No originating-site fee for a patient at home',
    check: (input) =>
      findWhen(
        input.claim.lines.some((line) => line.procedureCode === 'Q3014') &&
          (input.claim.placeOfService === '10' || input.visit.patientLocation.setting === 'home'),
        {
          message: 'Q3014 is billed although the patient was at home',
          location: 'claim.lines',
          remedy: 'Take Q3014 off; only a facility where the patient sits bills it.',
        },
      ),
  },
  {
    id: 'telehealth-modifier-missing',
    severity: 'blocking',
    effectiveFrom: year2024,
    source: 'the payer’s telehealth policy: modifier by modality',
    title: 'A telehealth line has the modifier the payer asks for',
    check: (input) => {
      const wanted = telehealthModifierOf(input.payer, input.visit);
      // Once the payer has answered without a modifier being right, its advice goes before our profile of it.
      if (wanted === null || input.payerClaimControlNumber !== undefined) return [];
      const codes = input.claim.lines.map((line) => line.procedureCode);
      return findOnLines(
        input,
        (line) =>
          isTelehealthLine(line) &&
          !namesModality(line.procedureCode, codes) &&
          modalityModifiersAmong(line.modifiers).length === 0,
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has no telehealth modifier; ${input.payer.name} wants ${wanted}`,
          remedy: `Add ${wanted}.`,
        }),
      );
    },
    fix: (input) => {
      const modifier = telehealthModifierOf(input.payer, input.visit);
      if (modifier === null) return null;
      const codes = input.claim.lines.map((line) => line.procedureCode);
      return safeFix(
        changesOfLines(input, (line, lineIndex) =>
          isTelehealthLine(line) &&
          !namesModality(line.procedureCode, codes) &&
          modalityModifiersAmong(line.modifiers).length === 0 &&
          line.modifiers.length < 4
            ? { kind: 'add_modifier', lineIndex, modifier }
            : null,
        ),
      );
    },
  },
  {
    id: 'telehealth-modifier-differs-from-payer',
    severity: 'warning',
    effectiveFrom: year2024,
    source: 'the payer’s telehealth policy: modifier by modality',
    title: 'The telehealth modifier is the one the payer’s profile names',
    check: (input) => (input.payer.deniesOtherModifiers === true ? [] : findOtherModifiers(input, '')),
    fix: swapToPayersModifier,
  },
  {
    id: 'telehealth-modifier-denied-by-payer',
    severity: 'blocking',
    effectiveFrom: year2024,
    source: 'the payer’s telehealth policy: a line without its modifier is denied',
    title: 'A payer that denies other telehealth modifiers gets its own',
    check: (input) =>
      // Once the payer has answered, its advice goes before our profile of it.
      input.payer.deniesOtherModifiers === true && input.payerClaimControlNumber === undefined
        ? findOtherModifiers(input, ' and says that others are denied')
        : [],
    fix: swapToPayersModifier,
  },
  {
    id: 'modifier-against-modality',
    severity: 'blocking',
    effectiveFrom: always,
    source: '42 CFR 410.78(a)(3); CPT modifiers 93 and 95; HCPCS GT, GQ, FQ',
    title: 'The telehealth modifier says how patient and clinician met',
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          modalityModifiersAmong(line.modifiers).some((modifier) => !fitsModality(modifier, input.visit.modality)),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has ${modalityModifiersAmong(line.modifiers).join(', ')} and the visit was ${input.visit.modality.replaceAll('_', ' ')}`,
          remedy: 'Use 95 or GT for video, 93 or FQ for audio only, GQ for asynchronous; or correct the modality.',
        }),
      ),
  },
  {
    id: 'code-against-modality',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: 'CPT 2025 telemedicine services: 98000–98007 video, 98008–98015 audio only',
    title: 'The telemedicine code says how patient and clinician met',
    check: (input) =>
      findOnLines(
        input,
        (line) => {
          const modality = procedureFacts(line.procedureCode)?.modality;
          return modality !== undefined && modality !== input.visit.modality;
        },
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} does not go with a visit by ${input.visit.modality.replaceAll('_', ' ')}`,
          remedy: 'Report the code of the other modality, or correct the modality.',
        }),
      ),
  },
  {
    id: 'audio-only-not-covered',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the payer’s telehealth policy: audio-only visits',
    title: 'The payer covers audio-only visits',
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          input.visit.modality === 'audio_only' &&
          isTelehealthLine(line) &&
          !coversAudioOnlyFor(input.payer, line.procedureCode),
        (line) => ({
          field: 'procedureCode',
          message: `${input.payer.name} does not cover ${input.payer.coversAudioOnly ? line.procedureCode : 'visits'} by telephone alone`,
          remedy: 'Correct the modality if there was video, or settle the visit with the patient.',
        }),
      ),
  },
  {
    id: 'asynchronous-not-covered',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the payer’s telehealth policy: asynchronous visits; SSA 1834(m)(1)',
    title: 'The payer covers asynchronous visits billed as telehealth',
    check: (input) =>
      findWhen(isRefused(input) && hasTelehealth(input), {
        message: `${input.payer.name} does not cover asynchronous telehealth`,
        location: 'visit.modality',
        remedy: 'Report an online digital visit when its rules are met, or settle the visit with the patient.',
      }),
  },
];
