import { ZodError } from 'zod';
import { isStatementFault } from '../db/statement-fault.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';

const ownFaults = [InvariantError, ZodError, RangeError, ReferenceError, SyntaxError];

/** A fault that trying again can't heal: our own logic, data that is not as it must be, a statement the database refuses. */
export function isLastingFault(fault: unknown): fault is Error {
  return fault instanceof Error && (isStatementFault(fault) || ownFaults.some((kind) => fault instanceof kind));
}
