import { Client, Connection } from '@temporalio/client';
import express from 'express';
import pg from 'pg';
import { pino } from 'pino';
import { createApp } from '../../api/app.js';
import { serve } from '../../api/serve.js';
import { Database } from '../../db/database.js';
import { instant } from '../../domain/kernel/instant.js';

// Both servers live in this process, apart from the one that makes the load: the product's API, and the floor.
const [appUrl = '', ownerUrl = ''] = process.argv.slice(2);

const pool = new pg.Pool({ connectionString: ownerUrl, max: 20 });
const bare = express();
bare.get('/bare/:id', async (request, response) => {
  const found = await pool.query({
    name: 'bare',
    text: 'select * from claims where id = $1',
    values: [request.params.id],
  });
  response.json(found.rows[0]);
});
const floor = await serve(bare, '127.0.0.1', 0);

const db = new Database({ url: appUrl, maxConnections: 20 });
const temporal = new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) });
const now = () => instant('2026-03-16T15:00:00Z');
const api = await serve(
  createApp({ db, temporal, now, logger: pino({ level: 'silent' }), requestsPerSecond: 1_000_000 }),
  '127.0.0.1',
  0,
);

process.send?.({ floorUrl: floor.url, apiUrl: api.url });
process.once('disconnect', () => process.exit(0));
