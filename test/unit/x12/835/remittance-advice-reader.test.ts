import { expect, test } from 'vitest';
import { remittanceAdviceGuide } from '../../../../domain/x12/835/remittance-advice-guide.js';
import { childLoop, descendantLoops } from '../../../../domain/x12/loop-instance.js';
import { LoopReader, readLoops } from '../../../../domain/x12/read-loops.js';
import { decision, remittanceFile } from '../../../builders/story-remittance.js';
import { onlyTransactionSet } from '../../../builders/x12-texts.js';

test('a claim that was read is taken off the tree, what stands around the claims stays, and findings are the same', () => {
  const claim = decision({ patientControlNumber: 'CLAIM1', chargeCents: 10_000, paidCents: 8_000 });
  const text = remittanceFile('EFT1', [claim, claim, claim]).replace('CLP*CLAIM1*1*', 'CLP*CLAIM1*99*');
  const set = onlyTransactionSet(text);
  const { segments, byteLength: _, ...heading } = set;
  const ended: string[] = [];
  const reader = new LoopReader(remittanceAdviceGuide, heading, (loop) => {
    ended.push(loop.id);
    if (loop.id === '2100') expect(loop.segments.map((segment) => segment.id)).toContain('CLP');
    return loop.id === '2100' || loop.id === '2000';
  });
  for (const segment of segments) {
    reader.push(segment);
    expect([...descendantLoops(reader.root, '2100')].length).toBeLessThanOrEqual(1);
  }
  reader.finish();
  expect(ended).toEqual(['1000A', '1000B', '2110', '2100', '2110', '2100', '2110', '2100', '2000']);
  expect([...descendantLoops(reader.root, '2000')]).toEqual([]);
  expect(childLoop(reader.root, '1000B')?.segments.map((segment) => segment.id)).toContain('N1');
  const { findings } = readLoops(remittanceAdviceGuide, set);
  expect(findings.map((finding) => finding.code)).toContain('invalid-code');
  expect(reader.takeFindings()).toEqual(findings);
});
