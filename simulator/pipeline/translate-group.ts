import type { ProfessionalClaimBatch } from '../../domain/x12/837p/professional-claim-batch.js';
import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import type { FunctionalGroup, Interchange, TransactionSet } from '../../domain/x12/interchange.js';
import { hasErrors, type X12Finding } from '../../domain/x12/x12-finding.js';
import { payerPolicy } from '../payers/payer-policies.js';

/** A transaction set as the translator sees it: what it holds, what is wrong with it. */
export interface TranslatedSet {
  readonly transactionSet: TransactionSet;
  readonly batch: ProfessionalClaimBatch;
  readonly findings: readonly X12Finding[];
  readonly isRejected: boolean;
}

/** Reads and checks each 837P of a group; sets with errors are rejected as a whole, warnings go along. */
export function translateGroup(
  interchange: Interchange,
  group: FunctionalGroup,
  envelopeFindings: readonly X12Finding[],
  isKnownSubmitter: (payerId: string) => boolean,
): TranslatedSet[] {
  return group.transactionSets.map((transactionSet) => {
    const { value: batch, findings: own } = readProfessionalClaimBatch(transactionSet);
    const around = envelopeFindings.filter(
      (finding) =>
        finding.interchange === interchange.ordinal &&
        finding.group === group.ordinal &&
        finding.transaction === transactionSet.ordinal,
    );
    const setUp = rejectUnknownSubmitter(transactionSet, batch, isKnownSubmitter);
    const findings = [...around, ...own, ...setUp];
    return { transactionSet, batch, findings, isRejected: hasErrors(findings) };
  });
}

/** Some payers' translators turn back everything from a submitter until they have set it up: the first file is lost. */
function rejectUnknownSubmitter(
  transactionSet: TransactionSet,
  batch: ProfessionalClaimBatch,
  isKnownSubmitter: (payerId: string) => boolean,
): X12Finding[] {
  const payerIds = batch.billingProviders.flatMap(({ claims }) => claims.map((claim) => claim.payer.identifier.value));
  const isRefused = payerIds.some((payerId) => payerPolicy(payerId)?.rejectsFirstFile && !isKnownSubmitter(payerId));
  const submitter = transactionSet.segments.find((segment) => segment.id === 'NM1');
  if (!isRefused || submitter === undefined) return [];
  return [
    {
      code: 'invalid-code',
      severity: 'error',
      message: 'The translator of this payer does not know the submitter yet; send the file again.',
      interchange: transactionSet.interchangeOrdinal,
      group: transactionSet.groupOrdinal,
      transaction: transactionSet.ordinal,
      segmentPosition: submitter.position,
      segmentId: 'NM1',
      loop: '1000A',
      element: 9,
      byteOffset: submitter.byteOffset,
      segmentErrorCode: '8',
      elementErrorCode: '7',
      elementReference: '67',
      transactionErrorCode: '5',
    },
  ];
}
