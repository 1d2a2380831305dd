import { once } from 'node:events';
import { Readable } from 'node:stream';
import { X12Parser } from 'node-x12';
import { X12parser } from 'x12-parser';

/** `node-x12`: segments and elements as objects, without types, loops or guides. */
export function readWithNodeX12(text: string): unknown {
  return new X12Parser().parse(text);
}

/** `x12-parser`: a stream of segments as plain objects, the fastest other reader we found. */
export async function readWithX12Parser(bytes: Uint8Array): Promise<number> {
  const parser = new X12parser();
  let segments = 0;
  parser.on('data', () => {
    segments += 1;
  });
  Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]).pipe(parser);
  await once(parser, 'end');
  return segments;
}
