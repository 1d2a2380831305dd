import { addDays, addMonths } from '../../kernel/plain-date.js';
import { filingLimitDate, filingLimitWords } from '../../payer/filing-limit.js';
import { takesFrequencyCode } from '../../payer/frequency-codes.js';
import { always, version5010 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';

/** Days before the filing limit at which a claim becomes urgent. */
const nearLimitDays = 10;

/** Whom a claim is filed with: what patients pay themselves goes to nobody by file, and no limit ends it. */
const filedWith = ['medicare', 'medicare_advantage', 'medicaid', 'commercial'] as const;

/** When and how the claim is filed. */
export const filingEdits: readonly ScrubEdit[] = [
  {
    id: 'service-in-future',
    severity: 'blocking',
    effectiveFrom: always,
    source: '837P loop 2400 DTP*472: the service has been rendered',
    title: 'The date of service is not in the future',
    needs: ['filing_date'],
    check: ({ visit, today }) =>
      findWhen(visit.dateOfService > today, {
        message: 'the date of service is after today',
        location: 'visit.dateOfService',
        remedy: 'Correct the date, or wait until the visit has taken place.',
      }),
  },
  {
    id: 'line-date-differs',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2400 DTP*472: a telehealth visit is one day',
    title: 'Lines have the visit’s date',
    check: (input) =>
      findOnLines(
        input,
        (line) => line.dateOfService !== input.visit.dateOfService,
        (line) => ({
          field: 'dateOfService',
          message: `line ${line.lineNumber} has another date than the visit`,
          remedy: 'Correct the line, or send the other day as a visit of its own.',
        }),
      ),
  },
  {
    id: 'filing-limit-passed',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the payer’s filing limit; 42 CFR 424.44, 447.45(d)',
    title: 'The claim is within the filing limit',
    needs: ['filing_date'],
    payerClasses: filedWith,
    check: ({ visit, payer, today, frequencyCode }) => {
      const limit = filingLimitDate(payer, visit.dateOfService);
      if (frequencyCode !== '1' || today <= limit) return [];
      return findWhen(true, {
        message: `the filing limit of ${filingLimitWords(payer)} ended on ${limit}`,
        location: 'visit.dateOfService',
        remedy: 'Find proof that the claim was filed before, or write it off; the patient does not owe it.',
      });
    },
  },
  {
    id: 'filing-limit-near',
    severity: 'warning',
    effectiveFrom: always,
    source: 'the payer’s filing limit; 42 CFR 424.44, 447.45(d)',
    title: 'The filing limit is not close',
    needs: ['filing_date'],
    payerClasses: filedWith,
    check: ({ visit, payer, today, frequencyCode }) => {
      const limit = filingLimitDate(payer, visit.dateOfService);
      if (frequencyCode !== '1' || today > limit || today < addDays(limit, -nearLimitDays)) return [];
      return findWhen(true, {
        message: `the filing limit ends on ${limit}`,
        location: 'visit.dateOfService',
        remedy: 'Send the claim today.',
      });
    },
  },
  {
    id: 'replacement-without-payer-number',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2300 REF*F8 with CLM05-3 of 7 or 8',
    title: 'A replacement or void names the payer’s claim',
    check: ({ frequencyCode, payerClaimControlNumber }) =>
      findWhen(frequencyCode !== '1' && payerClaimControlNumber === undefined, {
        message: `a claim of frequency ${frequencyCode} must carry the payer’s claim number and there is none`,
        location: 'payerClaimControlNumber',
        remedy: 'Enter the number from the payer’s advice, or send the claim as a new one if the payer never had it.',
      }),
  },
  {
    id: 'replacement-not-taken',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 34; 42 CFR 405.980: Medicare Part B corrects by reopening',
    title: 'The payer takes replacement claims',
    check: ({ frequencyCode, payer }) =>
      findWhen(!takesFrequencyCode(payer, frequencyCode), {
        message: `${payer.name} takes no claim of frequency ${frequencyCode}`,
        location: 'frequencyCode',
        remedy: 'Send a new claim when the payer returned this one as unprocessable, else ask for a reopening.',
      }),
  },
  {
    id: 'correction-window-passed',
    severity: 'warning',
    effectiveFrom: always,
    source: 'the payer’s limit for corrected claims; 42 CFR 405.980(c): a party may ask within a year',
    title: 'A replacement is within the payer’s window',
    needs: ['filing_date'],
    check: ({ visit, payer, today, frequencyCode }) => {
      if (frequencyCode === '1') return [];
      // The day of the remittance is no fact of a claim here: counted from the last day for filing, the window is at its longest.
      const isOfService = payer.correctedClaimLimitFrom === 'date_of_service';
      const from = isOfService ? visit.dateOfService : filingLimitDate(payer, visit.dateOfService);
      const limit = addDays(from, payer.correctedClaimLimitDays);
      return findWhen(today > limit, {
        message: isOfService
          ? `the window for corrected claims ended on ${limit}`
          : `the window for corrected claims, counted from the last day for filing, ended on ${limit}`,
        location: 'visit.dateOfService',
        remedy: 'Ask the payer to reopen the claim, or appeal.',
      });
    },
  },
  {
    id: 'medicaid-federal-filing-limit',
    severity: 'blocking',
    effectiveFrom: always,
    source: '42 CFR 447.45(d)(1): no later than twelve months from the date of service',
    title: 'A Medicaid claim is filed within twelve months',
    needs: ['filing_date'],
    payerClasses: ['medicaid'],
    check: ({ visit, today, frequencyCode }) =>
      findWhen(frequencyCode === '1' && today > addMonths(visit.dateOfService, 12), {
        message: 'more than twelve months have passed since the date of service',
        location: 'visit.dateOfService',
        remedy: 'Only a state’s exception (retroactive eligibility, Medicare first) lets it be paid; ask the agency.',
      }),
  },
];
