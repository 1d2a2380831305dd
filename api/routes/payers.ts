import { z } from 'zod';
import type { Database } from '../../db/database.js';
import {
  listPayerChanges,
  listPayerVersions,
  listVersionsOfPayer,
  planPayerVersion,
  savePayerVersion,
} from '../../db/payer-profiles.js';
import { getPractice } from '../../db/practices.js';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { plainDateSchema } from '../../domain/kernel/schemas.js';
import { checkPayerProfile } from '../../domain/payer/check-payer-profile.js';
import { diffPayerProfiles } from '../../domain/payer/diff-payer-profiles.js';
import { type PayerProfile, writtenPayerProfileSchema } from '../../domain/payer/payer-profile.js';
import { gapsBetween, type PlacedVersion } from '../../domain/payer/place-payer-version.js';
import { isInForce, nearestProfiles } from '../../domain/payer/profile-in-force.js';
import { type Answer, reply } from '../answer.js';
import { jsonBody, noBody } from '../body.js';
import { findingToError } from '../issues-to-errors.js';
import { flagParameter, payerCodeParameter } from '../parameters.js';
import { payerResponse, payersResponse, savedVersionResponse } from '../payer-schemas.js';
import { problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

const codeParameters = z.strictObject({ payerCode: payerCodeParameter });
const dateParameter = z.strictObject({ on: plainDateSchema.optional() });

export interface PayerRouteDependencies {
  readonly db: Database;
  readonly now: () => Instant;
}

/** The payers the practice knows, with the versions of their telehealth policy. */
export function addPayerRoutes(routes: RouteTable, deps: PayerRouteDependencies): void {
  routes.add({
    method: 'get',
    path: '/v1/payers',
    operationId: 'listPayers',
    summary: 'One profile a payer by code: in force on a date of service, or nearest to today',
    tag: 'Payers',
    permission: 'payers:read',
    params: noParameters,
    query: dateParameter,
    body: noBody,
    answers: { statuses: { 200: 'the payers' }, schema: payersResponse },
    problems: ['invalid-parameters'],
    handle: async ({ caller, query: { on } }) => {
      const versions = await deps.db.read(caller.practiceId, listPayerVersions);
      const items =
        on === undefined
          ? nearestProfiles(versions, await today(deps, caller.practiceId))
          : versions.filter((version) => isInForce(version, on));
      return reply(200, { items });
    },
  });
  routes.add({
    method: 'get',
    path: '/v1/payers/{payerCode}',
    operationId: 'getPayer',
    summary: 'All versions of a payer’s profile, and who changed them',
    tag: 'Payers',
    permission: 'payers:read',
    params: codeParameters,
    query: dateParameter,
    body: noBody,
    answers: { statuses: { 200: 'the payer' }, schema: payerResponse },
    problems: ['invalid-parameters', 'not-found'],
    handle: ({ caller, params, query }) => getPayer(deps, caller.practiceId, params.payerCode, query.on),
  });
  routes.add({
    method: 'put',
    path: '/v1/payers/{payerCode}',
    operationId: 'savePayerVersion',
    summary: 'Add a version of a payer’s profile, or replace the one that begins on the same day',
    tag: 'Payers',
    permission: 'payers:write',
    params: codeParameters,
    query: z.strictObject({ dryRun: flagParameter }),
    body: jsonBody(writtenPayerProfileSchema.meta({ id: 'PayerProfileInput' })),
    answers: { statuses: { 200: 'what became of the version' }, schema: savedVersionResponse },
    problems: ['malformed-json', 'unsupported-media-type', 'invalid-body', 'invalid-parameters'],
    handle: ({ caller, params, query, body }) =>
      putVersion(deps, caller, { payerCode: params.payerCode, profile: body, dryRun: query.dryRun === true }),
  });
}

async function today({ db, now }: PayerRouteDependencies, practiceId: string): Promise<PlainDate> {
  const { timeZone } = await db.read(practiceId, (query) => getPractice(query, practiceId));
  return plainDateAt(now(), timeZone);
}

async function getPayer(
  deps: PayerRouteDependencies,
  practiceId: string,
  code: string,
  on: PlainDate | undefined,
): Promise<Answer<z.input<typeof payerResponse>>> {
  const date = on ?? (await today(deps, practiceId));
  const versions = await deps.db.read(practiceId, (query) => listVersionsOfPayer(query, code));
  if (versions.length === 0) return problem('not-found', 'The practice has no payer of this code; see /v1/payers.');
  const changes = await deps.db.read(practiceId, (query) => listPayerChanges(query, code));
  const inForce = versions.find((version) => isInForce(version, date)) ?? null;
  return reply(200, { code, inForce, versions, findings: gapsBetween(versions), changes });
}

interface NewVersion {
  readonly payerCode: string;
  readonly profile: PayerProfile;
  readonly dryRun: boolean;
}

async function putVersion(
  deps: PayerRouteDependencies,
  caller: { readonly practiceId: string; readonly actor: string },
  { payerCode, profile, dryRun }: NewVersion,
): Promise<Answer<z.input<typeof savedVersionResponse>>> {
  const refuse = (errors: ReturnType<typeof findingToError>[]) =>
    problem('invalid-body', 'The profile can’t be accepted; see errors.', { errors });
  if (profile.code !== payerCode) return refuse([codeDiffers]);
  const checked = checkPayerProfile(profile);
  const wrong = checked.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return refuse(wrong.map((finding) => findingToError(finding)));
  const placed = await deps.db.inPractice(caller.practiceId, (tx) =>
    dryRun ? planPayerVersion(tx, profile) : savePayerVersion(tx, profile, { actor: caller.actor, at: deps.now() }),
  );
  if (!placed.ok) return refuse([findingToError(placed.error)]);
  return reply(200, savedVersion(placed.value, { dryRun, findings: checked }));
}

const codeDiffers = {
  pointer: '/code',
  code: 'payer-code-differs',
  message: 'the profile has another code than the path',
  remedy: 'Send the code of the path, or use the path of the code.',
};

function savedVersion(
  { outcome, version, before, ended, warnings }: PlacedVersion,
  { dryRun, findings }: { readonly dryRun: boolean; readonly findings: ReturnType<typeof checkPayerProfile> },
): z.input<typeof savedVersionResponse> {
  const follows = before ?? ended?.before ?? null;
  return {
    dryRun,
    outcome,
    profile: version,
    ended: ended?.after ?? null,
    differences:
      follows === null
        ? []
        : diffPayerProfiles(follows, version).map((each) => ({ ...each, fields: [...each.fields] })),
    findings: [...findings, ...warnings],
  };
}
