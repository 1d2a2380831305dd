import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs before any package is there: plain JavaScript, Node's own modules only.

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const neededNode = [20, 20];
const lockFolder = join(projectFolder, '.cache', 'install.lock');

/** Ends the process with what to do when this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1])) return;
  console.error(
    `teleclaim needs Node ${neededNode.join('.')} or newer; this is ${process.versions.node} (${process.execPath}).`,
  );
  console.error('Install a current Node from nodejs.org or with your version manager, then run the command again.');
  process.exit(1);
}

/** Runs `npm ci` when a package of package-lock.json is missing or has another version; waits for one that runs already. */
export async function installMissing() {
  if (missingPackages().length === 0) return;
  const release = await takeInstallLock();
  try {
    const missing = missingPackages();
    if (missing.length > 0) install(missing);
  } finally {
    release();
  }
}

/** npm writes the hidden lockfile last, so an install that broke off counts as missing. */
function missingPackages() {
  const wanted = lockedPackages(join(projectFolder, 'package-lock.json'));
  const installed = lockedPackages(join(projectFolder, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && installed[path]?.version !== entry.version)
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function install(missing) {
  const few = missing.slice(0, 3).join(', ');
  console.error(
    `Installing packages (${missing.length} missing or outdated: ${few}${missing.length > 3 ? ', …' : ''}): npm ci`,
  );
  const started = Date.now();
  const npm = npmCommand();
  // No package needs its install script: they compile optional accelerators, or make links that we make ourselves.
  const result = spawnSync(
    npm.command,
    [...npm.args, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: projectFolder,
      stdio: ['ignore', 2, 2],
      shell: npm.shell,
    },
  );
  if (result.status === 0) {
    console.error(`Packages installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
    return;
  }
  const reason = result.error?.message ?? (result.signal ? `ended by ${result.signal}` : `exit code ${result.status}`);
  throw new Error(
    `npm ci failed (${reason}). Check the npm output above and the network or registry settings, then run again.`,
  );
}

/** The npm that runs us when there is one, else the one on PATH. npx names its own script, whose neighbour is npm. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) {
    const script = basename(running) === 'npx-cli.js' ? join(dirname(running), 'npm-cli.js') : running;
    if (/^npm-cli\.js$/.test(basename(script)) && existsSync(script))
      return { command: process.execPath, args: [script], shell: false };
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** One install at a time: the folder is the lock, the pid inside tells whether its owner still lives. */
async function takeInstallLock() {
  mkdirSync(dirname(lockFolder), { recursive: true });
  const pidFile = join(lockFolder, 'pid');
  for (let told = false, unowned = 0; ; ) {
    try {
      mkdirSync(lockFolder);
      writeFileSync(pidFile, String(process.pid));
      return () => rmSync(lockFolder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = readPid(pidFile);
    unowned = owner === undefined ? unowned + 1 : 0;
    if ((owner !== undefined && !isAlive(owner)) || unowned > 20) {
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!told && owner !== undefined) console.error(`Waiting for another install (process ${owner}) to end …`);
    told ||= owner !== undefined;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function readPid(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
