import { z } from 'zod';
import type { KnownClaim, SimulatorState } from '../state/simulator-state.js';
import { faultSchema } from './fault.js';
import type { FaultSwitchboard } from './fault-switchboard.js';
import { type HttpReply, jsonReply, problemReply } from './http-reply.js';

export interface AdminDesk {
  readonly state: SimulatorState;
  readonly faults: FaultSwitchboard;
  /** The business moment now, ISO 8601. */
  readonly now: () => string;
}

const faultsBodySchema = z.union([faultSchema.transform((fault) => [fault]), z.array(faultSchema)]);

/**
 * What the simulator has received and answered, as JSON without patient data, and the faults it plays.
 * `GET /admin/claims` (`?submissionId=`, `?patientControlNumber=`, `?mailbox=`), `/admin/files`, `/admin/answers`,
 * `/admin/remittances`, `/admin/clock`, and `GET`, `POST`, `DELETE /admin/faults`.
 */
export function serveAdmin(desk: AdminDesk, method: string, url: URL, body: string): HttpReply {
  if (url.pathname === '/admin/faults') return serveFaults(desk.faults, method, body);
  if (method !== 'GET') return problemReply(405, 'method not allowed', 'use GET');
  switch (url.pathname) {
    case '/admin/claims':
      return jsonReply({ claims: claimsOf(desk.state, url.searchParams) });
    case '/admin/files':
      return jsonReply({ files: desk.state.files });
    case '/admin/answers': {
      const pending = [...desk.state.pending.values()].map(({ content: _content, ...answer }) => answer);
      return jsonReply({ delivered: desk.state.delivered, pending });
    }
    case '/admin/remittances':
      return jsonReply({ remittances: desk.state.remittances });
    case '/admin/clock':
      return jsonReply({ now: desk.now() });
    default:
      return problemReply(404, 'no such address', '/admin/claims, files, answers, remittances, clock, faults');
  }
}

function serveFaults(faults: FaultSwitchboard, method: string, body: string): HttpReply {
  if (method === 'DELETE') faults.clear();
  if (method === 'POST') {
    const parsed = faultsBodySchema.safeParse(parseJson(body));
    if (!parsed.success) return problemReply(400, 'not a fault', z.prettifyError(parsed.error));
    for (const fault of parsed.data) faults.set(fault);
  }
  return jsonReply({ faults: faults.list() });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function claimsOf(state: SimulatorState, query: URLSearchParams): object[] {
  const wanted = (name: string, value: string | undefined) => !query.has(name) || query.get(name) === value;
  return [...state.claims.values()]
    .filter(
      (known) =>
        wanted('submissionId', known.claim.submissionId) &&
        wanted('patientControlNumber', known.claim.patientControlNumber) &&
        wanted('mailbox', known.mailbox),
    )
    .map(describeClaim);
}

function describeClaim(known: KnownClaim): object {
  const { claim, disposition } = known;
  return {
    claimId: known.claimId,
    mailbox: known.mailbox,
    fileName: known.fileName,
    interchangeControlNumber: known.interchangeControlNumber,
    transactionControlNumber: known.transactionControlNumber,
    batchReference: known.batchReference,
    receivedAt: known.receivedAt,
    patientControlNumber: claim.patientControlNumber,
    submissionId: claim.submissionId ?? null,
    frequency: claim.frequency,
    payerId: claim.payerId,
    chargeCents: claim.chargeCents,
    disposition: disposition.kind,
    ...(disposition.kind === 'not-forwarded' ? { reason: disposition.reason } : {}),
    ...(disposition.kind === 'rejected' ? { category: disposition.category, code: disposition.code } : {}),
    ...(disposition.kind === 'accepted' ? acceptedFacts(known, disposition) : {}),
  };
}

function acceptedFacts(
  known: KnownClaim,
  disposition: Extract<KnownClaim['disposition'], { kind: 'accepted' }>,
): object {
  return {
    payerClaimControlNumber: disposition.payerClaimControlNumber,
    statusCode: disposition.adjudication?.statusCode ?? null,
    paidCents: disposition.adjudication?.paidCents ?? 0,
    patientResponsibilityCents: disposition.adjudication?.patientResponsibilityCents ?? 0,
    settleAt: disposition.settleAt ?? null,
    remittanceTraceNumber: known.remittance?.traceNumber ?? null,
  };
}
