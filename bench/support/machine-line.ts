import { cpus } from 'node:os';

/** The machine and versions a figure belongs to. */
export function machineLine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? 'unknown CPU'}, Node ${process.version}, ${process.platform}-${process.arch}`;
}
