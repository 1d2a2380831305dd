import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { storeCorrection } from '../../db/claim-corrections.js';
import { type ClaimDetail, findClaim } from '../../db/claim-queries.js';
import type { Database } from '../../db/database.js';
import { derivedId, newId, sha256Hex } from '../../db/new-id.js';
import { listVersionsOfPayer } from '../../db/payer-profiles.js';
import type { Permission } from '../../domain/access/permission.js';
import { type ClaimCommand, claimCommandKinds } from '../../domain/claim/claim-command.js';
import { commandRefusal, type ParkedClaim } from '../../domain/claim/command-refusal.js';
import { type ClaimCorrection, claimCorrectionSchema } from '../../domain/claim/claim-correction.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { type Answer, reply } from '../answer.js';
import { jsonBody } from '../body.js';
import { claimTag, matchesVersion, namesVersion } from '../claim-version.js';
import { commandClaim } from '../claim-workflows.js';
import { flagParameter, idParameter } from '../parameters.js';
import { type Problem, problem } from '../problem.js';
import { reason, reasonBody } from '../reason-body.js';
import type { ApiRequest } from '../route-spec.js';
import type { RouteTable } from '../route.js';

export interface ClaimCommandDependencies {
  readonly db: Database;
  readonly temporal: Client;
  readonly now: () => Instant;
}

const overrideBody = z
  .strictObject({ editIds: z.array(z.string().min(1).max(80)).min(1).max(50), reason })
  .meta({ id: 'OverrideCommand' });
const correctBody = claimCorrectionSchema
  .extend({ reason })
  .refine((body) => Object.keys(body).length > 1, { message: 'name at least one field to correct' })
  .meta({ id: 'CorrectCommand' });

const commandResponse = z
  .object({
    claimId: z.string(),
    dryRun: z.boolean(),
    outcome: z.enum(['carried_out', 'would_be_carried_out', 'would_be_refused']),
    summary: z.string(),
  })
  .meta({ id: 'CommandOutcome' });
type CommandAnswer = Answer<z.input<typeof commandResponse>>;

const params = z.object({ claimId: idParameter('claim') });
const query = z.strictObject({ dryRun: flagParameter });
type CommandRequest<B> = ApiRequest<z.output<typeof params>, z.output<typeof query>, B>;

/** What each command is called in a path, and what it needs. */
const plainCommands = {
  resubmit: { path: 'resubmit', permission: 'claims:resubmit', summary: 'Send the claim again' },
  hold: { path: 'hold', permission: 'claims:hold', summary: 'Stop the claim before its next step' },
  release: { path: 'release', permission: 'claims:hold', summary: 'Let a held claim go on' },
  void: { path: 'void', permission: 'claims:void', summary: 'Give the claim up as never billed' },
  write_off: { path: 'write-off', permission: 'claims:write_off', summary: 'Write off what is open' },
  bill_patient: { path: 'bill-patient', permission: 'claims:bill_patient', summary: 'Bill the patient what is open' },
  retry_step: { path: 'retry-step', permission: 'claims:retry_step', summary: 'Do the step again that waits' },
} as const satisfies Partial<Record<ClaimCommand['kind'], { path: string; permission: Permission; summary: string }>>;

/** Commands of people to claims; each answers after the claim's workflow has carried it out or refused it. */
export function addClaimCommandRoutes(routes: RouteTable, deps: ClaimCommandDependencies): void {
  for (const kind of claimCommandKinds) {
    if (kind === 'correct' || kind === 'override') continue;
    const { path, permission, summary } = plainCommands[kind];
    routes.add({
      ...commandRoute(path, permission, summary),
      body: jsonBody(reasonBody),
      handle: (request) => command(deps, request, async () => ({ kind, reason: request.body.reason })),
    });
  }
  routes.add({
    ...commandRoute('override', 'claims:override', 'Let the claim go on in spite of named edits'),
    body: jsonBody(overrideBody),
    handle: (request) => command(deps, request, async () => ({ kind: 'override', ...request.body })),
  });
  routes.add({
    ...commandRoute('correct', 'claims:correct', 'Put fields of the claim right; only what is sent changes'),
    body: jsonBody(correctBody),
    handle: (request) => command(deps, request, () => keepCorrection(deps, request)),
  });
}

function commandRoute(path: string, permission: Permission, summary: string) {
  return {
    method: 'post',
    path: `/v1/claims/{claimId}:${path}`,
    operationId: `${path.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Claim`,
    summary,
    tag: claimTag,
    permission,
    params,
    query,
    obeysIfMatch: true,
    answers: { statuses: { 200: 'carried out; or, for a dry run, whether it would be' }, schema: commandResponse },
    problems: [
      'malformed-json',
      'invalid-parameters',
      'invalid-body',
      'not-found',
      'command-refused',
      'idempotency-key-reused',
      'request-in-progress',
      'claim-not-running',
    ],
  } as const;
}

