import { describe, expect, test } from 'vitest';
import {
  areDistinct,
  detectDelimiters,
  guessDelimiters,
  standardDelimiters,
} from '../../../../domain/x12/delimiters.js';

const isa =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*T*:~';

describe('detectDelimiters', () => {
  test('reads all four from an ISA of standard width', () => {
    const detected = detectDelimiters(`${isa}GS*HC`);
    expect(detected?.delimiters).toEqual(standardDelimiters);
    expect(detected?.terminator).toBe(105);
    expect(detected?.standardWidth).toBe(true);
  });

  test('skips a byte order mark and blanks before the ISA', () => {
    expect(detectDelimiters(`\u00ef\u00bb\u00bf \r\n${isa}`)).toMatchObject({
      start: 6,
      delimiters: standardDelimiters,
    });
    expect(detectDelimiters(`\ufeff${isa}`)).toMatchObject({ start: 1, delimiters: standardDelimiters });
  });

  test('walks to the sixteenth separator when the elements are not padded', () => {
    const narrow = 'ISA*00**00**ZZ*S*ZZ*R*260105*1200*^*00501*000000001*0*T*>!';
    const detected = detectDelimiters(narrow);
    expect(detected?.delimiters).toEqual({ element: '*', repetition: '^', component: '>', segment: '!' });
    expect(detected?.standardWidth).toBe(false);
  });

  test('takes a letter in ISA11 for no repetition separator (version 00401)', () => {
    expect(detectDelimiters(isa.replace('*^*', '*U*'))?.delimiters.repetition).toBeUndefined();
  });

  test.each([
    ['line feed', '\n'],
    ['carriage return', '\r'],
    ['group separator', '\u001d'],
    ['a byte above 127', '\u00a7'],
  ])('takes %s for the segment terminator', (_, terminator) => {
    expect(detectDelimiters(isa.replace('~', terminator))?.delimiters.segment).toBe(terminator);
  });

  test('assumes the usual component separator when ISA16 is left out', () => {
    const detected = detectDelimiters(`${isa.replace('*:~', '*~')}GS*HC~`);
    expect(detected?.delimiters).toEqual(standardDelimiters);
  });

  test.each(['', 'ISA', 'ISA*', 'ISA*00*', 'GS*HC', isa.slice(0, 80), isa.replaceAll('*', 'X')])(
    'finds no delimiters in %j',
    (text) => {
      expect(detectDelimiters(text)).toBeUndefined();
    },
  );
});

test('delimiters of a file without ISA follow from its first segment', () => {
  expect(guessDelimiters('ST|835|0001!BPR|I', 0)?.delimiters).toMatchObject({ element: '|', segment: '!' });
  expect(guessDelimiters('GS*HC*A B*C-D*20260105*1200*1*X*005010X222A1\nST*837', 0)?.delimiters.segment).toBe('\n');
  expect(guessDelimiters('STRANGE', 0)).toBeUndefined();
});

test('delimiters must differ from one another and from what values are made of', () => {
  expect(areDistinct(standardDelimiters)).toBe(true);
  expect(areDistinct({ ...standardDelimiters, component: '*' })).toBe(false);
  expect(areDistinct({ ...standardDelimiters, repetition: '~' })).toBe(false);
  expect(areDistinct({ ...standardDelimiters, segment: 'A' })).toBe(false);
  expect(areDistinct({ ...standardDelimiters, repetition: undefined })).toBe(true);
});
