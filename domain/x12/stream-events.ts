import { ByteWindow } from './byte-window.js';
import type { InterchangeListener } from './interchange-listener.js';
import { InterchangeReader, type SourceWindow } from './interchange-reader.js';

/** The bytes of a file in chunks of any size: a Node stream, a web stream, an array. */
export type ByteChunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Most bytes looked at in one step; a larger chunk is cut. */
const windowBytes = 65_536;

/**
 * Reads chunks through a listener and gives on the events it makes. Holds no more of the file than a window and what
 * the listener keeps; throws what the source of the chunks throws, and nothing of its own.
 */
export async function* streamEvents<Event>(
  chunks: ByteChunks,
  listenerOf: (emit: (event: Event) => void) => InterchangeListener,
): AsyncGenerator<Event, void, undefined> {
  let events: Event[] = [];
  const reader = new InterchangeReader(listenerOf((event) => events.push(event)));
  const readPart = (window: SourceWindow) => reader.read(window, false);
  const window = new ByteWindow();
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += windowBytes) {
      window.add(chunk.subarray(from, from + windowBytes));
      if (!window.isDue) continue;
      window.read(readPart);
      const ready = events;
      events = [];
      for (const event of ready) yield event;
    }
  }
  window.read((last) => reader.read(last, true));
  for (const event of events) yield event;
}
