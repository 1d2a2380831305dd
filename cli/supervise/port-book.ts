import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../../gateways/provision/free-port.js';
import type { Home } from './home.js';
import { readJson, writeJson } from './json-file.js';

/** Remembers which port each service took, so that addresses stay the same over restarts where possible. */
export interface PortBook {
  /** The port of last time if it is free, else the preferred one or the next free one after it; any when none is preferred. */
  choose(name: string, preferred?: number): Promise<number>;
}

const portsSchema = z.record(z.string(), z.int().min(1).max(65_535));

export function openPortBook(home: Home): PortBook {
  const path = join(home.folder, 'ports.json');
  const ports = new Map(Object.entries(readJson(path, portsSchema) ?? {}));
  return {
    choose: async (name, preferred) => {
      const remembered = ports.get(name);
      const taken = new Set([...ports].filter(([other]) => other !== name).map(([, port]) => port));
      const port = await freePort(remembered ?? preferred, taken);
      ports.set(name, port);
      writeJson(path, Object.fromEntries(ports));
      return port;
    },
  };
}
