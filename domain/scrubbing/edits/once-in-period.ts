import { procedureFacts } from '../../coding/procedure-facts.js';
import { periodTaken } from '../claims-in-period.js';
import { always, year2024 } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';
import { monitoringCodes, physiologicMonitoringCodes, therapeuticMonitoringCodes } from '../service-groups.js';
import {
  deviceSupplyPeriods,
  digitalVisitPeriods,
  inOnePeriod,
  monthlyPeriods,
  riskAssessmentPeriods,
  type ServicePeriod,
} from '../service-period.js';

type PeriodRule = Pick<ScrubEdit, 'id' | 'source' | 'title' | 'effectiveFrom'> & {
  readonly periods: readonly ServicePeriod[];
  /** The period in words. */
  readonly span: string;
  readonly remedy: string;
};

function onceInPeriod({ periods, span, remedy, ...edit }: PeriodRule): ScrubEdit {
  return {
    ...edit,
    severity: 'blocking',
    needs: ['clinician', 'other_claims'],
    procedureCodes: periods.flatMap(({ codes }) => codes),
    check: (input) => {
      const taken = periodTaken(input, periods);
      return findWhen(taken !== undefined, {
        message: `claim ${taken?.other.claimId ?? ''} bills ${taken?.code ?? ''}, which counts one time in ${span} with what this claim bills`,
        location: 'claim.lines',
        remedy,
      });
    },
  };
}

function otherMonitoring({ claim, otherClaims, visit }: ScrubInput) {
  if (otherClaims.length === 0) return undefined;
  const billsOf = (codes: readonly string[]) => claim.lines.some((line) => codes.includes(line.procedureCode));
  const excluded = [
    ...(billsOf(physiologicMonitoringCodes) ? therapeuticMonitoringCodes : []),
    ...(billsOf(therapeuticMonitoringCodes) ? physiologicMonitoringCodes : []),
  ];
  return otherClaims.find(
    (other) =>
      other.precedence !== 'behind' &&
      inOnePeriod('calendar_month', other.dateOfService, visit.dateOfService) &&
      other.lines.some((line) => excluded.includes(line.procedureCode)),
  );
}

/** Services that count one time in days or months, beside the other claims of the patient in our own book. */
export const oncePeriodEdits: readonly ScrubEdit[] = [
  onceInPeriod({
    id: 'digital-visit-once-in-seven-days',
    effectiveFrom: always,
    source: 'CPT online digital evaluation and management: one code for the time of seven days',
    title: 'One digital visit is billed in seven days',
    periods: digitalVisitPeriods,
    span: 'seven days',
    remedy:
      'Add its minutes to the digital visit of those days: replace that claim when they lift its code, and void this one.',
  }),
  onceInPeriod({
    id: 'device-supply-once-in-thirty-days',
    effectiveFrom: always,
    source: 'CPT 99445, 99454, 98976–98978, 98984–98986, 99091: once in thirty days; CY2026 PFS final rule',
    title: 'One device supply is billed in thirty days',
    periods: deviceSupplyPeriods,
    span: 'thirty days',
    remedy: 'Bill the supply when thirty days are over, or void this claim when it is for the same days.',
  }),
  onceInPeriod({
    id: 'management-once-a-month',
    effectiveFrom: always,
    source:
      'CPT 99457, 99470, 98979, 98980, 99424, 99426, 99484, 99487, 99490–99493; HCPCS G0556–G0558: by calendar month, one programme of care; principal care beside another of the same clinician (verify)',
    title: 'Management is billed one time in a calendar month',
    periods: monthlyPeriods,
    span: 'a calendar month',
    remedy: 'Add the time of the month and bill it on one claim by one programme, further time by its add-on.',
  }),
  onceInPeriod({
    id: 'risk-assessment-once-in-six-months',
    effectiveFrom: year2024,
    source: 'CY2024 and CY2026 PFS final rules: G0136 not more often than every six months',
    title: 'One risk assessment is billed in six months',
    periods: riskAssessmentPeriods,
    span: 'six months',
    remedy: 'Take G0136 off; it is paid again when six months are over.',
  }),
  {
    id: 'physiologic-and-therapeutic-in-one-month',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CY2022 and CY2024 PFS final rules: RPM and RTM are not billed together for one patient',
    title: 'Physiologic and therapeutic monitoring are not billed for one month',
    needs: ['other_claims'],
    procedureCodes: monitoringCodes,
    check: (input) => {
      const other = otherMonitoring(input);
      return findWhen(other !== undefined, {
        message: `claim ${other?.claimId ?? ''} bills the other kind of remote monitoring in the same calendar month`,
        location: 'claim.lines',
        remedy: 'Keep the kind that was ordered for the month and void the other.',
      });
    },
  },
  {
    id: 'monitoring-of-other-clinician',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CY2021 PFS final rule: remote monitoring is billed by one practitioner in a period',
    title: 'One clinician bills the patient’s monitoring in thirty days',
    needs: ['clinician', 'other_claims'],
    check: ({ claim, otherClaims, visit }) => {
      if (otherClaims.length === 0 || !claim.lines.some((line) => isMonitoring(line.procedureCode))) return [];
      const other = otherClaims.find(
        (each) =>
          each.precedence !== 'behind' &&
          each.clinicianNpi !== visit.clinician.npi &&
          inOnePeriod('thirty_days', each.dateOfService, visit.dateOfService) &&
          each.lines.some((line) => isMonitoring(line.procedureCode)),
      );
      return findWhen(other !== undefined, {
        message: `claim ${other?.claimId ?? ''} bills monitoring of the same patient by another clinician`,
        location: 'claim.lines',
        remedy: 'Bill the period under the clinician who ordered the monitoring.',
      });
    },
  },
];

function isMonitoring(code: string): boolean {
  return procedureFacts(code)?.delivery === 'monitoring';
}
