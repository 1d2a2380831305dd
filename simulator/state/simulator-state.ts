import { type Cents, zeroCents } from '../../domain/kernel/cents.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { serviceIdentity } from '../claims/claim-identity.js';
import type { ClaimRecord } from './claim-record.js';
import type { Answer, FileReceived, JournalEvent, RemittanceIssued } from './journal-event.js';

/** A claim with where it came from and how far it is. */
export interface KnownClaim extends ClaimRecord {
  readonly fileId: string;
  readonly fileName: string;
  readonly mailbox: string;
  readonly receivedAt: Instant;
  readonly remittance?: { readonly issuedAt: Instant; readonly traceNumber: string };
}

export type KnownFile = Omit<FileReceived, 'type' | 'claims' | 'answers'> & { readonly claimCount: number };

export interface PendingAnswer extends Answer {
  readonly mailbox: string;
}

export interface DeliveredAnswer {
  readonly answerId: string;
  readonly kind: Answer['kind'];
  readonly mailbox: string;
  readonly dueAt: Instant;
  readonly deliveredAt: Instant;
  readonly names: readonly string[];
}

/** All that the simulator knows, built from its journal and by nothing else. */
export class SimulatorState {
  readonly files: KnownFile[] = [];
  readonly claims = new Map<string, KnownClaim>();
  readonly pending = new Map<string, PendingAnswer>();
  readonly delivered: DeliveredAnswer[] = [];
  readonly remittances: Omit<RemittanceIssued, 'type' | 'answers'>[] = [];
  readonly #usedControlNumbers = new Set<number>();
  readonly #interchanges = new Set<string>();
  readonly #byService = new Map<string, string[]>();
  readonly #byPatientControlNumber = new Map<string, string[]>();
  readonly #byPayerNumber = new Map<string, string>();
  readonly #outstanding = new Map<string, Cents>();
  readonly #unsettled = new Set<string>();
  readonly #replaced = new Set<string>();
  readonly #submitters = new Set<string>();

  apply(event: JournalEvent): void {
    switch (event.type) {
      case 'file-received':
        this.#receive(event);
        return;
      case 'silence-broken':
        this.#breakSilence(event.claimId, event.settleAt);
        return;
      case 'remittance-issued':
        this.#remit(event);
        return;
      case 'answer-delivered':
        this.#deliver(event.answerId, event.at, event.names);
        return;
    }
  }

  isKnownInterchange(mailbox: string, senderId: string, controlNumber: string): boolean {
    return this.#interchanges.has(interchangeKey(mailbox, senderId, controlNumber));
  }

  isUsedControlNumber(controlNumber: number): boolean {
    return this.#usedControlNumbers.has(controlNumber);
  }

  uploadsNamed(mailbox: string, name: string): KnownFile[] {
    return this.files.filter((file) => file.mailbox === mailbox && file.name === name);
  }

  /** Claims for the same service that reached the payer before, oldest first. */
  claimsOfService(record: KnownClaim['claim']): KnownClaim[] {
    return this.#known(this.#byService.get(serviceIdentity(record)));
  }

  /** Claims of a mailbox under one CLM01, oldest first. */
  claimsNumbered(mailbox: string, patientControlNumber: string): KnownClaim[] {
    return this.#known(this.#byPatientControlNumber.get(`${mailbox} ${patientControlNumber}`));
  }

  claimByPayerNumber(payerClaimControlNumber: string): KnownClaim | undefined {
    const claimId = this.#byPayerNumber.get(payerClaimControlNumber);
    return claimId === undefined ? undefined : this.claims.get(claimId);
  }

  /** True when a later claim took this one back. */
  isReplaced(claimId: string): boolean {
    return this.#replaced.has(claimId);
  }

  /** True when the payer's translator has seen claims of this mailbox before. */
  isKnownSubmitter(mailbox: string, payerId: string): boolean {
    return this.#submitters.has(JSON.stringify([mailbox, payerId]));
  }

