import { claimStateQuery } from '../../workflows/messages.js';
import { claimWorkflowId, inboundFilesWorkflowId, submissionBatchWorkflowId } from '../../workflows/workflow-ids.js';
import { type StorySketch, storyVisit } from '../builders/story-visit.js';
import type { ClaimWorld } from '../support/claim-world.js';
import { eventually } from '../support/eventually.js';
import { StoryClaim } from '../support/story-claim.js';

/** A workflow whose history belongs into the corpus, and under which name. */
export type RecordedWorkflow = { readonly name: string; readonly workflowId: string; readonly runId?: string };

const reason = 'as the record says';

type Story = { readonly sketch?: StorySketch; readonly act?: (claim: StoryClaim) => Promise<unknown> };

const noConsent: StorySketch = { payer: 'ny-medicaid', telehealthConsent: false };

/** The ways of a claim, each to its end. */
const claimStories: Readonly<Record<string, Story>> = {
  'claim-clean-paid': {},
  'claim-self-pay': { sketch: { coverages: [] } },
  'claim-deductible': { sketch: { member: 'SIMDED' } },
  'claim-paid-early': { sketch: { member: 'SIMEAR', payer: 'liberty-advantage' } },
  'claim-wrong-modifier-cured': {
    sketch: { payer: 'il-medicaid', patientLocation: { setting: 'home', state: 'IL' } },
  },
  'claim-wrong-place-cured': { sketch: { payer: 'cobalt-mutual' } },
  'claim-file-rejected-sent-again': { sketch: { payer: 'granite-tpa' } },
  'claim-silent-asked-paid': { sketch: { member: 'SIMSIL', payer: 'prairie-blue' } },
  'claim-denied-written-off': {
    sketch: { member: 'SIMDEN' },
    act: async (claim) => {
      await claim.parked('denied');
      await claim.command({ kind: 'write_off', reason });
    },
  },
  'claim-denied-resubmitted-billed': {
    sketch: { member: 'SIMDEN', payer: 'unity-care' },
    act: async (claim) => {
      await claim.parked('denied');
      await claim.command({ kind: 'resubmit', reason });
      await claim.until('it was denied again', (row) => row.cycle === 2 && row.attention !== 'none');
      await claim.parked('denied');
      await claim.command({ kind: 'bill_patient', reason });
    },
  },
  'claim-rejected-corrected-paid': {
    sketch: { member: 'SIMREJ' },
    act: async (claim) => {
      await claim.parked('payer_rejected');
      await claim.correct({ memberId: 'W500600700' });
    },
  },
  'claim-inactive-corrected-paid': {
    sketch: { member: 'SIMINA' },
    act: async (claim) => {
      await claim.parked('coverage_not_active');
      await claim.correct({ memberId: 'W500600701' });
    },
  },
  'claim-held-released-paid': {
    sketch: noConsent,
    act: async (claim) => {
      await claim.parked('scrub_blocked');
      await claim.command({ kind: 'hold', reason });
      await claim.correct({ telehealthConsent: true });
      await eventually('it waits for its release', async () => {
        return (await claim.handle().query(claimStateQuery)).waitsFor.kind === 'release_of_hold';
      });
      await claim.command({ kind: 'release', reason });
    },
  },
  'claim-retried-refused-overridden-paid': {
    sketch: noConsent,
    act: async (claim) => {
      const first = await claim.parked('scrub_blocked');
      await claim.command({ kind: 'resubmit', reason });
      await claim.command({ kind: 'correct', correctionId: 'cor_none', reason });
      await claim.command({ kind: 'retry_step', reason });
      await claim.until('it is blocked again', async () => {
        return (await claim.items()).some((item) => item.id !== first.id && item.resolved_at === null);
      });
      await claim.parked('scrub_blocked');
      await claim.command({ kind: 'override', editIds: ['telehealth-consent-missing'], reason });
    },
  },
};

/** Lives through all stories at once and names the workflows that did it: the claims' own, and those that carried their files. */
export async function recordedStories(world: ClaimWorld): Promise<RecordedWorkflow[]> {
  const claims = await Promise.all(
    Object.entries(claimStories).map(async ([name, { sketch, act }]) => {
      const claim = await StoryClaim.begin(world, storyVisit(name, sketch));
      await act?.(claim);
      await claim.closed();
      await claim.handle().result();
      return { name, workflowId: claimWorkflowId(claim.id) };
    }),
  );
  const batch = { name: 'submission-batch', workflowId: submissionBatchWorkflowId(world.practiceId, 'summit-health') };
  const inbound = await longest(world, 'InboundFiles', inboundFilesWorkflowId(world.practiceId));
  const intake = await longest(world, 'RemittanceIntake', 'remittance-intake:');
  return [...claims, batch, { name: 'inbound-files', ...inbound }, { name: 'remittance-intake', ...intake }];
}

/** The finished workflow of a type that did the most: a look into the mailbox that found nothing tells little. */
async function longest(
  world: ClaimWorld,
  type: string,
  idPrefix: string,
): Promise<{ workflowId: string; runId: string }> {
  let found: { workflowId: string; runId: string; length: number } | undefined;
  const query = `WorkflowType = '${type}' and ExecutionStatus = 'Completed'`;
  for await (const { workflowId, runId, historyLength } of world.client.workflow.list({ query })) {
    if (!workflowId.startsWith(idPrefix) || historyLength <= (found?.length ?? 0)) continue;
    found = { workflowId, runId, length: historyLength };
  }
  if (found === undefined) throw new Error(`no finished ${type} is visible`);
  return { workflowId: found.workflowId, runId: found.runId };
}
