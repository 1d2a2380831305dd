import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeVisit } from '../../domain/coding/code-visit.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import { procedureTable } from '../../domain/coding/procedure-table.js';
import { allowedValues } from '../../domain/decision/allowed-values.js';
import { decideFacts } from '../../domain/decision/decide-facts.js';
import { type VisitFactsInput, visitFactsSchema } from '../../domain/decision/visit-facts.js';
import { cents } from '../../domain/kernel/cents.js';
import { addDays, plainDate } from '../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import {
  clinicianTypeSchema,
  medicalDecisionMakingSchema,
  modalitySchema,
  serviceKindSchema,
  visitSchema,
} from '../../domain/visit/visit.js';
import { aPractice, aVisit } from '../builders/rules.js';

const context = { payers: defaultPayerProfiles, diagnosisCodes: builtInDiagnosisCodeSet };
const state = fc.constantFrom('NY' as const, 'TX' as const, 'CA' as const, 'IL' as const, 'MA' as const);
const day = fc.integer({ min: 0, max: 1600 }).map((days) => addDays(plainDate('2024-01-01'), days));
const kinds = serviceKindSchema.exclude(['unknown']).options;

const fields = {
  payer: fc.oneof(
    fc.constantFrom(...defaultPayerProfiles.map(({ code }) => ({ code }))),
    fc.constantFrom(...defaultPayerProfiles.map((profile) => ({ class: profile.payerClass }))),
  ),
  dateOfService: day,
  serviceKind: fc.constantFrom(...kinds),
  modality: fc.constantFrom(...modalitySchema.options),
  audioOnlyReason: fc.constantFrom('patient_no_device' as const, 'patient_declined_video' as const),
  totalMinutes: fc.integer({ min: 1, max: 200 }),
  medicalDecisionMaking: fc.constantFrom(...medicalDecisionMakingSchema.options),
  newPatient: fc.boolean(),
  patientLocation: fc.record({ setting: fc.constantFrom('home' as const, 'other' as const), state }),
  clinician: fc.record({ type: fc.constantFrom(...clinicianTypeSchema.options), state }),
  diagnoses: fc.uniqueArray(fc.constantFrom('I10', 'F41.1', 'E11.9', 'G35'), { maxLength: 3 }),
  procedures: fc.array(
    fc.record({
      code: fc.constantFrom(...procedureTable.map(({ code }) => code), 'J3490'),
      modifiers: fc.uniqueArray(fc.constantFrom('25', '95', '93', 'GT', 'KX'), { maxLength: 3 }),
      units: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  ),
  telehealthConsent: fc.boolean(),
  filedOn: day,
};

/** Facts of every kind: all of them, or each there or not. */
const someFacts: fc.Arbitrary<VisitFactsInput> = fc.oneof(
  { weight: 3, arbitrary: fc.record(fields) },
  { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
);

describe('decideFacts', () => {
  it('gives the same answer for the same facts, whatever the order of their fields', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const backwards = Object.fromEntries(Object.entries(facts).reverse());
        const answer = decideFacts(visitFactsSchema.parse(facts), context);
        expect(JSON.stringify(decideFacts(visitFactsSchema.parse(backwards), context))).toBe(JSON.stringify(answer));
      }),
    );
  });

  it('names a source for every finding, every missing fact and every step of its reasons', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { findings, missingFacts, trace } = decideFacts(visitFactsSchema.parse(facts), context);
        for (const each of [...findings, ...missingFacts, ...trace]) expect(each.source).toMatch(/\S{3}/);
      }),
    );
  });

  it('asks only for facts that were not given, each with its reason and what it may be', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const given = Object.keys(facts);
        for (const { path, why, allowedValues: allowed } of decideFacts(visitFactsSchema.parse(facts), context)
          .missingFacts) {
          expect(allowedValues(path)).toBeDefined();
          expect(why.length).toBeGreaterThan(10);
          expect(allowed.length).toBeGreaterThan(0);
          const asked = path.includes('.') || (path === 'diagnoses' && facts.diagnoses?.length === 0);
          if (!asked) expect(given).not.toContain(path);
        }
      }),
    );
  });

  it('answers with a verdict that its findings and missing facts bear out', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const answer = decideFacts(visitFactsSchema.parse(facts), context);
        const isForbidden = answer.findings.some(({ severity }) => severity === 'error');
        const isOpen = answer.missingFacts.some(({ neededFor }) => neededFor === 'answer');
        const conditions = answer.findings.length + answer.missingFacts.length;
        const open = conditions === 0 ? 'allowed' : 'allowed_with_conditions';
        expect(answer.decision).toBe(isForbidden ? 'not_allowed' : isOpen ? 'needs_facts' : open);
        if (answer.decision.startsWith('allowed')) expect(answer.codes.length).toBeGreaterThan(0);
      }),
    );
  });

  it('codes as the claim of the same visit is coded', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const answer = decideFacts(visitFactsSchema.parse(facts), context);
        const payer = defaultPayerProfiles.find(({ code }) => code === answer.payer?.code);
        if (answer.codes.length === 0 || answer.diagnoses.length === 0 || payer === undefined) return;
        const { payer: _payer, clinician, filedOn: _filedOn, diagnoses = [], ...ofVisit } = facts;
        const visit = visitSchema.parse({
          ...aVisit(),
          totalMinutes: undefined,
          newPatient: undefined,
          serviceKind: 'unknown',
          ...ofVisit,
          clinician: { ...aVisit().clinician, type: clinician?.type },
          diagnoses: diagnoses.map((code) => ({ system: 'icd-10-cm', code })),
        });
        const feeSchedule = Object.fromEntries(answer.codes.map(({ code }) => [code, cents(10_000)]));
        const practice = aPractice({ feeSchedule: { ...aPractice().feeSchedule, ...feeSchedule } });
        const outcome = codeVisit({ visit, payer, practice, diagnosisCodes: builtInDiagnosisCodeSet });
        if (outcome.kind !== 'coded') throw new Error('the claim was not coded');
        expect(outcome.claim.placeOfService).toBe(answer.placeOfService);
        expect(
          outcome.claim.lines.map(({ procedureCode, modifiers, units }) => ({ code: procedureCode, modifiers, units })),
        ).toEqual(answer.codes);
      }),
    );
  });

  it('takes in nothing that names a person', () => {
    const people = [
      { patient: { firstName: 'Ada' } },
      { memberId: 'X1' },
      { clinician: { npi: '1234567893' } },
      { birthDate: '1970-01-01' },
    ];
    for (const person of people) expect(visitFactsSchema.safeParse(person).success).toBe(false);
  });
});
