import { CommanderError, InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { AlreadyRunningError } from '../../../../cli/supervise/single-instance.js';
import { explainError } from '../../../../cli/text/explain-error.js';
import { clockRate, dateText, oneOf, seedText, wholeNumber } from '../../../../cli/text/parse-option.js';
import { plainTable } from '../../../../cli/text/plain-table.js';
import { UsageError } from '../../../../cli/text/usage-error.js';
import { ConfigError } from '../../../../gateways/config/config-error.js';

describe('options', () => {
  test.each([
    [wholeNumber(1, 100), '100', 100],
    [clockRate, '0.5', 0.5],
    [clockRate, '43200', 43_200],
    [seedText, 'demo-2', 'demo-2'],
    [dateText, '2026-02-28', '2026-02-28'],
    [oneOf(['a', 'b']), 'b', 'b'],
  ])('%o takes %s', (parse, text, value) => {
    expect(parse(text)).toBe(value);
  });

  test.each([
    [wholeNumber(1, 100), '0'],
    [wholeNumber(1, 100), '101'],
    [wholeNumber(1, 100), '1e1'],
    [wholeNumber(1, 100), ''],
    [clockRate, '0'],
    [clockRate, '-1'],
    [clockRate, '1e9'],
    [seedText, 'a b'],
    [seedText, ''],
    [dateText, '2026-02-30'],
    [oneOf(['a', 'b']), 'toString'],
  ])('%o refuses %j', (parse, text) => {
    expect(() => parse(text)).toThrow(InvalidArgumentError);
  });
});

describe('failures', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

  test.each([
    ['wrong use', new UsageError('no such file'), 2, 'no such file'],
    ['wrong configuration', new ConfigError([{ variable: 'X', message: 'is missing' }]), 2, 'X: is missing'],
    ['a second product', new AlreadyRunningError(7, '/state'), 1, 'process 7'],
    ['a server that is down', refused, 1, "can't be reached"],
    ['a server that is down at all its addresses', new AggregateError([refused]), 1, '127.0.0.1:5432'],
    ['any other fault', new Error('disk full'), 1, 'disk full'],
  ])('%s ends with its exit code and says why', (_, error, exitCode, words) => {
    const failure = explainError(error);
    expect(failure.exitCode).toBe(exitCode);
    expect(failure.message).toContain(words);
  });

  test('what commander has printed already is not said again: 2 for wrong use, 0 for help', () => {
    expect(explainError(new CommanderError(1, 'commander.unknownOption', 'x'))).toEqual({
      message: undefined,
      exitCode: 2,
    });
    expect(explainError(new CommanderError(0, 'commander.helpDisplayed', 'x')).exitCode).toBe(0);
  });
});

test('a table is as wide as its texts, numbers to the right, long texts cut', () => {
  const rows = [
    { name: 'a', cents: 5 },
    { name: 'a very long name', cents: 1_234 },
  ];
  const lines = plainTable(rows, [
    { heading: 'name', text: (row) => row.name, widthMax: 6 },
    { heading: 'cents', align: 'right', text: (row) => String(row.cents) },
  ]);
  expect(lines).toEqual(['name    cents', 'a           5', 'a ver…   1234']);
});
