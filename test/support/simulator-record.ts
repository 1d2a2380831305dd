import { z } from 'zod';
import { instantMillis, instant } from '../../domain/kernel/instant.js';
import { runSimulator } from '../../simulator/run-simulator.js';

const claimsSchema = z.object({
  claims: z.array(
    z.object({
      submissionId: z.string().nullable(),
      patientControlNumber: z.string(),
      fileName: z.string(),
      disposition: z.enum(['accepted', 'rejected', 'not-forwarded']),
      reason: z.string().exactOptional(),
    }),
  ),
});
const remittancesSchema = z.object({
  remittances: z.array(z.object({ traceNumber: z.string(), paidCents: z.int() })),
});

/** What the simulator says it received and paid. */
export type SimulatorRecord = z.infer<typeof claimsSchema> & z.infer<typeof remittancesSchema>;

/** Opens the simulator's state of a run that is over, on a clock that stands still, and asks its desk. */
export async function readSimulatorRecord(home: string, submitterId: string): Promise<SimulatorRecord> {
  const simulator = await runSimulator(
    {
      ...{ home, host: '127.0.0.1', sftpPort: 0, httpPort: 0, seed: 'any', faults: [] },
      mailboxes: [{ user: 'teleclaim', password: 'any', submitterId }],
      adminToken: undefined,
      clock: {
        anchorWallMillis: Number.MAX_SAFE_INTEGER,
        anchorBusinessMillis: instantMillis(instant('2026-01-01T00:00:00Z')),
        rate: 1,
      },
      isSupervised: false,
    },
    (error) => {
      throw error;
    },
  );
  try {
    const ask = async (page: string): Promise<unknown> =>
      await (await fetch(`http://${simulator.ready.host}:${simulator.ready.httpPort}/admin/${page}`)).json();
    return { ...claimsSchema.parse(await ask('claims')), ...remittancesSchema.parse(await ask('remittances')) };
  } finally {
    await simulator.close();
  }
}
