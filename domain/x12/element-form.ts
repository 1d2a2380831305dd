import type { SimpleElementRule } from './guide.js';
import type { ElementErrorCode, X12FindingCode } from './x12-finding.js';

/** What is wrong with the form of a value. */
export type FormError = {
  readonly code: X12FindingCode;
  readonly message: string;
  readonly elementErrorCode: ElementErrorCode;
};

/** Checks length and type of a value (X12.6, data element types); `qualifier` is the format of a 1251 (D8, RD8, DT). */
export function elementForm(rule: SimpleElementRule, value: string, qualifier?: string): FormError | undefined {
  switch (rule.type) {
    case 'AN':
    case 'ID':
      return textForm(rule, value, qualifier);
    case 'R':
      return decimalPattern.test(value) ? lengthForm(rule, digitCount(value)) : notANumber;
    case 'N0':
    case 'N2':
      return wholePattern.test(value) ? lengthForm(rule, digitCount(value)) : notANumber;
    case 'DT':
      return isX12Date(value) ? undefined : notADate;
    case 'TM':
      return isX12Time(value) ? undefined : notATime;
  }
}

const decimalPattern = /^-?(?:\d+\.?\d*|\.\d+)$/;
const wholePattern = /^-?\d+$/;

const notANumber: FormError = {
  code: 'invalid-number',
  message: 'This is not a number as X12 writes it.',
  elementErrorCode: '6',
};
const notADate: FormError = {
  code: 'invalid-date',
  message: 'This is not a day of the calendar.',
  elementErrorCode: '8',
};
const notATime: FormError = { code: 'invalid-time', message: 'This is not a time of day.', elementErrorCode: '9' };
const badCharacter: FormError = {
  code: 'invalid-character',
  message: 'The text holds a control character.',
  elementErrorCode: '6',
};

function textForm(rule: SimpleElementRule, value: string, qualifier: string | undefined): FormError | undefined {
  const length = lengthForm(rule, value.length);
  if (length !== undefined) return length;
  for (let index = 0; index < value.length; index += 1) {
    if (value.charCodeAt(index) < 32) return badCharacter;
  }
  return rule.reference === '1251' && qualifier !== undefined ? qualifiedForm(value, qualifier) : undefined;
}

function qualifiedForm(value: string, qualifier: string): FormError | undefined {
  switch (qualifier) {
    case 'D8':
      return value.length === 8 && isX12Date(value) ? undefined : notADate;
    case 'RD8': {
      const ends = value.split('-');
      return ends.length === 2 && ends.every((end) => end.length === 8 && isX12Date(end)) ? undefined : notADate;
    }
    case 'DT':
      return value.length === 12 && isX12Date(value.slice(0, 8)) && isX12Time(value.slice(8)) ? undefined : notADate;
    case 'TM':
      return isX12Time(value) ? undefined : notATime;
    default:
      return undefined;
  }
}

function lengthForm(rule: SimpleElementRule, length: number): FormError | undefined {
  if (length < rule.minLength) {
    return {
      code: 'element-too-short',
      message: `At least ${rule.minLength} characters are needed.`,
      elementErrorCode: '4',
    };
  }
  if (length > rule.maxLength) {
    return {
      code: 'element-too-long',
      message: `At most ${rule.maxLength} characters are allowed.`,
      elementErrorCode: '5',
    };
  }
  return undefined;
}

/** Sign and decimal point do not count in a number's length. */
function digitCount(value: string): number {
  let count = value.length;
  if (value.charCodeAt(0) === 45) count -= 1;
  if (value.includes('.')) count -= 1;
  return count;
}

/** True for CCYYMMDD or YYMMDD of a day that exists. */
export function isX12Date(text: string): boolean {
  if (!/^(?:\d{6}|\d{8})$/.test(text)) return false;
  const year = text.length === 8 ? Number(text.slice(0, 4)) : 2000 + Number(text.slice(0, 2));
  const month = Number(text.slice(-4, -2));
  const day = Number(text.slice(-2));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for HHMM, HHMMSS, HHMMSSD or HHMMSSDD. */
export function isX12Time(text: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,2})?$/.test(text);
}
