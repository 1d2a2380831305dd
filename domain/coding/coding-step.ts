import type { Finding } from '../kernel/finding.js';
import type { TraceStep } from '../kernel/trace.js';

/** What one step of coding gives: a value, unless a question stops it, with what it noticed on the way. */
export interface CodingStep<T> {
  readonly value: T;
  readonly questions: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly trace: readonly TraceStep[];
}

/** A step that went through. */
export function stepDone<T>(value: T, trace: readonly TraceStep[], warnings: readonly Finding[] = []): CodingStep<T> {
  return { value, questions: [], warnings, trace };
}

/** A step that a question stops; the value is what is left to go on with, so that later steps can ask theirs. */
export function stepStopped<T>(value: T, ...asked: readonly Question[]): CodingStep<T> {
  return { value, questions: asked.map(question), warnings: [], trace: [] };
}

/** What a question says; its severity is always error, since the claim can not go on without an answer. */
export interface Question {
  readonly code: string;
  readonly message: string;
  readonly location: string;
  readonly remedy: string;
  readonly source: string;
}

export function question(asked: Question): Finding {
  return { ...asked, severity: 'error' };
}

export function warning(noticed: Question): Finding {
  return { ...noticed, severity: 'warning' };
}

/** Notes of steps together, in order; written as loops since each claim passes here many times. */
interface Notes {
  readonly questions: Finding[];
  readonly warnings: Finding[];
  readonly trace: TraceStep[];
}

/** The questions, warnings and trace of several steps, in order. */
export function joinNotes(steps: readonly CodingStep<unknown>[]): Notes {
  const notes: Notes = { questions: [], warnings: [], trace: [] };
  for (const { questions, warnings, trace } of steps) {
    if (questions.length > 0) notes.questions.push(...questions);
    if (warnings.length > 0) notes.warnings.push(...warnings);
    if (trace.length > 0) notes.trace.push(...trace);
  }
  return notes;
}

/** Several steps of the same kind as one: values in order, notes together. */
export function joinSteps<T>(steps: readonly CodingStep<T>[]): CodingStep<readonly T[]> {
  return { value: steps.map((step) => step.value), ...joinNotes(steps) };
}

/** A step with no procedures and nothing to say, made once. */
export const nothing: CodingStep<readonly never[]> = stepDone([], []);

/** The procedures of one step followed by those of another, with the notes of both. */
export function appendStep<T>(
  first: CodingStep<readonly T[]>,
  second: CodingStep<readonly T[]>,
): CodingStep<readonly T[]> {
  if (second === nothing) return first;
  if (first === nothing) return second;
  return { value: [...first.value, ...second.value], ...joinNotes([first, second]) };
}
