import { describe, expect, it } from 'vitest';
import { demonstrationPayerCodes } from '../../../../cli/demonstration/demonstration-payers.js';
import { generatePractice } from '../../../../cli/demonstration/generate-practice.js';
import { generateVisits } from '../../../../cli/demonstration/generate-visits.js';
import {
  apportionKinds,
  demonstrationMix,
  type VisitKind,
  visitKinds,
} from '../../../../cli/demonstration/visit-kinds.js';
import { builtInDiagnosisCodeSet } from '../../../../domain/coding/diagnosis-code-set.js';
import { snomedDiagnoses } from '../../../../domain/coding/snomed-diagnosis-table.js';
import { daysBetween, plainDate, yearsBetween } from '../../../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../../../domain/payer/default-payer-profiles.js';
import { resolvePayer } from '../../../../domain/payer/resolve-payer.js';
import { practiceSchema } from '../../../../domain/practice/practice.js';
import { visitSchema } from '../../../../domain/visit/visit.js';

const today = plainDate('2026-11-23');
const demonstration = generatePractice({ seed: 'demo', today });
const ofKind = (kind: VisitKind) => demonstration.visits.filter((each) => each.kind === kind).map(({ visit }) => visit);
const memberIds = (kind: VisitKind) => ofKind(kind).map(({ coverages }) => coverages[0]?.memberId ?? '');

