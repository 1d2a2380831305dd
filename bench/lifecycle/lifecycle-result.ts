export type LifecycleResult = {
  readonly claims: number;
  readonly seconds: number;
  readonly claimsPerSecond: number;
  readonly eventsPerClaim: number;
  readonly cpuSeconds: number;
};

export function lifecycleResult(
  claims: number,
  startedAt: number,
  cpu: NodeJS.CpuUsage,
  events: number,
): LifecycleResult {
  const seconds = (performance.now() - startedAt) / 1000;
  const used = process.cpuUsage(cpu);
  return {
    claims,
    seconds,
    claimsPerSecond: claims / seconds,
    eventsPerClaim: events,
    cpuSeconds: (used.user + used.system) / 1e6,
  };
}
