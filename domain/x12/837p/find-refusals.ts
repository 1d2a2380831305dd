import type { Bites } from '../../kernel/bites.js';
import type { TransactionSet } from '../interchange.js';
import { readInterchangeBites } from '../read-interchange-bites.js';
import { type LoopReading, LoopReader } from '../read-loops.js';
import type { ValidationOptions } from '../validation-options.js';
import type { Envelope } from '../write-interchange.js';
import type { X12Finding } from '../x12-finding.js';
import { claimSpanAt, claimSpans } from './claim-spans.js';
import type { ProfessionalClaimBatch } from './professional-claim-batch.js';
import { professionalClaimGuide } from './professional-claim-guide.js';
import { validateProfessionalClaimBites } from './validate-professional-claims.js';
import { writeProfessionalClaimBatchBites } from './write-professional-claim-batch.js';

/** What a receiver would refuse of a batch: the errors of each claim that has some, by its place in the batch (from 0). */
export type Refusals = ReadonlyMap<number, readonly X12Finding[]>;

/**
 * What a receiver would refuse of a batch that is about to be sent, at all SNIP levels. An error of a level above, such
 * as the billing provider's, is one of each claim below. The batch is written and read back, so what is checked is what
 * would leave. A batch of 5,000 claims takes a second: hence in bites.
 */
export function* findRefusals(
  batch: ProfessionalClaimBatch,
  envelope: Envelope,
  options: Omit<ValidationOptions, 'root' | 'advice'> = {},
): Bites<Refusals> {
  const text = yield* writeProfessionalClaimBatchBites(batch, envelope);
  const { interchanges, findings: envelopeFindings } = yield* readInterchangeBites(text);
  const refusals = new Map<number, X12Finding[]>();
  for (const set of interchanges.flatMap((one) => one.groups).flatMap((group) => group.transactionSets)) {
    const { root, findings } = yield* readLoopBites(set);
    const spans = claimSpans(root);
    const meant = yield* validateProfessionalClaimBites(set, { ...options, root });
    for (const finding of [...envelopeFindings, ...findings, ...meant]) {
      if (finding.severity !== 'error') continue;
      const span = claimSpanAt(spans, finding.segmentPosition);
      for (let claim = span?.fromClaim ?? 0; claim < (span?.toClaim ?? 0); claim += 1) {
        const known = refusals.get(claim);
        if (known === undefined) refusals.set(claim, [finding]);
        else known.push(finding);
      }
    }
  }
  return refusals;
}

const segmentsInBite = 2_000;

function* readLoopBites(set: TransactionSet): Bites<LoopReading> {
  const reader = new LoopReader(professionalClaimGuide, set);
  for (const segment of set.segments) {
    reader.push(segment);
    if (segment.position % segmentsInBite === 0) yield;
  }
  return reader.finish();
}
