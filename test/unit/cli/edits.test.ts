import { expect, test } from 'vitest';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';
import { runCommand } from '../../support/run-command.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const run = (...words: string[]) => runCommand(temporaryFolder(), 'edits', ...words);

test('the list holds the edits of the family, severity and payer class asked for, as text and as JSON', async () => {
  const { stdout, exitCode } = await run(
    'list',
    '--family',
    'money',
    '--severity',
    'blocking',
    '--payer-class',
    'medicaid',
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain('charge-zero');
  expect(stdout).not.toContain('qualified-beneficiary-paid');
  const asJson = JSON.parse((await run('list', '--payer-class', 'medicare', '--json')).stdout);
  const held = scrubEdits.filter((edit) => edit.payerClasses?.includes('medicare') ?? true);
  expect(asJson).toHaveLength(held.length);
});

test('an edit is shown with its source and its example, and an unknown one is a mistake of the caller', async () => {
  const shown = await run('show', 'two-modality-modifiers');
  expect(shown.stdout).toContain('fails     claim.lines[0].modifiers: ["95","GT"]');
  expect(shown.stdout).toContain('fix       by itself');
  expect(shown.stdout).toContain('source    CPT modifiers 93 and 95');
  const unknown = await run('show', 'no-such-edit');
  expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
  expect(unknown.stderr).toContain('`teleclaim edits list` shows all of them');
});
