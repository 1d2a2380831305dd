import { describe, expect, it } from 'vitest';
import { parseCalendarQuarter } from '../../../domain/coding/calendar-quarter.js';
import { buildDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { scrubClaim } from '../../../domain/scrubbing/scrub-claim.js';
import type { ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { buildProcedureCodeSet } from '../../../domain/coding/procedure-code-set.js';
import { aClaim, aLine, aScrubInput, aVisit } from '../../builders/rules.js';

function traceOf(overrides: Partial<ScrubInput>) {
  const [summary, ...findings] = scrubClaim(aScrubInput(overrides)).trace;
  return { summary, findings: findings.map(({ decision, facts }) => [decision, facts['location']]) };
}

const withoutNote = { visit: aVisit({ documentation: { present: false } }) };
const second = aLine({ lineNumber: 2, procedureCode: '96127' });

describe('the trace of a scrub', () => {
  it('says that a clean claim may go', () => {
    expect(traceOf({}).summary).toMatchObject({
      decision: 'the claim may be sent',
      facts: { dateOfService: '2026-03-10', blocking: 0, warnings: 0 },
    });
  });

  it('says that a claim with a finding that blocks is held, and by what', () => {
    const { summary, findings } = traceOf({ ...withoutNote, eligibility: null });
    expect(summary).toMatchObject({ decision: 'the claim is held', facts: { blocking: 1, warnings: 1 } });
    expect(findings).toContainEqual([expect.stringMatching(/ \(blocks the claim\)$/), 'visit.documentation.present']);
    expect(findings).toContainEqual([expect.stringMatching(/ \(goes along\)$/), expect.stringMatching(/./)]);
  });

  it('says that a finding was set aside by a person', () => {
    const { summary, findings } = traceOf({ ...withoutNote, overriddenEditIds: ['note-missing'] });
    expect(summary).toMatchObject({ decision: 'the claim may be sent', facts: { blocking: 0, warnings: 1 } });
    expect(findings).toEqual([
      [expect.stringMatching(/^.+ \(set aside by a person\)$/), 'visit.documentation.present'],
    ]);
  });
});

describe('the code sets that judged a claim', () => {
  it('are the built-in subsets while nothing is loaded; pairs are judged where there are two lines', () => {
    const builtIn = 'built-in subset';
    const { facts } = traceOf({}).summary ?? {};
    expect(facts).toMatchObject({ icd10CmCodes: builtIn, hcpcsCodes: builtIn, unitLimits: builtIn });
    expect(facts).not.toHaveProperty('ncciPairs');
    expect(traceOf({ claim: aClaim({ lines: [aLine(), second] }) }).summary?.facts).toMatchObject({
      ncciPairs: builtIn,
    });
  });

  it('are named by their year or quarter once loaded', () => {
    const quarter = parseCalendarQuarter('2026q1');
    if (quarter === null) throw new Error('no quarter');
    const { facts } =
      traceOf({
        diagnosisCodes: buildDiagnosisCodeSet([{ fiscalYear: 2026, codes: ['I10'] }]),
        procedureCodes: buildProcedureCodeSet([{ quarter, revision: 2, codes: ['G2211'] }]),
      }).summary ?? {};
    expect(facts).toMatchObject({ icd10CmCodes: 'fiscal year 2026', hcpcsCodes: '2026q1 revision 2' });
  });
});
