import { expect, test } from 'vitest';
import { claimCommandKinds } from '../../../domain/claim/claim-command.js';
import { claimStages } from '../../../domain/claim/claim-stage.js';
import { stepAfterCommand, workItemKinds, workItemPolicies } from '../../../domain/claim/work-item.js';

test('every command that a work item allows leads to a step', () => {
  for (const kind of workItemKinds) {
    for (const command of workItemPolicies[kind].allowedCommands) {
      expect(claimCommandKinds).toContain(command);
      for (const stage of claimStages) expect(claimStages).toContain(stepAfterCommand(stage, command));
    }
  }
});

test('every work item has an owner and a deadline', () => {
  for (const kind of workItemKinds) {
    expect(['biller', 'coder', 'engineer', 'manager']).toContain(workItemPolicies[kind].owner);
    expect(workItemPolicies[kind].dueDays).toBeGreaterThan(0);
  }
});

test.each([
  ['correct', 'eligibility', 'eligibility'],
  ['correct', 'scrubbing', 'coding'],
  ['correct', 'adjudication', 'coding'],
  ['override', 'eligibility', 'coding'],
  ['override', 'scrubbing', 'scrubbing'],
  ['retry_step', 'coding', 'coding'],
  ['resubmit', 'adjudication', 'scrubbing'],
  ['void', 'scrubbing', 'closed'],
  ['write_off', 'adjudication', 'closed'],
  ['bill_patient', 'eligibility', 'coding'],
  ['bill_patient', 'scrubbing', 'closed'],
  ['bill_patient', 'adjudication', 'closed'],
] as const)('after %s at %s comes %s', (command, parkedAt, next) => {
  expect(stepAfterCommand(parkedAt, command)).toBe(next);
});

test('what was rejected or denied can not be retried as it is, and a failed step can not be sent again', () => {
  expect(workItemPolicies.payer_rejected.allowedCommands).not.toContain('retry_step');
  expect(workItemPolicies.denied.allowedCommands).not.toContain('retry_step');
  expect(workItemPolicies.step_failed.allowedCommands).not.toContain('resubmit');
});

test('a question of coding is answered by a coder, not by billing the patient', () => {
  expect(workItemPolicies.coding_question.allowedCommands).not.toContain('bill_patient');
});

test('a file of unknown fate leaves a person nothing to press: it is settled by asking', () => {
  expect(workItemPolicies.submission_unknown.allowedCommands).toEqual([]);
});
