import type { PayerProfile } from '../payer/payer-profile.js';
import type { ServiceKind, Visit } from '../visit/visit.js';
import { codeBriefCheckIn } from './code-brief-check-in.js';
import { codeCareManagement } from './code-care-management.js';
import { codeDigitalVisit } from './code-digital-visit.js';
import { codeEvaluationAndManagement } from './code-evaluation-and-management.js';
import { codeHealthBehaviorAssessment, codeHealthBehaviorIntervention } from './code-health-behavior.js';
import { codeCriticalCareConsultation, codeHospitalConsultation } from './code-hospital-consultation.js';
import { codeImageReview } from './code-image-review.js';
import { codeInterprofessional } from './code-interprofessional.js';
import { codeNutritionTherapy } from './code-nutrition-therapy.js';
import { codeOriginatingSite } from './code-originating-site.js';
import { codePsychiatricEvaluation } from './code-psychiatric-evaluation.js';
import { codeCrisisPsychotherapy, codePsychoanalysis, codePsychotherapy } from './code-psychotherapy.js';
import { codeRehabilitation } from './code-rehabilitation.js';
import { codePhysiologicMonitoring, codeTherapeuticMonitoring } from './code-remote-monitoring.js';
import { codeRiskAssessment } from './code-risk-assessment.js';
import { codeSafetyPlanning } from './code-safety-planning.js';
import { codeTelephoneAssessment } from './code-telephone-assessment.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepStopped } from './coding-step.js';
import type { ProposedProcedure } from './proposed-procedure.js';

const serviceKindUnknown = {
  code: 'service-kind-unknown',
  message: 'the record does not say what kind of service the visit was, and it proposes no procedure code',
  location: 'serviceKind',
  remedy: 'Choose the kind of service, or enter the procedure code.',
  source: codingSources.serviceKind,
};

type Coder = (visit: Visit, payer: PayerProfile) => CodingStep<readonly ProposedProcedure[]>;

/** One coder for each kind of service. */
const codersByKind: Readonly<Record<ServiceKind, Coder>> = {
  evaluation_and_management: codeEvaluationAndManagement,
  psychotherapy: codePsychotherapy,
  psychiatric_evaluation: codePsychiatricEvaluation,
  psychoanalysis: codePsychoanalysis,
  crisis_psychotherapy: codeCrisisPsychotherapy,
  health_behavior_assessment: codeHealthBehaviorAssessment,
  health_behavior_intervention: codeHealthBehaviorIntervention,
  safety_planning: codeSafetyPlanning,
  brief_check_in: codeBriefCheckIn,
  digital_evaluation: codeDigitalVisit,
  telephone_assessment: codeTelephoneAssessment,
  image_review: codeImageReview,
  interprofessional_consultation: codeInterprofessional,
  nutrition_therapy: codeNutritionTherapy,
  rehabilitation_therapy: codeRehabilitation,
  remote_physiologic_monitoring: codePhysiologicMonitoring,
  remote_therapeutic_monitoring: codeTherapeuticMonitoring,
  care_management: codeCareManagement,
  hospital_consultation: codeHospitalConsultation,
  critical_care_consultation: codeCriticalCareConsultation,
  social_risk_assessment: (visit) => codeRiskAssessment(visit, 'social_risk_assessment'),
  activity_and_nutrition_assessment: (visit) => codeRiskAssessment(visit, 'activity_and_nutrition_assessment'),
  originating_site: codeOriginatingSite,
  unknown: () => stepStopped([], serviceKindUnknown),
};

/** The procedures our rules choose for a visit that its source did not code. */
export const codeProcedureByKind: Coder = (visit, payer) => codersByKind[visit.serviceKind](visit, payer);
