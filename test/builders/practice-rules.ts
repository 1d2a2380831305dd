import { type PracticeRule, practiceRuleSchema } from '../../domain/practice-rule/practice-rule.js';

/** A rule that holds claims of one payer for audio-only visits. */
export function aPracticeRule(overrides: Partial<PracticeRule> = {}): PracticeRule {
  const rule = practiceRuleSchema.parse({
    id: 'summit-audio-only',
    title: 'Summit wants the reason for audio only',
    severity: 'blocking',
    effectiveFrom: '2025-01-01',
    when: {
      all: [
        { fact: 'payer.code', is: 'summit-health' },
        { fact: 'visit.modality', is: 'audio_only' },
      ],
    },
    message: 'Summit denies audio-only visits of this kind',
    remedy: 'Ask the clinician for the reason, then override.',
    source: 'the payer’s letter of January 2026',
  });
  return { ...rule, ...overrides };
}
