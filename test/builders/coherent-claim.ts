import type { OtherPayer } from '../../domain/x12/837p/other-payer.js';
import type { ProfessionalClaim, RelatedCauses } from '../../domain/x12/837p/professional-claim.js';
import type { ProfessionalServiceLine } from '../../domain/x12/837p/professional-service-line.js';

/**
 * A claim made of arbitrary parts, with what must fit together put right: a replacement or void names its claim, an
 * accident has its day, the other payers stand before the one billed, and lines tell what those payers decided.
 */
export function coherentClaim(claim: ProfessionalClaim): ProfessionalClaim {
  const { payerClaimControlNumber = `ICN${claim.patientControlNumber}` } = claim;
  return {
    ...claim,
    ...(claim.frequency === '1' ? {} : { payerClaimControlNumber }),
    dates: datesOf(claim),
    otherPayers: inOrder(claim.subscriber.payerResponsibility, claim.otherPayers),
    lines: claim.lines.map((line) => ({ ...line, adjudications: adjudicationsOf(line, claim.otherPayers) })),
  };
}

function datesOf({ dates, relatedCauses, lines }: ProfessionalClaim): ProfessionalClaim['dates'] {
  const day = lines[0]?.serviceDate?.from;
  if (dates.accident !== undefined || day === undefined || !isAccident(relatedCauses)) return dates;
  return { ...dates, accident: { from: day, to: day } };
}

function isAccident(causes: RelatedCauses | undefined): boolean {
  return causes !== undefined && causes.causes.some((cause) => cause !== 'EM');
}

/** Who pays beside the payer billed, by the place of that one in the row. */
const othersBeside = new Map([
  ['P', ['S', 'T']],
  ['S', ['P', 'T']],
  ['T', ['P', 'S']],
]);

function inOrder(billed: string, others: readonly OtherPayer[]): OtherPayer[] {
  const places = othersBeside.get(billed);
  return others.map((other, index) => ({
    ...other,
    payerResponsibility: places?.[index] ?? other.payerResponsibility,
  }));
}

function adjudicationsOf(
  line: ProfessionalServiceLine,
  others: readonly OtherPayer[],
): ProfessionalServiceLine['adjudications'] {
  return line.adjudications.flatMap((adjudication, index) => {
    const payer = others[index % others.length];
    return payer === undefined ? [] : [{ ...adjudication, payerId: payer.identifier.value }];
  });
}
