import { type InboundFileRow, lockInboundFile, markInboundFile } from '../db/inbound-files.js';
import { derivedId } from '../db/new-id.js';
import { listPayerProfiles } from '../db/payer-profiles.js';
import { getPractice } from '../db/practices.js';
import { insertRemittance, listUnpostedRemittances } from '../db/remittances.js';
import { openWorkItem } from '../db/work-items.js';
import { formatDollars } from '../domain/kernel/cents.js';
import { plainDateAt } from '../domain/kernel/instant.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { remittancePayer } from '../domain/remittance/remittance-payer.js';
import { type BalanceProof, proveBalance } from '../domain/x12/835/prove-balance.js';
import type { PracticeTransaction } from '../db/database.js';
import type { InboundBookActivities } from './exchange-activities.js';
import type { ActivityDeps } from './ports.js';
import { type RemittanceOfFile, remittancesOfFile } from './remittances-of-file.js';

/** Reads every 835 of a file, proves that it balances and keeps the proof; an 835 we have already is not taken in again, one made anew for the same payment is kept for a person and never posted. */
export function createProveRemittances(deps: ActivityDeps): InboundBookActivities['proveRemittances'] {
  return ({ practiceId, inboundFileId }) =>
    deps.db.inPractice(practiceId, async (tx) => {
      const file = await lockInboundFile(tx, inboundFileId);
      if (file.state === 'in_intake') {
        const remittances = remittancesOfFile(file.content);
        const payers = await listPayerProfiles(tx, plainDateAt(deps.clock.now()));
        for (const remittance of remittances) await keep(deps, tx, { file, remittance, payers });
        await markInboundFile(tx, file.id, {
          kind: '835',
          state: 'processed',
          findings: remittances.flatMap((remittance) => remittance.findings).slice(0, 100),
          at: deps.clock.now(),
        });
      }
      return listUnpostedRemittances(tx, inboundFileId);
    });
}

type Arrival = {
  readonly file: InboundFileRow;
  readonly remittance: RemittanceOfFile;
  readonly payers: readonly PayerProfile[];
};

async function keep(deps: ActivityDeps, tx: PracticeTransaction, arrival: Arrival): Promise<void> {
  const { file, remittance, payers } = arrival;
  const { advice, ordinal, contentSha256 } = remittance;
  const proof = proveBalance(advice);
  const id = derivedId('remittance', tx.practiceId, file.id, String(ordinal));
  const taken = await insertRemittance(tx, {
    id,
    inboundFileId: file.id,
    ordinal,
    contentSha256,
    payerName: advice.payer.name,
    payerCode: remittancePayer(payers, advice.payer)?.code ?? null,
    traceNumber: advice.payment.traceNumber,
    originatorId: advice.payment.payerOriginatorId,
    paymentCents: advice.payment.amountCents,
    paymentDate: advice.payment.effectiveDate ?? advice.productionDate ?? plainDateAt(deps.clock.now()),
    state: proof.balances ? 'proved' : 'unproved',
    proof: keptProof(proof),
  });
  if (taken === 'repeated') await openRepeatedItem(deps, tx, id, remittance);
}

async function openRepeatedItem(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  remittanceId: string,
  { advice }: RemittanceOfFile,
): Promise<void> {
  const { timeZone } = await getPractice(tx, tx.practiceId);
  await openWorkItem(tx, {
    kind: 'remittance_repeated',
    key: `remittance_repeated:${remittanceId}`,
    cause: `A remittance over ${formatDollars(advice.payment.amountCents)} has the trace number of one that is here already, yet it is not the same file. It is kept and was not posted. Compare the two; if this is a payment of its own, ask the payer for a remittance with its own trace number.`,
    amountCents: advice.payment.amountCents,
    at: deps.clock.now(),
    timeZone,
    remittanceId,
  });
}

/** The transaction equation and every equation that fails; those that hold are counted (they can be worked out again from the raw file). */
function keptProof(proof: BalanceProof): unknown {
  return {
    balances: proof.balances,
    equations: proof.equations.length,
    holding: proof.equations.filter((equation) => equation.holds).length,
    transaction: proof.equations.find((equation) => equation.kind === 'transaction-paid'),
    failed: proof.failed.slice(0, 200),
    unreadableAmounts: proof.unreadableAmounts.slice(0, 50),
  };
}
