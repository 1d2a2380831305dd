import type { PayerProfile } from '../payer/payer-profile.js';
import { isHealthCenterOfMedicare } from '../telehealth/health-center-of-medicare.js';
import { modalityModifiersAmong } from '../telehealth/telehealth-modifier.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, stepDone, warning } from './coding-step.js';
import { maxModifiers } from './merge-modifiers.js';
import { type ProcedureFamily, procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';

/** From this day CMS is said to want service-level codes in place of G2025 (verify with the contractor). */
const serviceCodesFrom = '2026-10-01';

/** Mental health visits are regular visits of the centre, paid at its own rate. */
const mentalHealth: readonly ProcedureFamily[] = [
  'psychiatric_evaluation',
  'psychotherapy',
  'psychotherapy_add_on',
  'crisis',
  'family_or_group',
  'complexity_add_on',
];

function isMentalHealthVisit(procedures: readonly ProposedProcedure[]): boolean {
  const families = procedures.map(({ code }) => procedureFacts(code)?.family);
  return families.some(
    (family) => family !== undefined && family !== 'complexity_add_on' && mentalHealth.includes(family),
  );
}

/**
 * Bills a Medicare telehealth visit of a health center or rural health clinic: medical ones as one G2025 that keeps the
 * modifiers, mental health ones by their own codes. All that it bills belongs on the institutional claim, which is
 * said as a warning.
 */
export function billHealthCenter(
  visit: Visit,
  payer: PayerProfile,
  procedures: readonly ProposedProcedure[],
): CodingStep<readonly ProposedProcedure[]> {
  if (!isHealthCenterOfMedicare(visit, payer) || procedures.length === 0) return stepDone(procedures, []);
  const telehealth = procedures.filter(({ code }) => procedureFacts(code)?.delivery === 'telehealth');
  if (telehealth.length === 0) return stepDone(procedures, [], [institutionalClaim]);
  const mental = isMentalHealthVisit(telehealth);
  const ended = visit.dateOfService >= serviceCodesFrom;
  const asG2025 = !mental && !ended;
  const step = {
    ruleId: 'health-center-visit',
    facts: {
      facilityType: visit.facilityType ?? null,
      dateOfService: visit.dateOfService,
      codes: telehealth.map(({ code }) => code).join(' '),
    },
    decision: asG2025
      ? `G2025 in place of ${telehealth.map(({ code }) => code).join(', ')}`
      : 'billed by its own codes',
    source: codingSources.healthCenter,
    alternatives: [
      asG2025
        ? `the codes of the services: from ${serviceCodesFrom}, or for mental health`
        : `G2025: ${mental ? 'is for medical visits' : `is replaced by service-level codes from ${serviceCodesFrom} (verify)`}`,
    ],
  };
  const others = procedures.filter((procedure) => !telehealth.includes(procedure));
  const modifiers = [...new Set(telehealth.flatMap((procedure) => procedure.modifiers))];
  // With that of the modality first: the line needs it, and would ask for it again.
  const fitting = [...new Set([...modalityModifiersAmong(modifiers), ...modifiers])].slice(0, maxModifiers);
  const value = asG2025 ? [{ code: 'G2025', modifiers: fitting, units: 1 }, ...others] : procedures;
  const done = stepDone(value, [step], [institutionalClaim, ...(ended && !mental ? [serviceCodesToVerify] : [])]);
  return asG2025 && modifiers.length > maxModifiers ? { ...done, questions: [tooManyModifiers(modifiers)] } : done;
}

/** Services that become one line bring their modifiers along, and a line takes four: which of them go is a person's to say. */
function tooManyModifiers(modifiers: readonly string[]) {
  return question({
    code: 'modifiers-full',
    message: `the services that G2025 stands for carry ${modifiers.length} modifiers together: ${modifiers.join(', ')}`,
    location: 'procedures',
    remedy: 'Take those off that do not belong on G2025.',
    source: '837P loop 2400 SV101-3 to SV101-6: four modifiers',
  });
}

const institutionalClaim = warning({
  code: 'institutional-claim',
  message: 'Medicare takes visits of health centers and rural health clinics on the institutional claim',
  location: 'facilityType',
  remedy: 'Bill these codes with their revenue code by your 837I system; the professional claim is not for them.',
  source: codingSources.healthCenter,
});

const serviceCodesToVerify = warning({
  code: 'health-center-codes-to-verify',
  message: `from ${serviceCodesFrom} service-level codes are said to replace G2025`,
  location: 'facilityType',
  remedy: 'Verify with the Medicare contractor which code it takes for this date of service.',
  source: codingSources.healthCenter,
});
