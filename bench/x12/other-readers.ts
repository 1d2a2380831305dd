import { once } from 'node:events';
import { Readable } from 'node:stream';
import { X12Parser } from 'node-x12';
import { X12parser } from 'x12-parser';

/** `node-x12`: segments and elements as objects, without types, loops or guides. */
export function readWithNodeX12(bytes: Buffer): unknown {
  return new X12Parser().parse(bytes.toString('latin1'));
}

/** `x12-parser`: a stream of segments as plain objects; of the other readers the one that is kept up. */
export async function readWithX12Parser(bytes: Buffer): Promise<number> {
  const parser = new X12parser();
  let segments = 0;
  parser.on('data', () => {
    segments += 1;
  });
  Readable.from([bytes]).pipe(parser);
  await once(parser, 'end');
  return segments;
}
