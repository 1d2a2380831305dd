import { mergeModifiers } from '../../coding/merge-modifiers.js';
import { procedureFacts } from '../../coding/procedure-facts.js';
import { modalityModifiersAmong, telehealthModifierOf } from '../../telehealth/telehealth-modifier.js';
import { safeFix } from '../claim-fix.js';
import { always, year2019, year2025 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { isBehavioralService } from '../telehealth-lines.js';

/** Cerebral infarction, hemorrhage, transient ischemia, and the signs that a stroke is looked for by. */
const strokeDiagnosis = /^(I6[0-6]|G45|G46|R297|R47|R2981)/;

function isInOrder(modifiers: readonly string[]): boolean {
  if (modifiers.length < 2) return true;
  const ordered = mergeModifiers(modifiers, []).modifiers;
  return ordered.every((modifier, index) => modifier === modifiers[index]);
}

/** What modifiers say of how a service was delivered, and in which order they say it. */
export const modalityModifierEdits: readonly ScrubEdit[] = [
  {
    id: 'modifiers-out-of-order',
    severity: 'warning',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 26 §10.4, item 24D; billing instructions of the MACs: pricing modifiers first',
    title: 'Modifiers stand in billing order: pricing, distinct service, others, telehealth',
    check: (input) =>
      findOnLines(
        input,
        // One that stands two times is the finding of another edit.
        ({ modifiers }) => new Set(modifiers).size === modifiers.length && !isInOrder(modifiers),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has ${line.modifiers.join(', ')}; payers read the pricing modifier first`,
          remedy: `Order them as ${mergeModifiers(line.modifiers, []).modifiers.join(', ')}.`,
        }),
      ),
    fix: ({ claim }) =>
      safeFix(
        claim.lines.flatMap((line, lineIndex) =>
          isInOrder(line.modifiers) ? [] : { kind: 'order_modifiers' as const, lineIndex },
        ),
      ),
  },
  {
    id: 'two-modality-modifiers',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT modifiers 93 and 95; HCPCS GT, GQ, FQ: one says how the service was delivered; CARC 4',
    title: 'One modifier says how a service was delivered',
    check: (input) =>
      findOnLines(
        input,
        (line) => new Set(modalityModifiersAmong(line.modifiers)).size > 1,
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has ${modalityModifiersAmong(line.modifiers).join(' and ')}`,
          remedy: 'Keep the one that the payer asks for.',
        }),
      ),
    // Which one stays is known only when the payer’s own is among them.
    fix: ({ claim, payer, visit }) => {
      const wanted = telehealthModifierOf(payer, visit);
      return safeFix(
        claim.lines.flatMap((line, lineIndex) =>
          wanted !== null && line.modifiers.includes(wanted)
            ? modalityModifiersAmong(line.modifiers)
                .filter((modifier) => modifier !== wanted)
                .map((modifier) => ({ kind: 'remove_modifier' as const, lineIndex, modifier }))
            : [],
        ),
      );
    },
  },
  {
    id: 'telemedicine-code-with-modality-modifier',
    severity: 'warning',
    effectiveFrom: year2025,
    source: 'CPT 2025 telemedicine services: the code says how the visit was held',
    title: 'A telemedicine code needs no telehealth modifier',
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          procedureFacts(line.procedureCode)?.family === 'telemedicine_visit' &&
          modalityModifiersAmong(line.modifiers).length > 0,
        (line) => ({
          field: 'modifiers',
          message: `${line.procedureCode} has ${modalityModifiersAmong(line.modifiers).join(', ')} although it names the modality`,
          remedy: 'Take the modifier off, unless this payer asks for it.',
        }),
      ),
  },
  {
    id: 'behavioral-audio-modifier-on-medical-line',
    severity: 'warning',
    effectiveFrom: always,
    source: 'HCPCS FQ: audio-only behavioral health; CY2022 PFS final rule',
    title: 'FQ stands on behavioral health lines',
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          line.modifiers.includes('FQ') &&
          !isBehavioralService(line) &&
          procedureFacts(line.procedureCode) !== undefined &&
          procedureFacts(line.procedureCode)?.family !== 'complexity_add_on',
        (line) => ({
          field: 'modifiers',
          message: `FQ stands on ${line.procedureCode}, which is no behavioral health service`,
          remedy: 'Use 93 for an audio-only medical service.',
        }),
      ),
  },
  {
    id: 'stroke-modifier-diagnosis',
    severity: 'warning',
    effectiveFrom: year2019,
    source: 'SSA 1834(m)(6), as added by the Bipartisan Budget Act of 2018, sec. 50325: G0 for acute stroke',
    title: 'G0 stands with a stroke',
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          line.modifiers.includes('G0') &&
          !line.diagnosisPointers.some((pointer) => strokeDiagnosis.test(input.claim.diagnoses[pointer - 1] ?? '')),
        (line) => ({
          field: 'modifiers',
          message: `G0 on line ${line.lineNumber} says acute stroke and the line points to none`,
          remedy: 'Take G0 off, or point the line to the stroke or its signs.',
        }),
      ),
  },
  {
    id: 'supervision-by-telephone',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: '42 CFR 410.32(b)(3)(ii): direct supervision in real time by audio and video, not by audio alone',
    title: 'Supervision from afar has video',
    check: (input) =>
      findOnLines(
        input,
        (line) => input.visit.modality === 'audio_only' && line.modifiers.includes('FR'),
        (line) => ({
          field: 'modifiers',
          message: `FR on line ${line.lineNumber} says supervision by audio and video and the visit was by audio alone`,
          remedy: 'Take FR off, or correct the modality.',
        }),
      ),
  },
  {
    id: 'audio-reason-of-video-visit',
    severity: 'warning',
    effectiveFrom: year2025,
    source: '42 CFR 410.78(a)(3); CPT telemedicine services: the modality of most of the visit',
    title: 'A visit by video has no reason for audio alone',
    check: ({ visit }) =>
      findWhen(visit.audioOnlyReason !== undefined && visit.modality === 'audio_video', {
        message: 'the record says why there was no video, and that there was',
        location: 'visit.modality',
        remedy: 'Decide by which the greater part of the visit was held; that one is billed.',
      }),
  },
  {
    id: 'facility-fee-with-service',
    severity: 'blocking',
    effectiveFrom: always,
    source:
      'SSA 1834(m)(2)(B); Pub. 100-04 ch. 12 §190.5: the originating site bills the fee, the distant site the service',
    title: 'The originating site’s fee is not on the claim of the distant site',
    procedureCodes: ['Q3014'],
    check: ({ claim }) =>
      findWhen(
        claim.lines.some((line) => procedureFacts(line.procedureCode)?.delivery === 'telehealth'),
        {
          message: 'Q3014 stands beside the telehealth service itself',
          location: 'claim.lines',
          remedy: 'Bill the fee for the site where the patient sat, on a claim of its own.',
        },
      ),
  },
];
