import type { TraceStep } from '../kernel/trace.js';
import type { Practice } from '../practice/practice.js';
import type { Visit } from '../visit/visit.js';

/**
 * Where patient and clinician were, for the explanation of a claim: the patient's place decides place of service and
 * licence, the clinician's place enrolment; the claim is billed from the practice's enrolled address, or names the other
 * enrolled place (`service-facility-of.ts`), and the ZIP code of that sets the locality. A clinician's home beside a
 * practice address is not named on the claim.
 */
export function locationsOfVisit(visit: Visit, practice: Practice | null): TraceStep {
  const { patientLocation, clinicianLocation } = visit;
  const clinician =
    clinicianLocation === undefined
      ? 'where the clinician was isn’t recorded'
      : `the clinician in ${clinicianLocation.state} (${clinicianLocation.setting})`;
  const place = clinicianLocation?.practiceLocation;
  const servedFrom = place === undefined ? '' : `; enrolled at a place in ${place.address.state}`;
  const billedFrom = practice === null ? '' : `; billed from the practice’s address in ${practice.address.state}`;
  return {
    ruleId: 'locations',
    facts: {
      patientState: patientLocation.state,
      patientSetting: patientLocation.setting,
      clinicianState: clinicianLocation?.state ?? null,
      clinicianSetting: clinicianLocation?.setting ?? null,
      billingState: practice?.address.state ?? null,
    },
    decision: `the patient was in ${patientLocation.state} (${patientLocation.setting}), ${clinician}${servedFrom}${billedFrom}`,
    source:
      'Pub. 100-04 ch. 26 §10.5 (place of service); 837P loop 2010AA (billing provider’s address) and 2310C (service facility)',
  };
}
