import type { CodeLists, CodeWords } from './code-words.js';

const results: CodeWords = {
  A: 'accepted',
  E: 'accepted, with errors',
  M: 'rejected for its authentication',
  R: 'rejected',
  W: 'rejected for its assurance',
  X: 'rejected for its encryption',
};

/** Codes of the 999. */
export const acknowledgementCodeLists: CodeLists = {
  AK901: { ...results, P: 'accepted in part' },
  IK501: results,
  IK304: {
    '1': 'segment not known',
    '2': 'segment not expected',
    '3': 'segment missing',
    '4': 'loop too often',
    '5': 'segment too often',
    '6': 'segment not of this set',
    '7': 'segment out of order',
    '8': 'elements wrong',
    I4: 'segment not used by the guide',
    I6: 'segment missing in this situation',
    I7: 'loop too seldom',
    I8: 'segment too seldom',
    I9: 'segment not used in this situation',
  },
  IK403: {
    '1': 'element missing',
    '2': 'element missing beside another',
    '3': 'too many elements',
    '4': 'too short',
    '5': 'too long',
    '6': 'character not allowed',
    '7': 'code not of the list',
    '8': 'no date',
    '9': 'no time',
    '10': 'element excluded by another',
    '12': 'too many repetitions',
    '13': 'too many components',
    I6: 'code not of the guide',
    I9: 'element missing in this situation',
    I10: 'element not used by the guide',
    I11: 'too few repetitions',
    I12: 'pattern not matched',
    I13: 'element not used in this situation',
  },
};
