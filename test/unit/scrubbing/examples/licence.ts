import type { Credential } from '../../../../domain/credential/credential.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { ScrubInput } from '../../../../domain/scrubbing/scrub-edit.js';
import { anEnrolment, aLicence, aPrivilege } from '../../../builders/credentials.js';
import { aClinician, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

const recorded = (...credentials: Credential[]): Partial<ScrubInput> => ({ credentials });
const from = plainDate('2020-01-01');
const day = (text: string) => plainDate(text);

/** A psychologist at home in New Jersey and a patient elsewhere. */
function psychologist(state: 'TX' | 'CA', ...credentials: Credential[]): Partial<ScrubInput> {
  const visit = aVisit({ patientLocation: { setting: 'home', state }, clinician: aClinician('clinical_psychologist') });
  return { visit, credentials };
}

function sitting(state: 'NY' | 'NJ', ...credentials: Credential[]): Partial<ScrubInput> {
  return { visit: aVisit({ clinicianLocation: { state, setting: 'home' } }), credentials };
}

export const licenceExamples: EditExamples = {
  'authority-in-patient-state-missing': [
    { fails: recorded(aLicence({ state: 'NJ' })), passes: recorded(aLicence({ state: 'NY' })) },
    {
      fails: recorded(aLicence({ from, to: day('2026-03-09') })),
      passes: recorded(aLicence({ from, to: day('2026-03-10') })),
    },
    { fails: recorded(aLicence({ from: day('2026-03-11') })), passes: recorded(aLicence({ from: day('2026-03-10') })) },
    { fails: recorded(aLicence({ status: 'suspended' })), passes: recorded(aLicence({ status: 'probation' })) },
    { fails: recorded(aLicence({ state: 'NJ' })), passes: recorded(anEnrolment()) },
    { fails: recorded(aLicence({ state: 'NJ' })), passes: {} },
    { fails: psychologist('TX', aPrivilege({ status: 'revoked' })), passes: psychologist('TX', aPrivilege()) },
  ],
  'authority-not-known': [
    { fails: recorded(), passes: {} },
    { fails: recorded(anEnrolment()), passes: recorded(anEnrolment(), aLicence()) },
    { fails: recorded(aLicence({ profession: 'counselor' })), passes: recorded(aLicence()) },
  ],
  'compact-does-not-join-states': [
    { fails: psychologist('CA', aPrivilege()), passes: psychologist('TX', aPrivilege()) },
    { fails: psychologist('TX', aPrivilege({ homeState: 'CA' })), passes: psychologist('TX', aPrivilege()) },
  ],
  'authority-ends-soon': [
    { fails: recorded(aLicence({ to: day('2026-04-09') })), passes: recorded(aLicence({ to: day('2026-04-10') })) },
    {
      fails: recorded(aLicence({ to: day('2026-03-31') }), aLicence({ from: day('2026-04-02') })),
      passes: recorded(aLicence({ to: day('2026-03-31') }), aLicence({ from: day('2026-04-01') })),
    },
  ],
  'enrolment-not-in-force': [
    {
      fails: recorded(anEnrolment({ to: day('2026-03-09') })),
      passes: recorded(anEnrolment({ to: day('2026-03-10') })),
    },
    {
      fails: recorded(anEnrolment({ from: day('2026-03-11') })),
      passes: recorded(anEnrolment({ from: day('2026-03-10') })),
    },
    { fails: recorded(anEnrolment({ status: 'pending' })), passes: recorded(anEnrolment({ payerCode: 'medicare' })) },
    {
      fails: recorded(anEnrolment({ status: 'opted_out' })),
      passes: { ...recorded(anEnrolment({ status: 'opted_out', payerCode: 'self-pay' })), payer: aPayer('self-pay') },
    },
  ],
  'enrolment-not-recorded': [
    { fails: recorded(aLicence()), passes: recorded(aLicence(), anEnrolment()) },
    { fails: recorded(aLicence()), passes: {} },
  ],
  'enrolment-in-other-state': [
    { fails: sitting('NY', anEnrolment({ state: 'NJ' })), passes: sitting('NJ', anEnrolment({ state: 'NJ' })) },
  ],
  'clinician-state-missing': [
    { fails: recorded(anEnrolment({ state: 'NJ' })), passes: sitting('NJ', anEnrolment({ state: 'NJ' })) },
    { fails: recorded(anEnrolment({ state: 'NJ' })), passes: recorded(anEnrolment({ state: 'NJ' }), anEnrolment()) },
  ],
  'medicare-clinician-in-other-state': [
    { fails: { ...sitting('NJ'), payer: aPayer('medicare') }, passes: { ...sitting('NY'), payer: aPayer('medicare') } },
    { fails: { ...sitting('NJ'), payer: aPayer('medicare') }, passes: sitting('NJ') },
    { fails: { ...sitting('NJ'), payer: aPayer('medicare') }, passes: { payer: aPayer('medicare') } },
  ],
};
