/** The command was called in a way it can't be carried out; ends the process with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
