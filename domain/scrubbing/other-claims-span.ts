import { addDays, type PlainDate } from '../kernel/plain-date.js';
import {
  deviceSupplyPeriods,
  digitalVisitPeriods,
  monthlyPeriods,
  periodDays,
  riskAssessmentPeriods,
} from './service-period.js';
import { contactReach, digitalVisitCodes, monitoringCodes, shortContactCodes, visitCodes } from './service-groups.js';

/** Dates of service, both ends inclusive. */
export interface DateSpan {
  readonly since: PlainDate;
  readonly until: PlainDate;
}

interface Reach {
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/** How far from a claim with the code an edit looks at the patient's other claims. */
const reaches = new Map<string, Reach>();

function reach(codes: readonly string[], daysBefore: number, daysAfter: number): void {
  for (const code of codes) {
    const known = reaches.get(code) ?? { daysBefore: 0, daysAfter: 0 };
    reaches.set(code, {
      daysBefore: Math.max(known.daysBefore, daysBefore),
      daysAfter: Math.max(known.daysAfter, daysAfter),
    });
  }
}

for (const { codes, length } of [
  ...digitalVisitPeriods,
  ...deviceSupplyPeriods,
  ...monthlyPeriods,
  ...riskAssessmentPeriods,
]) {
  reach(codes, periodDays[length], periodDays[length]);
}
reach(monitoringCodes, periodDays.calendar_month, periodDays.calendar_month);
reach(shortContactCodes, contactReach.daysAfterVisit, contactReach.daysBeforeVisit);
reach(digitalVisitCodes, contactReach.daysAfterVisit, contactReach.daysAfterVisit);
reach(visitCodes, contactReach.daysAfterVisit, 0);

/** The days whose claims of the same patient the edits of these codes read; null when none looks beyond the day itself. */
export function otherClaimsSpan(codes: readonly string[], dateOfService: PlainDate): DateSpan | null {
  let [daysBefore, daysAfter] = [0, 0];
  for (const code of codes) {
    const wanted = reaches.get(code);
    if (wanted === undefined) continue;
    daysBefore = Math.max(daysBefore, wanted.daysBefore);
    daysAfter = Math.max(daysAfter, wanted.daysAfter);
  }
  if (daysBefore === 0 && daysAfter === 0) return null;
  return { since: addDays(dateOfService, -daysBefore), until: addDays(dateOfService, daysAfter) };
}
