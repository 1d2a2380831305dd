import type { VisitDiagnosis } from '../visit.js';
import type { EncounterContext } from './encounter-context.js';
import { codingsOf, type FhirCodeableConcept } from './fhir-elements.js';
import { type Extracted, fhirFinding } from './extracted.js';
import { codeSystems } from './fhir-codes.js';
import type { EntryOf } from './reference-index.js';

const diagnosesMax = 30;

/** ICD-10-CM when the concept has it, else SNOMED CT, which a map or a coder turns into ICD-10-CM. */
function diagnosisOf(concept: FhirCodeableConcept | undefined): VisitDiagnosis[] {
  const codings = codingsOf(concept ? [concept] : []);
  const coded = (fhirSystem: string, system: VisitDiagnosis['system']) =>
    codings.flatMap((coding) => {
      const code = coding.system === fhirSystem ? (coding.code?.trim() ?? '') : '';
      return code.length >= 3 && code.length <= 18 ? [{ system, code }] : [];
    });
  return [...coded(codeSystems.icd10cm, 'icd-10-cm'), ...coded(codeSystems.snomed, 'snomed-ct')].slice(0, 1);
}

function isBelieved({ resource }: EntryOf<'Condition'>): boolean {
  const status = codingsOf(resource.verificationStatus ? [resource.verificationStatus] : []);
  return !status.some(({ code }) => code === 'refuted' || code === 'entered-in-error');
}

/** Conditions in order: those the encounter ranks, then those that point at it. */
function conditionsOf({ encounter, index, links }: EncounterContext): EntryOf<'Condition'>[] {
  const ranked = [...(encounter.resource.diagnosis ?? [])].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
  const references = [...ranked.map(({ condition }) => condition), ...(encounter.resource.reasonReference ?? [])];
  const stated = references.flatMap((reference) => index.find(reference, encounter, 'Condition') ?? []);
  return [...new Set([...stated, ...links.of(encounter, 'Condition')])].filter(isBelieved);
}

/** What was treated, most important first: the encounter's conditions, or its reasons when there are none. */
export function diagnosesOf(context: EncounterContext): Extracted<VisitDiagnosis[]> {
  const where = `${context.encounter.location}, Encounter`;
  const fromConditions = conditionsOf(context).flatMap(({ resource }) => diagnosisOf(resource.code));
  const reasons = (context.encounter.resource.reasonCode ?? []).flatMap((concept) => diagnosisOf(concept));
  const unique = new Map(
    (fromConditions.length > 0 ? fromConditions : reasons).map((each) => [`${each.system}|${each.code}`, each]),
  );
  const value = [...unique.values()];
  if (value.length === 0) {
    const message = 'no condition and no reason with an ICD-10-CM or SNOMED CT code';
    const remedy = 'a coder must add the diagnosis from the note';
    return { value, findings: [fhirFinding('warning', 'diagnosis-missing', where, message, remedy)] };
  }
  if (value.length <= diagnosesMax) return { value, findings: [] };
  const message = `${value.length} diagnoses; the first ${diagnosesMax} are kept`;
  return { value: value.slice(0, diagnosesMax), findings: [fhirFinding('warning', 'diagnoses-many', where, message)] };
}
