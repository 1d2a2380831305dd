import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { sql } from '../../db/sql.js';
import type { VisitInput } from '../../domain/visit/visit.js';
import { storyPayers } from '../builders/story-payers.js';
import { type StorySketch, storyVisit } from '../builders/story-visit.js';
import { ClaimWorld, type WorldOptions } from './claim-world.js';
import { eventually } from './eventually.js';
import { HeldMail } from './held-mail.js';
import { StoryClaim } from './story-claim.js';

/** The world that all stories of one test file share, each with a claim of its own. */
export interface StoryWorld {
  /** There from the first `beforeAll` on. */
  readonly world: ClaimWorld;
  /** What the clearinghouse keeps back. */
  readonly mail: HeldMail;
  /** Takes in a visit with the story's name and follows its claim. */
  begin(name: string, sketch?: StorySketch): Promise<StoryClaim>;
  beginWith(visit: VisitInput): Promise<StoryClaim>;
  /** Waits until at least that many files whose name ends so are in a state. */
  filesBecome(extension: string, state: string, count: number): Promise<void>;
}

/** Opens a world before the tests of the calling file and closes it after them; its payers wait as long as it takes. */
export function storyWorld(options: Omit<WorldOptions, 'folder'> = {}): StoryWorld {
  const folder = mkdtempSync(join(tmpdir(), 'teleclaim-story-'));
  chmodSync(folder, 0o711);
  const mail = new HeldMail();
  let opened: ClaimWorld | undefined;
  beforeAll(async () => {
    opened = await ClaimWorld.open({
      payers: storyPayers,
      wrapClearinghouse: (real) => mail.wrap(real),
      ...options,
      folder,
    });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const world = () => {
    if (opened === undefined) throw new Error('the world opens in beforeAll');
    return opened;
  };
  return {
    mail,
    get world() {
      return world();
    },
    begin: (name, sketch) => StoryClaim.begin(world(), storyVisit(name, sketch)),
    beginWith: (visit) => StoryClaim.begin(world(), visit),
    filesBecome: async (extension, state, count) => {
      await eventually(
        `${count} files *.${extension} are ${state}`,
        async () => (await countFiles(world(), extension, state)) >= count,
        60_000,
      );
    },
  };
}

function countFiles(world: ClaimWorld, extension: string, state: string): Promise<number> {
  return world.db.read(world.practiceId, async (query) => {
    const row = z.object({ files: z.int() });
    const pattern = `%.${extension}`;
    return (
      await query.one(
        row,
        sql`select count(*) as files from inbound_files where name like ${pattern} and state = ${state}`,
      )
    ).files;
  });
}
