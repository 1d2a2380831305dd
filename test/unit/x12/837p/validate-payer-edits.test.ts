import { describe, expect, test } from 'vitest';
import { cents } from '../../../../domain/kernel/cents.js';
import { validateTransaction } from '../../../../domain/x12/validate-transaction.js';
import type { ValidationOptions } from '../../../../domain/x12/validation-options.js';
import { dependentClaim, fileOf, goodClaim, rendering } from '../../../builders/checked-claims.js';
import { plainLine } from '../../../builders/small-claim-file.js';
import { type ExpectedFinding, expectValidation } from '../../../support/expect-validation.js';
import { onlyTransactionSet } from '../../../support/x12-sample.js';

const good = fileOf(goodClaim());
const dependent = fileOf(dependentClaim());

describe('what one payer does not take (SNIP 7)', () => {
  const withAttachment = goodClaim({ attachments: [{ reportType: 'OZ', transmission: 'AA' }] });
  const twoLines = goodClaim({ chargeCents: cents(30_000), lines: [plainLine(), plainLine()] });
  const other = { ...rendering, party: { kind: 'organization', name: 'LINE PROVIDER' } } as const;
  const lineRendering = goodClaim({ lines: [plainLine({ renderingProvider: other })] });
  type Edits = NonNullable<ReturnType<NonNullable<ValidationOptions['payerEdits']>>>;
  const cases: readonly (readonly [rule: string, text: string, edits: Edits, expected: ExpectedFinding])[] = [
    [
      'a kind of claim',
      fileOf(goodClaim({ frequency: '7', payerClaimControlNumber: 'ICN1' })),
      { frequencyCodes: ['1'] },
      { code: 'payer-refuses-frequency', at: 'CLM', element: 5, component: 3 },
    ],
    [
      'a procedure without prior authorisation',
      good,
      { authorizationProcedures: ['99213'] },
      { code: 'payer-needs-authorization', at: 'SV1', missing: 'REF' },
    ],
    [
      'a procedure without referral',
      good,
      { referralProcedures: ['99213'] },
      { code: 'payer-needs-referral', at: 'SV1', missing: 'REF' },
    ],
    [
      'attachments',
      fileOf(withAttachment),
      { takesAttachments: false },
      { code: 'payer-refuses-attachment', at: 'PWK' },
    ],
    ['so many lines', fileOf(twoLines), { linesMax: 1 }, { code: 'payer-refuses-line-count', at: 'LX*2' }],
    ['dependents', dependent, { subscriberIsPatientOnly: true }, { code: 'payer-refuses-dependent', at: 'HL*3' }],
    [
      'a billing provider without taxonomy',
      good.replace(/PRV\*BI[^~]*~\s*/, ''),
      { needsBillingTaxonomy: true },
      { code: 'payer-needs-taxonomy', at: 'CLM', missing: 'PRV' },
    ],
    [
      'a rendering provider without taxonomy',
      good.replace(/PRV\*PE[^~]*~\s*/, ''),
      { needsRenderingTaxonomy: true },
      { code: 'payer-needs-taxonomy', at: 'NM1*82', missing: 'PRV' },
    ],
    [
      'a rendering provider of a line',
      fileOf(lineRendering),
      { takesLineRenderingProvider: false },
      { code: 'payer-refuses-line-rendering-provider', at: 'NM1*82*2*LINE' },
    ],
  ];
  test.each(cases)('%s is a finding for that payer and for no other', (_, text, edits, expected) => {
    const findings = validateTransaction(onlyTransactionSet(text), {
      payerEdits: (payerId) => (payerId === '12345' ? edits : undefined),
    });
    expect(findings.map(({ code, snip }) => [code, snip])).toEqual([[expected.code, 7]]);
    expectValidation(text, [expected], { payerEdits: () => edits });
    expectValidation(text, [], { payerEdits: () => undefined });
  });

  test('an authorisation of the claim or of the line is enough', () => {
    const ofClaim = fileOf(goodClaim({ priorAuthorizationNumber: 'A1' }));
    const ofLine = fileOf(goodClaim({ lines: [plainLine({ priorAuthorizations: [{ number: 'A1' }] })] }));
    const payerEdits = () => ({ authorizationProcedures: ['99213'] });
    expectValidation(ofClaim, [], { payerEdits });
    expectValidation(ofLine, [], { payerEdits });
  });
});
