import type { SeededRandom } from '../../domain/kernel/seeded-random.js';
import type { UsState } from '../../domain/kernel/us-state.js';

export const demonstrationPayerCodes = [
  'medicare',
  'liberty-advantage',
  'summit-health',
  'cobalt-mutual',
  'unity-care',
  'prairie-blue',
  'granite-tpa',
  'ny-medicaid',
  'tx-medicaid',
  'ca-medicaid',
  'il-medicaid',
] as const;
export type DemonstrationPayerCode = (typeof demonstrationPayerCodes)[number];

type DemonstrationPayer = {
  readonly name: string;
  readonly states: readonly UsState[];
  readonly ageMin: number;
  readonly ageMax: number;
  readonly groupNumber: boolean;
  /** A plain member id in the payer's manner; never one the simulator scripts. */
  readonly memberId: (random: SeededRandom) => string;
};

const beneficiaryLetters = [...'ACDEFGHJKMNPQRTUVWXY'];

/** A Medicare beneficiary identifier by CMS's pattern of letters and digits, in which S, L, O, I, B and Z don't occur. */
function beneficiaryIdentifier(random: SeededRandom): string {
  const letter = () => random.pick(beneficiaryLetters);
  const either = () => (random.chance(0.5) ? letter() : random.digits(1));
  const first = random.integer(1, 9);
  const head = `${first}${letter()}${either()}${random.digits(1)}`;
  return `${head}${letter()}${either()}${random.digits(1)}${letter()}${letter()}${random.digits(2)}`;
}

const commercialStates: readonly UsState[] = ['NY', 'TX', 'CA', 'NJ', 'PA', 'IL'];
const adults = { ageMin: 19, ageMax: 63 } as const;
const seniors = { ageMin: 66, ageMax: 88 } as const;

function commercial(name: string, prefix: string): DemonstrationPayer {
  const memberId = (random: SeededRandom) => `${prefix}${random.digits(9)}`;
  return { name, states: commercialStates, ...adults, groupNumber: true, memberId };
}

function medicaid(name: string, state: UsState): DemonstrationPayer {
  const letters = (random: SeededRandom) => `${random.pick(beneficiaryLetters)}${random.pick(beneficiaryLetters)}`;
  const memberId = (random: SeededRandom) => `${letters(random)}${random.digits(5)}${random.pick(beneficiaryLetters)}`;
  return { name, states: [state], ...adults, groupNumber: false, memberId };
}

/** The payers of the demonstration by the codes of the default payer profiles. */
export const demonstrationPayers: Readonly<Record<DemonstrationPayerCode, DemonstrationPayer>> = {
  medicare: {
    name: 'Medicare Part B',
    states: ['NY', 'TX', 'NJ', 'PA'],
    ...seniors,
    groupNumber: false,
    memberId: beneficiaryIdentifier,
  },
  'liberty-advantage': { ...commercial('Liberty Medicare Advantage', 'LMA'), ...seniors, groupNumber: false },
  'summit-health': commercial('Summit Health Plan', 'W'),
  'cobalt-mutual': commercial('Cobalt Mutual', 'U'),
  'unity-care': commercial('Unity Care Insurance', '9'),
  'prairie-blue': commercial('Prairie Blue Shield', 'XPB'),
  'granite-tpa': commercial('Granite Benefit Administrators', 'GB'),
  'ny-medicaid': medicaid('New York Medicaid', 'NY'),
  'tx-medicaid': medicaid('Texas Medicaid', 'TX'),
  'ca-medicaid': medicaid('California Medi-Cal', 'CA'),
  'il-medicaid': medicaid('Illinois Medicaid', 'IL'),
};
