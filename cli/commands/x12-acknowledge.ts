import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import { acknowledgeFile, type InterchangeAnswer } from '../../domain/x12/acknowledge-file.js';
import { controlNumberMax } from '../../domain/x12/control-numbers.js';
import { printable } from '../../domain/x12/view/printable.js';
import { wallMillisNow } from '../../gateways/config/process-clock.js';
import { dateText, timeText, wholeNumber } from '../text/parse-option.js';
import { endWithReader, writeOut } from '../text/write-out.js';
import { readX12File } from '../x12/read-x12-file.js';

interface AcknowledgeOptions {
  readonly out?: string;
  readonly interchangeControlNumber?: number;
  readonly groupControlNumber?: number;
  readonly transactionControlNumber: number;
  readonly date?: PlainDate;
  readonly time?: string;
}

const explanation = `
Each interchange gets one in return, with sender and receiver changed over:
  a TA1 when the interchange is bad (then nothing else), or when its ISA14 asks for one;
  a 999 for each group, with the place, the code and the value of each error. A 999 is never answered by a 999.

Control numbers: give those of your own counters. Without them the answer takes ISA13 and GS06 of what it answers, which
are unique in that direction too as long as the other side repeats none. Of several interchanges the second answer
counts one up from the number given, and so on.

The 999 holds the values that are wrong, which may be patient data: it goes to the sender of the file and to nobody else.
Ends with 0 when something was answered, or nothing had to be; 1 when the file can’t be answered.`;

export function addX12AcknowledgeCommand(x12: Command, finish: (exitCode: number) => void): void {
  const controlNumber = wholeNumber(1, controlNumberMax);
  x12
    .command('acknowledge')
    .description('the 999, or the TA1, that a file gets as its answer')
    .argument('<file>', 'an X12 file')
    .option('--out <file>', 'where to write it; standard output unless given')
    .option('--interchange-control-number <number>', 'ISA13 of the answer', controlNumber)
    .option('--group-control-number <number>', 'GS06 of the answer', controlNumber)
    .option('--transaction-control-number <number>', 'ST02 of the first 999 of an interchange', controlNumber, 1)
    .option('--date <date>', 'date of the answer, YYYY-MM-DD; today unless given', dateText)
    .option('--time <time>', 'time of the answer, HHMM; now unless given', timeText)
    .addHelpText('after', explanation)
    .action(async (file: string, options: AcknowledgeOptions) => finish(await acknowledge(file, options)));
}

async function acknowledge(file: string, { out, date, time, ...numbers }: AcknowledgeOptions): Promise<number> {
  endWithReader();
  const now = localNow();
  const { answers, text } = acknowledgeFile(readX12File(file), {
    ...numbers,
    date: date ?? now.date,
    time: time ?? now.time,
  });
  for (const answer of answers) for (const line of answerLines(answer)) process.stderr.write(`${line}\n`);
  if (answers.length === 0) process.stderr.write(`${file} holds no interchange: there is nobody to answer\n`);
  // The values that are wrong may be of patients: for the owner's eyes alone.
  if (out !== undefined && text !== '') writeFileSync(out, text, { mode: 0o600 });
  else await writeOut(text);
  return answers.length === 0 || answers.some((answer) => answer.silence === 'no-header') ? 1 : 0;
}

/** What is answered, beside the answer itself. */
function answerLines({ interchange, envelope, groups, silence }: InterchangeAnswer): string[] {
  const name = `interchange ${printable(interchange.controlNumber)}`;
  if (silence === 'no-header') return ['an interchange without ISA can’t be answered: nothing says who sent it'];
  if (silence === 'nothing-to-answer') return [`${name}: nothing to answer; an acknowledgement gets none`];
  return [
    ...(envelope === undefined ? [] : [`${name}: TA1 ${envelope.status}, note ${envelope.noteCode}`]),
    ...groups.map(
      (group) =>
        `${name}, group ${printable(group.groupControlNumber)}: 999 ${group.groupStatus}, ` +
        `${group.transactionSetsAccepted} of ${group.transactionSetsReceived} transaction sets accepted`,
    ),
  ];
}

function localNow(): { readonly date: PlainDate; readonly time: string } {
  const now = new Date(wallMillisNow());
  const two = (number: number) => String(number).padStart(2, '0');
  const date = plainDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
  return { date, time: `${two(now.getHours())}${two(now.getMinutes())}` };
}
