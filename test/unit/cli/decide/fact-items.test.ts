import { expect, it } from 'vitest';
import { factItems } from '../../../../cli/decide/fact-items.js';

it('takes one object, an array or an object a line, whatever the file is called', () => {
  expect(factItems('{"a":1}', 'a.json')).toEqual([{ index: 0, line: null, content: { ok: true, value: { a: 1 } } }]);
  expect(factItems('[{"a":1},2]', '-').map(({ content }) => content)).toEqual([
    { ok: true, value: { a: 1 } },
    { ok: true, value: 2 },
  ]);
  expect(factItems('{"a":1}\n\n{"a":2}\n', '-').map(({ index, line }) => [index, line])).toEqual([
    [0, 1],
    [1, 3],
  ]);
});

it('tells the line and column of what is not JSON, and goes on with the next line', () => {
  const items = factItems('{"a":1}\n{"a":}\n{"a":3}', 'visits.ndjson');
  expect(items.map(({ content }) => content.ok)).toEqual([true, false, true]);
  expect(items[1]?.content).toMatchObject({
    error: { code: 'malformed-json', message: 'not JSON at line 2, column 6' },
  });
});

it('loses no line to a stray one among objects a line', () => {
  for (const text of ['{"a":1}\ngarbage\n{"a":3}', 'garbage\n{"a":1}\n{"a":3}']) {
    expect(
      factItems(text, '-')
        .map(({ content }) => content.ok)
        .sort(),
    ).toEqual([false, true, true]);
  }
});

it('takes a broken file of many lines as one broken object, not as lines', () => {
  const items = factItems('{\n  "a": 1,\n  "b": }\n}', 'a.json');
  expect(items).toMatchObject([
    { line: null, content: { ok: false, error: { message: 'not JSON at line 3, column 8' } } },
  ]);
});

it('says nothing of an empty list, and that an empty file is no JSON', () => {
  expect(factItems('[]', 'a.json')).toEqual([]);
  expect(factItems('', 'a.json')).toMatchObject([{ content: { ok: false, error: { code: 'empty-input' } } }]);
  expect(factItems('\n', 'a.ndjson')).toEqual([]);
});
