import { type CodeAnswer, isPlaceOfService, isWrittenLikeProcedure } from '../../external-codes.js';
import { childLoop, findSegment } from '../../loop-instance.js';
import type { Problem } from '../../transaction-check.js';
import type { ClaimScope, LineScope } from '../claim-scope.js';

/** Places, procedures, modifiers and drugs of the service lines (SNIP 4 and 5). */
export function checkLines(scope: ClaimScope): void {
  const { check, claim, claimSegment } = scope;
  const place = check.fields.component(claimSegment, 5, 1);
  if (place !== undefined && !isPlaceOfService(place)) {
    check.report(claim, claimSegment, unknownPlace, { element: 5, component: 1 });
  }
  for (const line of scope.lines) {
    checkPlace(scope, line, place);
    checkProcedure(scope, line);
    checkDrug(scope, line);
  }
}

const unknownPlace: Problem = {
  code: 'external-code-not-valid',
  message: 'The CMS list of places of service does not have this code.',
  elementErrorCode: '7',
};

function checkPlace({ check }: ClaimScope, { line, service }: LineScope, claimPlace: string | undefined): void {
  const place = check.fields.text(service, 5);
  if (place === undefined) return;
  if (place === claimPlace) {
    check.report(
      line,
      service,
      {
        code: 'place-of-service-repeated',
        severity: 'warning',
        message: 'The line’s place of service is that of the claim (CLM05-1) and need not be said again.',
        elementErrorCode: 'I13',
      },
      { element: 5 },
    );
  } else if (!isPlaceOfService(place)) {
    check.report(line, service, unknownPlace, { element: 5 });
  }
}

function checkProcedure({ check, codes }: ClaimScope, { line, service, serviceDate }: LineScope): void {
  const procedure = check.fields.procedure(service, 1);
  if (procedure?.qualifier !== 'HC') return;
  if (!isWrittenLikeProcedure(procedure.code)) {
    check.report(line, service, malformedProcedure, { element: 1, component: 2 });
    return;
  }
  if (serviceDate === undefined) return;
  const on = serviceDate.from;
  if (codes.isProcedure?.(procedure.code, on) === false) {
    check.report(line, service, unknownProcedure, { element: 1, component: 2 });
  }
  for (const part of [3, 4, 5, 6]) {
    const modifier = check.fields.component(service, 1, part);
    if (modifier === undefined) continue;
    const known: CodeAnswer = /^[A-Z0-9]{2}$/.test(modifier) && codes.isModifier?.(modifier, on);
    if (known === false) check.report(line, service, unknownModifier, { element: 1, component: part });
  }
}

const malformedProcedure: Problem = {
  code: 'malformed-external-code',
  message: 'This is not written like a CPT or HCPCS code: five characters, at most the first and the last a letter.',
  elementErrorCode: 'I12',
};

const unknownProcedure: Problem = {
  code: 'external-code-not-valid',
  message: 'This procedure code was not in force on the date of service.',
  elementErrorCode: '7',
};

const unknownModifier: Problem = {
  code: 'external-code-not-valid',
  message: 'This is no modifier that was in force on the date of service: two letters or digits.',
  elementErrorCode: '7',
};

/** A national drug code in loop 2410 has eleven digits (5-4-2) without hyphens. */
function checkDrug({ check }: ClaimScope, { line }: LineScope): void {
  const drug = childLoop(line, '2410');
  const item = drug && findSegment(drug, 'LIN');
  if (drug === undefined || item === undefined || check.fields.text(item, 2) !== 'N4') return;
  const code = check.fields.text(item, 3);
  if (code === undefined || /^\d{11}$/.test(code)) return;
  check.report(
    drug,
    item,
    {
      code: 'malformed-external-code',
      message: 'A national drug code (N4) is eleven digits without hyphens.',
      elementErrorCode: 'I12',
    },
    { element: 3 },
  );
}
