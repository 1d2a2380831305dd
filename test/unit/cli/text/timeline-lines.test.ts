import { expect, it } from 'vitest';
import { timelineLines } from '../../../../cli/text/timeline-lines.js';
import { claimTimeline, type TimelineEvent } from '../../../../domain/claim/claim-timeline.js';
import { instant } from '../../../../domain/kernel/instant.js';

function event(overrides: Partial<TimelineEvent>): TimelineEvent {
  const at = instant('2026-03-16T15:00:00Z');
  const none = { seq: 1, kind: 'overridden', stage: 'scrubbing', dueAt: null, data: {} } as const;
  return { ...none, at, actor: 'user:biller', summary: 'Overridden: note-missing.', ...overrides };
}

it('says who acted and the reason that was given, where one was', () => {
  const events = [event({ data: { reason: 'the note came by fax' } }), event({ seq: 2, summary: 'Scrubbed.' })];
  expect(timelineLines(claimTimeline(events, instant('2026-03-16T16:00:00Z')))).toEqual([
    'scrubbing        entered 2026-03-16 15:00  still there',
    '    2026-03-16 15:00  user:biller    Overridden: note-missing.  Reason: the note came by fax',
    '    2026-03-16 15:00  user:biller    Scrubbed.',
  ]);
});
