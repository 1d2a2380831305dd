/** An answer that can't be read as what was asked for; asking again may help. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError';
}
