import { type Cents, cents, sumCents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { RemittanceAdvice, RemittanceClaim } from '../../domain/x12/835/remittance-advice.js';

const chargeCents = cents(17_500);
const contractualCents = cents(5_200);
const copayCents = cents(2_500);
const paidCents = cents(9_800);

/** A payment over as many plain claims, each with a contractual write-off and a copay. */
export function remittance(count: number): RemittanceAdvice {
  const claims = Array.from({ length: count }, (_, index) => claim(index));
  return {
    payment: {
      handlingCode: 'I',
      amountCents: sumCents(claims.map((one): Cents => one.paidCents)),
      creditOrDebit: 'credit',
      method: 'NON',
      effectiveDate: plainDate('2026-01-20'),
      traceNumber: '0012345678',
      payerOriginatorId: '1999000025',
    },
    productionDate: plainDate('2026-01-20'),
    payer: {
      name: 'PRAIRIE BLUE',
      address: { line1: '100 PLAIN ROAD', city: 'TOPEKA', state: 'KS', postalCode: '66601' },
      references: [],
      contacts: [{ functionCode: 'BL', name: 'EDI DESK', numbers: [{ kind: 'TE', value: '7855550100' }] }],
    },
    payee: { name: 'HARBOR TELEHEALTH', npi: '1999900016', references: [] },
    claims,
    providerAdjustments: [],
  };
}

function claim(index: number): RemittanceClaim {
  const day = plainDate(`2026-01-0${1 + (index % 5)}`);
  return {
    patientControlNumber: `TC${1_000_000 + index}`,
    statusCode: '1',
    chargeCents,
    paidCents,
    patientResponsibilityCents: copayCents,
    filingIndicator: '12',
    payerClaimControlNumber: `2026${100_000_000 + index}`,
    placeOfService: '10',
    frequency: '1',
    adjustments: [],
    patient: {
      kind: 'person',
      lastName: `DOE${index % 1000}`,
      firstName: 'JANE',
      identifier: { qualifier: 'MI', value: `W${100_000_000 + index}` },
    },
    remarkCodes: [],
    references: [],
    amounts: [],
    quantities: [],
    lines: [
      {
        procedureQualifier: 'HC',
        procedureCode: '99213',
        modifiers: ['95'],
        chargeCents,
        paidCents,
        units: 1,
        servicePeriod: { from: day, to: day },
        adjustments: [
          { group: 'CO', reasonCode: '45', amountCents: contractualCents },
          { group: 'PR', reasonCode: '3', amountCents: copayCents },
        ],
        lineControlNumber: `TC${1_000_000 + index}L1`,
        references: [],
        allowedCents: cents(12_300),
        amounts: [],
        quantities: [],
        remarkCodes: [],
      },
    ],
  };
}
