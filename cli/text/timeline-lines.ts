import type { StageStay, TimelineEvent } from '../../domain/claim/claim-timeline.js';

/** A claim's stages with what happened in each, as lines. */
export function timelineLines(stages: readonly StageStay[]): string[] {
  return stages.flatMap((stay) => [
    `${stay.stage.padEnd(16)} entered ${moment(stay.enteredAt)}  ${endOf(stay)}${stay.late ? '  LATE' : ''}`,
    ...stay.events.map((event) => `    ${moment(event.at)}  ${event.actor.padEnd(14)} ${event.summary}${why(event)}`),
  ]);
}

/** The reason that a person gave. */
function why({ data }: TimelineEvent): string {
  const { reason } = data;
  return typeof reason === 'string' ? `  Reason: ${reason}` : '';
}

function endOf({ finishedAt, dueAt }: StageStay): string {
  const due = dueAt === null ? '' : `  due ${moment(dueAt)}`;
  return finishedAt === null ? `still there${due}` : `finished ${moment(finishedAt)}${due}`;
}

function moment(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
