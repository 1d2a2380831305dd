// Ctrl-C through npm arrives two times, from the terminal and from npm; a person who insists comes later.
const insistAfterMillis = 1_000;

/** Resolves at the first request to stop (Ctrl-C, SIGTERM, closed terminal). A further one, a second later, ends this process at once. */
export async function stopRequested(): Promise<NodeJS.Signals> {
  return await new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = (signal: NodeJS.Signals) => {
      firstAt ??= Date.now();
      if (Date.now() - firstAt > insistAfterMillis) process.exit(130);
      resolve(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
