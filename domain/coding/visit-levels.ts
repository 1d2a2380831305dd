import type { MedicalDecisionMaking, Visit } from '../visit/visit.js';
import { type ProcedureFacts, proceduresOfFamily } from './procedure-facts.js';

const levels: readonly MedicalDecisionMaking[] = ['straightforward', 'low', 'moderate', 'high'];

type LeveledFamily = 'office_visit' | 'telemedicine_visit';
type Patient = 'new' | 'established';

/** Series of four codes, by family, patient and modality; gathered once. */
const series = new Map<string, readonly ProcedureFacts[]>();
const seriesByCode = new Map<string, readonly ProcedureFacts[]>();
for (const facts of [...proceduresOfFamily('office_visit'), ...proceduresOfFamily('telemedicine_visit')]) {
  if (facts.level === undefined || facts.patient === undefined) continue;
  const key = seriesKey(facts.family, facts.patient, facts.modality);
  series.set(key, [...(series.get(key) ?? []), facts]);
}
for (const codes of series.values()) for (const { code } of codes) seriesByCode.set(code, codes);

function seriesKey(family: string, patient: Patient, modality: ProcedureFacts['modality']): string {
  return `${family} ${patient} ${modality ?? ''}`;
}

/** The four leveled codes of a family for one kind of patient and modality, lowest first. */
export function visitSeries(
  family: LeveledFamily,
  patient: Patient,
  modality: ProcedureFacts['modality'],
): readonly ProcedureFacts[] {
  return series.get(seriesKey(family, patient, family === 'office_visit' ? undefined : modality)) ?? [];
}

/** The leveled codes a visit code belongs to, lowest first; none for a code without a level. */
export function seriesOf(facts: ProcedureFacts): readonly ProcedureFacts[] {
  return seriesByCode.get(facts.code) ?? [];
}

/** The office code for the same patient and level as a code of the telemedicine family. */
export function officeCodeFor(facts: ProcedureFacts): string | undefined {
  if (facts.patient === undefined) return undefined;
  return visitSeries('office_visit', facts.patient, undefined).find((office) => office.level === facts.level)?.code;
}

/** Positions in a series that time and decision making support; -1 for none. */
export interface SupportedLevels {
  readonly byTime: number;
  readonly byDecisionMaking: number;
}

/** What the record supports. Minutes of psychotherapy beside the visit leave its level to decision making (CPT psychotherapy guidelines). */
export function supportedLevels(candidates: readonly ProcedureFacts[], visit: Visit): SupportedLevels {
  const minutes = visit.psychotherapyMinutes === undefined ? visit.totalMinutes : undefined;
  const byTime = minutes === undefined ? -1 : candidates.findLastIndex((facts) => minutes >= (facts.minMinutes ?? 0));
  const decisionMaking = visit.medicalDecisionMaking;
  return { byTime, byDecisionMaking: decisionMaking === undefined ? -1 : levels.indexOf(decisionMaking) };
}

function needs(facts: ProcedureFacts): string {
  return `${facts.minMinutes} documented minutes or ${facts.level} medical decision making`;
}

/** What is said of a level that is not chosen; the same for every visit, so written once. */
const texts = new Map(
  [...seriesByCode.values()].flat().map((facts) => [
    facts.code,
    {
      lower: `${facts.code}: lower than what the record supports`,
      higher: `${facts.code}: needs ${needs(facts)}, and the record has `,
      next: `${facts.code} would need ${needs(facts)}`,
    },
  ]),
);

/** The other levels of the series, each with why it was not chosen. */
export function otherLevels(candidates: readonly ProcedureFacts[], chosen: number, visit: Visit): string[] {
  const record = `${visit.totalMinutes ?? 'no'} minutes and ${visit.medicalDecisionMaking ?? 'no'} decision making`;
  const others: string[] = [];
  candidates.forEach(({ code }, index) => {
    const text = texts.get(code);
    if (index === chosen || text === undefined) return;
    others.push(index < chosen ? text.lower : text.higher + record);
  });
  return others;
}

/** What would support the level above the chosen one; undefined at the top. */
export function nextLevelNeeds(candidates: readonly ProcedureFacts[], chosen: number): string | undefined {
  const next = candidates[chosen + 1];
  return next && texts.get(next.code)?.next;
}
