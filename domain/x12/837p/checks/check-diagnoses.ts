import { plainDate } from '../../../kernel/plain-date.js';
import { isWrittenLikeDiagnosis } from '../../external-codes.js';
import { findSegments, type LoopInstance } from '../../loop-instance.js';
import { component, repeatedComponents, type Segment } from '../../segment.js';
import type { ClaimScope } from '../claim-scope.js';

type Diagnosis = {
  readonly segment: Segment;
  /** Element of HI. */
  readonly element: number;
  readonly codeSet: 'ICD-10-CM' | 'ICD-9-CM';
  readonly code: string;
};

/** Services from this day on are coded in ICD-10-CM (45 CFR 162.1002). */
const icd10From = plainDate('2015-10-01');

/** Diagnoses of a claim (HI) and what its lines point at (SV107): SNIP 4, and SNIP 5 for the codes themselves. */
export function checkDiagnoses(scope: ClaimScope): void {
  const diagnoses = readDiagnoses(scope.claim);
  const principal = diagnoses[0];
  const seen = new Set<string>();
  for (const diagnosis of diagnoses) {
    if (seen.has(diagnosis.code)) report(scope, diagnosis, repeated);
    seen.add(diagnosis.code);
    if (principal !== undefined && diagnosis.codeSet !== principal.codeSet) report(scope, diagnosis, mixed);
  }
  if (principal !== undefined) checkCodeSet(scope, principal);
  for (const diagnosis of diagnoses) checkCode(scope, diagnosis);
  checkPointers(scope, diagnoses.length);
}

const repeated = {
  code: 'repeated-diagnosis',
  message: 'The diagnosis stands in this claim already.',
  elementErrorCode: '7',
} as const;

const mixed = {
  code: 'mixed-diagnosis-code-sets',
  message: 'The diagnoses of a claim are all ICD-10-CM (ABK, ABF) or all ICD-9-CM (BK, BF).',
  elementErrorCode: '7',
} as const;

function report(
  { check, claim }: ClaimScope,
  { segment, element }: Diagnosis,
  problem: Parameters<ClaimScope['check']['report']>[2],
  part = 2,
): void {
  check.report(claim, segment, problem, { element, component: part });
}

function readDiagnoses(claim: LoopInstance): Diagnosis[] {
  return findSegments(claim, 'HI').flatMap((segment) => {
    const diagnoses: Diagnosis[] = [];
    for (let element = 1; element <= segment.elementCount; element += 1) {
      const qualifier = component(segment, element, 1);
      const code = component(segment, element, 2).trim();
      if (code === '' || !/^A?B[KF]$/.test(qualifier)) continue;
      diagnoses.push({ segment, element, codeSet: qualifier.startsWith('A') ? 'ICD-10-CM' : 'ICD-9-CM', code });
    }
    return diagnoses;
  });
}

/** The day of service decides the code set, not the day of the file. */
function checkCodeSet(scope: ClaimScope, principal: Diagnosis): void {
  const wrong = scope.lines.some(({ serviceDate }) => {
    if (serviceDate === undefined) return false;
    return principal.codeSet === 'ICD-9-CM' ? serviceDate.from >= icd10From : serviceDate.to < icd10From;
  });
  if (!wrong) return;
  report(
    scope,
    principal,
    {
      code: 'diagnosis-code-set-not-in-force',
      message: 'Services from 2015-10-01 on need ICD-10-CM (ABK, ABF), earlier ones ICD-9-CM (BK, BF).',
      elementErrorCode: '7',
    },
    1,
  );
}

function checkCode(scope: ClaimScope, diagnosis: Diagnosis): void {
  if (diagnosis.codeSet !== 'ICD-10-CM') return;
  if (!isWrittenLikeDiagnosis(diagnosis.code)) {
    report(scope, diagnosis, {
      code: 'malformed-external-code',
      message: 'This is not written like an ICD-10-CM code: a letter, then two to six letters or digits, no dot.',
      elementErrorCode: 'I12',
    });
    return;
  }
  const { isDiagnosis } = scope.codes;
  const days = scope.lines.flatMap(({ serviceDate }) => serviceDate?.from ?? []);
  if (isDiagnosis === undefined || !days.some((day) => isDiagnosis(diagnosis.code, day) === false)) return;
  report(scope, diagnosis, {
    code: 'external-code-not-valid',
    message: 'ICD-10-CM does not have this code on the date of service.',
    elementErrorCode: '7',
  });
}

function checkPointers({ check, lines }: ClaimScope, count: number): void {
  for (const { line, service } of lines) {
    (repeatedComponents(service, 7)[0] ?? []).forEach((pointer, index) => {
      const number = /^\d{1,2}$/.test(pointer) ? Number(pointer) : 0;
      if (number === 0 || number <= count) return;
      check.report(
        line,
        service,
        {
          code: 'diagnosis-pointer-unknown',
          message: 'The line points at a diagnosis the claim does not have.',
          elementErrorCode: '7',
        },
        { element: 7, component: index + 1 },
      );
    });
  }
}
