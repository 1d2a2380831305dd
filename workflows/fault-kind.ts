import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

/** The class of a fault that spent all retries, for a work item; never its message, which may quote data. */
export function faultKind(fault: unknown): string {
  const cause = fault instanceof ActivityFailure ? fault.cause : fault;
  if (cause instanceof ApplicationFailure) return cause.type ?? 'ApplicationFailure';
  return cause instanceof Error ? cause.name : 'unknown';
}
