import type { CodedClaim } from '../coding/coded-claim.js';

/** What a claim bills, in a line: `99213-25-95 [1,2], G2211 [1] @10: I10, E119`. Codes only, nothing of the patient. */
export function describeClaim({ lines, placeOfService, diagnoses }: CodedClaim): string {
  const billed = lines.map(
    (line) => `${[line.procedureCode, ...line.modifiers].join('-')} [${line.diagnosisPointers.join(',')}]`,
  );
  return `${billed.join(', ')} @${placeOfService}: ${diagnoses.join(', ')}`;
}
