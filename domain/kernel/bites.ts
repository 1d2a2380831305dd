/** Work that can be left between its bites, so that something else may happen meanwhile: each `next` does one. */
export type Bites<Result> = Generator<undefined, Result, undefined>;

/** Does all of it in one go. */
export function allBites<Result>(bites: Bites<Result>): Result {
  for (;;) {
    const bite = bites.next();
    if (bite.done === true) return bite.value;
  }
}