async function command<B>(
  deps: ClaimCommandDependencies,
  request: CommandRequest<B>,
  prepare: () => Promise<ClaimCommand | Problem>,
): Promise<CommandAnswer> {
  const { claimId } = request.params;
  const claim = await deps.db.read(request.caller.practiceId, (read) => findClaim(read, claimId));
  if (claim === null) return problem('not-found', 'The practice has no claim of this id.');
  if (!matchesVersion(request.ifMatch, claim.version)) return versionMismatch(claim.version);
  const prepared = await prepare();
  if (prepared.kind === 'problem') return prepared;
  return request.query.dryRun === true ? dryRun(claim, prepared) : carryOut(deps, request, claim, prepared);
}

function dryRun(claim: ClaimDetail, command: ClaimCommand): CommandAnswer {
  const refusal = commandRefusal({ stage: claim.stage, onHold: claim.onHold, parked: parkedClaim(claim) }, command);
  const outcome = refusal === null ? 'would_be_carried_out' : 'would_be_refused';
  return reply(200, { claimId: claim.id, dryRun: true, outcome, summary: refusal ?? 'the command can be carried out' });
}

/** The work item the claim waits on: the open one that a command can resolve. */
function parkedClaim(claim: ClaimDetail): ParkedClaim | null {
  const item = claim.openWorkItems.find((open) => open.allowedCommands.length > 0);
  return item === undefined ? null : { workItemId: item.id, step: claim.stage, allowedCommands: item.allowedCommands };
}

async function carryOut<B>(
  deps: ClaimCommandDependencies,
  request: CommandRequest<B>,
  claim: ClaimDetail,
  command: ClaimCommand,
): Promise<CommandAnswer> {
  const updateId = updateIdOf(request.idempotencyKey);
  const version = namesVersion(request.ifMatch) ? { version: claim.version } : {};
  const given = { actor: request.caller.actor, command, ...version };
  const receipt = await commandClaim(deps.temporal, claim.id, given, updateId);
  switch (receipt.kind) {
    case 'carried_out':
      return reply(200, { claimId: claim.id, dryRun: false, outcome: 'carried_out', summary: receipt.summary });
    case 'refused':
      return problem('command-refused', `The command was refused: ${receipt.reason}.`);
    case 'claim_changed':
      return versionMismatch(receipt.version);
    case 'not_found':
      return claim.stage === 'closed'
        ? problem('command-refused', 'The command was refused: the claim is closed.')
        : notRunning('The claim’s workflow has not started yet. Send the command again soon.');
    case 'no_answer':
      return notRunning(
        'No worker answered in time; the command may still be carried out. Repeat it with the same Idempotency-Key.',
      );
  }
}

function versionMismatch(version: number): Problem {
  return problem('version-mismatch', `The claim is at version ${version} now. Read it again, then decide.`);
}

/** Update ids stand in Temporal in the clear, so the caller's text is hashed. */
function updateIdOf(idempotencyKey: string | null): string {
  return idempotencyKey === null ? randomUUID() : sha256Hex(idempotencyKey).slice(0, 32);
}

async function keepCorrection(
  deps: ClaimCommandDependencies,
  request: CommandRequest<ClaimCorrection & { readonly reason: string }>,
): Promise<ClaimCommand | Problem> {
  const { practiceId, actor } = request.caller;
  const { claimId } = request.params;
  const { reason: why, ...data } = request.body;
  const key = request.idempotencyKey;
  const id = key === null ? newId('correction') : derivedId('correction', practiceId, claimId, key);
  const correct: ClaimCommand = { kind: 'correct', correctionId: id, reason: why };
  const { payerCode } = data;
  if (payerCode !== undefined) {
    const known = await deps.db.read(practiceId, (read) => listVersionsOfPayer(read, payerCode));
    if (known.length === 0) return unknownPayer();
  }
  if (request.query.dryRun === true) return correct;
  await deps.db.inPractice(practiceId, (tx) =>
    storeCorrection(tx, { id, claimId, data, reason: why, actor, at: deps.now() }),
  );
  return correct;
}

function unknownPayer(): Problem {
  const message = 'the practice has no payer of this code';
  const errors = [
    { pointer: '/payerCode', code: 'payer-unknown', message, remedy: 'Send one of the codes of /v1/payers.' },
  ];
  return problem('invalid-body', 'The correction can’t be accepted; see errors.', { errors });
}

function notRunning(detail: string): Problem {
  return problem('claim-not-running', detail, { headers: { 'Retry-After': '2' } });
}
