const triesMax = 4;

/**
 * Starts something that takes ports, again when another program took one of them between our look and the start. `start`
 * chooses its ports itself, so that each try has others.
 */
export async function withOwnPorts<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === triesMax || !isPortTaken(error)) throw error;
    }
  }
}

/** How PostgreSQL, Temporal, Node and our own services say that a port is taken. */
function isPortTaken(error: unknown): boolean {
  return error instanceof Error && /address already in use|EADDRINUSE|is taken by another program/i.test(error.message);
}
