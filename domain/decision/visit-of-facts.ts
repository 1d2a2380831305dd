import { codingSources } from '../coding/coding-sources.js';
import type { Visit } from '../visit/visit.js';
import { isGiven, missingFact } from './missing-facts.js';
import { newPatientOfFacts, type NewPatientOfFacts } from './new-patient-of-facts.js';
import type { MissingFact } from './visit-decision.js';
import type { VisitFacts } from './visit-facts.js';

/** A visit with nobody in it: what happened is as the facts say, and who was there stays empty. */
export type VisitOfFacts =
  | { readonly kind: 'visit'; readonly visit: Visit; readonly patient: NewPatientOfFacts }
  | { readonly kind: 'missing'; readonly facts: readonly MissingFact[] };

/** Facts without which nothing can be coded, with the reason that each is asked. */
const alwaysNeeded: readonly { readonly path: string; readonly why: string; readonly source: string }[] = [
  {
    path: 'dateOfService',
    why: 'codes and policies are those of the day of the visit',
    source: codingSources.deletedCodes,
  },
  {
    path: 'modality',
    why: 'how patient and clinician met decides code family and modifier',
    source: codingSources.modifiers,
  },
  {
    path: 'patientLocation.setting',
    why: 'the patient’s place at the visit decides the place of service',
    source: codingSources.placeOfService,
  },
  {
    path: 'patientLocation.state',
    why: 'the law of the state where the patient is decides who may treat and what must be on record',
    source: 'state practice acts: the clinician is authorized where the patient is at the time of service',
  },
  {
    path: 'clinician.type',
    why: 'the profession decides which codes may be reported',
    source:
      'CPT: physician or other qualified health care professional; 42 CFR 410.20, 410.53, 410.54, 410.59–410.62, 410.69–410.77, 410.134',
  },
];

const serviceNeeded = {
  why: 'without proposed codes, the kind of service decides the code',
  source: codingSources.serviceKind,
};

/** The question for a fact that nothing can be coded without. */
export function neededFact(path: string): MissingFact {
  const need = alwaysNeeded.find((each) => each.path === path);
  if (need === undefined) throw new RangeError(`${path} is not among the facts that are always needed`);
  return missingFact(path, need);
}

export function visitOfFacts(facts: VisitFacts): VisitOfFacts {
  const { dateOfService, modality, patientLocation, clinician, procedures = [] } = facts;
  const { setting, state } = patientLocation ?? {};
  const missing = alwaysNeeded.filter(({ path }) => !isGiven(facts, path)).map((need) => missingFact(need.path, need));
  if (facts.serviceKind === undefined && procedures.length === 0)
    missing.push(missingFact('serviceKind', serviceNeeded));
  if (missing.length > 0) return { kind: 'missing', facts: missing };
  if (!dateOfService || !modality || !setting || !state || !clinician?.type) return { kind: 'missing', facts: missing };
  const patient = newPatientOfFacts(facts, dateOfService);
  const { newPatient } = patient;
  const visit: Visit = {
    ...ofVisitItself(facts),
    source: 'facts',
    sourceId: 'facts',
    dateOfService,
    modality,
    serviceKind: facts.serviceKind ?? 'unknown',
    ...(newPatient === undefined ? {} : { newPatient }),
    patient: { firstName: '', lastName: '', birthDate: dateOfService, sex: facts.patientSex ?? 'U' },
    patientLocation: { setting, state },
    ...(clinician.state === undefined
      ? {}
      : { clinicianLocation: { state: clinician.state, setting: 'other' as const } }),
    clinician: { npi: '', firstName: '', lastName: '', type: clinician.type, taxonomyCode: '' },
    coverages: [],
    diagnoses: facts.diagnoses ?? [],
    procedures,
    ...(facts.priorAuthorization === true ? { priorAuthorizationNumber: 'on record' } : {}),
    ...(facts.referral === true ? { referralNumber: 'on record' } : {}),
  };
  return { kind: 'visit', visit, patient };
}

/** The facts that have the visit's own names, whatever they are. */
function ofVisitItself(facts: VisitFacts) {
  const {
    version: _version,
    id: _id,
    payer: _payer,
    history: _history,
    patientSex: _patientSex,
    priorAuthorization: _priorAuthorization,
    referral: _referral,
    filedOn: _filedOn,
    ...ofVisit
  } = facts;
  return ofVisit;
}
