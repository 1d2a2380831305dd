// The one entry of the workflow bundle (Temporal needs one): every workflow the worker runs.
export { ClaimLifecycle } from './claim-lifecycle.js';
export { InboundFiles } from './inbound-files.js';
export { RemittanceIntake } from './remittance-intake.js';
export { SubmissionBatch } from './submission-batch.js';
