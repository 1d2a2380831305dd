import type { ClaimCommandKind } from './claim-command.js';
import { claimStages } from './claim-stage.js';
import type { ClaimStage } from './claim-status.js';

// Runs in every claim's workflow, so nothing here may load the schemas' library.

/** Why a claim waits for a person, and what that person may do. */
export type ParkedClaim = {
  readonly workItemId: string;
  readonly step: ClaimStage;
  readonly allowedCommands: readonly ClaimCommandKind[];
};

/** What a command is judged against: the claim's place, its hold, and the work item it waits on, if any. */
export type CommandContext = {
  readonly stage: ClaimStage;
  readonly onHold: boolean;
  readonly parked: ParkedClaim | null;
};

/** Says in plain words why a command can't be carried out now, or null when it can. Pure and synchronous: update validators call it. */
export function commandRefusal(context: CommandContext, command: { readonly kind: ClaimCommandKind }): string | null {
  if (context.stage === 'closed') return 'the claim is closed; nothing more can be done with it';
  switch (command.kind) {
    case 'hold':
      return context.onHold ? 'the claim is on hold already' : holdRefusal(context.stage);
    case 'release':
      return context.onHold ? null : 'the claim is not on hold';
    case 'resubmit':
    case 'correct':
    case 'override':
    case 'void':
    case 'write_off':
    case 'bill_patient':
    case 'retry_step':
      return parkedRefusal(context, command.kind);
  }
}

function holdRefusal(stage: ClaimStage): string | null {
  return claimStages.indexOf(stage) <= claimStages.indexOf('submission')
    ? null
    : 'the claim has been sent; a hold can only stop what has not left yet';
}

function parkedRefusal(context: CommandContext, kind: ClaimCommandKind): string | null {
  if (context.parked === null) return 'the claim goes on by itself; it does not wait for a person now';
  if (context.parked.allowedCommands.includes(kind)) return null;
  return `this work item allows ${context.parked.allowedCommands.join(', ')}`;
}
