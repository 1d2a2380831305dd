import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { remedyOf } from '../../../../domain/x12/finding-remedies.js';
import type { X12FindingCode } from '../../../../domain/x12/x12-finding.js';

const source = readFileSync(fileURLToPath(new URL('../../../../domain/x12/x12-finding.ts', import.meta.url)), 'utf8');
const union = /export type X12FindingCode =([^;]*);/.exec(source)?.[1] ?? '';
const codes = [...union.matchAll(/'([a-z-]+)'/g)].map((match) => match[1] ?? '');

function isCode(code: string): code is X12FindingCode {
  return codes.includes(code);
}

test('every code of a finding says what to do, in a sentence', () => {
  expect(codes.length).toBeGreaterThan(40);
  for (const code of codes.filter(isCode)) expect(remedyOf(code)).toMatch(/^[A-Z].{15,}\.$/);
});
