import { setTimeout as delay } from 'node:timers/promises';
import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Client } from '@temporalio/client';
import type { Router } from 'express';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { pingDatabase } from '../../db/ping-database.js';
import { openApiDocument } from '../openapi.js';

export interface OperationsDependencies {
  readonly db: Database;
  readonly temporal: Client;
  readonly metrics: Registry;
}

const answerMillis = 2_000;
const healthResponse = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health' });
const readinessResponse = z
  .object({ status: z.enum(['ok', 'unavailable']), database: z.boolean(), temporal: z.boolean() })
  .meta({ id: 'Readiness' });

/** What those who run the product ask, without a key: health, metrics, and the API's own document. */
export function addOperationsRoutes(router: Router, registry: OpenAPIRegistry, deps: OperationsDependencies): void {
  document(registry, '/health/live', 'getLiveness', 'The process runs', healthResponse);
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  document(registry, '/health/ready', 'getReadiness', 'Database and Temporal answer; 503 when not', readinessResponse);
  router.get('/health/ready', async (_request, response) => {
    const [database, temporal] = await Promise.all([databaseAnswers(deps.db), temporalAnswers(deps.temporal)]);
    const ready = database && temporal;
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', database, temporal });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(deps.metrics.contentType).send(await deps.metrics.metrics());
  });
  registry.registerPath({
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    summary: 'Metrics in the Prometheus text format',
    tags: ['Operations'],
    responses: { 200: { description: 'the metrics', content: { 'text/plain': { schema: z.string() } } } },
  });
  document(registry, '/openapi.json', 'getOpenApiDocument', 'This document', z.record(z.string(), z.unknown()));
  let written: object | null = null;
  router.get('/openapi.json', (_request, response) => {
    written ??= openApiDocument(registry);
    response.json(written);
  });
}

function document(
  registry: OpenAPIRegistry,
  path: string,
  operationId: string,
  summary: string,
  schema: z.ZodType,
): void {
  registry.registerPath({
    method: 'get',
    path,
    operationId,
    summary,
    tags: ['Operations'],
    responses: { 200: { description: summary, content: { 'application/json': { schema } } } },
  });
}

async function databaseAnswers(db: Database): Promise<boolean> {
  return inTime(pingDatabase(db));
}

async function temporalAnswers(temporal: Client): Promise<boolean> {
  const ask = () => temporal.workflowService.getSystemInfo({});
  return inTime(temporal.withDeadline(Date.now() + answerMillis, ask));
}

/** Whether an answer came, and soon enough for a probe that waits. */
async function inTime(answer: Promise<unknown>): Promise<boolean> {
  const late = new AbortController();
  const timeUp = delay(answerMillis, false, { signal: late.signal }).catch(() => false);
  const came = answer.then(
    () => true,
    () => false,
  );
  const first = await Promise.race([came, timeUp]);
  late.abort();
  return first;
}
