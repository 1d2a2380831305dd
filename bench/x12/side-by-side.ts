/** Times of something and of the floor it is held against. */
export type Standing = {
  /** Medians of all turns. */
  readonly millis: number;
  readonly floorMillis: number;
  /** Median over the turns of its time to that of the floor in the same turn. */
  readonly toFloor: number;
};

/** Lets both take turns, so that a machine that grows slower or faster meanwhile favours neither. */
export async function sideBySide(
  floor: () => unknown,
  contestant: () => unknown,
  { turns, warmUpTurns }: { readonly turns: number; readonly warmUpTurns: number },
): Promise<Standing> {
  const floorTimes: number[] = [];
  const times: number[] = [];
  for (let turn = -warmUpTurns; turn < turns; turn += 1) {
    const floorMillis = await timeOf(floor);
    const millis = await timeOf(contestant);
    if (turn < 0) continue;
    floorTimes.push(floorMillis);
    times.push(millis);
  }
  const ratios = times.map((millis, turn) => millis / (floorTimes[turn] ?? Number.NaN));
  return { millis: median(times), floorMillis: median(floorTimes), toFloor: median(ratios) };
}

async function timeOf(run: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
