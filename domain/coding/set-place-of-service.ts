import type { PayerProfile } from '../payer/payer-profile.js';
import { telehealthPlaceOfService } from '../telehealth/telehealth-place-of-service.js';
import type { Visit } from '../visit/visit.js';
import type { PlaceOfService } from './coded-claim.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, stepDone } from './coding-step.js';
import { procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';

/** Whether a code is delivered as telehealth; a code outside of our table is taken as what the visit was. */
export function isTelehealthCode(code: string): boolean {
  return (procedureFacts(code)?.delivery ?? 'telehealth') === 'telehealth';
}

/** Whether the code has no place of its own and stands wherever the service of the claim stands. */
export function takesPlaceOfVisit(code: string): boolean {
  return procedureFacts(code)?.delivery === 'beside_visit';
}

/** One place of service for the claim; telehealth beside office-billed services is a question, since 837P carries one place. */
export function setPlaceOfService(
  visit: Visit,
  payer: PayerProfile,
  procedures: readonly ProposedProcedure[],
): CodingStep<PlaceOfService> {
  const telehealth = procedures.filter((procedure) => isTelehealthCode(procedure.code));
  const value = telehealth.length > 0 ? telehealthPlaceOfService(payer, visit.patientLocation) : '11';
  const isOffice = ({ code }: ProposedProcedure): boolean => !isTelehealthCode(code) && !takesPlaceOfVisit(code);
  if (telehealth.length > 0 && procedures.some(isOffice)) {
    const asked = question({
      code: 'places-of-service-mixed',
      message: 'telehealth services stand beside services that are billed as office services',
      location: 'procedures',
      remedy: 'Send the communication-technology, monitoring or facility services as a visit of their own.',
      source: codingSources.communicationTechnology,
    });
    return { value, questions: [asked], warnings: [], trace: [] };
  }
  const facts = { setting: visit.patientLocation.setting, payer: payer.code, policy: payer.placeOfService };
  return telehealth.length > 0
    ? stepDone(value, [
        {
          ruleId: 'place-of-service',
          facts,
          decision: `place of service ${value}`,
          source: codingSources.placeOfService,
        },
      ])
    : stepDone(value, [
        {
          ruleId: 'place-of-service',
          facts,
          decision: 'place of service 11: the service is not telehealth',
          source: codingSources.communicationTechnology,
        },
      ]);
}
