import type { Fault, FaultKind } from './fault.js';

/** The faults in force. They live in memory only: a restart plays those of the environment again. */
export class FaultSwitchboard {
  readonly #left = new Map<FaultKind, number>();

  constructor(faults: readonly Fault[] = []) {
    for (const fault of faults) this.set(fault);
  }

  /** Puts a fault in force, in place of an earlier one of its kind. */
  set(fault: Fault): void {
    this.#left.set(fault.kind, fault.times ?? Number.POSITIVE_INFINITY);
  }

  clear(): void {
    this.#left.clear();
  }

  /** True when the fault strikes now; counts the stroke. */
  strikes(kind: FaultKind): boolean {
    const left = this.#left.get(kind) ?? 0;
    if (left <= 0) return false;
    if (left === 1) this.#left.delete(kind);
    else this.#left.set(kind, left - 1);
    return true;
  }

  list(): Fault[] {
    return [...this.#left].map(([kind, times]) => (Number.isFinite(times) ? { kind, times } : { kind }));
  }
}
