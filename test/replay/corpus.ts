import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { openKeyRing } from '../../gateways/encryption/key-ring.js';
import { createDataConverter } from '../../worker/data-converter.js';

/** Histories of real runs, one folder a version of the product; what was released once stays for as long as its claims may be open. */
export const historiesFolder = fileURLToPath(new URL('histories/', import.meta.url));

/** The key ring of the corpus: it opens made-up claims and nothing else. */
export const corpusKeyRingFile = fileURLToPath(new URL('keys.json', import.meta.url));

/** Payloads are bound to the namespace they were encrypted in. */
export const corpusNamespace = 'recorded';

export async function corpusDataConverter(): Promise<DataConverter> {
  return createDataConverter(await openKeyRing({ file: corpusKeyRingFile }), corpusNamespace);
}

/** One recorded workflow: `0.1.0/claim-clean-paid` with its history as JSON. */
export type RecordedHistory = { readonly workflowId: string; readonly history: unknown };

export function readCorpus(): RecordedHistory[] {
  return readdirSync(historiesFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({
      workflowId: name.replaceAll('\\', '/').replace(/\.json$/, ''),
      history: JSON.parse(readFileSync(join(historiesFolder, name), 'utf8')),
    }));
}
