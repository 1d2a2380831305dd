import type { Database } from '../../db/database.js';
import { listPractices } from '../../db/practices.js';
import { UsageError } from '../text/usage-error.js';

/** The id of the practice with a submitter id, or of the only one there is. */
export async function choosePractice(db: Database, submitterId: string | undefined): Promise<string> {
  const practices = await listPractices(db);
  const chosen = submitterId === undefined ? practices : practices.filter((one) => one.submitterId === submitterId);
  const [practice] = chosen;
  if (practice === undefined) {
    throw new UsageError(
      practices.length === 0
        ? 'there is no practice yet: run teleclaim start, or teleclaim practice create <file>'
        : `there is no practice ${submitterId}; there are: ${namesOf(practices)}`,
    );
  }
  if (chosen.length > 1) throw new UsageError(`say which practice: --practice ${namesOf(practices)}`);
  return practice.id;
}

function namesOf(practices: readonly { readonly submitterId: string }[]): string {
  return practices.map((practice) => practice.submitterId).join(' | ');
}
