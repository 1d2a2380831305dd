import type { Finding } from '../../kernel/finding.js';
import { err, ok, type Result } from '../../kernel/result.js';
import { buildModel, fieldPath } from '../schema/build-model.js';
import { x12TextWriter } from '../x12-text.js';
import { type Difference, differences } from './differences.js';
import type { FileJson, InterchangeJson } from './file-json.js';
import { fileJsonSchema } from './file-json-schema.js';
import { fileToJson } from './file-to-json.js';
import { printInterchange, type UndatedSet } from './print-interchange.js';

/** The text of a file, in ASCII, and what is not in it as the JSON said. */
export type FileFromJson = { readonly text: string; readonly warnings: readonly Finding[] };

/**
 * Writes the file a JSON form stands for. What is written is read again and compared: text that had to be put into
 * X12's characters and parts that had to be added are warnings, anything else that would say something else is an
 * error. Never throws; findings name fields by path (`interchanges[0].groups[0] …`) and hold no data.
 */
export function jsonToFile(value: unknown): Result<FileFromJson, readonly Finding[]> {
  const built = buildModel(fileJsonSchema(), value);
  if (!built.ok) return built;
  const undated: Finding[] = [];
  const text = built.value.interchanges.map((one, index) => printOne(one, index, undated)).join('');
  if (undated.length > 0) return err(undated);
  const found = differences(built.value, fileToJson(text).document).map((one) => differenceFinding(one, built.value));
  const errors = found.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? err(errors) : ok({ text, warnings: found });
}

function printOne(interchange: InterchangeJson, index: number, findings: Finding[]): string {
  const undated: UndatedSet[] = [];
  const text = printInterchange(interchange, undated);
  for (const { group, transactionSet } of undated) {
    const path = ['interchanges', index, 'groups', group, 'transactionSets', transactionSet, 'value'];
    findings.push({
      code: 'missing-field',
      severity: 'error',
      message: 'has no createdDate or createdTime, and its group has no date and time to take instead',
      location: fieldPath(path),
      remedy: 'Put createdDate (YYYY-MM-DD) and createdTime (HHMM) in.',
    });
  }
  return text;
}

function differenceFinding({ path, before, after }: Difference, document: FileJson): Finding {
  const location = fieldPath(path);
  if (before === undefined) {
    return {
      code: 'field-added',
      severity: 'warning',
      message: 'is not in the JSON, and the file can not do without: it was filled in',
      location,
    };
  }
  if (typeof before === 'string' && typeof after === 'string' && before !== after) {
    const [, index] = path;
    const delimiters = typeof index === 'number' ? document.interchanges[index]?.delimiters : undefined;
    const write = delimiters && x12TextWriter({ ...delimiters, repetition: delimiters.repetition }, 'extended');
    if (write?.(before) === after) {
      return {
        code: 'text-changed',
        severity: 'warning',
        message: 'holds characters that X12 can not carry here: they were put into plain ASCII without delimiters',
        location,
      };
    }
  }
  return {
    code: 'not-writable',
    severity: 'error',
    message: 'would not be read back from the file as it stands here',
    location,
    remedy: 'Correct it to something this transaction can say: within its length, list and number of repeats.',
  };
}
