import type { TransactionKind } from '../transaction-kind.js';

type Words = Readonly<Record<string, string>>;

const professionalClaim: Words = {
  '1000A': 'submitter',
  '1000B': 'receiver',
  '2000A': 'billing provider level',
  '2010AA': 'billing provider',
  '2010AB': 'pay-to address',
  '2010AC': 'plan to pay back',
  '2000B': 'subscriber level',
  '2010BA': 'subscriber',
  '2010BB': 'payer',
  '2000C': 'patient level',
  '2010CA': 'patient',
  '2300': 'claim',
  '2310A': 'referring provider',
  '2310B': 'rendering provider',
  '2310C': 'service facility',
  '2310D': 'supervising provider',
  '2310E': 'ambulance pick-up',
  '2310F': 'ambulance drop-off',
  '2320': 'another coverage of the patient',
  '2330A': 'subscriber of the other coverage',
  '2330B': 'other payer',
  '2330C': 'referring provider as the other payer knows them',
  '2330D': 'rendering provider as the other payer knows them',
  '2330E': 'service facility as the other payer knows it',
  '2330F': 'supervising provider as the other payer knows them',
  '2330G': 'billing provider as the other payer knows them',
  '2400': 'service line',
  '2410': 'drug',
  '2420A': 'rendering provider of the line',
  '2420B': 'provider of a purchased service',
  '2420C': 'service facility of the line',
  '2420D': 'supervising provider of the line',
  '2420E': 'ordering provider',
  '2420F': 'referring provider of the line',
  '2420G': 'ambulance pick-up of the line',
  '2420H': 'ambulance drop-off of the line',
  '2430': 'what another payer decided about the line',
  '2440': 'form',
};

const remittance: Words = {
  '1000A': 'payer',
  '1000B': 'payee',
  '2000': 'group of claims',
  '2100': 'claim',
  '2110': 'service line',
};

const implementationAcknowledgement: Words = {
  '2000': 'answer to a transaction set',
  '2100': 'segment with something wrong',
  '2110': 'element with something wrong',
};

const claimAcknowledgement: Words = {
  '2000A': 'source level',
  '2100A': 'who answers',
  '2200A': 'when the batch was received and processed',
  '2000B': 'submitter level',
  '2100B': 'submitter',
  '2200B': 'answer to the batch',
  '2000C': 'provider level',
  '2100C': 'billing provider',
  '2200C': 'answer to the provider',
  '2000D': 'patient level',
  '2100D': 'patient',
  '2200D': 'answer to a claim',
  '2220D': 'answer to a service line',
};

const claimStatus: Words = {
  '2000A': 'payer level',
  '2100A': 'payer',
  '2000B': 'submitter level',
  '2100B': 'submitter',
  '2200B': 'answer to the submitter',
  '2000C': 'provider level',
  '2100C': 'provider',
  '2200C': 'answer to the provider',
  '2000D': 'subscriber level',
  '2100D': 'subscriber',
  '2200D': 'claim',
  '2210D': 'service line',
  '2220D': 'service line',
  '2000E': 'dependent level',
  '2100E': 'dependent',
  '2200E': 'claim',
  '2210E': 'service line',
  '2220E': 'service line',
};

const eligibility: Words = {
  '2000A': 'payer level',
  '2100A': 'payer',
  '2000B': 'provider level',
  '2100B': 'provider',
  '2000C': 'subscriber level',
  '2100C': 'subscriber',
  '2110C': 'benefit',
  '2115C': 'place or condition of the benefit',
  '2120C': 'party related to the benefit',
  '2000D': 'dependent level',
  '2100D': 'dependent',
  '2110D': 'benefit',
  '2115D': 'place or condition of the benefit',
  '2120D': 'party related to the benefit',
};

const loopWords: Readonly<Record<TransactionKind, Words>> = {
  '837P': professionalClaim,
  '835': remittance,
  '999': implementationAcknowledgement,
  '277CA': claimAcknowledgement,
  '277': claimStatus,
  '276': claimStatus,
  '270': { ...eligibility, '2110C': 'benefit asked about', '2110D': 'benefit asked about' },
  '271': eligibility,
};

/** What a loop is, in a few words of our own; `loop` when there are none for it. */
export function wordsOfLoop(kind: TransactionKind, loopId: string): string {
  return loopWords[kind][loopId] ?? 'loop';
}
