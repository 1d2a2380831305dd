import type { Database } from '../../db/database.js';
import { listContracts, replaceContractRates } from '../../db/contract-rates.js';
import { createPractice } from '../../db/practices.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { demonstrationContract } from '../demonstration/demonstration-contracts.js';
import { demonstrationPayerProfiles } from '../demonstration/demonstration-payer-profiles.js';
import { demonstrationPractice } from '../demonstration/demonstration-practice.js';
import type { Home } from '../supervise/home.js';
import { type KeptApiKey, openApiKey } from './kept-api-key.js';

/** The practice of the demonstration with its payers and a key for it, made at first use. */
export async function openDemonstrationPractice(db: Database, home: Home, now: Instant): Promise<KeptApiKey> {
  const { practiceId } = await createPractice(db, demonstrationPractice, demonstrationPayerProfiles);
  await loadContract(db, practiceId, now);
  return await openApiKey(db, home, practiceId);
}

/** Once: contracts that somebody loaded since stay as they are. */
async function loadContract(db: Database, practiceId: string, now: Instant): Promise<void> {
  if ((await db.read(practiceId, listContracts)).length > 0) return;
  const { payerCode, rates } = demonstrationContract;
  const load = { at: now, by: 'system:demonstration', dryRun: false };
  await db.inPractice(practiceId, (tx) => replaceContractRates(tx, payerCode, rates, load));
}
