import type { VisitInput } from '../visit.js';
import type { EncounterContext } from './encounter-context.js';
import { codingsOf, type FhirCodeableConcept } from './fhir-elements.js';
import { procedureCodeSystems } from './fhir-codes.js';
import { professionalClaims } from './fhir-coverages.js';

type ProcedureInput = NonNullable<VisitInput['procedures']>[number];

function procedureCodeOf(concept: FhirCodeableConcept | undefined): string | undefined {
  const codings = codingsOf(concept ? [concept] : []).filter(({ system }) => procedureCodeSystems.has(system ?? ''));
  return codings.map(({ code }) => code ?? '').find((code) => /^[A-Z0-9]{5}$/.test(code));
}

function modifiersOf(concepts: readonly FhirCodeableConcept[] | undefined): string[] {
  const codes = codingsOf(concepts).map(({ code }) => code ?? '');
  return [...new Set(codes.filter((code) => /^[A-Z0-9]{2}$/.test(code)))].slice(0, 4);
}

function wholeUnits(value: number | undefined): number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 999 ? value : 1;
}

/** CPT and HCPCS codes the source already gave: its claim's lines with modifiers and units, else its procedures. */
export function proceduresOf(context: EncounterContext): ProcedureInput[] {
  const fromClaims = professionalClaims(context).flatMap(({ resource }) =>
    (resource.item ?? []).flatMap((item) => {
      const code = procedureCodeOf(item.productOrService);
      if (code === undefined) return [];
      return [{ code, modifiers: modifiersOf(item.modifier), units: wholeUnits(item.quantity?.value) }];
    }),
  );
  if (fromClaims.length > 0) return fromClaims;
  const performed = context.links
    .of(context.encounter, 'Procedure')
    .filter(({ resource }) => resource.status !== 'entered-in-error' && resource.status !== 'not-done');
  const codes = performed.flatMap(({ resource }) => procedureCodeOf(resource.code) ?? []);
  return [...new Set(codes)].map((code) => ({ code, modifiers: [], units: 1 }));
}
