import type {
  FunctionalGroup,
  FunctionalGroupHeading,
  Interchange,
  InterchangeHeading,
  TransactionSet,
} from './interchange.js';
import { InterchangeReader } from './interchange-reader.js';
import type { Segment } from './segment.js';
import { sourceText } from './source-text.js';
import { TransactionSetCollector } from './transaction-set-collector.js';
import type { X12Event } from './x12-event.js';
import type { X12Finding } from './x12-finding.js';

/** What a file holds, as far as it could be understood, and all that is wrong with its envelope. */
export type InterchangeReading = {
  readonly interchanges: readonly Interchange[];
  readonly findings: readonly X12Finding[];
};

/**
 * Reads any bytes as X12: all interchanges of a file, each with its own delimiters. Never throws, takes linear time,
 * and reports what is wrong with envelopes, counts and control numbers (X12.5, X12.6).
 */
export function readInterchanges(input: Uint8Array | string): InterchangeReading {
  const reading = new EventTree();
  const collector = new TransactionSetCollector((event) => reading.add(event));
  new InterchangeReader(collector).read({ ...sourceText(input), base: 0 }, true);
  return { interchanges: reading.interchanges, findings: reading.findings };
}

/** Puts events together again, each into what it belongs to. */
export class EventTree {
  readonly interchanges: Interchange[] = [];
  readonly findings: X12Finding[] = [];
  #interchange: InterchangeHeading | undefined;
  #acknowledgements: Segment[] = [];
  #groups: FunctionalGroup[] = [];
  #group: FunctionalGroupHeading | undefined;
  #transactionSets: TransactionSet[] = [];

  add(event: X12Event): void {
    switch (event.kind) {
      case 'interchange-begun':
        this.#interchange = event.interchange;
        this.#acknowledgements = [];
        this.#groups = [];
        return;
      case 'interchange-acknowledgement':
        this.#acknowledgements.push(event.segment);
        return;
      case 'group-begun':
        this.#group = event.group;
        this.#transactionSets = [];
        return;
      case 'transaction-set':
        this.#transactionSets.push(event.transactionSet);
        return;
      case 'group-ended':
        if (this.#group === undefined) return;
        this.#groups.push({ ...this.#group, trailer: event.trailer, transactionSets: this.#transactionSets });
        return;
      case 'interchange-ended':
        if (this.#interchange === undefined) return;
        this.interchanges.push({
          ...this.#interchange,
          delimiters: event.delimiters,
          trailer: event.trailer,
          acknowledgements: this.#acknowledgements,
          groups: this.#groups,
          byteLength: event.byteLength,
        });
        return;
      case 'finding':
        this.findings.push(event.finding);
    }
  }
}
