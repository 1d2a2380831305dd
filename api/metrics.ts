import type { RequestHandler } from 'express';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../db/database.js';
import { countOutboxWaiting } from '../db/outbox.js';
import { countClaimsByStage } from '../db/summary-queries.js';
import { claimStages } from '../domain/claim/claim-stage.js';

/** Counting all claims reads an index from end to end; scrapes in between get the count of the last time. */
const countEveryMillis = 10_000;

/** The metrics of this process and of the installation; labels hold routes, methods, statuses and stages only. */
export function createMetrics(db: Database): { readonly registry: Registry; readonly measure: RequestHandler } {
  const registry = new Registry();
  const durations = new Histogram({
    name: 'teleclaim_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  addInstallationGauges(registry, db);
  return {
    registry,
    measure: function measureDuration(request, response, next) {
      const end = durations.startTimer();
      response.once('finish', () => {
        end({ method: request.method, route: routeOf(request.route), status: response.statusCode });
      });
      next();
    },
  };
}

/** The route's pattern, never the path itself: ids would make endless series. */
export function routeOf(route: unknown): string {
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'none';
  return typeof route.path === 'string' ? route.path.replaceAll('\\', '') : 'none';
}

function addInstallationGauges(registry: Registry, db: Database): void {
  new Gauge({
    name: 'teleclaim_outbox_waiting',
    help: 'Messages that have not reached Temporal yet.',
    registers: [registry],
    async collect() {
      this.set(await db.system(countOutboxWaiting));
    },
  });
  let countedAt = 0;
  new Gauge({
    name: 'teleclaim_claims',
    help: 'Claims by stage, over all practices.',
    labelNames: ['stage'],
    registers: [registry],
    async collect() {
      if (Date.now() - countedAt < countEveryMillis) return;
      countedAt = Date.now();
      const counts = new Map((await db.system(countClaimsByStage)).map(({ stage, claims }) => [stage, claims]));
      for (const stage of claimStages) this.set({ stage }, counts.get(stage) ?? 0);
    },
  });
}
