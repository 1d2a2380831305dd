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
    [['25', 'U1'], ['95'], ['U1', '25', '95']],
    [['25', 'UD', 'AF'], [], ['UD', 'AF', '25']],
    [['25', 'HP'], ['93'], ['HP', '25', '93']],
    [['59', 'AG'], [], ['AG', '59']],
    [['GP', 'CQ'], ['95'], ['CQ', 'GP', '95']],
    [['59', 'GO', 'CO'], [], ['CO', '59', 'GO']],
  ])('puts %j and %j in billing order %j', (ofSource, toAdd, expected) => {
    expect(mergeModifiers(ofSource, toAdd)).toEqual({ modifiers: expected, dropped: [] });
  });

  it('says which modifier found no place when four are there already', () => {
    expect(mergeModifiers(['CQ', '25', 'GP', 'KX'], ['95'])).toEqual({
      modifiers: ['CQ', '25', 'GP', 'KX'],
      dropped: ['95'],
    });
  });
});
