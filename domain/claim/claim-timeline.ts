import type { Instant } from '../kernel/instant.js';
import type { ClaimStage } from './claim-status.js';

/** One thing that happened to a claim, as kept. */
export interface TimelineEvent {
  readonly seq: number;
  readonly kind: string;
  /** The stage the claim is in from this event on. */
  readonly stage: ClaimStage;
  readonly at: Instant;
  /** When that stage should be done; kept with the event that enters it. */
  readonly dueAt: Instant | null;
  readonly actor: string;
  readonly summary: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A stay in one stage, from the event that entered it to the one that left it. */
export interface StageStay {
  readonly stage: ClaimStage;
  readonly enteredAt: Instant;
  readonly dueAt: Instant | null;
  /** Null while the claim is there; a closed claim finishes on entering `closed`. */
  readonly finishedAt: Instant | null;
  readonly late: boolean;
  readonly enteredBy: string;
  readonly finishedBy: string | null;
  readonly enteredBecause: string;
  readonly finishedBecause: string | null;
  readonly events: readonly TimelineEvent[];
}

/** The stays of a claim in order, a stage once for each time it was entered. `now` decides whether the open one is late. */
export function claimTimeline(events: readonly TimelineEvent[], now: Instant): StageStay[] {
  const groups: TimelineEvent[][] = [];
  for (const event of events) {
    const current = groups.at(-1);
    if (current === undefined || current[0]?.stage !== event.stage) groups.push([event]);
    else current.push(event);
  }
  return groups.flatMap((group, index) => {
    const [entry] = group;
    return entry === undefined ? [] : [stay(entry, group, groups[index + 1]?.[0] ?? null, now)];
  });
}

function stay(entry: TimelineEvent, events: TimelineEvent[], exit: TimelineEvent | null, now: Instant): StageStay {
  const leaving = entry.stage === 'closed' ? entry : exit;
  const dueAt = events.reduce<Instant | null>((due, event) => event.dueAt ?? due, null);
  return {
    stage: entry.stage,
    enteredAt: entry.at,
    dueAt,
    finishedAt: leaving?.at ?? null,
    late: dueAt !== null && (leaving?.at ?? now) > dueAt,
    enteredBy: entry.actor,
    finishedBy: leaving?.actor ?? null,
    enteredBecause: entry.summary,
    finishedBecause: leaving?.summary ?? null,
    events,
  };
}
