import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimSpanAt, claimSpans } from '../../domain/x12/837p/claim-spans.js';
import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { testEnvelope } from '../builders/x12-envelope.js';

test('a batch that is printed and read back is the same batch, and its guide finds nothing wrong', () => {
  fc.assert(
    fc.property(professionalClaimBatches(4, 4), (batch) => {
      const file = readInterchanges(writeProfessionalClaimBatch(batch, testEnvelope));
      const set = file.interchanges[0]?.groups[0]?.transactionSets[0];
      expect(file.findings).toEqual([]);
      expect(set).toBeDefined();
      if (set === undefined) return;
      const reading = readProfessionalClaimBatch(set);
      expect(reading.findings).toEqual([]);
      expect(reading.value).toEqual(batch);
      const spans = claimSpans(reading.root);
      const claims = batch.billingProviders.flatMap((provider) => provider.claims);
      const numbers = [...set.segments].flatMap((segment) => {
        if (segment.id !== 'CLM') return [];
        const span = claimSpanAt(spans, segment.position);
        return claims.slice(span?.fromClaim, span?.toClaim).map((claim) => claim.patientControlNumber);
      });
      expect(numbers).toEqual(claims.map((claim) => claim.patientControlNumber));
    }),
    { numRuns: 60 },
  );
}, 60_000);
