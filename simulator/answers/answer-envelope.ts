import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import type { Envelope } from '../../domain/x12/write-interchange.js';
import { drawNumber } from '../seed.js';
import { clearinghouseId } from './answer-parties.js';

/** Gives answer files control numbers that depend on what they answer and never repeat. */
export class ControlNumbers {
  readonly #seed: string;
  readonly #isUsed: (controlNumber: number) => boolean;
  readonly #given = new Set<number>();

  constructor(seed: string, isUsed: (controlNumber: number) => boolean) {
    this.#seed = seed;
    this.#isUsed = isUsed;
  }

  next(answerId: string): number {
    let number = 1 + drawNumber(999_999_999, this.#seed, 'control-number', answerId);
    while (this.#isUsed(number) || this.#given.has(number)) number = (number % 999_999_999) + 1;
    this.#given.add(number);
    return number;
  }
}

/** HHMMSS in UTC. */
function x12Time(at: Instant): string {
  return at.slice(11, 19).replaceAll(':', '');
}

/** The envelope of an answer to a submitter, dated with the moment at which it is due. */
export function answerEnvelope(receiverId: string, at: Instant, controlNumber: number): Envelope {
  return {
    sender: { qualifier: 'ZZ', id: clearinghouseId },
    receiver: { qualifier: 'ZZ', id: receiverId },
    date: plainDateAt(at),
    time: x12Time(at),
    interchangeControlNumber: controlNumber,
    groupControlNumber: controlNumber,
    transactionControlNumber: 1,
    usage: 'production',
    lineBreaks: true,
  };
}

/** File name of an answer: names sort in the order in which answers are due, and hold nothing about patients. */
export function answerName(at: Instant, answerId: string, extension: 'ta1' | '999' | '277' | '835'): string {
  const moment = at.slice(0, 23).replace(/[-:.]/g, '').replace('T', '-');
  return `${moment}-${answerId.slice(0, 10)}.${extension}`;
}
