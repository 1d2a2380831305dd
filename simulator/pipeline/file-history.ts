import { serviceIdentity } from '../claims/claim-identity.js';
import type { ClaimHistory } from '../claims/decide-claim.js';
import type { ReceivedClaim } from '../claims/received-claim.js';
import type { ClaimRecord } from '../state/claim-record.js';
import type { KnownClaim, SimulatorState } from '../state/simulator-state.js';
import type { PickedUpFile } from './receive-file.js';

/** What payers remember while a file is being received: all that came before, and the claims of the file so far. */
export class FileHistory implements ClaimHistory {
  readonly #file: PickedUpFile;
  readonly #state: SimulatorState;
  readonly #byService = new Map<string, KnownClaim[]>();
  readonly #byPayerNumber = new Map<string, KnownClaim>();
  readonly #replaced = new Set<string>();

  constructor(file: PickedUpFile, state: SimulatorState) {
    this.#file = file;
    this.#state = state;
  }

  add(record: ClaimRecord): void {
    const { disposition } = record;
    if (disposition.kind !== 'accepted') return;
    const { fileId, name: fileName, mailbox, at: receivedAt } = this.#file;
    const known: KnownClaim = { ...record, fileId, fileName, mailbox, receivedAt };
    const identity = serviceIdentity(record.claim);
    this.#byService.set(identity, [...(this.#byService.get(identity) ?? []), known]);
    this.#byPayerNumber.set(disposition.payerClaimControlNumber, known);
    if (disposition.reverses !== undefined) this.#replaced.add(disposition.reverses);
  }

  claimsOfService(claim: ReceivedClaim): readonly KnownClaim[] {
    return [...this.#state.claimsOfService(claim), ...(this.#byService.get(serviceIdentity(claim)) ?? [])];
  }

  claimByPayerNumber(payerClaimControlNumber: string): KnownClaim | undefined {
    return this.#byPayerNumber.get(payerClaimControlNumber) ?? this.#state.claimByPayerNumber(payerClaimControlNumber);
  }

  isReplaced(claimId: string): boolean {
    return this.#replaced.has(claimId) || this.#state.isReplaced(claimId);
  }
}
