import { ControlNumberBlocks } from '../db/control-number-blocks.js';
import type { ClaimActivities, ClaimInquiryActivities } from './claim-activities.js';
import { createAssembleSubmission } from './assemble-submission.js';
import { createCarryOutCommand } from './carry-out-command.js';
import { createCheckDeadline } from './check-deadline.js';
import { createCloseClaim } from './close-claim.js';
import { createCodeClaim } from './code-claim.js';
import { createDecideAfterRemittance } from './decide-after-remittance.js';
import type {
  InboundBookActivities,
  InboundTransferActivities,
  SubmissionBookActivities,
  SubmissionTransferActivities,
} from './exchange-activities.js';
import { createFetchInboundFiles } from './fetch-inbound-files.js';
import { createInquireClaimStatus } from './inquire-claim-status.js';
import { createOpenSubmissionItem } from './open-submission-item.js';
import { createParkFailedStep, createParkRejectedClaim } from './park-claim.js';
import type { ActivityDeps } from './ports.js';
import { createPostRemittance } from './post-remittance.js';
import { createProveRemittances } from './prove-remittances.js';
import { createQueueForSubmission } from './queue-for-submission.js';
import { createReportLateRemittance } from './report-late-remittance.js';
import { createReportInboundFault } from './report-inbound-fault.js';
import { createResolveByNews } from './resolve-by-news.js';
import { createRouteInboundFiles } from './route-inbound-files.js';
import { createScrubClaim } from './scrub-claim.js';
import { createSettleSubmission } from './settle-submission.js';
import { createUploadSubmission } from './upload-submission.js';
import { createVerifyEligibility } from './verify-eligibility.js';

export type BookActivities = ClaimActivities & SubmissionBookActivities & InboundBookActivities;
export type TransferActivities = ClaimInquiryActivities & SubmissionTransferActivities & InboundTransferActivities;

/** Activities on our own database, for the claims task queue. */
export function createBookActivities(deps: ActivityDeps): BookActivities {
  return {
    codeClaim: createCodeClaim(deps),
    scrubClaim: createScrubClaim(deps),
    queueForSubmission: createQueueForSubmission(deps),
    checkDeadline: createCheckDeadline(deps),
    decideAfterRemittance: createDecideAfterRemittance(deps),
    carryOutCommand: createCarryOutCommand(deps),
    parkRejectedClaim: createParkRejectedClaim(deps),
    parkFailedStep: createParkFailedStep(deps),
    resolveByNews: createResolveByNews(deps),
    closeClaim: createCloseClaim(deps),
    reportLateRemittance: createReportLateRemittance(deps),
    assembleSubmission: createAssembleSubmission(deps),
    openSubmissionItem: createOpenSubmissionItem(deps),
    routeInboundFiles: createRouteInboundFiles(deps),
    proveRemittances: createProveRemittances(deps),
    postRemittance: createPostRemittance(deps),
    reportInboundFault: createReportInboundFault(deps),
  };
}

/** Activities that talk to the clearinghouse, for its own task queue. */
export function createTransferActivities(deps: ActivityDeps): TransferActivities {
  const numbers = new ControlNumberBlocks(deps.db);
  return {
    verifyEligibility: createVerifyEligibility(deps, numbers),
    inquireClaimStatus: createInquireClaimStatus(deps, numbers),
    uploadSubmission: createUploadSubmission(deps),
    settleSubmission: createSettleSubmission(deps, numbers),
    fetchInboundFiles: createFetchInboundFiles(deps),
  };
}
