/** Mutation testing of the rules: what is changed in them must be noticed by a test. Run by `npm run mutation`. */
export default {
  testRunner: 'in-process',
  plugins: ['./test/mutation/in-process-runner.ts'],
  testRunnerNodeArgs: ['--import', 'tsx'],
  // No checker runs; its process reads the plugin too.
  checkerNodeArgs: ['--import', 'tsx'],
  mutate: [
    'domain/coding/**/*.ts',
    'domain/scrubbing/**/*.ts',
    'domain/telehealth/**/*.ts',
    'domain/practice-rule/**/*.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A loaded machine is no failed test.
  timeoutMS: 30_000,
  ignoreStatic: true,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  incrementalFile: '.cache/mutation/incremental.json',
  incremental: true,
  // TypeScript 7 has no API that Stryker could rewrite our tsconfig with; nothing in it names paths outside.
  tsconfigFile: 'none.json',
  tempDirName: '.cache/mutation/sandbox',
};
