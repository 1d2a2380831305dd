import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { searchAttributeTypes } from '../../../gateways/provision/search-attributes.js';

const root = new URL('../../../', import.meta.url);

function textOf(name: string): string {
  return readFileSync(new URL(name, root), 'utf8');
}

test('the compose file makes exactly the search attributes that workflows use', () => {
  const listed = /SEARCH_ATTRIBUTES: (.*)/.exec(textOf('docker-compose.yml'))?.[1]?.split(' ');
  expect(listed).toEqual(Object.entries(searchAttributeTypes).map(([name, type]) => `${name}=${type}`));
});

test('what the image copies and runs is there', () => {
  const copied = [...textOf('Dockerfile').matchAll(/^COPY (.+) \S+$/gm)].flatMap((match) =>
    (match[1] ?? '').split(' '),
  );
  const run = [...textOf('docker-compose.yml').matchAll(/command: \["([\w/]+\.ts)"/g)].map((match) => match[1] ?? '');
  const mounted = [...textOf('docker-compose.yml').matchAll(/\/etc\/teleclaim\/([\w.-]+)/g)].map(
    (match) => `deploy/compose/${match[1]}`,
  );
  expect(run).toContain('worker/main.ts');
  for (const path of [...copied, ...run, ...mounted])
    expect([path, existsSync(new URL(path, root))]).toEqual([path, true]);
});

test('the image holds every folder that its programs import from', () => {
  const copied = [...textOf('Dockerfile').matchAll(/^COPY (\w+) \w+$/gm)].map((match) => match[1]);
  const layers = ['domain', 'workflows', 'activities', 'db', 'gateways', 'worker', 'api', 'cli', 'simulator'];
  expect(copied.sort()).toEqual(layers.sort());
});
