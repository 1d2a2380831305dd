import type { Bites } from '../kernel/bites.js';
import { ByteWindow } from './byte-window.js';
import { InterchangeReader, type SourceWindow } from './interchange-reader.js';
import { EventTree, type InterchangeReading } from './read-interchanges.js';
import { sourceText } from './source-text.js';
import { TransactionSetCollector } from './transaction-set-collector.js';

const biteBytes = 65_536;

/** Reads what `readInterchanges` reads, 64 kB a bite. */
export function* readInterchangeBites(input: Uint8Array | string): Bites<InterchangeReading> {
  const { bytes } = sourceText(input);
  const tree = new EventTree();
  const reader = new InterchangeReader(new TransactionSetCollector((event) => tree.add(event)));
  const readPart = (part: SourceWindow) => reader.read(part, false);
  const window = new ByteWindow();
  for (let from = 0; from < bytes.length; from += biteBytes) {
    window.add(bytes.subarray(from, from + biteBytes));
    if (!window.isDue) continue;
    window.read(readPart);
    yield;
  }
  window.read((last) => reader.read(last, true));
  return { interchanges: tree.interchanges, findings: tree.findings };
}
