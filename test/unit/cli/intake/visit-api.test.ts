import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { generateVisits } from '../../../../cli/demonstration/generate-visits.js';
import { postInChunks } from '../../../../cli/intake/post-in-chunks.js';
import { postVisits, VisitApiError } from '../../../../cli/intake/visit-api.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';

const visits = generateVisits({ seed: 'api', count: 5, today: plainDate('2026-03-01') }).map(({ visit }) => visit);
const stop = new AbortController().signal;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Answers a batch as the API does, the last item first. */
function answered(count: number): string {
  const items = Array.from({ length: count }, (_, index) => ({
    index,
    outcome: 'created',
    claimId: `clm_${index}`,
    warnings: [],
    errors: [],
  }));
  return JSON.stringify({ items: items.reverse() });
}

const answerAll: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const batch: unknown = JSON.parse(Buffer.concat(chunks).toString());
    response.end(answered(Array.isArray(batch) ? batch.length : 0));
  });
};

test('answers come in the order of the visits, over all chunks, with progress', async () => {
  const progress: number[] = [];
  const results = await postInChunks({
    api: { url: await serve(answerAll), key: 'tck_x' },
    visits,
    chunkSize: 2,
    stop,
    onProgress: (done) => progress.push(done),
  });
  expect(results.map((result) => result.index)).toEqual([0, 1, 0, 1, 0]);
  expect(progress).toEqual([2, 4, 5]);
});

test('a key that is refused is told in the words of the API, and not tried again', async () => {
  let requests = 0;
  const url = await serve((_request, response) => {
    requests += 1;
    response.statusCode = 401;
    response.end(JSON.stringify({ title: 'The caller is not known', detail: 'Check the key.' }));
  });
  const failure = postVisits({ url, key: 'tck_x' }, visits, stop);
  await expect(failure).rejects.toThrow('the API answered 401: The caller is not known. Check the key.');
  await expect(failure).rejects.toBeInstanceOf(VisitApiError);
  expect(requests).toBe(1);
});

test('an API that is being restarted is tried again', async () => {
  let requests = 0;
  const url = await serve((request, response) => {
    requests += 1;
    if (requests === 1) request.socket.destroy();
    else answerAll(request, response);
  });
  expect(await postVisits({ url, key: 'tck_x' }, visits, stop)).toHaveLength(5);
  expect(requests).toBe(2);
});

test('an answer that leaves visits out is a fault', async () => {
  const url = await serve((_request, response) => response.end(answered(4)));
  await expect(postVisits({ url, key: 'tck_x' }, visits, stop)).rejects.toThrow('answered for 4 of 5 visits');
});
