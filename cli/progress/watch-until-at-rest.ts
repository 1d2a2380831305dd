/** What one look at the practice shows. */
export interface Look {
  /** What still goes on by itself, in plain words. */
  readonly moving: readonly string[];
  /** Changes whenever anything has moved on. */
  readonly mark: string;
}

/** How watching ended: nothing moves any more, nothing has moved for too long, or it was told to stop. */
export type WatchEnd =
  | { readonly kind: 'at_rest' }
  | { readonly kind: 'stuck'; readonly moving: readonly string[] }
  | { readonly kind: 'stopped' };

export interface WatchOptions {
  /** One look; undefined when nothing could be seen, as while the database is being restarted. */
  readonly look: () => Promise<Look | undefined>;
  /** Waits a moment between two looks. */
  readonly pause: () => Promise<void>;
  readonly wallMillisNow: () => number;
  /** How long nothing may change before it counts as stuck, in wall milliseconds. */
  readonly patienceMillis: number;
  readonly stop: AbortSignal;
}

/** At rest means so in two looks one after the other: between them a signal on its way would have been seen. */
const quietLooksNeeded = 2;

/** Looks again and again until nothing moves any more. */
export async function watchUntilAtRest(options: WatchOptions): Promise<WatchEnd> {
  const { look, pause, wallMillisNow, patienceMillis, stop } = options;
  let mark: string | undefined;
  let changedAt = wallMillisNow();
  let moving: readonly string[] = ['nothing could be seen'];
  for (let quietLooks = 0; !stop.aborted; await pause()) {
    const seen = await look();
    if (seen !== undefined) {
      moving = seen.moving;
      if (seen.mark !== mark) {
        changedAt = wallMillisNow();
        quietLooks = 0;
      }
      quietLooks = moving.length === 0 ? quietLooks + 1 : 0;
      if (quietLooks === quietLooksNeeded) return { kind: 'at_rest' };
      mark = seen.mark;
    }
    if (wallMillisNow() - changedAt > patienceMillis) return { kind: 'stuck', moving };
  }
  return { kind: 'stopped' };
}
