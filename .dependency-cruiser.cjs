/**
 * The arrows between the folders, as docs/ARCHITECTURE.md draws them. A folder that is not named in a rule's `to`
 * may not be imported; the mains compose, and tests and benchmarks may look everywhere. Two rules that must tell types
 * from values stand in .oxlintrc.json: no cycles, and workflows import nothing but types of activities.
 */
const houseFolders = [
  'domain',
  'workflows',
  'activities',
  'db',
  'gateways',
  'worker',
  'api',
  'cli',
  'simulator',
  'test',
  'bench',
  'scripts',
  'bin',
];

/** Everything of the house but the folder itself and those it may import. */
const houseExcept = (...allowed) => `^(${houseFolders.filter((folder) => !allowed.includes(folder)).join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'all-resolved',
      comment: 'Every import leads to a file or an installed package.',
      severity: 'error',
      from: {},
      // The FHIR types have no code to resolve.
      to: { couldNotResolve: true, pathNot: '^fhir/r4\\.js$' },
    },
    {
      name: 'packages-declared',
      comment: 'A package that is used stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-without-dev-packages',
      comment: 'The product runs without the packages that only tests and tools need.',
      severity: 'error',
      from: { path: '^(domain|workflows|activities|db|gateways|worker|api|cli|simulator)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'The rules import nothing of the house.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: houseExcept('domain') },
    },
    {
      name: 'domain-without-io',
      comment: 'The rules take values: no Node built-ins, and of packages only those that work on values.',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: '(^|/)node_modules/(zod|temporal-polyfill|@types/fhir)/',
      },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'Money, dates and ids know nothing of claims.',
      severity: 'error',
      from: { path: '^domain/kernel/' },
      to: { path: '^domain/', pathNot: '^domain/kernel/' },
    },
    {
      name: 'x12-knows-only-the-format',
      comment: 'The X12 code knows the standard, not the practice.',
      severity: 'error',
      from: { path: '^domain/x12/' },
      to: { path: '^domain/', pathNot: '^domain/(x12|kernel)/' },
    },
    {
      name: 'x12-reads-and-writes-without-schemas',
      comment: 'Who only reads or writes files does not pay for the schemas of the models.',
      severity: 'error',
      from: { path: '^domain/x12/(2|8|9|t)[0-9a-z]+/(read|write)-' },
      to: { path: ['schemas?[.]ts$', 'node_modules/zod/'], pathNot: '^test/', reachable: true },
    },
    {
      name: 'workflows-are-deterministic',
      comment:
        'A workflow imports the rules and the types of activities; an activity itself would pull I/O into the bundle.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: houseExcept('workflows', 'domain', 'activities') },
    },
    {
      name: 'workflows-without-io',
      comment: 'The sandbox has no Node built-ins, and of packages only those made for it.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: '(^|/)node_modules/@temporalio/(workflow|common)/',
      },
    },
    {
      name: 'db-knows-the-domain',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: houseExcept('db', 'domain') },
    },
    {
      name: 'gateways-know-the-domain',
      severity: 'error',
      from: { path: '^gateways/' },
      to: { path: houseExcept('gateways', 'domain') },
    },
    {
      name: 'activities-know-domain-db-gateways',
      severity: 'error',
      from: { path: '^activities/' },
      to: { path: houseExcept('activities', 'domain', 'db', 'gateways') },
    },
    {
      name: 'api-is-thin',
      comment: 'The API reads the database and talks to workflows by their messages.',
      severity: 'error',
      from: { path: '^api/', pathNot: '^api/main\\.ts$' },
      to: {
        path: '^(activities|gateways|worker|cli|simulator|test|bench|scripts|bin|workflows)/',
        pathNot: '^workflows/(messages|workflow-ids|task-queues)\\.ts$',
      },
    },
    {
      name: 'api-main-composes',
      comment: 'The main of the API adds configuration and encryption.',
      severity: 'error',
      from: { path: '^api/main\\.ts$' },
      to: {
        path: '^(activities|cli|simulator|test|bench|scripts|bin|gateways)/',
        pathNot: '^gateways/(config|encryption)/',
      },
    },
    {
      name: 'worker-composes',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^(api|cli|simulator|test|bench|scripts|bin)/' },
    },
    {
      name: 'cli-starts-processes',
      comment: 'The command line starts API, worker and simulator as processes; it does not import them.',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^(api|simulator|test|bench|scripts|bin|activities)/' },
    },
    {
      name: 'simulator-is-a-stranger',
      comment: 'The payers know only the bytes they receive: of the house they share the X12 format and the kernel.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: {
        path: '^(workflows|activities|db|gateways|worker|api|cli|test|bench|scripts|bin)/|^domain/(?!x12/|kernel/)',
      },
    },
    {
      name: 'sql-stays-in-db',
      comment: 'SQL is written in db/ alone.',
      severity: 'error',
      from: { pathNot: '^(db|test|bench)/' },
      to: { path: '^db/sql\\.ts$|(^|/)node_modules/(pg|node-pg-migrate)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench)/|^scripts/write-' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.cache|\\.teleclaim)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    detectProcessBuiltinModuleCalls: true,
    skipAnalysisNotInRules: true,
  },
};
