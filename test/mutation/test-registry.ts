import { format } from 'node:util';
import { expect } from 'vitest';

/** A test as its file registered it. */
export interface RegisteredTest {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  run(): unknown;
}

type Body = (...values: readonly unknown[]) => unknown;

/** What test files import of vitest, without its workers: names and bodies are gathered, the caller runs them. */
export class TestRegistry {
  private tests: RegisteredTest[] = [];
  private suites: readonly string[] = [];
  private fileName = '';

  /** Stands for the module `vitest`; `expect` is vitest's own. */
  readonly vitest = {
    expect,
    describe: withEach((name, body) => this.describe(name, body)),
    it: withEach((name, body) => this.add(name, body)),
    test: withEach((name, body) => this.add(name, body)),
  };

  /** The tests that `load` registers, in their order. */
  gather(fileName: string, load: () => void): readonly RegisteredTest[] {
    this.tests = [];
    this.suites = [];
    this.fileName = fileName;
    load();
    return this.tests;
  }

  private describe(name: string, body: () => unknown): void {
    const outer = this.suites;
    this.suites = [...outer, name];
    body();
    this.suites = outer;
  }

  private add(name: string, run: () => unknown): void {
    const fullName = [...this.suites, name].join(' ');
    // Two rows of a table may have one name.
    const id = `${this.fileName}#${this.tests.length} ${fullName}`;
    this.tests.push({ id, name: fullName, fileName: this.fileName, run });
  }
}

/** `register` with vitest's tables: a row that is a list gives its values one by one, any other is one value. */
function withEach(register: (name: string, body: () => unknown) => void) {
  const each = (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) {
      const values: readonly unknown[] = Array.isArray(row) ? row : [row];
      register(format(name, ...values), () => body(...values));
    }
  };
  return Object.assign((name: string, body: () => unknown) => register(name, body), { each, skip: () => undefined });
}
