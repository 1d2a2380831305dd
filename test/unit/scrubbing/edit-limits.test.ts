import { expect, it } from 'vitest';
import type { CodedClaim } from '../../../domain/coding/coded-claim.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import type { OtherClaim, ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import type { VisitInput } from '../../../domain/visit/visit.js';
import { aClaim, aLine, aPayer, aVisit, otherLines } from '../../builders/rules.js';
import { type EditCase, verdictOf } from './edits-firing.js';

type Line = CodedClaim['lines'][number];

/** A claim of the lines, to a payer, of a visit changed so. */
function claimOf(
  lines: readonly Partial<Line>[],
  visit: Partial<VisitInput> = {},
  payer = 'summit-health',
): Partial<ScrubInput> {
  const numbered = lines.map((line, index) => aLine({ lineNumber: index + 1, ...line }));
  return { claim: aClaim({ lines: numbered }), visit: aVisit(visit), payer: aPayer(payer) };
}

const code = (procedureCode: string, units = 1, modifiers: string[] = []): Partial<Line> => {
  return { procedureCode, units, modifiers };
};

function beside(other: Partial<OtherClaim>, lines: readonly Partial<Line>[] = [code('99213')]): Partial<ScrubInput> {
  const { dateOfService, clinician } = aVisit();
  const same = { claimId: 'clm_1', dateOfService, clinicianNpi: clinician.npi, lines: otherLines('99213') };
  return { ...claimOf(lines), otherClaims: [{ ...same, diagnoses: ['I10'], precedence: 'gone', ...other }] };
}

const by = (type: VisitInput['clinician']['type']): Partial<VisitInput> => ({
  clinician: { ...aVisit().clinician, type },
});
const inState = (state: VisitInput['patientLocation']['state']): Partial<VisitInput> => ({
  patientLocation: { setting: 'home', state },
});
const marked = (...modifiers: string[]): Partial<OtherClaim> => ({ lines: [{ procedureCode: '99213', modifiers }] });
const colleague = { clinicianNpi: '1999902083' };
const minutes = (totalMinutes: number | undefined): Partial<VisitInput> => ({ totalMinutes });
const level = (medicalDecisionMaking: VisitInput['medicalDecisionMaking'], totalMinutes?: number) => {
  return { medicalDecisionMaking, totalMinutes };
};
const hospice = [code('99213', 1, ['GV'])];
const afterWaivers = { dateOfService: '2028-01-01' } as const;
const home = claimOf([code('90834')], afterWaivers, 'medicare');
const audio = { modality: 'audio_only' } as const;
const covered = (from: string | undefined, to: string | undefined): Partial<ScrubInput> => {
  const [first] = aVisit().coverages;
  const dates = { ...(from && { from: plainDate(from) }), ...(to && { to: plainDate(to) }) };
  return claimOf([{}], { coverages: first ? [{ ...first, ...dates }] : [] });
};

