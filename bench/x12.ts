import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { nodeOptions } from '../cli/supervise/node-options.js';
import { machineLine } from './support/machine-line.js';
import { contestants, courseOf, splitAll } from './x12/contestants.js';
import { sideBySide, type Standing } from './x12/side-by-side.js';

// Reading and writing of X12 against the floor, `split`. Each contestant has a process of its own, in which it and the
// floor take turns: one's garbage and compiled code are no other's.

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, contestant: { type: 'string' } },
});
const turns = values.quick ? 11 : 31;
// The engine needs some turns until it has compiled what it runs.
const warmUpTurns = 25;
const claims = { '837P': 5_000, '835': values.quick ? 10_000 : 50_000 };
const standingSchema = z.object({ millis: z.number(), floorMillis: z.number(), toFloor: z.number(), bytes: z.int() });

if (values.contestant === undefined) compareAll();
else await compete(Number(values.contestant));

function compareAll(): void {
  console.log(`X12 against the floor. ${machineLine()}; medians of ${turns} turns.`);
  for (const file of ['837P', '835'] as const) {
    const rows = contestants.flatMap((one, index) => (one.file === file ? [{ ...one, ...standingOf(index) }] : []));
    const megabytes = ((rows[0]?.bytes ?? 0) / 1_000_000).toFixed(1);
    console.log(`\n${file}, ${claims[file]} claims, ${megabytes} MB`);
    console.table(
      Object.fromEntries(
        rows.map(({ name, millis, floorMillis, toFloor }) => [
          name,
          { ms: rounded(millis, 1), 'ms of the floor': rounded(floorMillis, 1), 'to the floor': rounded(toFloor, 2) },
        ]),
      ),
    );
  }
}

function standingOf(index: number): Standing & { readonly bytes: number } {
  const script = fileURLToPath(import.meta.url);
  const own = ['--contestant', String(index), ...(values.quick ? ['--quick'] : [])];
  const { status, stdout } = spawnSync(process.execPath, [...nodeOptions, '--import', 'tsx', script, ...own], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the benchmark of ${contestants[index]?.name ?? index} failed`);
  return standingSchema.parse(JSON.parse(stdout));
}

async function compete(index: number): Promise<void> {
  const contestant = contestants[index];
  if (contestant === undefined) throw new RangeError(`there are ${contestants.length} contestants`);
  const course = courseOf(contestant.file, claims[contestant.file]);
  const standing = await sideBySide(() => splitAll(course), contestant.prepare(course), { turns, warmUpTurns });
  console.log(JSON.stringify({ ...standing, bytes: course.bytes.length }));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
