import type { Finding } from '../kernel/finding.js';
import { acceptedOrRejected, rejectionStatuses } from '../x12/277ca/accepted-or-rejected.js';
import type { AcknowledgementStatus, ClaimAcknowledgement } from '../x12/277ca/claim-acknowledgement.js';
import { rejectionReasons } from './rejection-cause.js';

/** Rejections of a whole batch (2200B) or provider (2200C) that name no claim: nobody's claim comes back by them, so a person must look. */
export function rejectionsWithoutClaims(acknowledgement: ClaimAcknowledgement): Finding[] {
  const { batch, providers } = acknowledgement;
  const hasClaims = providers.some((provider) => provider.claims.length > 0);
  return [
    ...(hasClaims ? [] : rejectionFinding('batch', '2200B STC', batch.statuses)),
    ...providers
      .filter((provider) => provider.claims.length === 0)
      .flatMap((provider) => rejectionFinding('billing provider', '2200C STC', provider.statuses)),
  ];
}

function rejectionFinding(
  what: 'batch' | 'billing provider',
  location: string,
  statuses: readonly AcknowledgementStatus[],
): Finding[] {
  const level = { statuses, lines: [] };
  if (acceptedOrRejected(level) !== 'rejected') return [];
  return [
    {
      code: 'rejected-without-claims',
      severity: 'error',
      message: `a whole ${what} was rejected, and no claim of it is named: ${rejectionReasons(rejectionStatuses(level))}`,
      location,
      remedy: 'Find the file by its date, put right what is named, and send its claims again.',
    },
  ];
}
