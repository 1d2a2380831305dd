import { performance } from 'node:perf_hooks';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundleTests, type FreshModules } from './bundle-tests.js';
import { type RegisteredTest, TestRegistry } from './test-registry.js';

/**
 * Runs the tests of the rules within Stryker's own process. Vitest starts a worker for each mutant, which takes most of
 * a second; here a mutant starts with new copies of our modules, in some hundredths of one.
 */
class InProcessTestRunner implements TestRunner {
  private readonly registry = new TestRegistry();
  private readonly durationById = new Map<string, number>();
  private readonly killsById = new Map<string, number>();
  private freshModules: FreshModules = () => ({});

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.freshModules = await bundleTests(process.cwd(), this.registry.vitest);
  }

  /** Each file starts anew, as with vitest: what one test keeps for later must not hide code from the others. */
  async dryRun(): Promise<DryRunResult> {
    const context = instrumenterContext();
    const mutantCoverage = { static: {}, perTest: {} };
    const tests: TestResult[] = [];
    for (const fileName of Object.keys(this.freshModules())) {
      context.mutantCoverage = mutantCoverage;
      for (const test of this.load(fileName, this.freshModules())) {
        context.currentTestId = test.id;
        const result = await runTest(test);
        delete context.currentTestId;
        this.durationById.set(test.id, result.timeSpentMs);
        tests.push(result);
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, hitLimit, testFilter } = options;
    const context = instrumenterContext();
    delete context.activeMutant;
    delete context.hitCount;
    if (hitLimit !== undefined) Object.assign(context, { hitLimit, hitCount: 0 });
    const tests =
      mutantActivation === 'static' || testFilter === undefined
        ? await this.runFilesInTurn(options, () => (context.activeMutant = activeMutant.id))
        : await this.runCovering(testFilter, options.disableBail, () => (context.activeMutant = activeMutant.id));
    const timeOut = determineHitLimitReached(context.hitCount, hitLimit);
    return toMutantRunResult(timeOut ?? { status: DryRunStatus.Complete, tests });
  }

  /** The tests that reach the mutant, which acts once all is loaded; the most promising first, since one failure is enough. */
  private async runCovering(testFilter: readonly string[], disableBail: boolean, activate: () => void) {
    const wanted = new Set(testFilter);
    const modules = this.freshModules();
    const fileNames = [...new Set(testFilter.map((id) => id.slice(0, id.indexOf('#'))))];
    const tests = fileNames.flatMap((fileName) => this.load(fileName, modules)).filter(({ id }) => wanted.has(id));
    activate();
    const results: TestResult[] = [];
    for (const test of tests.sort((left, right) => this.costOf(left) - this.costOf(right))) {
      const result = await runTest(test);
      results.push(result);
      if (result.status !== TestStatus.Failed) continue;
      this.killsById.set(test.id, (this.killsById.get(test.id) ?? 0) + 1);
      if (!disableBail) break;
    }
    return results;
  }

  /** All tests, of a mutant that acts while modules load: file by file, those of its own folder first. */
  private async runFilesInTurn({ sandboxFileName, disableBail }: MutantRunOptions, activate: () => void) {
    activate();
    const modules = this.freshModules();
    const folder = /domain[\\/]([^\\/]+)/.exec(sandboxFileName)?.[1] ?? '';
    const isNear = (fileName: string) => fileName.includes(`/${folder}/`);
    const fileNames = Object.keys(modules);
    const results: TestResult[] = [];
    for (const fileName of [...fileNames.filter(isNear), ...fileNames.filter((each) => !isNear(each))]) {
      try {
        for (const test of this.load(fileName, modules)) {
          results.push(await runTest(test));
          if (results.at(-1)?.status === TestStatus.Failed && !disableBail) return results;
        }
      } catch (error) {
        // A file that can't be loaded is a failed test, as it is with vitest.
        results.push(failed({ id: fileName, name: fileName, fileName }, 0, error));
        if (!disableBail) return results;
      }
    }
    return results;
  }

  private load(fileName: string, modules: ReturnType<FreshModules>): readonly RegisteredTest[] {
    return this.registry.gather(fileName, () => modules[fileName]?.());
  }

  /** How long a test takes, less the more mutants it has found: a page that holds all words finds most of them. */
  private costOf({ id }: RegisteredTest): number {
    return (this.durationById.get(id) ?? 0) / (1 + (this.killsById.get(id) ?? 0));
  }
}

async function runTest(test: RegisteredTest): Promise<TestResult> {
  const started = performance.now();
  try {
    await test.run();
  } catch (error) {
    return failed(test, performance.now() - started, error);
  }
  const { id, name, fileName } = test;
  return { id, name, fileName, status: TestStatus.Success, timeSpentMs: performance.now() - started };
}

function failed(test: Omit<RegisteredTest, 'run'>, timeSpentMs: number, error: unknown): TestResult {
  const { id, name, fileName } = test;
  return { id, name, fileName, timeSpentMs, status: TestStatus.Failed, failureMessage: String(error) };
}

/** What instrumented code reads and writes, beside which mutant is on. */
function instrumenterContext(): InstrumenterContext {
  const known: { [key: string]: InstrumenterContext | undefined } = Object(globalThis);
  return (known[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessTestRunner)];
