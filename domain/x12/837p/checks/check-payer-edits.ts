import { childLoop, findSegment, findSegments, firstSegment, type LoopInstance } from '../../loop-instance.js';
import type { TransactionCheck } from '../../transaction-check.js';
import type { ClaimScope, LineScope } from '../claim-scope.js';
import type { PayerEdits } from '../payer-edits.js';

/** What the destination payer does not take (SNIP 7); a payer nobody described takes all the guide allows. */
export function checkPayerEdits(scope: ClaimScope): void {
  const edits = scope.payerEdits;
  if (edits === undefined) return;
  checkFrequency(scope, edits);
  checkAttachments(scope, edits);
  checkLineCount(scope, edits);
  checkDependent(scope, edits);
  checkTaxonomies(scope, edits);
  for (const line of scope.lines) {
    checkNumber(scope, line, authorization, edits.authorizationProcedures);
    checkNumber(scope, line, referral, edits.referralProcedures);
    if (edits.takesLineRenderingProvider === false) checkLineRendering(scope.check, line.line);
  }
}

function checkFrequency({ check, claim, claimSegment }: ClaimScope, { frequencyCodes }: PayerEdits): void {
  const frequency = check.fields.component(claimSegment, 5, 3);
  if (frequencyCodes === undefined || frequency === undefined || frequencyCodes.includes(frequency)) return;
  check.report(
    claim,
    claimSegment,
    {
      code: 'payer-refuses-frequency',
      message: 'The payer does not take this kind of claim (CLM05-3).',
      elementErrorCode: 'I6',
    },
    { element: 5, component: 3 },
  );
}

function checkAttachments({ check, claim, lines }: ClaimScope, { takesAttachments }: PayerEdits): void {
  if (takesAttachments !== false) return;
  for (const instance of [claim, ...lines.map(({ line }) => line)]) {
    for (const segment of findSegments(instance, 'PWK')) {
      check.report(instance, segment, {
        code: 'payer-refuses-attachment',
        message: 'The payer takes no attachments (PWK).',
        segmentErrorCode: 'I4',
      });
    }
  }
}

function checkLineCount({ check, lines }: ClaimScope, { linesMax }: PayerEdits): void {
  const tooMany = linesMax === undefined ? undefined : lines[linesMax]?.line;
  const segment = tooMany && firstSegment(tooMany);
  if (tooMany === undefined || segment === undefined) return;
  check.report(tooMany, segment, {
    code: 'payer-refuses-line-count',
    message: 'The payer takes fewer service lines in one claim; split it.',
    segmentErrorCode: '4',
  });
}

function checkDependent({ check, patient }: ClaimScope, { subscriberIsPatientOnly }: PayerEdits): void {
  const segment = patient && firstSegment(patient);
  if (subscriberIsPatientOnly !== true || patient === undefined || segment === undefined) return;
  check.report(patient, segment, {
    code: 'payer-refuses-dependent',
    message: 'Each patient of this payer is a subscriber with an id of their own; the payer takes no loop 2000C.',
    segmentErrorCode: 'I4',
  });
}

function checkTaxonomies(scope: ClaimScope, edits: PayerEdits): void {
  const { check, billing, claim, claimSegment, lines } = scope;
  if (edits.needsBillingTaxonomy === true && findSegment(billing, 'PRV') === undefined) {
    check.reportMissing(claim, claimSegment, 'PRV', {
      code: 'payer-needs-taxonomy',
      message: 'The payer needs the billing provider’s taxonomy code (PRV*BI of loop 2000A).',
    });
  }
  if (edits.needsRenderingTaxonomy !== true) return;
  const providers = [childLoop(claim, '2310B'), ...lines.map(({ line }) => childLoop(line, '2420A'))];
  for (const provider of providers) {
    const name = provider && firstSegment(provider);
    if (provider === undefined || name === undefined || findSegment(provider, 'PRV') !== undefined) continue;
    check.reportMissing(provider, name, 'PRV', {
      code: 'payer-needs-taxonomy',
      message: 'The payer needs the rendering provider’s taxonomy code (PRV*PE).',
    });
  }
}

const authorization = {
  qualifier: 'G1',
  code: 'payer-needs-authorization',
  message: 'The payer wants a prior authorisation for this procedure (REF*G1 of the claim or the line).',
} as const;

const referral = {
  qualifier: '9F',
  code: 'payer-needs-referral',
  message: 'The payer wants a referral for this procedure (REF*9F of the claim or the line).',
} as const;

function checkNumber(
  { check, claim }: ClaimScope,
  { line, service }: LineScope,
  { qualifier, ...problem }: typeof authorization | typeof referral,
  procedures: readonly string[] | undefined,
): void {
  const code = check.fields.component(service, 1, 2);
  if (code === undefined || procedures?.includes(code) !== true) return;
  if ([claim, line].some((instance) => findSegment(instance, 'REF', qualifier) !== undefined)) return;
  check.reportMissing(line, service, 'REF', problem);
}

function checkLineRendering(check: TransactionCheck, line: LoopInstance): void {
  const provider = childLoop(line, '2420A');
  const name = provider && firstSegment(provider);
  if (provider === undefined || name === undefined) return;
  check.report(provider, name, {
    code: 'payer-refuses-line-rendering-provider',
    message: 'The payer takes one rendering provider a claim, and none on a line (loop 2420A).',
    segmentErrorCode: 'I4',
  });
}
