import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from '../../../../gateways/provision/free-port.js';

test('a port nobody asked for lies below those that systems lend to outgoing connections', async () => {
  for (let times = 0; times < 20; times += 1) {
    const port = await freePort();
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_768);
  }
});

test('the preferred port is passed over when it is taken or given away', async () => {
  const preferred = await freePort();
  const server = createServer().listen(preferred, '127.0.0.1');
  await once(server, 'listening');
  try {
    const next = await freePort(preferred);
    expect(next).not.toBe(preferred);
    expect(await freePort(preferred, new Set([next]))).not.toBe(next);
  } finally {
    server.close();
  }
});
