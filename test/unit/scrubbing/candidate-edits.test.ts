import { expect, it } from 'vitest';
import { candidateEdits } from '../../../domain/scrubbing/candidate-edits.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';

it('candidate rules are those in force with the named edits blocking or left out', () => {
  const result = candidateEdits({ block: ['complexity-add-on-with-25'], without: ['note-missing'] });
  const edits = result.ok ? result.value : [];
  expect(edits).toHaveLength(scrubEdits.length - 1);
  expect(edits.find((edit) => edit.id === 'complexity-add-on-with-25')?.severity).toBe('blocking');
  expect(edits.some((edit) => edit.id === 'note-missing')).toBe(false);
});

it('an edit that does not exist is an error that names it', () => {
  expect(candidateEdits({ block: ['no-such-edit'], without: [] })).toEqual({
    ok: false,
    error: 'there is no edit no-such-edit',
  });
});
