import type { TakenMessage } from '../db/outbox.js';

/** The payer route that a message makes ready, or undefined for any other message. */
export function routeOf({ practice_id, message }: TakenMessage): string | undefined {
  return message.kind === 'claims_ready' ? `${practice_id}:${message.payerCode}` : undefined;
}

/** Keeps a route from being told of each single claim: its workflow gathers anyway, and every signal costs the server a task. */
export class RouteQuiet {
  private readonly quietUntilMillis = new Map<string, number>();

  constructor(private readonly quietMillis: number) {}

  /** How long a message should still wait; 0 when it may go. */
  waitMillis(message: TakenMessage): number {
    const route = routeOf(message);
    const until = route === undefined ? 0 : (this.quietUntilMillis.get(route) ?? 0);
    return Math.max(0, Math.ceil(until - performance.now()));
  }

  /** Remembers that a route has been told just now. */
  signalled(message: TakenMessage): void {
    const route = routeOf(message);
    if (route !== undefined) this.quietUntilMillis.set(route, performance.now() + this.quietMillis);
  }
}
