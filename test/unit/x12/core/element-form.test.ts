import { expect, test } from 'vitest';
import { elementForm, isX12Date, isX12Time } from '../../../../domain/x12/element-form.js';
import { el } from '../../../../domain/x12/guide.js';

test.each(['0', '1', '-1.5', '.5', '12.', '123456789', '-123456789', '1234567.89'])(
  '%j is a decimal of nine digits',
  (text) => {
    expect(elementForm(el('782', 'R', 'R', 1, 9), text)).toBeUndefined();
  },
);

test.each(['', '-', '.', '1,5', '+1', '1e3', ' 1', '1 ', '1.2.3'])('%j is no decimal', (text) => {
  expect(elementForm(el('782', 'R', 'R', 1, 9), text)?.code).toBe('invalid-number');
});

test('sign and point do not count in the length of a number', () => {
  expect(elementForm(el('782', 'R', 'R', 1, 3), '-1.23')).toBeUndefined();
  expect(elementForm(el('782', 'R', 'R', 1, 3), '-12.34')?.code).toBe('element-too-long');
  expect(elementForm(el('96', 'R', 'N0', 2, 10), '1')?.code).toBe('element-too-short');
  expect(elementForm(el('96', 'R', 'N0', 1, 10), '1.5')?.code).toBe('invalid-number');
});

test.each(['20240229', '20000229', '19991231', '260105'])('%s is a day', (text) => {
  expect(isX12Date(text)).toBe(true);
});

test.each(['20230229', '19000229', '20261301', '20260431', '20260100', '2026010', 'YYYYMMDD', ''])(
  '%j is no day',
  (text) => {
    expect(isX12Date(text)).toBe(false);
  },
);

test('times have two to four parts', () => {
  expect(['0000', '2359', '235959', '2359599', '23595999'].every(isX12Time)).toBe(true);
  expect(['2400', '1260', '125960', '12', '12000', '120000000'].some(isX12Time)).toBe(false);
});
