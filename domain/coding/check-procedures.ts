import type { Finding } from '../kernel/finding.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { question } from './coding-step.js';
import { mayReport, type ProcedureFacts, procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';

/** What stands against reporting each code: the clinician's profession, the payer, Medicare's telehealth list of the date. */
export function checkProcedures(
  visit: Visit,
  payer: PayerProfile,
  procedures: readonly ProposedProcedure[],
): readonly Finding[] {
  return procedures.flatMap(({ code }, index) => {
    const facts = procedureFacts(code);
    return facts ? [...checkClinician(facts, visit), ...checkPayer(facts, visit, payer, index)] : [];
  });
}

function checkClinician(facts: ProcedureFacts, { clinician }: Visit): readonly Finding[] {
  if (mayReport(facts, clinician.type)) return [];
  return [
    question({
      code: 'clinician-may-not-report-procedure',
      message: `${facts.code} is not reported by a ${clinician.type.replaceAll('_', ' ')}`,
      location: 'clinician.type',
      remedy: 'Correct the clinician’s type, or choose a code of this profession.',
      source: codingSources.reportingClinician,
    }),
  ];
}

function checkPayer(facts: ProcedureFacts, visit: Visit, payer: PayerProfile, index: number): readonly Finding[] {
  const findings: Finding[] = [];
  if (facts.payerClasses !== undefined && !facts.payerClasses.includes(payer.payerClass)) {
    findings.push(
      question({
        code: 'procedure-of-other-payers',
        message: `${facts.code} is for ${facts.payerClasses.join(', ')} only, and ${payer.name} is not`,
        location: `procedures[${index}].code`,
        remedy: 'Leave it off, or report the code that this payer takes.',
        source: codingSources.payerScope,
      }),
    );
  }
  const listedFrom = facts.medicareTelehealthFrom;
  if (payer.payerClass === 'medicare' && listedFrom !== undefined && visit.dateOfService < listedFrom) {
    findings.push(
      question({
        code: 'not-on-medicare-telehealth-list',
        message: `${facts.code} is on Medicare’s telehealth list from ${listedFrom}, after the date of service`,
        location: `procedures[${index}].code`,
        remedy: 'Do not bill it to Medicare as telehealth for this date.',
        source: codingSources.medicareTelehealthList,
      }),
    );
  }
  return findings;
}
