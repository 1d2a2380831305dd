/** What to tell of a code that is in no loaded code set: why nobody checked it, and how the next one gets checked. */
export function uncheckedDiagnosis(code: string, fiscalYear: number) {
  return {
    message: `${code} could not be checked: the official ICD-10-CM code set of fiscal year ${fiscalYear} is not loaded`,
    remedy: `Check the code by hand. To have every code of the year checked, load the official file (npx teleclaim codes load <file> --fiscal-year ${fiscalYear}) and start again.`,
  };
}
