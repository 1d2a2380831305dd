import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aPracticeRule } from '../builders/practice-rules.js';
import { aPayer } from '../builders/rules.js';
import { someFacts } from '../builders/visit-facts.js';
import { runCommand } from '../support/run-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const timeout = 60_000;
const lineSchema = z
  .object({ index: z.int(), line: z.int().nullable(), outcome: z.enum(['answered', 'refused']) })
  .loose();

function linesOf(stdout: string): z.infer<typeof lineSchema>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

/** Files of facts in a folder of their own. */
function filesOf(contents: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('teleclaim decide', () => {
  test('answers without a database, in words, and ends with 0 when the visit is allowed', { timeout }, async () => {
    const folder = filesOf({ 'visit.json': JSON.stringify(someFacts({ id: 'ours' })) });
    const { exitCode, stdout, stderr } = await runCommand(folder, 'decide', join(folder, 'visit.json'));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/visit\.json \(ours\): allowed\n {2}payer +Medicare Part B/);
    expect(stdout).toMatch(/bill +99213\n {2}place of service +10\n/);
    expect(stdout).toMatch(/├─ visit-level\n/);
    expect(exitCode).toBe(0);
  });

  test('answers each item of a folder; a bad one stops none and makes the end 1', { timeout }, async () => {
    const folder = filesOf({
      'a/visits.ndjson': `${JSON.stringify(someFacts())}\n{"oops"\n${JSON.stringify(someFacts({ modality: 'audio_only' }))}\n`,
      'b.json': JSON.stringify([someFacts(), { ...someFacts(), memberId: 'X1' }]),
    });
    const { exitCode, stdout } = await runCommand(folder, 'decide', folder, '--json');
    expect(linesOf(stdout)).toMatchObject([
      { index: 0, line: 1, outcome: 'answered', decision: 'allowed', codes: [{ code: '99213' }] },
      { index: 1, line: 2, outcome: 'refused', errors: [{ code: 'malformed-json' }] },
      { index: 2, line: 3, outcome: 'answered', decision: 'needs_facts', missingFacts: [{ path: 'audioOnlyReason' }] },
      { index: 0, line: null, outcome: 'answered' },
      { index: 1, outcome: 'refused', errors: [{ code: 'unknown-field', location: 'memberId' }] },
    ]);
    expect(stdout).not.toContain('X1');
    expect(exitCode).toBe(1);
  });

  test('prints the form of the facts as JSON Schema', { timeout }, async () => {
    const { exitCode, stdout } = await runCommand(temporaryFolder(), 'decide', '--schema');
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { modality: {} },
    });
    expect(exitCode).toBe(0);
  });

  test('answers by payers, rules and tables of CMS that are given', { timeout }, async () => {
    const payer = { ...aPayer('summit-health'), placeOfService: 'always_02', source: 'the plan’s letter' };
    const therapy = { totalMinutes: 45, diagnoses: ['F411'], procedures: [{ code: '90834' }, { code: '90785' }] };
    const folder = filesOf({
      'facts/visits.json': JSON.stringify([
        someFacts({ payer: { code: 'summit-health' } }),
        someFacts({ payer: { code: 'summit-health' }, modality: 'audio_only', audioOnlyReason: 'patient_no_device' }),
        someFacts({ payer: { code: 'summit-health' }, ...therapy }),
        someFacts({ payer: { code: 'medicare' }, procedures: [{ code: '99213', units: 1 }] }),
      ]),
      'payers/summit.json': JSON.stringify(payer),
      'rules.json': JSON.stringify([aPracticeRule()]),
      'pairs.txt': '90834\t90785\t\t20200101\t*\t0\tours\n99213\t36415\t\t20200101\t*\t0\tours\n',
      'mue.csv': '99213,0,2 Date of Service Edit: Policy,ours\n',
    });
    const given = (name: string) => join(folder, name);
    const { exitCode, stdout, stderr } = await runCommand(
      folder,
      ...['decide', given('facts'), '--json', '--payers', given('payers'), '--rules', given('rules.json')],
      ...['--ncci-pairs', `2026q1=${given('pairs.txt')}`, '--ncci-units', `2026q1=${given('mue.csv')}`],
    );
    expect(stderr).toBe('');
    const answers = linesOf(stdout);
    expect(answers).toMatchObject([
      { placeOfService: '02', findings: [{ code: 'units-over-mue' }] },
      { findings: [{ code: 'units-over-mue' }, { code: 'practice:summit-audio-only' }] },
      { decision: 'not_allowed', findings: [{ code: 'ncci-pair' }] },
      { placeOfService: '10', findings: [{ code: 'units-over-mue' }] },
    ]);
    expect(JSON.stringify(answers.map((each) => each['notChecked']))).not.toMatch(/practice:|ncci-pair|units-over-mue/);
    expect(exitCode).toBe(1);
  });

  test.each([
    ['--payers', '{"code": 7}', 'code'],
    ['--rules', '[{"id": "Bad Id"}]', 'rule 1, id'],
    ['--ncci-pairs', 'nothing here', 'the file holds no line of data'],
  ])('ends with 2 for a file of %s that is wrong', { timeout }, async (option, text, message) => {
    const folder = filesOf({ 'visit.json': JSON.stringify(someFacts()), 'given.json': text });
    const value = option === '--ncci-pairs' ? `2026q1=${join(folder, 'given.json')}` : join(folder, 'given.json');
    const { exitCode, stdout, stderr } = await runCommand(folder, 'decide', join(folder, 'visit.json'), option, value);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  test.each([
    ['no file', [], 'name a file of facts'],
    ['a file that is not there', ['no/such.json'], 'there is no file or folder'],
  ])('ends with 2 for %s', { timeout }, async (_, args, message) => {
    const { exitCode, stderr } = await runCommand(temporaryFolder(), 'decide', ...args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});
