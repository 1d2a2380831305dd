import { sha256Hex } from '../db/new-id.js';
import { readRemittanceAdvice } from '../domain/x12/835/read-remittance-advice.js';
import type { RemittanceAdvice } from '../domain/x12/835/remittance-advice.js';
import type { Finding } from '../domain/kernel/finding.js';
import { findingOf } from '../domain/x12/finding-of.js';
import { readInterchanges } from '../domain/x12/read-interchanges.js';

/** One 835 of a file: its place, the hash of its own bytes (ST to SE), and what it says. */
export type RemittanceOfFile = {
  readonly ordinal: number;
  readonly contentSha256: string;
  readonly advice: RemittanceAdvice;
  readonly findings: readonly Finding[];
};

/** Reads every 835 of a stored file, in order. The raw file stays the truth: it is read again whenever it is needed. */
export function remittancesOfFile(content: Uint8Array): RemittanceOfFile[] {
  return readInterchanges(content)
    .interchanges.flatMap((interchange) => interchange.groups)
    .flatMap((group) => group.transactionSets)
    .filter((set) => set.transactionId === '835')
    .map((set, index) => {
      const { value, findings } = readRemittanceAdvice(set);
      const bytes = content.subarray(set.byteOffset, set.byteOffset + set.byteLength);
      return { ordinal: index + 1, contentSha256: sha256Hex(bytes), advice: value, findings: findings.map(findingOf) };
    });
}
