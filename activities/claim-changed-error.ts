/** Somebody changed the claim between its reading and a step's writing: nothing was written, the step is to be taken anew. */
export class ClaimChangedError extends Error {
  override readonly name = 'ClaimChangedError';

  constructor() {
    super('the claim has changed since it was read');
  }
}
