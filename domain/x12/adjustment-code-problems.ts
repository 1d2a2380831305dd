import type { Problem } from './transaction-check.js';

// What may be wrong with reason codes (CARC) and remark codes (RARC), wherever they stand.

export const malformedReason: Problem = {
  code: 'malformed-external-code',
  message: 'This is not written like an adjustment reason code (CARC): up to three digits, or a letter and digits.',
  elementErrorCode: 'I12',
};

export const unknownReason: Problem = {
  code: 'external-code-not-valid',
  message: 'The list of adjustment reason codes (CARC) does not have this one on that day.',
  elementErrorCode: '7',
};

export const retiredReason: Problem = {
  code: 'external-code-not-valid',
  severity: 'warning',
  message: 'This adjustment reason (CARC) was taken off its list before that day; only a reversal may repeat it.',
  elementErrorCode: '7',
};

export const malformedRemark: Problem = {
  code: 'malformed-external-code',
  message: 'This is not written like a remark code (RARC): M, MA or N and a number.',
  elementErrorCode: 'I12',
};

export const unknownRemark: Problem = {
  code: 'external-code-not-valid',
  message: 'The list of remark codes (RARC) does not have this one on that day.',
  elementErrorCode: '7',
};
