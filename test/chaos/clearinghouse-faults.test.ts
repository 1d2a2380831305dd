import { onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { sql } from '../../db/sql.js';
import { DemonstrationRun, type Moment } from '../support/demonstration-run.js';
import { expectUndisturbedEnd } from '../support/expect-undisturbed-end.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import type { Fault } from '../../simulator/servers/fault.js';

function start(folder: string, faults: readonly Fault[]): DemonstrationRun {
  const run = DemonstrationRun.start(folder, faults);
  onTestFinished(() => run.stop());
  return run;
}

const tellsAPerson: Moment = async (query) =>
  (
    await query.one(
      z.object({ seen: z.boolean() }),
      sql`select exists (select from work_items where kind = 'clearinghouse_unavailable') as seen`,
    )
  ).seen;

test('a clearinghouse that refuses connections gets its files later; the item for a person ends by itself', async () => {
  const folder = temporaryFolder();
  const run = start(folder, [{ kind: 'sftp_refuse' }]);
  await run.reaches('a person is told that files can not be delivered', tellsAPerson);
  await run.endFaults();
  await run.finish();
  await expectUndisturbedEnd(folder);
});

test('connections that drop before and after the rename, and answers that come twice, change nothing in the books', async () => {
  const folder = temporaryFolder();
  const run = start(folder, [
    { kind: 'drop_before_rename', times: 2 },
    { kind: 'drop_after_rename', times: 2 },
    { kind: 'drop_during_fetch', times: 2 },
    { kind: 'deliver_twice', times: 8 },
  ]);
  await run.finish();
  await expectUndisturbedEnd(folder);
});
