import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileToJson } from '../../domain/x12/json/file-to-json.js';
import { jsonToFile } from '../../domain/x12/json/json-to-file.js';
import { changed } from '../builders/changed-models.js';
import { wellFormedFiles } from '../builders/x12-files.js';

/** As it is after being written to a file and read from it. */
function throughText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test('a file of our writers becomes JSON and back with the same bytes', () => {
  fc.assert(
    fc.property(wellFormedFiles, (text) => {
      const { document, findings } = fileToJson(text);
      // Made-up ids and sums are wrong at the levels above.
      expect(findings.filter(({ snip = 1, severity }) => snip <= 2 && severity === 'error')).toEqual([]);
      expect(jsonToFile(throughText(document))).toEqual({ ok: true, value: { text, warnings: [] } });
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('several interchanges in one file stay apart and in order', () => {
  fc.assert(
    fc.property(fc.array(wellFormedFiles, { minLength: 2, maxLength: 3 }), (texts) => {
      const text = texts.join('');
      const { document } = fileToJson(text);
      expect(document.interchanges).toHaveLength(texts.length);
      expect(jsonToFile(throughText(document))).toEqual({ ok: true, value: { text, warnings: [] } });
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('a file made of changed JSON says what that JSON says but for what the warnings name', () => {
  fc.assert(
    fc.property(changed(wellFormedFiles.map((text) => throughText(fileToJson(text).document))), (json) => {
      const made = jsonToFile(json);
      if (!made.ok) {
        expect(made.error.every(({ severity }) => severity === 'error')).toBe(true);
        return;
      }
      if (made.value.warnings.length > 0) return;
      const again = jsonToFile(throughText(fileToJson(made.value.text).document));
      expect(again).toEqual({ ok: true, value: { text: made.value.text, warnings: [] } });
    }),
    { numRuns: 300 },
  );
}, 60_000);
