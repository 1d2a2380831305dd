import { readFileSync } from 'node:fs';
import { DefaultLogger, makeTelemetryFilterString, type ReplayResult, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';
import { services } from '../support/services.js';
import { corpusDataConverter, type RecordedHistory, readCorpus } from './corpus.js';

beforeAll(() => {
  // The second half breaks workflows on purpose; what the SDK says of it is expected.
  const filter = makeTelemetryFilterString({ core: 'ERROR' });
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
});

async function replay(code: string, histories: readonly RecordedHistory[]): Promise<ReplayResult[]> {
  const options = { workflowBundle: { code }, dataConverter: await corpusDataConverter() };
  const results: ReplayResult[] = [];
  for await (const result of Worker.runReplayHistories(options, histories)) results.push(result);
  return results;
}

const bundle = () => readFileSync(services().workflowBundleFile, 'utf8');
const failed = (results: readonly ReplayResult[]) => results.filter((result) => result.error !== undefined);

test('the corpus holds every way a claim, a file and a remittance went', () => {
  const names = new Set(readCorpus().map((recorded) => recorded.workflowId.split('/').at(-1)));
  for (const name of [
    'claim-clean-paid',
    'claim-wrong-modifier-cured',
    'claim-denied-written-off',
    'claim-rejected-corrected-paid',
    'claim-silent-asked-paid',
    'claim-held-released-paid',
    'claim-file-rejected-sent-again',
    'submission-batch',
    'inbound-files',
    'remittance-intake',
  ]) {
    expect(names).toContain(name);
  }
});

test('the workflows of today go on with every history that was ever recorded', async () => {
  const corpus = readCorpus();
  const results = await replay(bundle(), corpus);
  expect(results).toHaveLength(corpus.length);
  expect(failed(results).map((result) => `${result.workflowId}: ${result.error?.message}`)).toEqual([]);
});

test.each([
  ['a local step in place of another', 'claim-', 'book.scrubClaim(', 'book.codeClaim('],
  ['an inquiry in place of another', 'claim-', 'clearinghouse.verifyEligibility(', 'clearinghouse.inquireClaimStatus('],
  [
    'a file sent without being made',
    'submission-batch',
    'clearinghouse.uploadSubmission(',
    'clearinghouse.settleSubmission(',
  ],
  [
    'files read before they are fetched',
    'inbound-files',
    'clearinghouse.fetchInboundFiles(',
    'book.routeInboundFiles(',
  ],
  ['a remittance posted before it is proved', 'remittance-intake', 'book.proveRemittances(', 'book.postRemittance('],
])('a changed order of steps is found: %s', async (_, prefix, step, other) => {
  const code = bundle();
  const changed = code.replaceAll(step, other);
  expect(changed).not.toBe(code);
  const concerned = readCorpus().filter((recorded) => recorded.workflowId.includes(`/${prefix}`));
  expect(concerned.length).toBeGreaterThan(0);
  expect(failed(await replay(changed, concerned))).toHaveLength(concerned.length);
});
