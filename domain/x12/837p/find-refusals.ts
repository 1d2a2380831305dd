import { readInterchanges } from '../read-interchanges.js';
import { readLoops } from '../read-loops.js';
import type { ValidationOptions } from '../validation-options.js';
import type { Envelope } from '../write-interchange.js';
import type { X12Finding } from '../x12-finding.js';
import { claimSpanAt, claimSpans } from './claim-spans.js';
import type { ProfessionalClaimBatch } from './professional-claim-batch.js';
import { professionalClaimGuide } from './professional-claim-guide.js';
import { validateProfessionalClaims } from './validate-professional-claims.js';
import { writeProfessionalClaimBatch } from './write-professional-claim-batch.js';

/**
 * What a receiver would refuse of a batch that is about to be sent, at all SNIP levels: the errors of each claim, by its
 * place in the batch (from 0). An error of a level above, such as the billing provider's, is one of each claim below.
 * The batch is written and read back, so what is checked is what would leave.
 */
export function findRefusals(
  batch: ProfessionalClaimBatch,
  envelope: Envelope,
  options: Omit<ValidationOptions, 'root' | 'advice'> = {},
): ReadonlyMap<number, readonly X12Finding[]> {
  const { interchanges, findings: envelopeFindings } = readInterchanges(writeProfessionalClaimBatch(batch, envelope));
  const refusals = new Map<number, X12Finding[]>();
  for (const set of interchanges.flatMap((one) => one.groups).flatMap((group) => group.transactionSets)) {
    const { root, findings } = readLoops(professionalClaimGuide, set);
    const spans = claimSpans(root);
    const meant = validateProfessionalClaims(set, { ...options, root });
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
