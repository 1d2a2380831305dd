import { z } from 'zod';
import { patientControlNumber } from '../domain/claim/patient-control-number.js';
import { stageDueAt } from '../domain/claim/service-level.js';
import type { Finding } from '../domain/kernel/finding.js';
import { type Instant, plainDateAt } from '../domain/kernel/instant.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { filingLimitDate } from '../domain/payer/filing-limit.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { isInForce } from '../domain/payer/profile-in-force.js';
import { resolvePayerOnDate } from '../domain/payer/resolve-payer-on-date.js';
import { checkVisit } from '../domain/visit/check-visit.js';
import { primaryCoverage } from '../domain/visit/primary-coverage.js';
import type { Visit } from '../domain/visit/visit.js';
import { recordEventBatch } from './claim-event-batch.js';
import type { Database, PracticeTransaction, Queryable } from './database.js';
import { derivedId, sha256Bytes } from './new-id.js';
import { enqueueOutboxBatch } from './outbox.js';
import { patientSha256 } from './patient-sha256.js';
import { listPayerVersions } from './payer-profiles.js';
import { getPractice } from './practices.js';
import { json, sql } from './sql.js';

/** What became of a visit. Findings say why it was refused, or what a person will be asked about it. */
export type ReceivedVisit =
  | {
      readonly kind: 'created';
      readonly created: true;
      readonly visitId: string;
      readonly claimId: string;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: 'existing' | 'conflict';
      readonly created: false;
      readonly visitId: string;
      readonly claimId: string;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly created: false; readonly findings: readonly Finding[] };

export interface VisitIntake {
  readonly practiceId: string;
  readonly actor: string;
  readonly now: Instant;
  readonly visits: readonly Visit[];
}

/** Visits taken in by one transaction: the most that a crash can make the caller send again. */
const chunkSize = 100;

/**
 * Stores visits and starts their claims: visit, claim, first event and start message in one transaction a chunk. A visit
 * that is there already is left alone, so a repeat after a crash goes on where it was. Answers in the order given.
 */
export async function receiveVisits(db: Database, intake: VisitIntake): Promise<ReceivedVisit[]> {
  const { practiceId, now } = intake;
  const context = await db.read(practiceId, (query) => loadContext(query, practiceId, now));
  const results = intake.visits.map((): ReceivedVisit | undefined => undefined);
  const good = sortOut(intake, context, results);
  for (let start = 0; start < good.length; start += chunkSize) {
    const chunk = good.slice(start, start + chunkSize);
    const received = await db.inPractice(practiceId, (tx) => receiveChunk(tx, { ...intake, ...context }, chunk));
    for (const { index, result } of received) results[index] = result;
  }
  return results.map((result) => {
    if (result === undefined) throw new Error('a visit was left without an answer');
    return result;
  });
}

interface Context {
  readonly timeZone: string;
  readonly today: PlainDate;
  readonly profiles: readonly PayerProfile[];
}

async function loadContext(query: Queryable, practiceId: string, now: Instant): Promise<Context> {
  const { timeZone } = await getPractice(query, practiceId);
  return { timeZone, today: plainDateAt(now, timeZone), profiles: await listPayerVersions(query) };
}

interface PreparedVisit {
  readonly index: number;
  readonly visitId: string;
  readonly claimId: string;
  readonly visit: Visit;
  readonly payerCode: string | null;
  readonly filingDeadline: PlainDate | null;
  readonly controlNumber: string;
  readonly findings: readonly Finding[];
}

function sortOut(intake: VisitIntake, context: Context, results: (ReceivedVisit | undefined)[]): PreparedVisit[] {
  const firstIndex = new Map<string, number>();
  return intake.visits.flatMap((visit, index) => {
    const prepared = prepare(intake.practiceId, visit, index, context.profiles);
    const findings = checkVisit(visit, context.today);
    const first = firstIndex.get(prepared.visitId);
    if (first !== undefined) findings.push(duplicateInBatch(first));
    if (findings.length > 0) {
      results[index] = { kind: 'refused', created: false, findings };
      return [];
    }
    firstIndex.set(prepared.visitId, index);
    return [prepared];
  });
}

function prepare(practiceId: string, visit: Visit, index: number, profiles: readonly PayerProfile[]): PreparedVisit {
  const parts = [practiceId, visit.source, visit.sourceId];
  const payer = payerOf(visit, profiles);
  return {
    index,
    visitId: derivedId('visit', ...parts),
    claimId: derivedId('claim', ...parts),
    visit,
    payerCode: payer.code,
    filingDeadline: payer.profile === null ? null : filingLimitDate(payer.profile, visit.dateOfService),
    controlNumber: patientControlNumber(sha256Bytes(parts.join('\u0000'))),
    findings: payer.findings,
  };
}

function payerOf(
  visit: Visit,
  profiles: readonly PayerProfile[],
): { code: string | null; profile: PayerProfile | null; findings: Finding[] } {
  const coverage = primaryCoverage(visit);
  if (coverage === null) {
    const selfPay =
      profiles.find((each) => each.payerClass === 'self_pay' && isInForce(each, visit.dateOfService)) ?? null;
    return { code: selfPay?.code ?? null, profile: selfPay, findings: [] };
  }
  const { payerCode, payerName } = coverage;
  const reference = { payerCode, payerName, state: visit.patientLocation.state };
  const found = resolvePayerOnDate(profiles, reference, visit.dateOfService);
  if (found.kind === 'in_force') return { code: found.profile.code, profile: found.profile, findings: [] };
  const location = found.finding.location?.replace('[]', `.${visit.coverages.indexOf(coverage)}`);
  return {
    code: found.kind === 'not_in_force' ? found.payerCode : null,
    profile: null,
    findings: [{ ...found.finding, severity: 'warning', ...(location === undefined ? {} : { location }) }],
  };
}

