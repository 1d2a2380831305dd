import type { VisitInput } from '../../domain/visit/visit.js';
import { chunksOf } from './chunks-of.js';
import { postVisits, type VisitApi, type VisitResult } from './visit-api.js';

export interface PostOptions {
  readonly api: VisitApi;
  readonly visits: readonly VisitInput[];
  readonly chunkSize: number;
  readonly stop: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

/** Posts any number of visits, chunk after chunk; the results are in the order of the visits. */
export async function postInChunks({ api, visits, chunkSize, stop, onProgress }: PostOptions): Promise<VisitResult[]> {
  const results: VisitResult[] = [];
  for (const chunk of chunksOf(visits, chunkSize)) {
    results.push(...(await postVisits(api, chunk, stop)));
    onProgress?.(results.length, visits.length);
  }
  return results;
}
