// Loaded before the main module of each child process (`node --import`). The channel to the supervisor closes when the
// supervisor dies, even by kill -9: then the child ends as on SIGTERM, and by force when that takes too long.
const forcedAfterMillis = 10_000;

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), forcedAfterMillis).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
