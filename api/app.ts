import type { Client } from '@temporalio/client';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Database } from '../db/database.js';
import type { Instant } from '../domain/kernel/instant.js';
import { authenticate, callerOf } from './auth.js';
import { handleErrors } from './error-handler.js';
import { createMetrics } from './metrics.js';
import { createOpenApiRegistry } from './openapi.js';
import { problem } from './problem.js';
import { logRequests } from './request-log.js';
import { RouteTable } from './route.js';
import { addClaimCommandRoutes } from './routes/claim-commands.js';
import { addClaimHistoryRoutes } from './routes/claim-history.js';
import { addClaimRoutes } from './routes/claims.js';
import { addDecisionRoutes } from './routes/decisions.js';
import { addContractRateRoutes } from './routes/contract-rates.js';
import { addCredentialRoutes } from './routes/credentials.js';
import { addEditRoutes } from './routes/edits.js';
import { addExchangeRoutes } from './routes/exchange.js';
import { addOperationsRoutes } from './routes/operations.js';
import { addPayerRoutes } from './routes/payers.js';
import { addPracticeRuleChangeRoutes } from './routes/practice-rule-changes.js';
import { addPracticeRuleRoutes } from './routes/practice-rules.js';
import { addResolveWorkItemRoute } from './routes/resolve-work-item.js';
import { addSummaryRoutes } from './routes/summary.js';
import { addVisitBatchRoutes } from './routes/visit-batches.js';
import { addVisitRoutes } from './routes/visits.js';
import { addWorkItemRoutes } from './routes/work-items.js';
import { sendProblem } from './send-problem.js';

export interface AppDependencies {
  readonly db: Database;
  readonly temporal: Client;
  /** The business moment now. */
  readonly now: () => Instant;
  readonly logger: Logger;
  /** How many requests one API key may make in a second, on average over ten. */
  readonly requestsPerSecond?: number;
}

const defaultRequestsPerSecond = 500;

/** The API as an Express application; it owns nothing, so the caller closes what it gave. */
export function createApp(deps: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const metrics = createMetrics(deps.db);
  const registry = createOpenApiRegistry();
  app.use(logRequests(deps.logger));
  app.use(metrics.measure);
  app.use(helmet());
  addOperationsRoutes(app, registry, { ...deps, metrics: metrics.registry });
  app.use('/v1', authenticate(deps.db), limitRate(deps.requestsPerSecond ?? defaultRequestsPerSecond));
  const routes = new RouteTable(app, registry, deps.db);
  addVisitRoutes(routes, deps);
  addVisitBatchRoutes(routes, deps);
  addClaimRoutes(routes, deps.db);
  addClaimHistoryRoutes(routes, deps);
  addClaimCommandRoutes(routes, deps);
  addWorkItemRoutes(routes, deps.db);
  addResolveWorkItemRoute(routes, deps);
  addPayerRoutes(routes, deps);
  addPracticeRuleRoutes(routes, deps.db);
  addPracticeRuleChangeRoutes(routes, deps);
  addEditRoutes(routes);
  addDecisionRoutes(routes, deps.db);
  addContractRateRoutes(routes, deps);
  addCredentialRoutes(routes, deps);
  addExchangeRoutes(routes, deps.db);
  addSummaryRoutes(routes, deps.db);
  routes.refuseOtherMethods();
  app.use((request, response) => {
    sendProblem(request, response, problem('not-found', 'There is no such path; /openapi.json lists all of them.'));
  });
  app.use(handleErrors(deps.logger));
  return app;
}

function limitRate(requestsPerSecond: number) {
  return rateLimit({
    windowMs: 10_000,
    limit: requestsPerSecond * 10,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => callerOf(request).apiKeyId,
    handler: (request, response) => {
      sendProblem(
        request,
        response,
        problem('too-many-requests', 'This API key made too many requests. Wait a moment.'),
      );
    },
  });
}
