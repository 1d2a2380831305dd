import { expect, it } from 'vitest';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { aPayer, aPractice, aVisit } from '../../builders/rules.js';
import type { VisitInput } from '../../../domain/visit/visit.js';

function codedAt(places: Pick<VisitInput, 'patientLocation' | 'clinicianLocation'>) {
  const input = { payer: aPayer('medicare'), practice: aPractice(), diagnosisCodes: builtInDiagnosisCodeSet };
  const outcome = codeVisit({ visit: aVisit(places), ...input });
  const step = outcome.trace.find(({ ruleId }) => ruleId === 'locations');
  return { placeOfService: outcome.kind === 'coded' ? outcome.claim.placeOfService : null, step };
}

it('records both states, and lets the patient’s place alone decide place of service', () => {
  const home = { setting: 'home', state: 'NJ' } as const;
  const away = { setting: 'other', state: 'NJ' } as const;
  const office = { setting: 'office', state: 'NY' } as const;
  const clinicianAtHome = codedAt({ patientLocation: away, clinicianLocation: { ...office, setting: 'home' } });
  const patientAtHome = codedAt({ patientLocation: home, clinicianLocation: office });
  expect([clinicianAtHome.placeOfService, patientAtHome.placeOfService]).toEqual(['02', '10']);
  expect(clinicianAtHome.step).toMatchObject({
    facts: { patientState: 'NJ', clinicianState: 'NY', clinicianSetting: 'home', billingState: 'NY' },
    decision: 'the patient was in NJ (other), the clinician in NY (home); billed from the practice’s address in NY',
  });
});

it('says when nobody recorded where the clinician was', () => {
  const { step } = codedAt({ patientLocation: { setting: 'home', state: 'TX' } });
  expect(step).toMatchObject({ facts: { patientState: 'TX', clinicianState: null } });
  expect(step?.decision).toContain('where the clinician was isn’t recorded');
});
