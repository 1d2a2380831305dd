import type { TraceStep } from '../kernel/trace.js';
import type { Visit, VisitDiagnosis } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, joinSteps, question, stepDone, warning } from './coding-step.js';
import { isWrittenLikeDiagnosis } from '../x12/external-codes.js';
import { type DiagnosisCodeSet, withoutDot } from './diagnosis-code-set.js';
import { mapSnomedDiagnosis } from './snomed-diagnosis-map.js';
import { uncheckedDiagnosis } from './unchecked-diagnosis.js';

/** A claim takes twelve diagnoses (837P 2300 HI). */
const maxDiagnoses = 12;

function stopped(code: string, message: string, location: string, remedy: string): CodingStep<string | null> {
  const asked = question({ code, message, location, remedy, source: codingSources.diagnosisMap });
  return { value: null, questions: [asked], warnings: [], trace: [] };
}

function fromSnomed(visit: Visit, diagnosis: VisitDiagnosis, index: number): CodingStep<string | null> {
  const location = `diagnoses[${index}].code`;
  const meaning = mapSnomedDiagnosis(diagnosis.code, visit.dateOfService, visit.patient.sex);
  const step = (decision: string): TraceStep => ({
    ruleId: 'diagnosis-map',
    facts: { snomed: diagnosis.code, dateOfService: visit.dateOfService },
    decision,
    source: codingSources.diagnosisMap,
  });
  switch (meaning.kind) {
    case 'not_a_diagnosis':
      return stepDone(null, [step(`left out: ${meaning.because}, not a diagnosis`)]);
    case 'needs_coder':
      return stopped(
        'diagnosis-not-mapped',
        `SNOMED CT ${diagnosis.code}: ${meaning.because}`,
        location,
        'Enter the ICD-10-CM code.',
      );
    case 'diagnosis': {
      const note = meaning.note;
      const remedy = 'Check the code against the documentation before the claim goes.';
      const source = codingSources.diagnosisMap;
      const warnings =
        note === undefined
          ? []
          : [warning({ code: 'diagnosis-map-note', message: `${meaning.code}: ${note}`, location, remedy, source })];
      return stepDone(meaning.code, [step(`${meaning.code} by the diagnosis map`)], warnings);
    }
  }
}

function checked(found: CodingStep<string | null>, visit: Visit, codes: DiagnosisCodeSet, index: number) {
  const code = found.value;
  if (code === null) return found;
  const location = `diagnoses[${index}].code`;
  const { status, fiscalYear } = codes.lookUp(code, visit.dateOfService);
  const source = codingSources.diagnoses;
  const remedy = 'Enter a code that is valid on the date of service, to its full length.';
  switch (status) {
    case 'valid':
      return found;
    case 'not_in_subset': {
      const noticed = warning({
        code: 'diagnosis-not-checked',
        ...uncheckedDiagnosis(code, fiscalYear),
        location,
        source,
      });
      return { ...found, warnings: [...found.warnings, noticed] };
    }
    case 'wrong_year': {
      const message = `${code} is not valid in fiscal year ${fiscalYear}, in which the visit falls`;
      return { ...found, questions: [question({ code: 'diagnosis-wrong-year', message, location, remedy, source })] };
    }
    case 'invalid': {
      const message = `${code} is not an ICD-10-CM code of fiscal year ${fiscalYear}`;
      return { ...found, questions: [question({ code: 'diagnosis-invalid', message, location, remedy, source })] };
    }
  }
}

function resolveOne(visit: Visit, diagnosis: VisitDiagnosis, index: number, codes: DiagnosisCodeSet) {
  if (diagnosis.system === 'snomed-ct') return checked(fromSnomed(visit, diagnosis, index), visit, codes, index);
  const code = withoutDot(diagnosis.code);
  if (!isWrittenLikeDiagnosis(code)) {
    const remedy = 'Enter the code as a letter and two to six more letters and digits, with or without the dot.';
    return stopped('diagnosis-malformed', 'the code is not written like ICD-10-CM', `diagnoses[${index}].code`, remedy);
  }
  const step: TraceStep = {
    ruleId: 'diagnosis-of-source',
    facts: { code, dateOfService: visit.dateOfService },
    decision: `${code} as coded by the source`,
    source: codingSources.diagnoses,
  };
  return checked(stepDone(code, [step]), visit, codes, index);
}

const noDiagnosis = question({
  code: 'diagnosis-missing',
  message: 'the visit names no diagnosis that can stand on a claim',
  location: 'diagnoses',
  remedy: 'Enter at least one ICD-10-CM code for the reason of the visit.',
  source: codingSources.diagnosisMap,
});

/**
 * The claim's ICD-10-CM codes in the order of the record, each one time. Asks when the first-listed diagnosis is
 * unclear or none is left; a later one that can not be mapped goes along as a warning.
 */
export function resolveDiagnoses(visit: Visit, codes: DiagnosisCodeSet): CodingStep<readonly string[]> {
  const each = visit.diagnoses.map((diagnosis, index) => resolveOne(visit, diagnosis, index, codes));
  const joined = joinSteps(each);
  const distinct = [...new Set(joined.value.filter((code): code is string => code !== null))];
  const value = distinct.slice(0, maxDiagnoses);
  const first = each.find((step) => step.value !== null || step.questions.length > 0);
  const unmappedLater = first?.value !== null;
  const demoted = each.flatMap((step) => (step.value === null && unmappedLater ? step.questions : []));
  const questions = joined.questions.filter((asked) => !demoted.includes(asked));
  const leftOut = distinct.slice(maxDiagnoses);
  const trace = leftOut.map((code): TraceStep => {
    const decision = `${code} left out: a claim takes ${maxDiagnoses} diagnoses`;
    return {
      ruleId: 'diagnosis-count',
      facts: { diagnoses: distinct.length },
      decision,
      source: codingSources.diagnosisCount,
    };
  });
  return {
    value,
    questions: value.length === 0 && questions.length === 0 ? [noDiagnosis] : questions,
    warnings: [...joined.warnings, ...demoted.map((asked) => ({ ...asked, severity: 'warning' as const }))],
    trace: [...joined.trace, ...trace],
  };
}
