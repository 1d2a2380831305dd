import { cents, negateCents, sumCents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { ClaimAdjustment, ProviderAdjustment, RemittanceClaim } from '../../domain/x12/835/remittance-advice.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import { demonstrationPractice } from '../../cli/demonstration/demonstration-practice.js';
import { remittanceAdvice, remittanceClaim, remittanceLine } from './x12-remittance.js';

/** How a payer decides a claim of one line; what is neither paid nor adjusted by name is contractual (CO 45). */
export type DecisionSketch = {
  readonly patientControlNumber: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly adjustments?: readonly ClaimAdjustment[];
  readonly payerClaimControlNumber?: string;
};

export function decision(sketch: DecisionSketch): RemittanceClaim {
  const { chargeCents, paidCents, adjustments = [], payerClaimControlNumber = 'HAND1' } = sketch;
  const named = sumCents(adjustments.map((one) => one.amountCents));
  const contractual = chargeCents - paidCents - named;
  const all: ClaimAdjustment[] = [
    ...adjustments,
    ...(contractual === 0 ? [] : [{ group: 'CO' as const, reasonCode: '45', amountCents: cents(contractual) }]),
  ];
  const patient = all.filter((one) => one.group === 'PR').map((one) => one.amountCents);
  return remittanceClaim(chargeCents, paidCents, {
    patientControlNumber: sketch.patientControlNumber,
    payerClaimControlNumber,
    filingIndicator: '12',
    patientResponsibilityCents: sumCents(patient),
    lines: [
      {
        ...remittanceLine(chargeCents, paidCents, all),
        lineControlNumber: `${sketch.patientControlNumber}L1`,
        servicePeriod: { from: plainDate('2026-03-10'), to: plainDate('2026-03-10') },
      },
    ],
  });
}

/** The same decision taken back: status 22, every amount with the opposite sign. */
export function reversalOf(claim: RemittanceClaim): RemittanceClaim {
  const turned = (adjustments: readonly ClaimAdjustment[]) =>
    adjustments.map((one) => ({ ...one, amountCents: negateCents(one.amountCents) }));
  return {
    ...claim,
    statusCode: '22',
    chargeCents: negateCents(claim.chargeCents),
    paidCents: negateCents(claim.paidCents),
    patientResponsibilityCents: cents(0),
    adjustments: turned(claim.adjustments),
    lines: claim.lines.map((line) => ({
      ...line,
      chargeCents: negateCents(line.chargeCents),
      paidCents: negateCents(line.paidCents),
      adjustments: turned(line.adjustments),
    })),
  };
}

/** An 835 as a payer's file to the story's practice; the trace number makes it one of its own. */
export function remittanceFile(
  traceNumber: string,
  claims: readonly RemittanceClaim[],
  rest: { readonly amountCents?: number; readonly providerAdjustments?: readonly ProviderAdjustment[] } = {},
): string {
  const advice = remittanceAdvice(claims, rest.providerAdjustments ?? [], rest.amountCents);
  const payment = { ...advice.payment, traceNumber };
  return writeRemittanceAdvice(
    { ...advice, payment, payee: { name: demonstrationPractice.name, npi: demonstrationPractice.npi, references: [] } },
    {
      sender: { qualifier: 'ZZ', id: 'CLEARINGHOUSE' },
      receiver: { qualifier: 'ZZ', id: demonstrationPractice.submitterId },
      date: plainDate('2026-04-01'),
      time: '1200',
      interchangeControlNumber:
        900_000_000 + (Number.parseInt(Buffer.from(traceNumber).toString('hex').slice(-6), 16) % 90_000_000),
      groupControlNumber: 1,
      transactionControlNumber: 1,
      usage: 'test',
    },
  );
}
