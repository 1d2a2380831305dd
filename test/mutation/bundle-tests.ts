import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';

/** Loads one test file, which registers its tests. */
export type TestFileLoader = () => void;

/** A new copy of all modules of ours, in their state before anything ran; the values load test files by path. */
export type FreshModules = () => Readonly<Record<string, TestFileLoader>>;

/** The tests that hold the rules; all run without a database. */
const testFolders = ['coding', 'scrubbing', 'telehealth', 'practice-rule', 'decision'].map((name) =>
  join('test', 'unit', name),
);

type ModuleFunction = (module: { exports: unknown }, require: (name: string) => unknown) => void;

/**
 * All test files with all that they import of ours, as one function. To call it again is to start anew: a mutant in
 * a table that is read once, or in a value that is kept, then acts like every other.
 */
export async function bundleTests(root: string, vitest: unknown): Promise<FreshModules> {
  const files = await testFilesIn(root);
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = {\n${loaders.join(',\n')}\n};`, resolveDir: root },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [ownUrls],
    logLevel: 'warning',
  });
  const code = outputFiles[0]?.text ?? '';
  const run: ModuleFunction = runInThisContext(`(function (module, require) {${code}\n})`, { filename: 'tests.cjs' });
  const requireOther = createRequire(join(root, 'package.json'));
  const requireAny = (name: string): unknown => (name === 'vitest' ? vitest : requireOther(name));
  return () => {
    const module: { exports: Record<string, TestFileLoader> } = { exports: {} };
    run(module, requireAny);
    return module.exports;
  };
}

async function testFilesIn(root: string): Promise<readonly string[]> {
  const listed = await Promise.all(
    testFolders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  return listed
    .flat()
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** In one bundle a module no longer knows its own place; some read files beside them. */
const ownUrls: Plugin = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](test|domain)[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};
