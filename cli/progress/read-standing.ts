import type { Database } from '../../db/database.js';
import { readPracticeProgress } from '../../db/practice-progress.js';
import { countAnswersOwed } from './answers-owed.js';
import { type Standing, whatMoves } from './at-rest.js';
import type { Look } from './watch-until-at-rest.js';

export interface StandingOptions {
  readonly db: Database;
  readonly practiceId: string;
  readonly simulatorUrl: string | undefined;
}

/** How far the practice is. The payers are asked only when everything else is at rest. */
export async function readStanding({ db, practiceId, simulatorUrl }: StandingOptions): Promise<Standing> {
  return await db.read(practiceId, async (query) => {
    const progress = await readPracticeProgress(query);
    const quiet = { ...progress, answersOwed: 0 };
    if (simulatorUrl === undefined || whatMoves(quiet).length > 0) return quiet;
    return { ...progress, answersOwed: await countAnswersOwed(simulatorUrl, query) };
  });
}

/** The standing as a look of the watch. */
export function lookAt(standing: Standing): Look {
  return { moving: whatMoves(standing), mark: JSON.stringify(standing) };
}
