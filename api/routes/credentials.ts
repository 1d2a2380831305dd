import { z } from 'zod';
import {
  type ClinicianCredentials,
  findClinicianCredentials,
  lockClinicianCredentials,
  recordClinicianCredentials,
} from '../../db/clinician-credentials.js';
import type { Database } from '../../db/database.js';
import { credentialSchema } from '../../domain/credential/credential.js';
import { repeatedKeys } from '../../domain/credential/merge-credentials.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { npiSchema } from '../../domain/kernel/schemas.js';
import { moment } from '../answer-parts.js';
import { type Answer, reply } from '../answer.js';
import { jsonBody, noBody } from '../body.js';
import { matchesVersion } from '../claim-version.js';
import { problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

const credentials = z.array(credentialSchema).max(1_000);
const credentialsBody = z
  .strictObject({ credentials })
  .refine((body) => repeatedKeys(body.credentials).length === 0, {
    message: 'two credentials are about the same and begin on the same day',
    path: ['credentials'],
  })
  .meta({ id: 'CredentialsOfClinician' });

const credentialsResponse = z
  .object({
    npi: z.string(),
    version: z.int(),
    credentials: z.array(credentialSchema),
    recordedAt: moment,
    recordedBy: z.string(),
  })
  .meta({ id: 'RecordedCredentials' });

const params = z.object({ npi: npiSchema });
const base = { path: '/v1/clinicians/{npi}/credentials', tag: 'Clinicians', params, query: noParameters } as const;

interface CredentialDependencies {
  readonly db: Database;
  readonly now: () => Instant;
}

/** What is recorded of a clinician's licences, privileges and payer enrolments. */
export function addCredentialRoutes(routes: RouteTable, { db, now }: CredentialDependencies): void {
  routes.add({
    ...base,
    method: 'get',
    operationId: 'getCredentials',
    summary: 'Licences, privileges and payer enrolments of a clinician',
    permission: 'credentials:read',
    body: noBody,
    answers: { statuses: { 200: 'what is recorded' }, schema: credentialsResponse, versionOf: (body) => body.version },
    problems: ['invalid-parameters', 'not-found'],
    handle: async ({ caller, params: { npi } }) => {
      const known = await db.read(caller.practiceId, (query) => findClinicianCredentials(query, npi));
      return known === null ? problem('not-found', 'Nothing is recorded of a clinician of this NPI.') : answer(known);
    },
  });
  routes.add({
    ...base,
    method: 'put',
    operationId: 'putCredentials',
    summary: 'Record the credentials of a clinician in place of all that stood before',
    permission: 'credentials:write',
    body: jsonBody(credentialsBody),
    obeysIfMatch: true,
    answers: { statuses: { 200: 'what stands now' }, schema: credentialsResponse, versionOf: (body) => body.version },
    problems: [
      'invalid-parameters',
      'malformed-json',
      'invalid-body',
      'body-too-large',
      'unsupported-media-type',
      'idempotency-key-reused',
      'request-in-progress',
    ],
    handle: ({ caller, params: { npi }, body, ifMatch }) =>
      db.inPractice(caller.practiceId, async (tx) => {
        await lockClinicianCredentials(tx, npi);
        const known = await findClinicianCredentials(tx, npi);
        if (!matchesVersion(ifMatch, known?.version ?? 0)) {
          return problem('version-mismatch', 'The credentials have changed since they were read. Read them again.');
        }
        const change = { npi, credentials: body.credentials, at: now(), actor: caller.actor };
        return answer(await recordClinicianCredentials(tx, change));
      }),
  });
}

function answer(recorded: ClinicianCredentials): Answer<z.input<typeof credentialsResponse>> {
  return reply(200, { ...recorded, credentials: [...recorded.credentials] });
}
