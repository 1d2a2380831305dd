import type { FhirCoding } from './fhir-elements.js';
import type { Modality, ServiceKind } from '../visit.js';

/** Code systems intake recognises (HL7 terminology, FHIR R4 known identifier systems). */
export const codeSystems = {
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  snomed: 'http://snomed.info/sct',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  npi: 'http://hl7.org/fhir/sid/us-npi',
  taxonomy: 'http://nucc.org/provider-taxonomy',
} as const;

/** Systems under which a five-character procedure code is a CPT or HCPCS code. */
export const procedureCodeSystems: ReadonlySet<string> = new Set([
  'http://www.ama-assn.org/go/cpt',
  'urn:oid:2.16.840.1.113883.6.12',
  'https://bluebutton.cms.gov/resources/codesystem/hcpcs',
  'http://terminology.hl7.org/CodeSystem/HCPCS',
  'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  'urn:oid:2.16.840.1.113883.6.285',
]);

/** The procedure that makes any encounter a telemedicine visit. */
export const telemedicineConsultation = '448337001';

type EncounterTypeMeaning = {
  /** Present when this type alone makes the encounter virtual. */
  readonly virtual?: true;
  /** Present when the type itself says how patient and clinician met. */
  readonly modality?: Modality;
  readonly serviceKind?: ServiceKind;
};

/** What a SNOMED CT encounter or procedure code says of a visit; anything not listed says nothing. */
export const encounterTypeMeanings: ReadonlyMap<string, EncounterTypeMeaning> = new Map<string, EncounterTypeMeaning>([
  ['448337001', { virtual: true, serviceKind: 'evaluation_and_management' }],
  ['185317003', { virtual: true, modality: 'audio_only', serviceKind: 'evaluation_and_management' }],
  ['386472008', { virtual: true, modality: 'audio_only', serviceKind: 'evaluation_and_management' }],
  ['453131000124105', { virtual: true, modality: 'audio_video', serviceKind: 'evaluation_and_management' }],
  ['390906007', { serviceKind: 'evaluation_and_management' }],
  ['185349003', { serviceKind: 'evaluation_and_management' }],
  ['185345009', { serviceKind: 'evaluation_and_management' }],
  ['439740005', { serviceKind: 'evaluation_and_management' }],
  ['75516001', { serviceKind: 'psychotherapy' }],
  ['228557008', { serviceKind: 'psychotherapy' }],
  ['11816003', { serviceKind: 'nutrition_therapy' }],
]);

/** A follow-up of an operation: usually inside the global period of the surgery and not paid apart. */
export const postoperativeFollowUp = '439740005';

export function isSnomed(coding: FhirCoding): coding is FhirCoding & { code: string } {
  return coding.system === codeSystems.snomed && coding.code !== undefined;
}
