/** One thing wrong with the configuration: the variable's full name and what to do about it. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** The environment can't be used; lists every problem at once. Values are not quoted: some are secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map((problem) => `  ${problem.variable}: ${problem.message}`);
    super(`the configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${lines.join('\n')}`);
  }
}