describe('the demonstration practice', () => {
  it('is a valid practice with valid clinicians and sixty valid visits', () => {
    expect(practiceSchema.safeParse(demonstration.practice).success).toBe(true);
    expect(demonstration.visits).toHaveLength(60);
    for (const { visit } of demonstration.visits) {
      const read = visitSchema.safeParse(visit);
      expect(read.error?.issues).toBeUndefined();
      expect(demonstration.clinicians.map(({ npi }) => npi)).toContain(visit.clinician.npi);
    }
  });

  it('is the same for the same seed and day, ids included, and another for another seed', () => {
    expect(generatePractice({ seed: 'demo', today })).toEqual(demonstration);
    const other = generatePractice({ seed: 'other', today }).visits.map(({ visit }) => visit.sourceId);
    const ids = demonstration.visits.map(({ visit }) => visit.sourceId);
    expect(new Set([...ids, ...other]).size).toBe(120);
  });

  it('has its visits in the two weeks before the day it is made', () => {
    const ages = demonstration.visits.map(({ visit }) => daysBetween(plainDate(visit.dateOfService), today));
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...ages)).toBeLessThanOrEqual(14);
  });

  it('bills every payer of the default profiles, each in a state where it pays', () => {
    const used = new Set<string>();
    for (const { visit } of demonstration.visits) {
      const [coverage] = visit.coverages;
      const payer = resolvePayer(defaultPayerProfiles, { payerCode: coverage?.payerCode, payerName: '' });
      if (!payer.ok) throw new Error(payer.error.message);
      used.add(payer.value.code);
      expect(payer.value.name).toBe(coverage?.payerName);
      expect(payer.value.state ?? visit.patientLocation.state).toBe(visit.patientLocation.state);
      expect(payer.value.coversAudioOnly || visit.modality !== 'audio_only').toBe(true);
    }
    expect([...used].sort()).toEqual([...demonstrationPayerCodes].sort());
  });

  it('shows each kind, in the numbers of its mix', () => {
    for (const kind of visitKinds) expect(ofKind(kind)).toHaveLength(demonstrationMix[kind] ?? 0);
  });

  it.each([
    ['deductible', 'SIMDED'],
    ['rejected', 'SIMREJ'],
    ['silent', 'SIMSIL'],
    ['paid_early', 'SIMEAR'],
    ['paid_twice', 'SIMDUP'],
    ['denied', 'SIMDEN'],
    ['inactive', 'SIMINA'],
    ['not_found', 'SIMNOT'],
    ['partly_denied', 'SIMPAR'],
  ] as const)('scripts %s visits by the member id prefix %s, and nobody else’s', (kind, prefix) => {
    for (const memberId of memberIds(kind)) expect(memberId).toMatch(new RegExp(`^${prefix}\\d{6}$`));
    const others = visitKinds.filter((each) => each !== kind).flatMap(memberIds);
    for (const memberId of others) expect(memberId.startsWith(prefix)).toBe(false);
  });

  it('gives plain member ids to everybody else', () => {
    const plain = demonstration.visits.map(({ visit }) => visit.coverages[0]?.memberId ?? '');
    expect(plain.filter((memberId) => memberId.startsWith('SIM'))).toHaveLength(17);
    expect(new Set(plain).size).toBe(60);
  });

  it('provokes a wrong place of service and a wrong modifier three times each', () => {
    const places = ofKind('wrong_place_of_service');
    expect(places.map((visit) => [visit.coverages[0]?.payerCode, visit.patientLocation.setting])).toEqual(
      Array(3).fill(['cobalt-mutual', 'home']),
    );
    const modifiers = ofKind('wrong_modifier');
    expect(modifiers.map((visit) => [visit.coverages[0]?.payerCode, visit.modality])).toEqual(
      Array(3).fill(['il-medicaid', 'audio_video']),
    );
  });

  it('has one diagnosis that no map knows and one that ended before the visit; all others are valid', () => {
    const [unmapped] = ofKind('unmapped_diagnosis');
    expect(unmapped?.diagnoses[0]?.system).toBe('snomed-ct');
    expect(snomedDiagnoses[unmapped?.diagnoses[0]?.code ?? '']).toBeUndefined();
    for (const { kind, visit } of demonstration.visits) {
      for (const { system, code } of visit.diagnoses) {
        if (system === 'snomed-ct') continue;
        const { status } = builtInDiagnosisCodeSet.lookUp(code, plainDate(visit.dateOfService));
        expect(status).toBe(kind === 'diagnosis_expired' ? 'wrong_year' : 'valid');
      }
    }
  });

  it('misses consent only where it is asked for and shown as missing', () => {
    const missing = demonstration.visits.filter(({ visit }) => visit.telehealthConsent !== true);
    expect(missing.map(({ kind }) => kind)).toEqual(['consent_missing']);
    const payerCode = missing[0]?.visit.coverages[0]?.payerCode;
    expect(defaultPayerProfiles.find(({ code }) => code === payerCode)?.requiresTelehealthConsent).toBe(true);
  });

  it('insures children through a parent of the same name and house', () => {
    for (const { patient, coverages } of ofKind('dependent_child')) {
      const subscriber = coverages[0]?.subscriber;
      expect(coverages[0]?.relationship).toBe('child');
      expect([subscriber?.lastName, subscriber?.address]).toEqual([patient.lastName, patient.address]);
      expect(yearsBetween(plainDate(patient.birthDate), today)).toBeLessThan(18);
    }
  });

  it('charges for every code its visits bring along', () => {
    const codes = demonstration.visits.flatMap(({ visit }) => (visit.procedures ?? []).map(({ code }) => code));
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(demonstration.practice.feeSchedule[code]).toBeGreaterThan(0);
  });
});

describe('visits on request', () => {
  it('are of the kinds asked for only', () => {
    const visits = generateVisits({ seed: 's', count: 40, today, mix: { plain: 3, denied: 1 } });
    expect(visits.filter(({ kind }) => kind === 'plain')).toHaveLength(30);
    expect(visits.filter(({ kind }) => kind === 'denied')).toHaveLength(10);
  });

  it('are as many as asked for, each kind at least one time when there is room', () => {
    for (const count of [0, 1, 5, 20, 21, 22, 59, 61, 1000]) {
      const kinds = apportionKinds(count, demonstrationMix);
      expect(kinds).toHaveLength(count);
      if (count >= visitKinds.length) expect(new Set(kinds).size).toBe(visitKinds.length);
    }
  });

  it('are refused without a kind', () => {
    expect(() => generateVisits({ seed: 's', count: 1, today, mix: {} })).toThrow(RangeError);
  });

  it('hold thousands with distinct ids', () => {
    const visits = generateVisits({ seed: 'bulk', count: 3000, today });
    expect(new Set(visits.map(({ visit }) => visit.sourceId)).size).toBe(3000);
    expect(visits.every(({ visit }) => visitSchema.safeParse(visit).success)).toBe(true);
  });
});
