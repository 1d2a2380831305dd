import { standardDelimiters } from '../delimiters.js';
import { elementForm } from '../element-form.js';
import type { SimpleElementRule } from '../guide.js';
import { x12TextWriter } from '../x12-text.js';

const asWritten = x12TextWriter(standardDelimiters, 'extended');

/** More codes than this would hide the message. */
const codesNamedMax = 24;

/**
 * Why a text can't be written as this element between the standard delimiters and read back the same, in plain words
 * that hold nothing of the text; undefined when it can. A missing rule stands for an element the guide does not use.
 */
export function valueTrouble(rule: SimpleElementRule | undefined, text: string): string | undefined {
  if (rule === undefined) return 'the guide has no place for this here: leave it out';
  if (text === '') return 'must not be empty: leave it out when there is nothing to say';
  if (asWritten(text) !== text) {
    return 'holds what X12 can not carry: use plain ASCII without * : ~ ^ ` and without blanks at the ends';
  }
  const form = elementForm(rule, text);
  const isTime = rule.type === 'DT' || rule.type === 'TM';
  if (isTime && (text.length < rule.minLength || text.length > rule.maxLength)) return `must have ${lengthWords(rule)}`;
  if (form?.code === 'element-too-short' || form?.code === 'element-too-long') return `must have ${lengthWords(rule)}`;
  if (form !== undefined) return `can not be written: ${form.message}`;
  if (rule.codeSet === undefined || rule.codeSet.has(text)) return undefined;
  return `is not a code the guide has here${codesWords(rule.codes ?? [])}`;
}

function lengthWords({ minLength, maxLength, type }: SimpleElementRule): string {
  const noun = type === 'R' || type === 'N0' || type === 'N2' ? 'digits' : 'characters';
  return minLength === maxLength ? `${minLength} ${noun}` : `${minLength} to ${maxLength} ${noun}`;
}

function codesWords(codes: readonly string[]): string {
  return codes.length > codesNamedMax ? '' : `: give ${codes.length === 1 ? '' : 'one of '}${codes.join(', ')}`;
}
