import type { Finding } from '../kernel/finding.js';

/** Questions whose message names the diagnosis they are about, in words that name none. */
const withoutDiagnosis: ReadonlyMap<string, string> = new Map([
  ['diagnosis-not-mapped', 'a diagnosis of the record has no single ICD-10-CM code'],
  ['diagnosis-wrong-year', 'a diagnosis is not valid in the fiscal year in which the visit falls'],
  ['diagnosis-invalid', 'a diagnosis is not an ICD-10-CM code of its fiscal year'],
]);

/** What a coder is asked first, in words that may stand in every list; the diagnosis itself stands in the findings. */
export function questionCause(questions: readonly Pick<Finding, 'code' | 'message'>[]): string {
  const first = questions[0];
  if (first === undefined) return 'The visit can not be coded without a coder.';
  return withoutDiagnosis.get(first.code) ?? first.message;
}
