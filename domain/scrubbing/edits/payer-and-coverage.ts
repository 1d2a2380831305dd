import { needsPriorAuthorization } from '../../payer/payer-requirements.js';
import { always, version5010 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';

/** Who pays, and whether they will. */
export const payerAndCoverageEdits: readonly ScrubEdit[] = [
  {
    id: 'coverage-missing',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2000B SBR: a claim names the subscriber’s coverage',
    title: 'The visit has a primary coverage',
    needs: ['coverage'],
    check: ({ visit, payer }) =>
      findWhen(payer.payerClass !== 'self_pay' && !visit.coverages.some((coverage) => coverage.rank === 'primary'), {
        message: 'the visit names no primary coverage',
        location: 'visit.coverages',
        remedy: 'Enter the coverage, or bill the patient as self pay.',
      }),
  },
  {
    id: 'coverage-rank-repeated',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loops 2000B and 2320 SBR01: each rank one time',
    title: 'No two coverages have the same rank',
    needs: ['coverage'],
    check: ({ visit }) =>
      findWhen(new Set(visit.coverages.map((coverage) => coverage.rank)).size < visit.coverages.length, {
        message: 'two coverages have the same rank',
        location: 'visit.coverages',
        remedy: 'Settle with the patient which payer is first.',
      }),
  },
  {
    id: 'coverage-not-on-date',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the coverage’s own dates',
    title: 'The coverage was in force on the date of service',
    needs: ['coverage'],
    check: ({ visit }) => {
      const primary = visit.coverages.find((coverage) => coverage.rank === 'primary');
      const tooEarly = primary?.from !== undefined && visit.dateOfService < primary.from;
      const tooLate = primary?.to !== undefined && visit.dateOfService > primary.to;
      return findWhen(tooEarly || tooLate, {
        message: 'the date of service is outside of the dates of the primary coverage',
        location: 'visit.coverages[primary]',
        remedy: 'Ask for eligibility on the date of service and enter the coverage then in force.',
      });
    },
  },
  {
    id: 'eligibility-inactive',
    severity: 'blocking',
    effectiveFrom: always,
    source: '271 loop 2110C EB01 6: inactive; CARC 26, 27',
    title: 'The payer says that the coverage is active',
    needs: ['eligibility'],
    check: ({ eligibility }) =>
      findWhen(eligibility?.status === 'inactive', {
        message: 'the payer answered that the coverage is not active',
        location: 'eligibility.status',
        remedy: 'Find the coverage in force on the date of service, or bill the patient.',
      }),
  },
  {
    id: 'eligibility-member-not-found',
    severity: 'blocking',
    effectiveFrom: always,
    source: '271 AAA03: member not found; CARC 31',
    title: 'The payer knows the member',
    needs: ['eligibility'],
    check: ({ eligibility }) =>
      findWhen(eligibility?.status === 'not_found', {
        message: 'the payer does not find the member by name, birth date and member id',
        location: 'eligibility.status',
        remedy: 'Compare name, birth date and member id with the card; ask again.',
      }),
  },
  {
    id: 'eligibility-not-verified',
    severity: 'warning',
    effectiveFrom: always,
    source: '45 CFR 162.1202; the practice’s eligibility policy',
    title: 'Eligibility was verified',
    needs: ['eligibility'],
    check: ({ eligibility, payer }) => {
      const status = eligibility?.status ?? 'unknown';
      return findWhen(payer.payerClass !== 'self_pay' && (status === 'unknown' || status === 'rejected'), {
        message: 'the payer gave no answer about the coverage',
        location: 'eligibility',
        remedy: 'Ask again, or look the member up in the payer’s portal.',
      });
    },
  },
  {
    id: 'telehealth-benefit-excluded',
    severity: 'blocking',
    effectiveFrom: always,
    source: '271 loop 2110C EB01 I for the service; CARC 204',
    title: 'The plan covers telehealth',
    needs: ['eligibility'],
    check: ({ eligibility }) =>
      findWhen(eligibility?.telehealthBenefit === 'not_covered', {
        message: 'the payer answered that the plan does not cover telehealth',
        location: 'eligibility.telehealthBenefit',
        remedy: 'Check the state’s parity law and the plan; else settle the visit with the patient.',
      }),
  },
  {
    id: 'out-of-network',
    severity: 'warning',
    effectiveFrom: always,
    source: '271 loop 2110C EB12 N; the plan’s benefits outside of its network',
    title: 'The practice is in the plan’s network',
    needs: ['eligibility'],
    check: ({ eligibility }) =>
      findWhen(eligibility?.inNetwork === 'no', {
        message: 'the payer answered that the practice is out of network',
        location: 'eligibility.inNetwork',
        remedy: 'Check the contract; tell the patient what out of network costs.',
      }),
  },
  {
    id: 'authorization-missing',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the payer’s prior authorization list; 837P loop 2300 REF*G1; CARC 197',
    title: 'Services that need prior authorization have its number',
    asksFor: ['priorAuthorizationNumber'],
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          input.claim.priorAuthorizationNumber === undefined &&
          needsPriorAuthorization(input.payer, line.procedureCode),
        (line) => ({
          field: 'procedureCode',
          message: `${input.payer.name} wants prior authorization for ${line.procedureCode}`,
          remedy: 'Enter the authorization number, or ask for a retroactive one.',
        }),
      ),
  },
  {
    id: 'payer-line-maximum',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: 'the payer’s companion guide: lines a claim (837P loop 2400 allows fifty)',
    title: 'The claim has no more lines than the payer takes',
    check: ({ claim, payer }) => {
      const most = payer.edits?.linesMax;
      return findWhen(most !== undefined && claim.lines.length > most, {
        message: `${payer.name} takes ${most ?? ''} lines a claim`,
        location: 'claim.lines',
        remedy: 'Send the rest as a second claim.',
      });
    },
  },
];
