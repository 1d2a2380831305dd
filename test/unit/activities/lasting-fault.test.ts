import pg from 'pg';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isLastingFault } from '../../../activities/lasting-fault.js';
import { InvariantError } from '../../../domain/kernel/invariant-error.js';
import { ClearinghouseError } from '../../../gateways/clearinghouse/clearinghouse-error.js';

function databaseFault(code: string): pg.DatabaseError {
  const fault = new pg.DatabaseError('refused', 7, 'error');
  fault.code = code;
  return fault;
}

test.each([
  ['a broken promise of our own', new InvariantError('a claim is coded before it is queued')],
  ['data that is not as it must be', z.string().safeParse(1).error],
  ['an amount that is none', new RangeError('not whole cents')],
  ['a value the database can not take', databaseFault('22021')],
  ['a statement the database does not know', databaseFault('42703')],
])('%s is not tried again', (_, fault) => {
  expect(isLastingFault(fault)).toBe(true);
});

test.each([
  ['a server that goes down', databaseFault('57P01')],
  ['a deadlock', databaseFault('40P01')],
  ['a row that somebody else was quicker to write', databaseFault('23505')],
  ['a lost connection', new Error('Connection terminated unexpectedly')],
  ['a clearinghouse that is away', new ClearinghouseError('refused', 'no connection')],
])('%s is tried again', (_, fault) => {
  expect(isLastingFault(fault)).toBe(false);
});
