import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { testEnvelope } from '../builders/x12-envelope.js';

/** `tsx write-837p-files.ts <folder> <claims> [seed]`: synthetic 837P files for a validator that is not ours. */
function main(folder: string, claimCount: number, seed: number): void {
  mkdirSync(folder, { recursive: true });
  let written = 0;
  for (let number = 1; written < claimCount; number += 1) {
    for (const batch of fc.sample(professionalClaimBatches(12, 6), { seed: seed + number, numRuns: 1 })) {
      const envelope = {
        ...testEnvelope,
        interchangeControlNumber: number,
        delimiters:
          number % 5 === 0
            ? { element: '|', repetition: '!', component: '>', segment: '\n' }
            : { element: '*', repetition: '^', component: ':', segment: '~' },
      };
      writeFileSync(
        join(folder, `${String(number).padStart(4, '0')}.837`),
        writeProfessionalClaimBatch(batch, envelope),
      );
      written += batch.billingProviders.reduce((sum, provider) => sum + provider.claims.length, 0);
    }
  }
  process.stdout.write(`${written} claims\n`);
}

const [folder, claims = '2000', seed = '1'] = process.argv.slice(2);
if (folder === undefined || !/^\d+$/.test(claims) || !/^\d+$/.test(seed)) {
  process.stderr.write('usage: write-837p-files.ts <folder> [claims] [seed]\n');
  process.exitCode = 2;
} else {
  main(folder, Number(claims), Number(seed));
}
