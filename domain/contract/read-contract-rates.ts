import type { Finding } from '../kernel/finding.js';
import { badRow, readJsonRows } from '../kernel/read-json-rows.js';
import { type ContractRate, contractRateKey, contractRateSchema } from './contract-rate.js';

/** What a file of contract rates holds: the good ones by payer, and a finding for each bad row with file and line. */
export interface ContractRateRows {
  readonly byPayer: ReadonlyMap<string, readonly ContractRate[]>;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** Reads a JSON array or NDJSON of contract rates; never throws. Two rates of one key and different amounts are an error, and so is a payer that the practice has no profile of. */
export function readContractRates(text: string, fileName: string, payerCodes: ReadonlySet<string>): ContractRateRows {
  const read = readJsonRows(text, fileName, { schema: contractRateSchema, invalidCode: 'contract-rate-invalid' });
  const known = new Map<string, ContractRate>();
  const repeated: Finding[] = [];
  const strangers = new Map<string, Finding>();
  for (const { value: rate, location } of read.rows) {
    if (!payerCodes.has(rate.payerCode) && !strangers.has(rate.payerCode))
      strangers.set(rate.payerCode, unknownPayer(rate.payerCode, location));
    const key = `${rate.payerCode} ${contractRateKey(rate)}`;
    const twin = known.get(key);
    if (twin === undefined) known.set(key, rate);
    else if (twin.allowedCents !== rate.allowedCents || twin.to !== rate.to) {
      const message = 'the same rate stands on an earlier row with another amount or last day';
      repeated.push(badRow(location, 'contract-rate-repeated', message, 'Keep the row that is right.'));
    }
  }
  const byPayer = new Map<string, ContractRate[]>();
  for (const rate of known.values()) {
    const ofPayer = byPayer.get(rate.payerCode);
    if (ofPayer === undefined) byPayer.set(rate.payerCode, [rate]);
    else ofPayer.push(rate);
  }
  return { byPayer, rows: read.count, findings: [...read.findings, ...strangers.values(), ...repeated] };
}

/** Told at the first row of the payer. */
function unknownPayer(code: string, location: string): Finding {
  const message = `no payer profile has the code ${code}: its rates would count for no claim`;
  return badRow(location, 'contract-payer-unknown', message, 'Correct the code, or make the profile first.');
}
