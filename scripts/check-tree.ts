import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

// What no other tool looks at: what may stand in a project file, how files are named, and how long they get.

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const ownPath = 'scripts/check-tree.ts';
const linesMax = 300;

/** Files that are longer than others may be, and why they are not cut. */
const longFiles: Readonly<Record<string, string>> = {
  'domain/scrubbing/edit-example-texts.ts': 'written from the examples of the edits by `npm run docs:edits`',
  'domain/x12/interchange-assembler.ts': 'one state machine over envelope segments; its states read best together',
  'domain/x12/read-loops.ts': 'one walk through a guide; its steps share the position',
  'domain/x12/837p/guide/shared-segments.ts': 'a table of the guide',
  'test/builders/professional-claim-batches.ts': 'arbitrary claims: one generator for each loop of the guide',
};

type Rule = { readonly name: string; readonly files: RegExp; readonly text: RegExp; readonly remedy: string };

const code = /\.(ts|mjs|cjs|js)$/;
const any = /./;
const rules: readonly Rule[] = [
  {
    name: 'absolute path',
    files: any,
    text: /(^|[\s'"`(=:])(\/(home|root|work|Users|opt|mnt|private)\/|[A-Z]:\\\w)/,
    remedy: 'A path of one machine means nothing on another: make it relative, or take it from the configuration.',
  },
  {
    name: 'registry host',
    files: any,
    text: /\b(registry\.\w+\.\w+|pypi\.org|files\.pythonhosted\.org|registry\.npmjs|deb\.debian\.org)\b/,
    remedy: 'The package clients know their registry; a mirror is configured on the machine.',
  },
  {
    name: 'unfinished work',
    files: any,
    text: /\b(TODO|FIXME|XXX|HACK)\b|not (yet )?implemented|lorem ipsum/i,
    remedy: 'Finish it, or leave it out and say so in the documents.',
  },
  {
    name: 'test left out',
    files: /^test\/(?!support\/shared-samples\.ts$).*\.ts$/,
    text: /\b(it|test|describe|suite)\.(only|skip|todo|skipIf|runIf|fails)\b/,
    remedy: 'Every test runs, always.',
  },
  {
    name: 'type check turned off',
    files: /\.ts$/,
    text: /\bas any\b|\bas unknown as\b|@ts-(ignore|nocheck|expect-error)/,
    remedy: 'Parse the value with zod, or narrow it with a check.',
  },
  {
    name: 'asynchronous update validator',
    files: /^workflows\/.*\.ts$/,
    text: /validator\s*[:=]\s*async\b/,
    remedy: 'Temporal calls validators synchronously: a rejected promise would refuse nothing.',
  },
  {
    name: 'barrel',
    files: /^(?!workflows\/index\.ts$).*\.ts$/,
    text: /^export (\*|\{[^}]*\}) from /,
    remedy: 'Import from the file that says it.',
  },
  {
    name: 'import without its ending',
    files: /\.ts$/,
    text: /from '\.{1,2}\/[^']*(?<!\.(js|mjs|json))'/,
    remedy: 'Import by relative path with .js.',
  },
  {
    name: 'lint turned off without a reason',
    files: code,
    text: /(oxlint|eslint)-disable(?!.* -- \S)/,
    remedy: 'Say why behind two hyphens.',
  },
];

const complaints: string[] = [];
for (const path of projectFiles()) {
  if (path === ownPath) continue;
  const lines = readFileSync(`${projectFolder}/${path}`, 'utf8').split('\n');
  for (const rule of rules.filter(({ files }) => files.test(path))) {
    lines.forEach((line, index) => {
      if (rule.text.test(line)) complaints.push(`${path}:${index + 1}: ${rule.name}. ${rule.remedy}`);
    });
  }
  if (code.test(path)) checkForm(path, lines.length - 1);
}
checkLongFiles();
report();

/** Every text file under version control or about to be, but the lock file and recorded data. */
function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter(
      (path) => path !== '' && path !== 'package-lock.json' && !/^test\/(replay\/histories|fixtures)\//.test(path),
    )
    .filter((path) => !/\.(png|svg|gz|zip|bin)$/.test(path) && isFile(path));
}

/** A file may be gone that git still knows, and a link may lead to a folder. */
function isFile(path: string): boolean {
  return statSync(`${projectFolder}/${path}`, { throwIfNoEntry: false })?.isFile() === true;
}

function checkForm(path: string, lineCount: number): void {
  if (!/^[a-z0-9.]+(-[a-z0-9.]+)*$/.test(basename(path))) complaints.push(`${path}: a file name is kebab-case.`);
  if (lineCount > linesMax && longFiles[path] === undefined) {
    complaints.push(`${path}: ${lineCount} lines. Cut it by concept, or give the reason in ${ownPath}.`);
  }
}

function checkLongFiles(): void {
  for (const path of Object.keys(longFiles)) {
    const isLong = existsSync(`${projectFolder}/${path}`) && lineCountOf(path) > linesMax;
    if (!isLong) complaints.push(`${ownPath}: ${path} needs no exception any more.`);
  }
}

function lineCountOf(path: string): number {
  return readFileSync(`${projectFolder}/${path}`, 'utf8').split('\n').length - 1;
}

function report(): void {
  for (const [path, reason] of Object.entries(longFiles)) console.log(`long by choice: ${path} (${reason})`);
  for (const complaint of complaints) console.error(complaint);
  console.log(complaints.length === 0 ? 'The tree is in order.' : `${complaints.length} complaints.`);
  if (complaints.length > 0) process.exitCode = 1;
}
