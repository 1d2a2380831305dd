import { describe, expect, test } from 'vitest';
import { type ClaimCommandKind, claimCommandKinds, claimCommandSchema } from '../../../domain/claim/claim-command.js';
import { type CommandContext, commandRefusal } from '../../../domain/claim/command-refusal.js';
import type { ClaimStage } from '../../../domain/claim/claim-status.js';
import { claimStages } from '../../../domain/claim/claim-stage.js';

const going: CommandContext = { stage: 'coding', onHold: false, parked: null };
const parkedAt = (step: ClaimStage, ...allowedCommands: ClaimCommandKind[]): CommandContext => ({
  ...going,
  stage: step,
  parked: { workItemId: 'wki_1', step, allowedCommands },
});

test('every kind of command is in the list', () => {
  expect(claimCommandSchema.options.map((option) => option.shape.kind.value).toSorted()).toEqual(
    [...claimCommandKinds].toSorted(),
  );
});

describe('a command', () => {
  test('of any kind is refused once the claim is closed', () => {
    for (const kind of claimCommandKinds) {
      expect(commandRefusal({ stage: 'closed', onHold: true, parked: null }, { kind })).toContain('closed');
    }
  });

  test('to hold is taken until the claim has been sent, and once', () => {
    const taken = claimStages.filter((stage) => commandRefusal({ ...going, stage }, { kind: 'hold' }) === null);
    expect(taken).toEqual(['intake', 'eligibility', 'coding', 'scrubbing', 'submission']);
    expect(commandRefusal({ ...going, onHold: true }, { kind: 'hold' })).toContain('already');
  });

  test('to release is taken from a hold only', () => {
    expect(commandRefusal(going, { kind: 'release' })).toContain('not on hold');
    expect(commandRefusal({ ...going, onHold: true }, { kind: 'release' })).toBeNull();
  });

  test('of any other kind needs a claim that waits for a person, and a work item that allows it', () => {
    for (const kind of claimCommandKinds.filter((one) => one !== 'hold' && one !== 'release')) {
      expect(commandRefusal(going, { kind })).toContain('goes on by itself');
      expect(commandRefusal(parkedAt('scrubbing', kind), { kind })).toBeNull();
      const other = kind === 'void' ? 'resubmit' : 'void';
      expect(commandRefusal(parkedAt('scrubbing', other), { kind })).toBe(`this work item allows ${other}`);
    }
  });
});

test.each([
  [{ kind: 'void' }, 'no reason'],
  [{ kind: 'void', reason: ' x ' }, 'a reason too short'],
  [{ kind: 'void', reason: 'x'.repeat(501) }, 'a reason too long'],
  [{ kind: 'override', reason: 'because', editIds: [] }, 'nothing to override'],
  [{ kind: 'correct', reason: 'because' }, 'no correction'],
  [{ kind: 'appeal', reason: 'because' }, 'an unknown kind'],
])('%j is no command: %s', (command, _why) => {
  expect(claimCommandSchema.safeParse(command).success).toBe(false);
});
