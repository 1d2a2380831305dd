import pg from 'pg';

/** SQLSTATE classes 22 (data) and 42 (syntax, access): the same statement fails the same way again. */
export function isStatementFault(fault: Error): boolean {
  return fault instanceof pg.DatabaseError && /^(22|42)/.test(fault.code ?? '');
}
