import { expect, test } from 'vitest';
import type { ClaimStage } from '../../../domain/claim/claim-status.js';
import { claimTimeline, type TimelineEvent } from '../../../domain/claim/claim-timeline.js';
import { type Instant, instant } from '../../../domain/kernel/instant.js';

const minute = (count: number): Instant => instant(`2026-03-10T10:${String(count).padStart(2, '0')}:00Z`);

let seq = 0;
function event(stage: ClaimStage, at: number, dueAt: number | null = null): TimelineEvent {
  seq += 1;
  const due = dueAt === null ? null : minute(dueAt);
  return { seq, kind: 'k', stage, at: minute(at), dueAt: due, actor: `a${at}`, summary: `s${at}`, data: {} };
}

test('a claim without events has no timeline', () => {
  expect(claimTimeline([], minute(0))).toEqual([]);
});

test('a stage ends when the next one begins, by whoever began it', () => {
  const [intake, coding] = claimTimeline(
    [event('intake', 0, 9), event('intake', 1), event('coding', 5, 30)],
    minute(6),
  );
  expect(intake).toMatchObject({ enteredAt: minute(0), dueAt: minute(9), finishedAt: minute(5), late: false });
  expect(intake).toMatchObject({ enteredBy: 'a0', finishedBy: 'a5', finishedBecause: 's5' });
  expect(intake?.events).toHaveLength(2);
  expect(coding).toMatchObject({ finishedAt: null, finishedBy: null, late: false });
});

test('a stage entered again is a stay of its own', () => {
  const stages = claimTimeline([event('coding', 0), event('scrubbing', 1), event('coding', 2)], minute(3));
  expect(stages.map((stay) => stay.stage)).toEqual(['coding', 'scrubbing', 'coding']);
});

test('late is what finished after its deadline, or is open past it', () => {
  const [first, second] = claimTimeline([event('intake', 0, 4), event('coding', 5, 10)], minute(11));
  expect([first?.late, second?.late]).toEqual([true, true]);
  const [, inTime] = claimTimeline([event('intake', 0, 4), event('coding', 5, 10)], minute(10));
  expect(inTime?.late).toBe(false);
});

test('a closed claim is finished when it closes, and is never late after that', () => {
  const [closed] = claimTimeline([event('closed', 7, 8)], minute(59));
  expect(closed).toMatchObject({ enteredAt: minute(7), finishedAt: minute(7), late: false });
});
