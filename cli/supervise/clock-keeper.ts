import { join } from 'node:path';
import { z } from 'zod';
import {
  type BusinessClock,
  businessAt,
  realTimeClock,
  reanchorAfterStop,
} from '../../domain/kernel/business-clock.js';
import { type Instant, instantMillis } from '../../domain/kernel/instant.js';
import type { Home } from './home.js';
import { readJson, writeJson } from './json-file.js';

const clockSchema = z.strictObject({
  anchorWallMillis: z.number(),
  anchorBusinessMillis: z.number(),
  rate: z.number().positive(),
  seenAtWallMillis: z.number(),
});

const seenEveryMillis = 500;

/** The business clock of an embedded product, kept over stops and kills. */
export interface ClockKeeper {
  readonly clock: BusinessClock;
  /** Notes the moment of the stop. */
  close(): void;
}

export interface ClockOptions {
  readonly home: Home;
  readonly rate: number;
  /** What the business reads at the very first start; wall time when not given. Of no effect at rate 1. */
  readonly firstInstant?: Instant;
  /** How long a clock of another rate than 1 stands still first, in wall milliseconds: while the product starts. */
  readonly standsStillMillis?: number;
  readonly wallMillisNow: () => number;
}

/**
 * Opens the clock: after a stop it goes on from where it was. A note of the wall time is written twice a second; after
 * a kill the clock goes on one note later than the last one, so business time never runs backwards.
 */
export function openClock(options: ClockOptions): ClockKeeper {
  const path = clockFile(options.home);
  const now = options.wallMillisNow();
  const clock = clockAt(now, readJson(path, clockSchema), options);
  const note = () => writeJson(path, { ...clock, seenAtWallMillis: options.wallMillisNow() });
  note();
  const timer = setInterval(note, seenEveryMillis).unref();
  return {
    clock,
    close: () => {
      clearInterval(timer);
      note();
    },
  };
}

/** What the business clock reads, or read when it was last noted if it is a fast one that stands still; undefined when it never ran here. */
export function readKeptClock(home: Home, wallMillis: number): Instant | undefined {
  const kept = readJson(clockFile(home), clockSchema);
  if (kept === undefined) return undefined;
  return businessAt(kept, kept.rate === 1 ? wallMillis : kept.seenAtWallMillis);
}

function clockFile(home: Home): string {
  return join(home.folder, 'clock.json');
}

function clockAt(now: number, kept: z.infer<typeof clockSchema> | undefined, options: ClockOptions): BusinessClock {
  const { rate, firstInstant } = options;
  const goesOnAt = now + (rate === 1 ? 0 : (options.standsStillMillis ?? 0));
  if (kept !== undefined) {
    const { seenAtWallMillis, ...clock } = kept;
    const stoppedAtWallMillis = Math.min(now, seenAtWallMillis + seenEveryMillis);
    return reanchorAfterStop(clock, { stoppedAtWallMillis, resumedAtWallMillis: goesOnAt, rate });
  }
  if (rate === 1) return realTimeClock;
  return {
    anchorWallMillis: goesOnAt,
    anchorBusinessMillis: firstInstant === undefined ? now : instantMillis(firstInstant),
    rate,
  };
}
