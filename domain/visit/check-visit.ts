import type { Finding } from '../kernel/finding.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { unstorableTextPath } from '../kernel/unstorable-text.js';
import type { Visit } from './visit.js';

/** What makes a visit impossible though each of its fields is well formed. `today` is the business date at the practice. */
export function checkVisit(visit: Visit, today: PlainDate): Finding[] {
  return [...checkText(visit), ...checkDates(visit, today), ...checkCoverages(visit)];
}

function checkText(visit: Visit): Finding[] {
  const path = unstorableTextPath(visit);
  if (path === null) return [];
  return [
    {
      code: 'text-not-storable',
      severity: 'error',
      message: 'the text holds a NUL character or half of a surrogate pair',
      location: path,
      remedy: 'Take the broken character out, or send the text as proper UTF-8.',
      source: 'RFC 8259 section 8.2',
    },
  ];
}

function checkDates(visit: Visit, today: PlainDate): Finding[] {
  const findings: Finding[] = [];
  if (visit.dateOfService > today) {
    findings.push({
      code: 'date-of-service-in-future',
      severity: 'error',
      message: `the date of service is after today, ${today}, in the practice’s time zone`,
      location: 'dateOfService',
      remedy: 'Send the visit after it took place, or correct the date.',
      source: '837P 2400 DTP*472',
    });
  }
  if (visit.patient.birthDate > visit.dateOfService) {
    findings.push({
      code: 'birth-date-after-service',
      severity: 'error',
      message: 'the patient’s birth date is after the date of service',
      location: 'patient.birthDate',
      remedy: 'Correct the birth date or the date of service.',
      source: '837P 2010BA DMG02',
    });
  }
  return findings;
}

function checkCoverages(visit: Visit): Finding[] {
  const findings: Finding[] = [];
  const ranks = new Set<string>();
  visit.coverages.forEach((coverage, index) => {
    if (ranks.has(coverage.rank)) findings.push(repeatedRank(index, coverage.rank));
    ranks.add(coverage.rank);
    if (coverage.relationship !== 'self' && coverage.subscriber === undefined) findings.push(missingSubscriber(index));
    if (coverage.from !== undefined && coverage.to !== undefined && coverage.to < coverage.from) {
      findings.push(reversedPeriod(index));
    }
  });
  if (visit.coverages.length > 0 && !ranks.has('primary')) findings.push(missingPrimary());
  return findings;
}

function missingSubscriber(index: number): Finding {
  return {
    code: 'subscriber-missing',
    severity: 'error',
    message: 'the patient is not the subscriber, and the subscriber is not named',
    location: `coverages.${index}.subscriber`,
    remedy: 'Send the subscriber’s name, birth date and sex, or say relationship "self".',
    source: '837P 2010BA and 2000C',
  };
}

function repeatedRank(index: number, rank: string): Finding {
  return {
    code: 'coverage-rank-repeated',
    severity: 'error',
    message: `two coverages are ${rank}`,
    location: `coverages.${index}.rank`,
    remedy: 'Give each coverage a rank of its own: primary, secondary, tertiary.',
    source: '837P 2000B SBR01',
  };
}

function missingPrimary(): Finding {
  return {
    code: 'primary-coverage-missing',
    severity: 'error',
    message: 'the visit has coverages, none of them primary',
    location: 'coverages',
    remedy: 'Say which coverage is billed first: rank "primary".',
    source: '837P 2000B SBR01',
  };
}

function reversedPeriod(index: number): Finding {
  return {
    code: 'coverage-period-reversed',
    severity: 'error',
    message: 'the coverage ends before it begins',
    location: `coverages.${index}.to`,
    remedy: 'Correct the dates of the coverage, or leave them out.',
    source: '837P 2000B',
  };
}
