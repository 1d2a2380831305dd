import { type Instant, plainDateAt } from '../domain/kernel/instant.js';
import type { Practice } from '../domain/practice/practice.js';
import type { Envelope } from '../domain/x12/write-interchange.js';
import type { ActivityDeps } from './ports.js';

/** The envelope of a file or inquiry of a practice: one group, so the interchange's number serves it too. Times are the practice's own (ISA09, ISA10). */
export function envelopeOf(deps: ActivityDeps, practice: Practice, now: Instant, controlNumber: number): Envelope {
  return {
    sender: { qualifier: 'ZZ', id: practice.submitterId },
    receiver: { qualifier: 'ZZ', id: deps.tradingPartner.receiverId },
    ...createdAt(practice, now),
    interchangeControlNumber: controlNumber,
    groupControlNumber: controlNumber,
    transactionControlNumber: 1,
    usage: deps.tradingPartner.usage,
    characterSet: 'basic',
    lineBreaks: true,
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Date and HHMM of a moment where the practice is. */
export function createdAt(
  practice: Practice,
  now: Instant,
): { readonly date: Envelope['date']; readonly time: string } {
  return {
    date: plainDateAt(now, practice.timeZone),
    time: clockOf(practice.timeZone).format(new Date(now)).replace(':', ''),
  };
}

/** Making a formatter costs more than all it formats. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return clock;
}
