import { procedureFacts } from '../coding/procedure-facts.js';
import { dominantModality } from '../visit/dominant-modality.js';
import { modalitySchema, type Visit } from '../visit/visit.js';
import type { VisitFacts } from './visit-facts.js';

type Modality = Visit['modality'];
type Setting = Visit['patientLocation']['setting'];

/** Facts that many services do not turn on: their answer is tried with each value before one is asked for. */
export const triedPaths = ['modality', 'patientLocation.setting'] as const;
export type TriedPath = (typeof triedPaths)[number];

/** The facts with one value in each place that was left open. */
export interface TriedFacts {
  readonly facts: VisitFacts;
  readonly modality: Modality | undefined;
  readonly setting: Setting | undefined;
}

/** The facts, held by the modality that took the longer part when only the minutes of each are said. */
export function withModalityOfMinutes(facts: VisitFacts): VisitFacts {
  const { modality, modalityMinutes } = facts;
  if (modality !== undefined || modalityMinutes === undefined) return facts;
  const { audioVideo, audioOnly } = modalityMinutes;
  if (audioVideo === audioOnly) return facts;
  const dominant = dominantModality({ modality: 'audio_video', modalityMinutes });
  return dominant === 'tied' ? facts : { ...facts, modality: dominant };
}

/** Which of the tried facts are not said. */
export function unsaidPaths({ modality, patientLocation }: VisitFacts): readonly TriedPath[] {
  const said = { modality, 'patientLocation.setting': patientLocation?.setting };
  return triedPaths.filter((path) => said[path] === undefined);
}

/** The facts in every way in which what is unsaid among the tried facts may be said. */
export function everyWayToSay(facts: VisitFacts): readonly TriedFacts[] {
  const modalities = facts.modality === undefined ? modalitySchema.options : [facts.modality];
  const said = facts.patientLocation?.setting;
  const settings: readonly Setting[] = said === undefined ? ['home', 'other'] : [said];
  return modalities.flatMap((modality) =>
    settings.map((setting) => ({
      facts: { ...facts, modality, patientLocation: { ...facts.patientLocation, setting } },
      modality,
      setting,
    })),
  );
}

/** Services that nobody meets for, live or otherwise: a month of monitoring or of a care program, a site's fee. */
const kindsWithoutMeeting: readonly NonNullable<VisitFacts['serviceKind']>[] = [
  'remote_physiologic_monitoring',
  'remote_therapeutic_monitoring',
  'care_management',
  'interprofessional_consultation',
  'originating_site',
];

/** Whether modality can't matter: by the proposed codes where there are some, else by the kind of service. */
export function isWithoutMeeting({ procedures = [], serviceKind }: VisitFacts): boolean {
  if (procedures.length > 0) {
    return procedures.every(({ code }) => {
      const delivery = procedureFacts(code)?.delivery;
      return delivery !== undefined && delivery !== 'telehealth';
    });
  }
  return serviceKind !== undefined && kindsWithoutMeeting.includes(serviceKind);
}
