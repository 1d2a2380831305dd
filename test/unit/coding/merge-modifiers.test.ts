import { describe, expect, it } from 'vitest';
import { mergeModifiers } from '../../../domain/coding/merge-modifiers.js';

describe('mergeModifiers', () => {
  it.each([
    [[], ['95'], ['95']],
    [['25'], ['95'], ['25', '95']],
    [['95', '25'], [], ['25', '95']],
    [['GP', '26'], ['93'], ['26', 'GP', '93']],
    [['95'], ['95'], ['95']],
    [['KX', '25'], ['GT'], ['25', 'KX', 'GT']],
  ])('puts %j and %j in billing order %j', (ofSource, toAdd, expected) => {
    expect(mergeModifiers(ofSource, toAdd)).toEqual({ modifiers: expected, dropped: [] });
  });

  it('says which modifier found no place when four are there already', () => {
    expect(mergeModifiers(['25', 'GP', 'KX', 'CQ'], ['95'])).toEqual({
      modifiers: ['25', 'GP', 'KX', 'CQ'],
      dropped: ['95'],
    });
  });
});
