import { once } from 'node:events';

/** Writes to standard output and waits while its reader is slower, so that a long output never piles up in memory. */
export async function writeOut(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A reader that has seen enough (`| head`) ends the command without a complaint. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
