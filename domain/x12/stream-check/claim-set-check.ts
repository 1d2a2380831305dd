import { allBites } from '../../kernel/bites.js';
import type { ClaimNumbers } from '../837p/validate-professional-claims.js';
import { checkProfessionalClaims } from '../837p/validate-professional-claims.js';
import type { ProfessionalClaimEvent } from '../837p/professional-claim-event.js';
import { ProfessionalClaimReader } from '../837p/professional-claim-reader.js';
import type { TransactionReport } from '../file-report.js';
import type { TransactionSetHeading } from '../interchange.js';
import type { LoopInstance } from '../loop-instance.js';
import type { Segment } from '../segment.js';
import { withinRange } from '../sum-within-range.js';
import { TransactionCheck } from '../transaction-check.js';
import type { X12Finding } from '../x12-finding.js';
import { FingerprintSet } from './fingerprint-set.js';
import { detachedFinding } from './detached-finding.js';
import type { SetCheck } from './set-check.js';

/** Checks an 837P run by run, with all the validation has for a whole one. */
export class ClaimSetCheck implements SetCheck {
  readonly #reader: ProfessionalClaimReader;
  readonly #claimNumbers: ClaimNumbers = new FingerprintSet();
  #segmentCount = 0;
  #claimCount = 0;
  #charge = 0;

  constructor(
    private readonly heading: TransactionSetHeading,
    private readonly findings: X12Finding[],
    runSegments?: number,
  ) {
    const take = (event: ProfessionalClaimEvent) => this.#take(event);
    this.#reader = new ProfessionalClaimReader(heading, take, (root) => this.#validate(root), runSegments);
  }

  push(segment: Segment): void {
    this.#segmentCount += 1;
    this.#reader.push(segment);
  }

  finish(byteLength: number): TransactionReport {
    this.#reader.finish(byteLength);
    const { ordinal, transactionId, guideId, controlNumber, byteOffset } = this.heading;
    return {
      ordinal,
      kind: '837P',
      transactionId,
      guideId,
      controlNumber,
      segmentCount: this.#segmentCount,
      byteOffset,
      claimCount: this.#claimCount,
      chargeCents: withinRange(this.#charge),
    };
  }

  settleComponentSeparator(separator: string): void {
    this.#reader.settleComponentSeparator(separator);
  }

  #validate(root: LoopInstance): readonly X12Finding[] {
    const check = new TransactionCheck(this.heading);
    allBites(checkProfessionalClaims(check, root, {}, this.#claimNumbers));
    return check.findings;
  }

  #take(event: ProfessionalClaimEvent): void {
    if (event.kind === 'claim-findings') {
      for (const finding of event.findings) this.findings.push(detachedFinding(finding));
    } else if (event.kind === 'professional-claim') {
      this.#claimCount += 1;
      this.#charge += event.claim.chargeCents;
    }
  }
}
