import { behavioralHealthExamples } from './behavioral-health.js';
import { careManagementExamples } from './care-management.js';
import { codePairAndUnitExamples } from './code-pairs-and-units.js';
import { communicationAndMonitoringExamples } from './communication-and-monitoring.js';
import { coordinationOfBenefitsExamples } from './coordination-of-benefits.js';
import { diagnosisExamples } from './diagnosis.js';
import { diagnosisOrderExamples } from './diagnosis-order.js';
import type { EditExamples } from './edit-example.js';
import { duplicateExamples, filingExamples, moneyExamples } from './filing-duplicates-money.js';
import { identityExamples } from './identity.js';
import { licenceExamples } from './licence.js';
import { medicareWaiverExamples } from './medicare-waivers.js';
import { medicareExamples } from './medicare.js';
import { modalityModifierExamples } from './modality-modifiers.js';
import { monitoringMonthExamples } from './monitoring-month.js';
import { ncciExamples } from './ncci.js';
import { otherDayExamples } from './other-days.js';
import { patientAndSubscriberExamples } from './patient-and-subscriber.js';
import { payerAndCoverageExamples } from './payer-and-coverage.js';
import { procedureExamples } from './procedure.js';
import { providerExamples } from './provider.js';
import { serviceMinuteExamples } from './service-minutes.js';
import { stateAndConsentExamples } from './state-and-consent.js';
import { telehealthExamples } from './telehealth.js';
import { timeAndDocumentationExamples } from './time-and-documentation.js';
import { visitModifierExamples } from './visit-modifiers.js';

/** Each edit's examples, by its id. */
export const editExamples: EditExamples = {
  ...patientAndSubscriberExamples,
  ...identityExamples,
  ...providerExamples,
  ...payerAndCoverageExamples,
  ...coordinationOfBenefitsExamples,
  ...diagnosisExamples,
  ...diagnosisOrderExamples,
  ...procedureExamples,
  ...codePairAndUnitExamples,
  ...visitModifierExamples,
  ...behavioralHealthExamples,
  ...timeAndDocumentationExamples,
  ...serviceMinuteExamples,
  ...telehealthExamples,
  ...modalityModifierExamples,
  ...communicationAndMonitoringExamples,
  ...monitoringMonthExamples,
  ...careManagementExamples,
  ...medicareExamples,
  ...stateAndConsentExamples,
  ...ncciExamples,
  ...medicareWaiverExamples,
  ...licenceExamples,
  ...filingExamples,
  ...duplicateExamples,
  ...otherDayExamples,
  ...moneyExamples,
};