const cases: readonly EditCase[] = [
  ['visit-level-not-supported', '19 minutes for 99213', 'finds', claimOf([code('99213')], minutes(19))],
  ['visit-level-not-supported', '20 minutes for 99213', 'passes', claimOf([code('99213')], minutes(20))],
  ['visit-level-not-supported', 'low decisions for 99213', 'passes', claimOf([code('99213')], level('low'))],
  ['visit-level-not-supported', 'low decisions for 99214', 'finds', claimOf([code('99214')], level('low'))],
  ['visit-level-not-supported', 'decisions above the minutes', 'passes', claimOf([code('99215')], level('high', 5))],
  ['visit-level-not-supported', 'psychotherapy has no level', 'passes', claimOf([code('90834')], minutes(5))],
  ['visit-level-not-documented', 'decisions alone', 'passes', claimOf([{}], level('low'))],
  ['visit-level-not-documented', 'minutes alone', 'passes', claimOf([{}], minutes(20))],
  ['visit-level-not-documented', 'neither', 'finds', claimOf([{}], minutes(undefined))],
  ['nutrition-units', '97802, 22 minutes for two', 'finds', claimOf([code('97802', 2)], minutes(22))],
  ['nutrition-units', '97802, 23 minutes for two', 'passes', claimOf([code('97802', 2)], minutes(23))],
  ['nutrition-units', '97803, 22 minutes for two', 'finds', claimOf([code('97803', 2)], minutes(22))],
  ['nutrition-units', 'a code without such units', 'passes', claimOf([code('97110', 9)], minutes(22))],
  ['nutrition-units', 'no minutes', 'passes', claimOf([code('97803', 9)], minutes(undefined))],
  ['visit-very-long', '180 minutes', 'passes', claimOf([{}], minutes(180))],
  ['visit-very-long', '181 minutes', 'finds', claimOf([{}], minutes(181))],
  ['crisis-units', '74 minutes for one', 'finds', claimOf([code('90839'), code('90840')], minutes(74))],
  ['crisis-units', '75 minutes for one', 'passes', claimOf([code('90839'), code('90840')], minutes(75))],
  ['crisis-units', '104 minutes for two', 'finds', claimOf([code('90839'), code('90840', 2)], minutes(104))],
  ['crisis-units', '105 minutes for two', 'passes', claimOf([code('90839'), code('90840', 2)], minutes(105))],
  ['prolonged-minutes', '99417, 69 for two', 'finds', claimOf([code('99215'), code('99417', 2)], minutes(69))],
  ['prolonged-minutes', '99417, 70 for two', 'passes', claimOf([code('99215'), code('99417', 2)], minutes(70))],
  ['prolonged-minutes', 'G2212, 88 for a new one', 'finds', claimOf([code('99205'), code('G2212')], minutes(88))],
  ['prolonged-minutes', 'G2212, 89 for a new one', 'passes', claimOf([code('99205'), code('G2212')], minutes(89))],
  ['prolonged-minutes', 'without a base', 'passes', claimOf([code('99213'), code('99417')], minutes(20))],
  ['monitoring-management-minutes', '19 of the month', 'finds', claimOf([code('99457')], minutes(19))],
  ['monitoring-management-minutes', '20 of the month', 'passes', claimOf([code('99457')], minutes(20))],
  [
    'monitoring-management-minutes',
    'the month’s minutes stand above those of the visit',
    'passes',
    claimOf([code('99457')], { totalMinutes: 5, monitoring: { managementMinutes: 20 } }),
  ],
  ['hospice-attending-profession', 'a physician', 'passes', claimOf(hospice, {}, 'medicare')],
  ['hospice-attending-profession', 'a nurse', 'passes', claimOf(hospice, by('nurse_practitioner'), 'medicare')],
  ['hospice-attending-profession', 'an assistant', 'passes', claimOf(hospice, by('physician_assistant'), 'medicare')],
  [
    'hospice-attending-profession',
    'a psychologist',
    'finds',
    claimOf(hospice, by('clinical_psychologist'), 'medicare'),
  ],
  ['hospice-modifier-outside-medicare', 'GV', 'finds', claimOf(hospice)],
  ['hospice-modifier-outside-medicare', 'GW', 'finds', claimOf([code('99213', 1, ['GW'])])],
  ['medicare-asynchronous-states', 'Alaska', 'passes', claimOf([code('99213', 1, ['GQ'])], inState('AK'), 'medicare')],
  ['medicare-asynchronous-states', 'Hawaii', 'passes', claimOf([code('99213', 1, ['GQ'])], inState('HI'), 'medicare')],
  ['medicare-asynchronous-states', 'Ohio', 'finds', claimOf([code('99213', 1, ['GQ'])], inState('OH'), 'medicare')],
  ['medicare-asynchronous-states', 'video in Ohio', 'passes', claimOf([{}], inState('OH'), 'medicare')],
  ['medicare-home-after-waivers', 'psychotherapy', 'passes', home],
  ['medicare-home-after-waivers', 'a visit', 'finds', claimOf([code('99213')], afterWaivers, 'medicare')],
  [
    'medicare-home-after-waivers',
    'a visit beside psychotherapy',
    'finds',
    claimOf([code('90834'), code('99213')], afterWaivers, 'medicare'),
  ],
  [
    'medicare-home-after-waivers',
    'a visit in a clinic',
    'passes',
    claimOf([code('99213')], { ...afterWaivers, patientLocation: { setting: 'other', state: 'NY' } }, 'medicare'),
  ],
  ['medicare-behavioral-in-person', 'psychotherapy', 'finds', home],
  [
    'medicare-behavioral-in-person',
    'psychotherapy in a clinic',
    'passes',
    claimOf([code('90834')], { ...afterWaivers, patientLocation: { setting: 'other', state: 'NY' } }, 'medicare'),
  ],
  ['new-york-medicaid-audio-only-reason', 'no reason', 'finds', claimOf([{}], audio, 'ny-medicaid')],
  ['new-york-medicaid-audio-only-reason', 'by video', 'passes', claimOf([{}], {}, 'ny-medicaid')],
  ['new-york-medicaid-audio-only-reason', 'of another state', 'passes', claimOf([{}], audio, 'ca-medicaid')],
  ['medicaid-patient-in-other-state', 'in the state', 'passes', claimOf([{}], inState('NY'), 'ny-medicaid')],
  ['medicaid-patient-in-other-state', 'elsewhere', 'finds', claimOf([{}], inState('NJ'), 'ny-medicaid')],
  ['duplicate-claim', 'one of two codes', 'finds', beside({}, [code('99213'), code('96127')])],
  ['duplicate-claim', 'that came later', 'passes', beside({ precedence: 'behind' })],
  [
    'duplicate-claim',
    'a visit with 25 sent again',
    'finds',
    beside(marked('25', '95'), [code('99213', 1, ['25', '95'])]),
  ],
  ['duplicate-claim', '25 on ours alone', 'finds', beside({}, [code('99213', 1, ['25'])])],
  ['duplicate-claim', 'a mark on another line', 'finds', beside({}, [code('99213'), code('96127', 1, ['59'])])],
  ['duplicate-claim', 'a mark on the shared line', 'passes', beside({}, [code('99213', 1, ['77']), code('96127')])],
  ['duplicate-claim', 'the marked line sent again', 'finds', beside(marked('59'), [code('99213', 1, ['95', '59'])])],
  ['duplicate-claim', 'the mark on theirs', 'passes', beside(marked('76'))],
  ['duplicate-claim', 'another mark than theirs', 'passes', beside(marked('76'), [code('99213', 1, ['XE'])])],
  ['duplicate-claim', 'of a colleague', 'passes', beside(colleague)],
  ['second-visit-same-day', 'another code', 'finds', beside({ lines: otherLines('90834') })],
  ['second-visit-same-day', 'one code of two shared', 'passes', beside({}, [code('99213'), code('96127')])],
  ['visit-of-other-clinician-same-day', 'a colleague', 'finds', beside(colleague)],
  [
    'visit-of-other-clinician-same-day',
    'a visit among the codes of both',
    'finds',
    beside({ ...colleague, lines: otherLines('96127', '99214') }, [code('96127'), code('99213')]),
  ],
  ['visit-of-other-clinician-same-day', 'no visit of ours', 'passes', beside(colleague, [code('90834')])],
  [
    'visit-of-other-clinician-same-day',
    'no visit of hers',
    'passes',
    beside({ ...colleague, lines: otherLines('90834') }),
  ],
  [
    'visit-of-other-clinician-same-day',
    'the day before',
    'passes',
    beside({ ...colleague, dateOfService: plainDate('2026-03-09') }),
  ],
  [
    'monitoring-of-other-clinician',
    'monitoring among the codes of both',
    'finds',
    beside({ ...colleague, lines: otherLines('99213', '99457') }, [code('99213'), code('99457')]),
  ],
  ['monitoring-of-other-clinician', 'a visit of hers', 'passes', beside(colleague, [code('99457')])],
  ['coverage-dates-reversed', 'one day', 'passes', covered('2026-01-01', '2026-01-01')],
  ['coverage-dates-reversed', 'reversed', 'finds', covered('2026-01-02', '2026-01-01')],
  ['coverage-dates-reversed', 'without an end', 'passes', covered('2026-01-02', undefined)],
  ['coverage-dates-reversed', 'without a begin', 'passes', covered(undefined, '2026-01-02')],
];

it.each(cases)('%s: %s, %s', (editId, _, verdict, overrides) => {
  expect(verdictOf(editId, overrides)).toBe(verdict);
});
