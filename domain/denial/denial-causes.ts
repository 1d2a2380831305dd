import type { DenialOwner } from './remittance-decision.js';

/** One row of the denial table; rows are read from the top, the first that fits wins. Own wording throughout. */
export interface DenialCause {
  readonly id: string;
  /** Claim adjustment reason codes (CARC). */
  readonly reasonCodes: readonly string[];
  /** When given, one of these remark codes (RARC) must stand on the line or the claim. */
  readonly remarkCodes?: readonly string[];
  readonly owner: DenialOwner;
  readonly appealable: boolean;
  readonly message: string;
  readonly remedy: string;
  /** What may be corrected without a person. */
  readonly correction?: 'telehealth_modifier' | 'place_of_service';
}

/** Why telehealth claims are denied, who puts it right, and how. */
export const denialCauses: readonly DenialCause[] = [
  {
    id: 'telehealth-modifier',
    reasonCodes: ['4'],
    owner: 'coding',
    appealable: false,
    message: 'The payer wants another modifier with this service.',
    remedy: 'Check the payer’s telehealth modifier, correct the line and send the claim again.',
    correction: 'telehealth_modifier',
  },
  {
    id: 'place-of-service',
    reasonCodes: ['5'],
    owner: 'coding',
    appealable: false,
    message: 'The payer does not take this service at the place of service on the claim.',
    remedy: 'Check whether the payer wants 02 or 10, correct the claim and send it again.',
    correction: 'place_of_service',
  },
  {
    id: 'place-of-service',
    reasonCodes: ['16'],
    remarkCodes: ['M77'],
    owner: 'coding',
    appealable: false,
    message: 'The payer found the place of service missing or wrong.',
    remedy: 'Check whether the payer wants 02 or 10, correct the claim and send it again.',
    correction: 'place_of_service',
  },
  {
    id: 'procedure-code',
    reasonCodes: ['16', 'A1'],
    remarkCodes: ['M20', 'M51'],
    owner: 'coding',
    appealable: false,
    message: 'The payer found the procedure code missing or not valid.',
    remedy: 'Choose a procedure code that is valid on the date of service.',
  },
  {
    id: 'provider-identifier',
    reasonCodes: ['16', 'A1'],
    remarkCodes: ['N290', 'N286'],
    owner: 'credentialing',
    appealable: false,
    message: 'The payer does not accept the NPI of the rendering or referring provider.',
    remedy: 'Check the NPI in the claim and the provider’s enrollment with the payer.',
  },
  {
    id: 'billing-provider-identifier',
    reasonCodes: ['16', 'A1'],
    remarkCodes: ['N256', 'N257', 'N258', 'MA112'],
    owner: 'credentialing',
    appealable: false,
    message: 'The payer does not accept the billing provider’s identification.',
    remedy: 'Check NPI, tax id and address of the practice against its enrollment.',
  },
  {
    id: 'member-identifier',
    reasonCodes: ['16', 'A1'],
    remarkCodes: ['MA36', 'MA27', 'MA61', 'N382'],
    owner: 'registration',
    appealable: false,
    message: 'The payer can not match the member’s name or number.',
    remedy: 'Ask for eligibility again, correct name and member number, and send the claim again.',
  },
  {
    id: 'payer-order',
    reasonCodes: ['16'],
    remarkCodes: ['MA83', 'MA04'],
    owner: 'registration',
    appealable: false,
    message: 'The claim does not make clear which payer is first.',
    remedy: 'Settle the order of payers with the patient and send the claim again.',
  },
  {
    id: 'units-or-dates',
    reasonCodes: ['16'],
    remarkCodes: ['M52', 'M53'],
    owner: 'coding',
    appealable: false,
    message: 'The payer found the dates or the units of the line missing or wrong.',
    remedy: 'Correct dates and units of the line and send the claim again.',
  },
  {
    id: 'claim-incomplete',
    reasonCodes: ['16', '125', '129'],
    owner: 'billing',
    appealable: false,
    message: 'The payer could not process the claim as it was sent.',
    remedy: 'Read the remark codes, complete the claim and send it again.',
  },
  {
    id: 'code-against-patient',
    reasonCodes: ['6', '7', '9', '10'],
    owner: 'coding',
    appealable: false,
    message: 'Procedure or diagnosis does not go with the patient’s age or sex.',
    remedy: 'Check birth date and sex, then the codes.',
  },
  {
    id: 'diagnosis-against-procedure',
    reasonCodes: ['11'],
    owner: 'coding',
    appealable: true,
    message: 'The diagnosis does not support the procedure for this payer.',
    remedy: 'Check which diagnosis the line points to; appeal with the note when the coding is right.',
  },
  {
    id: 'diagnosis-code',
    reasonCodes: ['146', '167'],
    owner: 'coding',
    appealable: true,
    message: 'The diagnosis is not valid on the date of service or is not covered.',
    remedy: 'Check the code set of the date of service; correct or appeal.',
  },
  {
    id: 'duplicate',
    reasonCodes: ['18', 'B13'],
    owner: 'billing',
    appealable: false,
    message: 'The payer has this service already.',
    remedy: 'Find the first claim and its payment; do not send again unless the services were distinct.',
  },
  {
    id: 'other-payer-first',
    reasonCodes: ['22'],
    owner: 'registration',
    appealable: false,
    message: 'Another payer must be billed first.',
    remedy: 'Ask for eligibility and other coverage, then bill the right payer as primary.',
  },
  {
    id: 'wrong-payer',
    reasonCodes: ['24', '109', 'B11'],
    owner: 'registration',
    appealable: false,
    message: 'Another plan is responsible for this service.',
    remedy: 'Ask for eligibility again and bill the plan or vendor named there.',
  },
  {
    id: 'no-coverage-on-date',
    reasonCodes: ['26', '27', '31'],
    owner: 'registration',
    appealable: true,
    message: 'The payer has no coverage for the patient on the date of service.',
    remedy: 'Ask for eligibility again; bill other coverage, or the patient when the payer says so (PR).',
  },
  {
    id: 'filed-late',
    reasonCodes: ['29'],
    owner: 'billing',
    appealable: true,
    message: 'The claim reached the payer after its filing limit.',
    remedy:
      'Appeal with proof of timely filing (277CA or payer report), else write it off; the patient does not owe it.',
  },
  {
    id: 'not-necessary',
    reasonCodes: ['50', '55', '56'],
    owner: 'documentation',
    appealable: true,
    message: 'The payer does not consider the service necessary or proven.',
    remedy: 'Appeal with the documentation; bill the patient only with a signed notice on file.',
  },
  {
    id: 'not-covered',
    reasonCodes: ['96', '204', '256'],
    owner: 'coding',
    appealable: true,
    message: 'The plan does not cover the service as billed.',
    remedy: 'Check whether the payer takes another code for the visit, and the plan’s telehealth benefit.',
  },
  {
    id: 'bundled',
    reasonCodes: ['97', '231', '234', '236', 'B15'],
    owner: 'coding',
    appealable: true,
    message: 'The payer pays the service only together with, or instead of, another one.',
    remedy: 'Check the code pair; add a modifier only when the note shows a distinct service.',
  },
  {
    id: 'benefit-limit',
    reasonCodes: ['119', '151'],
    owner: 'billing',
    appealable: true,
    message: 'The limit of units or visits is reached.',
    remedy: 'Check units against the note and the benefit’s limits; appeal when they are right.',
  },
  {
    id: 'provider-not-eligible',
    reasonCodes: ['8', '170', '172', '183', '184', '185', '242', '243', 'B7'],
    owner: 'credentialing',
    appealable: true,
    message: 'The payer does not accept this provider for the service on the date.',
    remedy: 'Check enrollment, licence in the patient’s state, network and taxonomy on the date of service.',
  },
  {
    id: 'new-patient-code',
    reasonCodes: ['B16'],
    owner: 'coding',
    appealable: false,
    message: 'The payer knows the patient as established.',
    remedy: 'Check the three-year history of the group; send the established-patient code.',
  },
  {
    id: 'authorization',
    reasonCodes: ['197', '198', '288'],
    owner: 'authorization',
    appealable: true,
    message: 'Authorization or referral is missing or used up.',
    remedy: 'Ask for a retroactive authorization and send the claim with its number, or appeal.',
  },
  {
    id: 'documents-missing',
    reasonCodes: ['226', '251', '252'],
    owner: 'documentation',
    appealable: false,
    message: 'The payer waits for documents.',
    remedy: 'Send the note the payer asks for within its time limit.',
  },
  {
    id: 'patient-must-answer',
    reasonCodes: ['227'],
    owner: 'registration',
    appealable: false,
    message: 'The payer waits for an answer of the patient.',
    remedy: 'Reach the patient, have the payer’s question answered, then send the claim again.',
  },
  {
    id: 'hospice',
    reasonCodes: ['B9'],
    owner: 'coding',
    appealable: true,
    message: 'The patient is in hospice.',
    remedy: 'Bill the hospice, or add the modifier for unrelated care when the note supports it.',
  },
];

/** For reason codes that stand in no row. */
const unlistedDenial: DenialCause = {
  id: 'unlisted-denial',
  reasonCodes: [],
  owner: 'billing',
  appealable: true,
  message: 'The payer denied the service for a reason outside of the denial table.',
  remedy: 'Read the reason and remark codes in the payer’s advice and decide.',
};

/** The row for a reason code and the remark codes around it. */
export function denialCauseFor(reasonCode: string, remarkCodes: readonly string[]): DenialCause {
  const fits = (cause: DenialCause): boolean =>
    cause.reasonCodes.includes(reasonCode) &&
    (cause.remarkCodes === undefined || cause.remarkCodes.some((code) => remarkCodes.includes(code)));
  return denialCauses.find(fits) ?? unlistedDenial;
}
