import type { EditExampleText } from '../../domain/scrubbing/edit-example-text.js';
import { scrubClaim } from '../../domain/scrubbing/scrub-claim.js';
import type { ScrubInput } from '../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { aScrubInput } from '../builders/rules.js';
import { editExamples } from '../unit/scrubbing/examples/edit-examples.js';

const differencesMax = 4;
/** Parts of an example that people look at; the payer is shown by its code. */
type Shown = Readonly<Record<string, unknown>>;

function shown({
  visit,
  claim,
  payer,
  practice,
  eligibility,
  otherClaims,
  procedureCodes,
  codePairs,
  unitLimits,
  ...rest
}: ScrubInput): Shown {
  const { diagnosisCodes: _, overriddenEditIds: __, ...plain } = rest;
  return {
    visit,
    claim,
    'payer.code': payer.code,
    'payer.edits': payer.edits,
    'payer.requiresPriorAuthorizationFor': payer.requiresPriorAuthorizationFor,
    practice,
    eligibility,
    otherClaims,
    procedureCodes: loaded(procedureCodes),
    codePairs: loaded(codePairs),
    unitLimits: loaded(unitLimits),
    ...plain,
  };
}

function loaded(table: unknown): string {
  return table === undefined ? 'the built-in ones' : 'loaded';
}

/** `path: value` of what one example has otherwise than the other. */
function differences(one: unknown, other: unknown, path: string): readonly string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (isPlain(one) && isPlain(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differences(one[key], other[key], path === '' ? key : `${path}.${key}`));
  }
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.some(isPlain)) {
    return one.flatMap((each, index) => differences(each, other[index], `${path}[${index}]`));
  }
  return [`${path}: ${written(one)}`];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lines of a claim by their codes, all else as JSON. */
function written(value: unknown): string {
  if (value === undefined) return 'none';
  if (Array.isArray(value) && value.length > 0 && value.every(isPlain)) {
    const codes = value.map((each) => each['procedureCode'] ?? each['rank'] ?? JSON.stringify(each));
    return codes.join(', ');
  }
  return JSON.stringify(value);
}

/** What each edit says of its first example, by id. */
export function editExampleTextsOf(): Readonly<Record<string, EditExampleText>> {
  return Object.fromEntries(
    scrubEdits.flatMap((edit) => {
      const [example] = editExamples[edit.id] ?? [];
      if (example === undefined) return [];
      const [fails, passes] = [aScrubInput(example.fails), aScrubInput(example.passes)];
      const { findings, proposals } = scrubClaim(fails);
      const found = findings.find((finding) => finding.editId === edit.id);
      const proposal = proposals.find((each) => each.editId === edit.id);
      const text: EditExampleText = {
        message: found?.message ?? '',
        location: found?.location ?? '',
        remedy: found?.remedy ?? '',
        fix: proposal === undefined ? null : proposal.safe ? 'by_itself' : 'proposed',
        fails: differences(shown(fails), shown(passes), '').slice(0, differencesMax),
        passes: differences(shown(passes), shown(fails), '').slice(0, differencesMax),
      };
      return [[edit.id, text] as const];
    }),
  );
}
