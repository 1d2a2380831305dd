import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
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

/** The procedures our rules choose for a visit that its source did not code. */
export function codeProcedureByKind(visit: Visit, payer: PayerProfile): CodingStep<readonly ProposedProcedure[]> {
  switch (visit.serviceKind) {
    case 'evaluation_and_management':
      return codeEvaluationAndManagement(visit, payer);
    case 'psychotherapy':
      return codePsychotherapy(visit);
    case 'psychiatric_evaluation':
      return codePsychiatricEvaluation(visit);
    case 'psychoanalysis':
      return codePsychoanalysis();
    case 'crisis_psychotherapy':
      return codeCrisisPsychotherapy(visit);
    case 'health_behavior_assessment':
      return codeHealthBehaviorAssessment(visit);
    case 'health_behavior_intervention':
      return codeHealthBehaviorIntervention(visit);
    case 'safety_planning':
      return codeSafetyPlanning(visit);
    case 'brief_check_in':
      return codeBriefCheckIn(visit, payer);
    case 'digital_evaluation':
      return codeDigitalVisit(visit);
    case 'telephone_assessment':
      return codeTelephoneAssessment(visit);
    case 'image_review':
      return codeImageReview(visit);
    case 'interprofessional_consultation':
      return codeInterprofessional(visit);
    case 'nutrition_therapy':
      return codeNutritionTherapy(visit, payer);
    case 'rehabilitation_therapy':
      return codeRehabilitation(visit, payer);
    case 'remote_physiologic_monitoring':
      return codePhysiologicMonitoring(visit);
    case 'remote_therapeutic_monitoring':
      return codeTherapeuticMonitoring(visit);
    case 'care_management':
      return codeCareManagement(visit);
    case 'hospital_consultation':
      return codeHospitalConsultation(visit, payer);
    case 'critical_care_consultation':
      return codeCriticalCareConsultation(visit, payer);
    case 'social_risk_assessment':
    case 'activity_and_nutrition_assessment':
      return codeRiskAssessment(visit, visit.serviceKind);
    case 'originating_site':
      return codeOriginatingSite(visit);
    case 'unknown':
      return stepStopped([], serviceKindUnknown);
  }
}