function duplicateInBatch(firstIndex: number): Finding {
  return {
    code: 'duplicate-in-batch',
    severity: 'error',
    message: `item ${firstIndex} of the same batch has this source and source id already`,
    location: 'sourceId',
    remedy: 'Send each visit once, or give the other visit its own source id.',
  };
}

type IndexedResult = { readonly index: number; readonly result: ReceivedVisit };

async function receiveChunk(
  tx: PracticeTransaction,
  intake: VisitIntake & Context,
  chunk: readonly PreparedVisit[],
): Promise<IndexedResult[]> {
  const inserted = await insertVisits(tx, intake, chunk);
  const fresh = chunk.filter((item) => inserted.has(item.visitId));
  const known = chunk.filter((item) => !inserted.has(item.visitId));
  await insertClaims(tx, intake.now, fresh);
  await openClaims(tx, intake, fresh);
  const results = fresh.map(({ index, visitId, claimId, findings }): IndexedResult => {
    return { index, result: { kind: 'created', created: true, visitId, claimId, findings } };
  });
  return [...results, ...(await answerKnown(tx, known))];
}

/** Inserted in the order of ids, so that two batches with the same visits wait for each other and never deadlock. */
async function insertVisits(
  tx: PracticeTransaction,
  intake: VisitIntake,
  chunk: readonly PreparedVisit[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(
    z.object({ id: z.string() }),
    sql`insert into visits (id, practice_id, source, source_id, date_of_service, received_at, actor, data)
      select id, ${tx.practiceId}, data->>'source', data->>'sourceId', (data->>'dateOfService')::date,
        ${intake.now}, ${intake.actor}, data
      from jsonb_to_recordset(${visitRows(chunk)}) as item(id text, data jsonb)
      order by id
      on conflict do nothing
      returning id`,
  );
  return new Set(rows.map((row) => row.id));
}

function visitRows(chunk: readonly PreparedVisit[]): string {
  return json(chunk.map((item) => ({ id: item.visitId, data: item.visit })));
}

async function insertClaims(tx: PracticeTransaction, now: Instant, fresh: readonly PreparedVisit[]): Promise<void> {
  if (fresh.length === 0) return;
  const items = fresh.map((item) => ({
    id: item.claimId,
    visit_id: item.visitId,
    control_number: item.controlNumber,
    payer_code: item.payerCode,
    date_of_service: item.visit.dateOfService,
    patient_sha256: patientSha256(tx.practiceId, item.visit.patient),
    filing_deadline: item.filingDeadline,
  }));
  await tx.execute(sql`
    insert into claims (id, practice_id, visit_id, patient_control_number, payer_code, date_of_service, patient_sha256,
      filing_deadline, stage, stage_entered_at, created_at, updated_at)
    select id, ${tx.practiceId}, visit_id, control_number, payer_code, date_of_service, patient_sha256, filing_deadline,
      'intake', ${now}, ${now}, ${now}
    from jsonb_to_recordset(${json(items)}) as item(id text, visit_id text, control_number text, payer_code text,
      date_of_service date, patient_sha256 text, filing_deadline date)`);
}

async function openClaims(
  tx: PracticeTransaction,
  intake: VisitIntake & Context,
  fresh: readonly PreparedVisit[],
): Promise<void> {
  const dueAt = stageDueAt('intake', intake.now, { payer: null, timeZone: intake.timeZone });
  await recordEventBatch(tx, {
    key: 'intake',
    kind: 'received',
    actor: intake.actor,
    at: intake.now,
    items: fresh.map(({ claimId, payerCode }) => ({
      claimId,
      summary: payerCode === null ? 'visit received; its payer is not known' : 'visit received',
      data: { payerCode },
      enters: { stage: 'intake', dueAt },
    })),
  });
  const starts = fresh.map(({ claimId, payerCode }) => {
    return { eventId: `start:${claimId}`, message: { kind: 'start_claim', claimId, payerCode } } as const;
  });
  await enqueueOutboxBatch(tx, starts);
}

const knownSchema = z.object({ visit_id: z.string(), claim_id: z.string(), same_content: z.boolean() });

async function answerKnown(tx: PracticeTransaction, known: readonly PreparedVisit[]): Promise<IndexedResult[]> {
  if (known.length === 0) return [];
  const rows = await tx.rows(
    knownSchema,
    sql`select v.id as visit_id, c.id as claim_id, v.data = item.data as same_content
      from jsonb_to_recordset(${visitRows(known)}) as item(id text, data jsonb)
      join visits v on v.id = item.id join claims c on c.visit_id = v.id`,
  );
  const byVisit = new Map(rows.map((row) => [row.visit_id, row]));
  return known.map(({ index, visitId, findings: warnings }) => {
    const row = byVisit.get(visitId);
    if (row === undefined) throw new Error('a visit that conflicted is not there');
    const kind = row.same_content ? 'existing' : 'conflict';
    const findings = row.same_content ? warnings : [differentContent()];
    return { index, result: { kind, created: false, visitId, claimId: row.claim_id, findings } };
  });
}

function differentContent(): Finding {
  return {
    code: 'visit-differs',
    severity: 'error',
    message: 'a visit with this source and source id is there already with other content; it was not changed',
    location: 'sourceId',
    remedy: 'Correct the existing claim with its `correct` command, or send the visit under a source id of its own.',
  };
}
