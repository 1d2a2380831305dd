import type { Database } from '../../db/database.js';
import { createPractice } from '../../db/practices.js';
import { demonstrationPayerProfiles } from '../demonstration/demonstration-payer-profiles.js';
import { demonstrationPractice } from '../demonstration/demonstration-practice.js';
import type { Home } from '../supervise/home.js';
import { type KeptApiKey, openApiKey } from './kept-api-key.js';

/** The practice of the demonstration with its payers and a key for it, made at first use. */
export async function openDemonstrationPractice(db: Database, home: Home): Promise<KeptApiKey> {
  const { practiceId } = await createPractice(db, demonstrationPractice, demonstrationPayerProfiles);
  return await openApiKey(db, home, practiceId);
}
