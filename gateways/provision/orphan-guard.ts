import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Ends server processes when we die without a chance to do it ourselves (kill -9, power of the terminal gone). */
export interface OrphanGuard {
  /** From now on this process must not outlive us; it is asked to end with the signal. */
  watch(pid: number, stopSignal: NodeJS.Signals): void;
  /** It has ended: its pid may soon be somebody else's. */
  forget(pid: number): void;
  /** Lets the guard go without ending anything. */
  close(): void;
}

const program = fileURLToPath(new URL('./orphan-guard-process.mjs', import.meta.url));

/** Starts a small process whose standard input is the line of life: the system closes it when we die, however we die. */
export function startOrphanGuard(): OrphanGuard {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  // Without the guard a later start still finds and ends what was left over.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  const tell = (line: string): void => {
    child.stdin.write(`${line}\n`);
  };
  return {
    watch: (pid, stopSignal) => tell(`watch ${pid} ${stopSignal}`),
    forget: (pid) => tell(`forget ${pid}`),
    close: () => {
      child.stdin.end('done\n');
    },
  };
}
