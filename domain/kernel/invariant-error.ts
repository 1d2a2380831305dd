/** Something our own code promises did not hold: trying again can't help, a person must look. Holds no patient data. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}
