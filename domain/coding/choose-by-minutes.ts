import type { TraceStep } from '../kernel/trace.js';
import { type CodingStep, type Question, stepDone, stepStopped } from './coding-step.js';
import type { ProcedureFacts } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** A choice among codes by documented minutes. */
export interface MinutesChoice {
  readonly ruleId: string;
  readonly source: string;
  /** The codes with their bands of minutes, shortest first. */
  readonly bands: readonly ProcedureFacts[];
  readonly minutes: number | undefined;
  readonly facts?: TraceStep['facts'];
  /** What is asked when no band fits, or the minutes are missing. */
  readonly unfit: Question;
  readonly missing?: Question;
}

function bandText(facts: ProcedureFacts): string {
  if (facts.minMinutes === undefined) return 'no minutes';
  return facts.maxMinutes === undefined
    ? `${facts.minMinutes} minutes or more`
    : `${facts.minMinutes} to ${facts.maxMinutes} minutes`;
}

/** The highest band the minutes reach without passing its end; no rounding. */
export function bandOf(bands: readonly ProcedureFacts[], minutes: number): ProcedureFacts | undefined {
  return bands.findLast((facts) => {
    return minutes >= (facts.minMinutes ?? 0) && minutes <= (facts.maxMinutes ?? Number.POSITIVE_INFINITY);
  });
}

/** The trace of a choice by minutes: the other bands with why not, and what the next would need. */
export function minutesTrace(
  { ruleId, source, bands, minutes, facts }: Omit<MinutesChoice, 'unfit' | 'missing'>,
  chosen: ProcedureFacts,
  decision = `${chosen.code}: ${bandText(chosen)}`,
): TraceStep {
  const next = bands[bands.indexOf(chosen) + 1];
  return {
    ruleId,
    facts: { minutes: minutes ?? null, ...facts },
    decision,
    source,
    alternatives: bands
      .filter((other) => other !== chosen)
      .map((other) => `${other.code}: stands for ${bandText(other)}`),
    ...(next === undefined ? {} : { nextLevel: `${next.code} would need ${bandText(next)} documented` }),
  };
}

/** Chooses the code whose band holds the documented minutes; asks when none does. */
export function chooseByMinutes(choice: MinutesChoice): CodingStep<readonly ProposedProcedure[]> {
  const { bands, minutes, unfit, missing } = choice;
  if (minutes === undefined) return stepStopped([], missing ?? unfit);
  const chosen = bandOf(bands, minutes);
  if (!chosen) return stepStopped([], unfit);
  return stepDone([proposedProcedure(chosen.code)], [minutesTrace(choice, chosen)]);
}
