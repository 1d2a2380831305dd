import { groupReport, interchangeReport } from '../envelope-reports.js';
import type { FileReport, GroupReport, InterchangeReport, TransactionReport } from '../file-report.js';
import { totalsOf } from '../file-totals.js';
import type { FunctionalGroupHeading, InterchangeHeading, TransactionSetHeading } from '../interchange.js';
import type { InterchangeListener } from '../interchange-listener.js';
import { Segment, type SegmentSource } from '../segment.js';
import { type ByteChunks, streamEvents } from '../stream-events.js';
import type { InterchangeAcknowledgement } from '../ta1/interchange-acknowledgement.js';
import { readInterchangeAcknowledgement } from '../ta1/read-interchange-acknowledgement.js';
import { headingKindOf } from '../transaction-kind.js';
import type { EnvelopeEvent } from '../x12-event.js';
import type { X12Finding } from '../x12-finding.js';
import { ClaimSetCheck } from './claim-set-check.js';
import { CollectedSetCheck } from './collected-set-check.js';
import { RemittanceSetCheck } from './remittance-set-check.js';
import type { SetCheck } from './set-check.js';

/**
 * The report `checkFile` makes, of a file of any size as its bytes come. Memory holds a part of the open 835 or 837P
 * (other kinds are held whole), the findings, the equations that fail, and 16 to 32 bytes for each claim number.
 * docs/x12.md says what a stream can't tell.
 */
export async function checkFileStream(chunks: ByteChunks, runSegments?: number): Promise<FileReport> {
  const listener = new FileCheckListener(runSegments);
  for await (const _ of streamEvents<never>(chunks, () => listener)) continue;
  return listener.report;
}

class FileCheckListener implements InterchangeListener {
  readonly #interchanges: InterchangeReport[] = [];
  readonly #envelopeFindings: X12Finding[] = [];
  readonly #setFindings: X12Finding[] = [];
  #interchange: InterchangeHeading | undefined;
  #acknowledgements: InterchangeAcknowledgement[] = [];
  #groups: GroupReport[] = [];
  #group: FunctionalGroupHeading | undefined;
  #transactions: TransactionReport[] = [];
  #set: SetCheck | undefined;

  constructor(private readonly runSegments: number | undefined) {}

  envelope(event: EnvelopeEvent): void {
    switch (event.kind) {
      case 'interchange-begun':
        this.#interchange = event.interchange;
        this.#acknowledgements = [];
        this.#groups = [];
        return;
      case 'interchange-acknowledgement':
        this.#acknowledgements.push(readInterchangeAcknowledgement(event.segment));
        return;
      case 'group-begun':
        this.#group = event.group;
        this.#transactions = [];
        return;
      case 'group-ended':
        if (this.#group !== undefined) this.#groups.push(groupReport(this.#group, this.#transactions));
        return;
      case 'interchange-ended':
        if (this.#interchange !== undefined) {
          const { byteLength } = event;
          this.#interchanges.push(
            interchangeReport({ ...this.#interchange, byteLength }, this.#acknowledgements, this.#groups),
          );
        }
        return;
      case 'finding':
        this.#envelopeFindings.push(event.finding);
    }
  }

  transactionSetBegun(heading: TransactionSetHeading): void {
    const kind = headingKindOf(heading);
    if (kind === '835') this.#set = new RemittanceSetCheck(heading, this.#setFindings);
    else if (kind === '837P') this.#set = new ClaimSetCheck(heading, this.#setFindings, this.runSegments);
    else this.#set = new CollectedSetCheck(heading, this.#setFindings);
  }

  segment(source: SegmentSource, first: number): void {
    this.#set?.push(new Segment(source, first));
  }

  transactionSetEnded(byteLength: number): void {
    if (this.#set !== undefined) this.#transactions.push(this.#set.finish(byteLength));
    this.#set = undefined;
  }

  componentSeparatorSettled(separator: string): void {
    this.#set?.settleComponentSeparator(separator);
  }

  get report(): FileReport {
    // Sorting is stable: of two findings at one place, that of the envelope stays first.
    const findings = [...this.#envelopeFindings, ...this.#setFindings].sort((a, b) => a.byteOffset - b.byteOffset);
    return { interchanges: this.#interchanges, findings, totals: totalsOf(this.#interchanges, findings) };
  }
}
