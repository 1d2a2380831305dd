import { parseArgs } from 'node:util';
import { readProfessionalClaimBatch } from '../domain/x12/837p/read-professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../domain/x12/837p/write-professional-claim-batch.js';
import { readRemittanceAdvice } from '../domain/x12/835/read-remittance-advice.js';
import { writeRemittanceAdvice } from '../domain/x12/835/write-remittance-advice.js';
import type { TransactionSet } from '../domain/x12/interchange.js';
import { readInterchanges } from '../domain/x12/read-interchanges.js';
import type { X12Finding } from '../domain/x12/x12-finding.js';
import { machineLine } from './support/machine-line.js';
import { benchEnvelope, claimBatch } from './x12/claim-batch.js';
import { readWithNodeX12, readWithX12Parser } from './x12/other-readers.js';
import { remittance } from './x12/remittance.js';
import { type Contestant, sideBySide } from './x12/side-by-side.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const turns = values.quick ? 7 : 25;
const claims = 5_000;
const remittanceClaims = values.quick ? 10_000 : 50_000;

const batch = claimBatch(claims);
const claimText = writeProfessionalClaimBatch(batch, benchEnvelope);
const claimFile = Buffer.from(claimText, 'latin1');
const remittanceFile = Buffer.from(writeRemittanceAdvice(remittance(remittanceClaims), benchEnvelope), 'latin1');

console.log(`X12, side by side. ${machineLine()}; median of ${turns} turns, a turn each.`);
await compare(`837P, ${claims} claims, ${megabytes(claimFile)}`, [
  { name: 'floor: split into segments and elements', run: () => splitAll(claimFile) },
  { name: 'bytes looked at once', run: () => separatorsIn(claimFile) },
  { name: 'teleclaim: envelopes and segments', run: () => readInterchanges(claimFile) },
  { name: 'teleclaim: typed claims, findings, positions', run: () => readClaims(claimFile) },
  { name: 'node-x12 1.7.1 (untyped)', run: () => readWithNodeX12(claimFile.toString('latin1')) },
  { name: 'x12-parser 1.3.0 (segments as objects)', run: () => readWithX12Parser(claimFile) },
  { name: 'teleclaim: write', run: () => writeProfessionalClaimBatch(batch, benchEnvelope) },
]);
await compare(`835, ${remittanceClaims} claims, ${megabytes(remittanceFile)}`, [
  { name: 'floor: split into segments and elements', run: () => splitAll(remittanceFile) },
  { name: 'teleclaim: envelopes and segments', run: () => readInterchanges(remittanceFile) },
  { name: 'teleclaim: typed remittance, findings, positions', run: () => readRemittance(remittanceFile) },
  { name: 'node-x12 1.7.1 (untyped)', run: () => readWithNodeX12(remittanceFile.toString('latin1')) },
  { name: 'x12-parser 1.3.0 (segments as objects)', run: () => readWithX12Parser(remittanceFile) },
]);

async function compare(title: string, contestants: readonly Contestant[]): Promise<void> {
  const standings = await sideBySide(contestants, turns, 5);
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      standings.map(({ name, millis, toFloor }) => [
        name,
        { ms: Number(millis.toFixed(1)), 'to the floor': Number(toFloor.toFixed(2)) },
      ]),
    ),
  );
}

function splitAll(bytes: Buffer): unknown {
  return bytes
    .toString('latin1')
    .split('~')
    .map((segment) => segment.split('*'));
}

function separatorsIn(bytes: Buffer): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === 42 || byte === 126) count += 1;
  }
  return count;
}

function readClaims(bytes: Buffer): unknown {
  const reading = readProfessionalClaimBatch(onlyTransaction(bytes));
  return clean(reading.value.billingProviders[0]?.claims.length === claims, reading.findings) && reading;
}

function readRemittance(bytes: Buffer): unknown {
  const reading = readRemittanceAdvice(onlyTransaction(bytes));
  return clean(reading.value.claims.length === remittanceClaims, reading.findings) && reading;
}

function onlyTransaction(bytes: Buffer): TransactionSet {
  const { interchanges, findings } = readInterchanges(bytes);
  const set = interchanges[0]?.groups[0]?.transactionSets[0];
  if (set === undefined || findings.length > 0) throw new Error('the file of the benchmark is not clean');
  return set;
}

function clean(isComplete: boolean, findings: readonly X12Finding[]): true {
  if (!isComplete || findings.length > 0) throw new Error('the file of the benchmark is not read as it was made');
  return true;
}

function megabytes(bytes: Buffer): string {
  return `${(bytes.length / 1_000_000).toFixed(1)} MB`;
}
