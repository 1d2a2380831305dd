import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeInterchange } from '../../domain/x12/write-interchange.js';
import { writeInterchangeAcknowledgement } from '../../domain/x12/ta1/write-interchange-acknowledgement.js';
import { transactionSets } from '../builders/x12-files.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { readSample, samplesFolder } from '../support/shared-samples.js';

/** A good file to spoil. */
export type GoodFile = { readonly name: string; readonly text: string };

const bytesMax = 5_000;

/** Files of every kind our writers make, three of each, none long; always the same. */
export function generatedFiles(): GoodFile[] {
  const files = Object.entries(transactionSets).flatMap(([kind, sets]) =>
    fc
      .sample(sets, { seed: 1, numRuns: 40 })
      .map((set) => writeInterchange(testEnvelope, { transactionSets: [set] }))
      .filter((text) => text.length <= bytesMax)
      .sort((a, b) => b.length - a.length)
      .slice(0, 3)
      .map((text, index) => ({ name: `generated ${kind} ${index + 1}`, text })),
  );
  const acknowledgement = writeInterchangeAcknowledgement(
    {
      interchangeControlNumber: '000000907',
      interchangeDate: '260105',
      interchangeTime: '1147',
      status: 'R',
      noteCode: '021',
    },
    testEnvelope,
  );
  return [...files, { name: 'generated TA1', text: acknowledgement }];
}

/** The shared samples as one character a byte; none in a checkout without them. */
export function sampleFiles(): GoodFile[] {
  const folder = join(samplesFolder, 'x12');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readSample('x12', name).toString('latin1') }));
}
