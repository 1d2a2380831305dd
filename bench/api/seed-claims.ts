import pg from 'pg';
import { demonstrationPractice } from '../../cli/demonstration/demonstration-practice.js';
import { generateVisits } from '../../cli/demonstration/generate-visits.js';
import { createApiKey } from '../../db/api-keys.js';
import { Database } from '../../db/database.js';
import { createPractice } from '../../db/practices.js';
import { receiveVisits } from '../../db/receive-visits.js';
import { instant } from '../../domain/kernel/instant.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { demonstrationPayerProfiles } from '../../cli/demonstration/demonstration-payer-profiles.js';
import { visitSchema } from '../../domain/visit/visit.js';

const now = instant('2026-03-16T15:00:00Z');

/** One real claim by the real intake, copied until the practice has as many as asked for: spread over stages, payers and days. */
export async function seedClaims(
  urls: { readonly app: string; readonly owner: string },
  count: number,
): Promise<{ readonly key: string }> {
  const db = new Database({ url: urls.app, maxConnections: 4 });
  const { practiceId } = await createPractice(db, demonstrationPractice, demonstrationPayerProfiles);
  const [visit] = generateVisits({ seed: 'api-bench', count: 1, today: plainDate('2026-03-16'), mix: { plain: 1 } });
  if (visit === undefined) throw new Error('the generator made no visit');
  await receiveVisits(db, { practiceId, actor: 'system:bench', now, visits: [visitSchema.parse(visit.visit)] });
  const { key } = await createApiKey(db, { practiceId, role: 'manager', label: 'bench' });
  await db.close();
  await copyClaims(urls.owner, count);
  return { key };
}

async function copyClaims(ownerUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    `insert into visits select 'vis_' || lpad(n::text, 26, '0'), practice_id, source, 'copy-' || n, date_of_service - (n % 300)::int,
       received_at, actor, data from visits, generate_series(1, $1) n`,
    [count - 1],
  );
  const columns = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'claims' order by ordinal_position`,
  );
  const changed: Record<string, string> = {
    id: `'clm_' || lpad(n::text, 26, '0')`,
    visit_id: `'vis_' || lpad(n::text, 26, '0')`,
    patient_control_number: `'BENCH' || n`,
    stage: `(array['eligibility', 'coding', 'submission', 'acknowledgement', 'adjudication', 'closed', 'closed', 'closed'])[1 + n % 8]`,
    payer_code: `(array['medicare', 'summit-health', 'cobalt-mutual', 'ny-medicaid', 'unity-care'])[1 + n % 5]`,
    date_of_service: `date_of_service - (n % 300)::int`,
    created_at: `created_at - make_interval(mins => n)`,
    charge_cents: `10000 + n % 20000`,
  };
  const names = columns.rows.map((row) => row.name);
  await client.query(
    `insert into claims (${names.join(', ')}) select ${names.map((name) => changed[name] ?? name).join(', ')} from claims, generate_series(1, $1) n`,
    [count - 1],
  );
  await client.query('vacuum analyze claims');
  await client.query('vacuum analyze visits');
  await client.end();
}
