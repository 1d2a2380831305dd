import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { remittanceTransactionSet } from '../../domain/x12/835/write-remittance-advice.js';
import { implementationAcknowledgementTransaction } from '../../domain/x12/999/write-implementation-acknowledgement.js';
import { type Delimiters, standardDelimiters } from '../../domain/x12/delimiters.js';
import { type OutboundTransactionSet, writeInterchange } from '../../domain/x12/write-interchange.js';
import { implementationAcknowledgements } from '../builders/implementation-acknowledgements.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { judgedRemittanceAdvices } from '../builders/remittance-advices.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { countOptions } from './claim-options.js';
import { type WrittenClaim, writtenClaims } from './written-claims.js';

// Synthetic files of our writers for a validator that is not ours:
// `tsx test/judge/write-files.ts <folder> [claims] [835 and 999 of each] [seed]`.
// Prints how many claims have each option of the 837P; exit status 1 when an option is in none of them.

const otherDelimiters: Delimiters = { element: '|', repetition: '!', component: '>', segment: '\n' };

/** Each fifth file has other separators. */
function delimitersOf(number: number): Delimiters {
  return number % 5 === 0 ? otherDelimiters : standardDelimiters;
}

function writeClaimFiles(folder: string, claimCount: number, seed: number): WrittenClaim[] {
  const claims: WrittenClaim[] = [];
  for (let number = 1; claims.length < claimCount; number += 1) {
    // Few files with as many lines as the guide allows: they are long.
    const batches = number % 40 === 3 ? professionalClaimBatches(1, 50, 50) : professionalClaimBatches(12, 6);
    for (const batch of fc.sample(batches, { seed: seed + number, numRuns: 1 })) {
      const delimiters = delimitersOf(number);
      const text = writeProfessionalClaimBatch(batch, {
        ...testEnvelope,
        interchangeControlNumber: number,
        delimiters,
      });
      writeFileSync(join(folder, `${String(number).padStart(4, '0')}.837`), text);
      claims.push(...writtenClaims(text, delimiters));
    }
  }
  return claims;
}

const setsPerFile = 25;

function writeSets(folder: string, ending: string, sets: readonly OutboundTransactionSet[]): void {
  for (let first = 0, number = 1; first < sets.length; first += setsPerFile, number += 1) {
    const envelope = { ...testEnvelope, interchangeControlNumber: number, delimiters: delimitersOf(number) };
    const text = writeInterchange(envelope, { transactionSets: sets.slice(first, first + setsPerFile) });
    writeFileSync(join(folder, `${String(number).padStart(4, '0')}.${ending}`), text);
  }
}

/** Prints the table; the names of the options that no claim has. */
function reportOptions(claims: readonly WrittenClaim[]): string[] {
  const counted = countOptions(claims);
  for (const { name, count } of counted) process.stdout.write(`${String(count).padStart(6)}  ${name}\n`);
  return counted.filter(({ count }) => count === 0).map(({ name }) => name);
}

function main(folder: string, claimCount: number, setCount: number, seed: number): void {
  mkdirSync(folder, { recursive: true });
  const claims = writeClaimFiles(folder, claimCount, seed);
  const sample = { seed, numRuns: setCount };
  writeSets(folder, '835', fc.sample(judgedRemittanceAdvices, sample).map(remittanceTransactionSet));
  writeSets(
    folder,
    '999',
    fc.sample(implementationAcknowledgements, sample).map(implementationAcknowledgementTransaction),
  );
  const missing = reportOptions(claims);
  process.stdout.write(`${claims.length} claims (837P), ${setCount} of each: 835, 999\n`);
  if (missing.length === 0) return;
  process.stderr.write(`No claim has: ${missing.join('; ')}. Write more claims, or mend their builder.\n`);
  process.exitCode = 1;
}

const [folder, ...numbers] = process.argv.slice(2);
if (folder === undefined || numbers.length > 3 || !numbers.every((number) => /^\d{1,7}$/.test(number))) {
  process.stderr.write('usage: write-files.ts <folder> [claims] [835 and 999 of each] [seed]\n');
  process.exitCode = 2;
} else {
  const [claims = 2_000, sets = 300, seed = 1] = numbers.map(Number);
  main(folder, claims, sets, seed);
}
