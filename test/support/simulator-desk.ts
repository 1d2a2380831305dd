import { z } from 'zod';
import { type Fault, faultSchema } from '../../simulator/servers/fault.js';
import type { ClaimWorld } from './claim-world.js';

const receivedSchema = z.object({
  submissionId: z.string().nullable(),
  patientControlNumber: z.string(),
  interchangeControlNumber: z.string(),
  frequency: z.string(),
  payerId: z.string(),
  chargeCents: z.int(),
  disposition: z.string(),
  payerClaimControlNumber: z.string().exactOptional(),
  statusCode: z.string().nullish(),
});
/** A claim as it reached the clearinghouse. */
export type ReceivedAtSimulator = z.infer<typeof receivedSchema>;

/** What the simulator says it received, and the faults it is told to play. */
export function simulatorDesk(world: ClaimWorld) {
  const { host, httpPort } = world.simulator.ready;
  const admin = `http://${host}:${httpPort}/admin`;
  return {
    async claims(patientControlNumber?: string): Promise<readonly ReceivedAtSimulator[]> {
      const query = patientControlNumber === undefined ? '' : `?patientControlNumber=${patientControlNumber}`;
      const response = await fetch(`${admin}/claims${query}`);
      return z.object({ claims: z.array(receivedSchema) }).parse(await response.json()).claims;
    },
    async play(fault: Fault): Promise<void> {
      await fetch(`${admin}/faults`, { method: 'POST', body: JSON.stringify(fault) });
    },
    async faultsLeft(): Promise<readonly Fault[]> {
      const response = await fetch(`${admin}/faults`);
      return z.object({ faults: z.array(faultSchema) }).parse(await response.json()).faults;
    },
  };
}
