import type { Command } from 'commander';
import { addTotals } from '../../domain/x12/file-totals.js';
import type { FileTotals } from '../../domain/x12/file-report.js';
import { wallMillisNow } from '../../gateways/config/process-clock.js';
import { endWithReader, writeOut } from '../text/write-out.js';
import { fileCheckOf } from '../x12/check-json.js';
import { fileLines, totalsLine } from '../x12/check-lines.js';
import { checkOneFile, type FileOutcome } from '../x12/check-one-file.js';
import { CheckProgress } from '../x12/check-progress.js';
import { collectX12Files } from '../x12/collect-x12-files.js';
import { unmaskOption } from '../x12/unmask-option.js';

interface CheckOptions {
  readonly json?: true;
  readonly unmask?: true;
  readonly all?: true;
  readonly stream?: true;
}

const placesShown = 5;

/** Larger files are read piece by piece: as a whole, one takes some twenty times its size of memory. */
const streamFromBytes = 32_000_000;

export function addX12CheckCommand(x12: Command, finish: (exitCode: number) => void): void {
  x12
    .command('check')
    .description('what files hold, whether each 835 balances, and all that is wrong with them and what to do')
    .argument('<paths...>', 'files, or folders with all files inside')
    .option('--json', 'one line of JSON for each file')
    .option('--all', `every place of a finding, and every failed equation; else the first ${placesShown}`)
    .option(
      '--stream',
      'read files piece by piece, as is done with large ones (from 32 MB); equations that hold are summed',
    )
    .addOption(unmaskOption())
    .addHelpText(
      'after',
      '\nEnds with 0 when nothing is wrong, 1 when a file has an error, does not balance or can’t be read, 2 when a path leads to no file.',
    )
    .action(async (paths: string[], options: CheckOptions) => finish(await check(paths, options)));
}

async function check(paths: readonly string[], { json, unmask, all, stream }: CheckOptions): Promise<number> {
  endWithReader();
  const masked = unmask !== true;
  const reportOptions = { masked, placesMax: all === true ? Number.POSITIVE_INFINITY : placesShown };
  const { files, missing } = collectX12Files(paths);
  const bytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  const progress = new CheckProgress(process.stderr, { fileCount: files.length, bytes }, wallMillisNow);
  const totals: FileTotals[] = [];
  const report = async (outcome: FileOutcome) => {
    progress.clear();
    if (outcome.kind === 'read') totals.push(outcome.report.totals);
    const lines = json === true ? [JSON.stringify(fileCheckOf(outcome, masked))] : fileLines(outcome, reportOptions);
    await writeOut(lines.map((line) => `${line}\n`).join(''));
  };
  const reading = {
    streamFromBytes: stream === true ? 0 : streamFromBytes,
    onBytes: (read: number) => progress.bytesRead(read),
  };
  for (const { path, sizeBytes } of files) {
    await report(await checkOneFile(path, reading));
    progress.fileDone(sizeBytes);
  }
  progress.clear();
  for (const path of missing)
    await report({ kind: 'unread', path, reason: 'there is no such file, or no file in that folder' });
  const sum = addTotals(totals);
  const unreadCount = files.length - totals.length;
  if (json !== true) await writeOut(`${totalsLine(totals.length, unreadCount + missing.length, sum)}\n`);
  if (missing.length > 0) return 2;
  return sum.errorCount + sum.unbalancedCount + unreadCount > 0 ? 1 : 0;
}
