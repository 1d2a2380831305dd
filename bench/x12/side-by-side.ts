/** What takes part in a comparison: something to do over and over, with a name. */
export type Contestant = { readonly name: string; readonly run: () => unknown };

export type Standing = {
  readonly name: string;
  /** Median of all turns. */
  readonly millis: number;
  /** Median over the turns of its time to that of the first contestant in the same turn. */
  readonly toFloor: number;
};

/** Lets all take turns, so that a machine that grows slower or faster meanwhile favours none; the first is the floor. */
export async function sideBySide(
  contestants: readonly Contestant[],
  turns: number,
  warmUpTurns: number,
): Promise<readonly Standing[]> {
  const times: number[][] = contestants.map(() => []);
  for (let turn = -warmUpTurns; turn < turns; turn += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const startedAt = performance.now();
      await contestant.run();
      if (turn >= 0) times[index]?.push(performance.now() - startedAt);
    }
  }
  const floor = times[0] ?? [];
  return contestants.map(({ name }, index) => {
    const own = times[index] ?? [];
    return {
      name,
      millis: median(own),
      toFloor: median(own.map((millis, turn) => millis / (floor[turn] ?? Number.NaN))),
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