  /** What a payee still owes a payer after reversals, in cents, never negative. */
  outstandingCents(mailbox: string, payerId: string, payeeNpi: string): Cents {
    return this.#outstanding.get(payeeKey(mailbox, payerId, payeeNpi)) ?? zeroCents;
  }

  /** Claims with a settlement due and not yet paid out. */
  *unsettledClaims(): Generator<KnownClaim> {
    for (const claimId of this.#unsettled) {
      const claim = this.claims.get(claimId);
      if (claim) yield claim;
    }
  }

  #known(claimIds: readonly string[] | undefined): KnownClaim[] {
    return (claimIds ?? []).flatMap((claimId) => this.claims.get(claimId) ?? []);
  }

  #receive(event: FileReceived): void {
    const { type: _type, claims, answers, ...file } = event;
    this.files.push({ ...file, claimCount: claims.length });
    for (const interchange of event.interchanges) {
      if (interchange.outcome === 'interchange-rejected') continue;
      this.#interchanges.add(interchangeKey(event.mailbox, interchange.senderId, interchange.controlNumber));
    }
    for (const record of claims) {
      this.#addClaim({
        ...record,
        fileId: event.fileId,
        fileName: event.name,
        mailbox: event.mailbox,
        receivedAt: event.at,
      });
    }
    this.#expect(answers, event.mailbox);
  }

  #addClaim(known: KnownClaim): void {
    this.claims.set(known.claimId, known);
    append(this.#byPatientControlNumber, `${known.mailbox} ${known.claim.patientControlNumber}`, known.claimId);
    const { disposition } = known;
    const hasReachedPayer = disposition.kind !== 'not-forwarded' || disposition.reason === 'transaction-rejected';
    if (hasReachedPayer) this.#submitters.add(JSON.stringify([known.mailbox, known.claim.payerId]));
    if (disposition.kind !== 'accepted') return;
    if (disposition.reverses !== undefined) this.#replaced.add(disposition.reverses);
    append(this.#byService, serviceIdentity(known.claim), known.claimId);
    this.#byPayerNumber.set(disposition.payerClaimControlNumber, known.claimId);
    if (disposition.settleAt !== undefined) this.#unsettled.add(known.claimId);
  }

  #breakSilence(claimId: string, settleAt: Instant): void {
    const known = this.claims.get(claimId);
    if (known?.disposition.kind !== 'accepted') return;
    this.claims.set(claimId, { ...known, disposition: { ...known.disposition, settleAt } });
    this.#unsettled.add(claimId);
  }

  #remit(event: RemittanceIssued): void {
    const { type: _type, answers, ...remittance } = event;
    this.remittances.push(remittance);
    this.#outstanding.set(payeeKey(event.mailbox, event.payerId, event.payeeNpi), event.outstandingCents);
    for (const claimId of event.claimIds) {
      const known = this.claims.get(claimId);
      if (known) {
        this.claims.set(claimId, { ...known, remittance: { issuedAt: event.at, traceNumber: event.traceNumber } });
      }
      this.#unsettled.delete(claimId);
    }
    this.#expect(answers, event.mailbox);
  }

  #expect(answers: readonly Answer[], mailbox: string): void {
    for (const answer of answers) {
      this.#usedControlNumbers.add(answer.controlNumber);
      this.pending.set(answer.answerId, { ...answer, mailbox });
    }
  }

  #deliver(answerId: string, deliveredAt: Instant, names: readonly string[]): void {
    const answer = this.pending.get(answerId);
    if (!answer) return;
    this.pending.delete(answerId);
    const { kind, mailbox, dueAt } = answer;
    this.delivered.push({ answerId, kind, mailbox, dueAt, deliveredAt, names });
  }
}

function interchangeKey(mailbox: string, senderId: string, controlNumber: string): string {
  return JSON.stringify([mailbox, senderId, controlNumber]);
}

function payeeKey(mailbox: string, payerId: string, payeeNpi: string): string {
  return JSON.stringify([mailbox, payerId, payeeNpi]);
}

function append(index: Map<string, string[]>, key: string, value: string): void {
  const known = index.get(key);
  if (known) known.push(value);
  else index.set(key, [value]);
}
