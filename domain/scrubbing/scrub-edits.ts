import { behavioralHealthEdits } from './edits/behavioral-health.js';
import { careManagementEdits } from './edits/care-management.js';
import { codePairAndUnitEdits } from './edits/code-pairs-and-units.js';
import { communicationTechnologyEdits } from './edits/communication-technology.js';
import { coordinationOfBenefitsEdits } from './edits/coordination-of-benefits.js';
import { diagnosisEdits } from './edits/diagnosis.js';
import { diagnosisOrderEdits } from './edits/diagnosis-order.js';
import { duplicateEdits } from './edits/duplicates.js';
import { filingEdits } from './edits/filing.js';
import { medicareCodeEdits } from './edits/medicare-codes.js';
import { medicareModifierEdits } from './edits/medicare-modifiers.js';
import { licenceEdits } from './edits/licence.js';
import { medicareTelehealthEdits } from './edits/medicare-telehealth.js';
import { memberIdentityEdits } from './edits/member-identity.js';
import { modalityModifierEdits } from './edits/modality-modifiers.js';
import { medicareWaiverEdits } from './edits/medicare-waivers.js';
import { moneyEdits } from './edits/money.js';
import { monitoringMonthEdits } from './edits/monitoring-month.js';
import { ncciEdits } from './edits/ncci.js';
import { oncePeriodEdits } from './edits/once-in-period.js';
import { otherDayEdits } from './edits/other-days.js';
import { patientAndSubscriberEdits } from './edits/patient-and-subscriber.js';
import { patientPaymentEdits } from './edits/patient-payments.js';
import { payerAndCoverageEdits } from './edits/payer-and-coverage.js';
import { audioOnlyConditionEdits, referralEdits } from './edits/payer-conditions.js';
import { procedureCodeSetEdits } from './edits/procedure-code-set.js';
import { procedureEdits } from './edits/procedure.js';
import { providerEdits } from './edits/provider.js';
import { providerIdentityEdits } from './edits/provider-identity.js';
import { remoteMonitoringEdits } from './edits/remote-monitoring.js';
import { serviceMinuteEdits } from './edits/service-minutes.js';
import { stateAndConsentEdits } from './edits/state-and-consent.js';
import { telehealthEdits } from './edits/telehealth.js';
import { timeAndDocumentationEdits } from './edits/time-and-documentation.js';
import { visitModifierEdits } from './edits/visit-modifiers.js';
import type { EditFamily } from './edit-family.js';
import type { CatalogueEdit, ScrubEdit } from './scrub-edit.js';

function family(name: EditFamily, ...lists: readonly (readonly ScrubEdit[])[]): readonly CatalogueEdit[] {
  return lists.flat().map((edit) => ({ ...edit, family: name }));
}

/** Every edit, in the order in which findings are told. A new edit goes into a file of its family under `edits/`. */
export const scrubEdits: readonly CatalogueEdit[] = [
  ...family('patient_and_subscriber', patientAndSubscriberEdits, memberIdentityEdits),
  ...family('provider', providerEdits, providerIdentityEdits),
  ...family('payer_and_coverage', payerAndCoverageEdits, referralEdits),
  ...family('coordination_of_benefits', coordinationOfBenefitsEdits),
  ...family('diagnosis', diagnosisEdits, diagnosisOrderEdits),
  ...family('procedure', procedureEdits, procedureCodeSetEdits),
  ...family('pairs_and_units', codePairAndUnitEdits, visitModifierEdits, behavioralHealthEdits, ncciEdits),
  ...family('time_and_documentation', timeAndDocumentationEdits, serviceMinuteEdits),
  ...family('telehealth', telehealthEdits, audioOnlyConditionEdits, modalityModifierEdits),
  ...family(
    'communication_and_monitoring',
    communicationTechnologyEdits,
    remoteMonitoringEdits,
    monitoringMonthEdits,
    careManagementEdits,
  ),
  ...family('medicare', medicareTelehealthEdits, medicareWaiverEdits, medicareCodeEdits, medicareModifierEdits),
  ...family('state_and_consent', stateAndConsentEdits),
  ...family('licence_and_enrolment', licenceEdits),
  ...family('filing', filingEdits),
  ...family('duplicates', duplicateEdits, otherDayEdits, oncePeriodEdits),
  ...family('money', moneyEdits, patientPaymentEdits),
];
