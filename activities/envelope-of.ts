import { takeControlNumber } from '../db/control-numbers.js';
import type { PracticeTransaction } from '../db/database.js';
import { type Instant, plainDateAt } from '../domain/kernel/instant.js';
import type { Practice } from '../domain/practice/practice.js';
import type { Envelope } from '../domain/x12/write-interchange.js';
import type { ActivityDeps } from './ports.js';

/** The envelope of a file or inquiry of a practice, with control numbers taken in this transaction. Times are the practice's own (ISA09, ISA10). */
export async function envelopeOf(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  practice: Practice,
  now: Instant,
): Promise<Envelope> {
  return {
    sender: { qualifier: 'ZZ', id: practice.submitterId },
    receiver: { qualifier: 'ZZ', id: deps.tradingPartner.receiverId },
    ...createdAt(practice, now),
    interchangeControlNumber: await takeControlNumber(tx, 'interchange'),
    groupControlNumber: await takeControlNumber(tx, 'group'),
    transactionControlNumber: 1,
    usage: deps.tradingPartner.usage,
    characterSet: 'basic',
    lineBreaks: true,
  };
}

/** Date and HHMM of a moment where the practice is. */
export function createdAt(
  practice: Practice,
  now: Instant,
): { readonly date: Envelope['date']; readonly time: string } {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: practice.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return { date: plainDateAt(now, practice.timeZone), time: clock.format(new Date(now)).replace(':', '') };
}
