import { cents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { OtherPayer } from '../../domain/x12/837p/other-payer.js';
import type { ClaimProvider, ProfessionalClaim } from '../../domain/x12/837p/professional-claim.js';
import type { LineAdjudication, ProfessionalServiceLine } from '../../domain/x12/837p/professional-service-line.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { plainBatch, plainClaim, plainLine } from './small-claim-file.js';
import { testEnvelope } from './x12-envelope.js';

/** Claims without any fault, to be broken in one place. */

export const rendering: ClaimProvider = {
  party: {
    kind: 'person',
    lastName: 'ROE',
    firstName: 'ANN',
    identifier: { qualifier: 'XX', value: '1245319599' },
  },
  taxonomyCode: '207Q00000X',
  references: [],
};

/** A claim of a group practice with a rendering provider. */
export function goodClaim(rest: Partial<ProfessionalClaim> = {}): ProfessionalClaim {
  return plainClaim({ renderingProvider: rendering, ...rest });
}

/** A claim of the same practice for a child of the subscriber. */
export function dependentClaim(rest: Partial<ProfessionalClaim> = {}): ProfessionalClaim {
  return goodClaim({
    patient: {
      relationship: '19',
      party: { kind: 'person', lastName: 'DOE', firstName: 'TIM' },
      address: { line1: '1 MAIN ST', city: 'ALBANY', state: 'NY', postalCode: '12207' },
      birthDate: plainDate('2015-06-01'),
      sex: 'M',
      references: [],
    },
    ...rest,
  });
}

export const priorPayerId = 'PRIOR1';

/** What the first payer decided on the line: 100 paid, 30 written off, 20 for the patient. */
export function decision(rest: Partial<LineAdjudication> = {}): LineAdjudication {
  return {
    payerId: priorPayerId,
    paidCents: cents(10_000),
    procedure: { qualifier: 'HC', code: '99213', modifiers: ['95'] },
    units: 1,
    adjustments: [
      { group: 'CO', reasonCode: '45', amountCents: cents(3_000) },
      { group: 'PR', reasonCode: '2', amountCents: cents(2_000) },
    ],
    adjudicatedOn: plainDate('2026-01-04'),
    ...rest,
  };
}

export function priorPayer(rest: Partial<OtherPayer> = {}): OtherPayer {
  return {
    payerResponsibility: 'P',
    relationship: '18',
    filingIndicator: 'CI',
    adjustments: [],
    paidCents: cents(10_000),
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    subscriber: {
      kind: 'person',
      lastName: 'DOE',
      firstName: 'JANE',
      identifier: { qualifier: 'MI', value: 'OTHERMEMBER' },
    },
    subscriberReferences: [],
    name: 'PRIOR PAYER',
    identifier: { qualifier: 'PI', value: priorPayerId },
    references: [],
    ...rest,
  };
}

/** A secondary claim with the first payer's decision on its one line. */
export function secondaryClaim(
  other: Partial<OtherPayer> = {},
  line: Partial<ProfessionalServiceLine> = {},
): ProfessionalClaim {
  const base = goodClaim();
  return {
    ...base,
    subscriber: { ...base.subscriber, payerResponsibility: 'S' },
    otherPayers: [priorPayer(other)],
    lines: [plainLine({ adjudications: [decision()], ...line })],
  };
}

/** A secondary claim the first payer has not decided on. */
export function undecidedClaim(line: Partial<ProfessionalServiceLine> = {}): ProfessionalClaim {
  const { paidCents: _, ...other } = priorPayer();
  return { ...secondaryClaim({}, { adjudications: [], ...line }), otherPayers: [other] };
}

/** The file of these claims. */
export function fileOf(...claims: readonly ProfessionalClaim[]): string {
  return writeProfessionalClaimBatch(plainBatch(...claims), testEnvelope);
}
