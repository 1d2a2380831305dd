import { type InboundFileRow, lockInboundFile, markInboundFile } from '../db/inbound-files.js';
import { derivedId } from '../db/new-id.js';
import { insertRemittance, listUnpostedRemittances } from '../db/remittances.js';
import { plainDateAt } from '../domain/kernel/instant.js';
import { type BalanceProof, proveBalance } from '../domain/x12/835/prove-balance.js';
import type { PracticeTransaction } from '../db/database.js';
import type { InboundBookActivities } from './exchange-activities.js';
import type { ActivityDeps } from './ports.js';
import { type RemittanceOfFile, remittancesOfFile } from './remittances-of-file.js';

/** Reads every 835 of a file, proves that it balances and keeps the proof; an 835 we have already is not taken in again. */
export function createProveRemittances(deps: ActivityDeps): InboundBookActivities['proveRemittances'] {
  return ({ practiceId, inboundFileId }) =>
    deps.db.inPractice(practiceId, async (tx) => {
      const file = await lockInboundFile(tx, inboundFileId);
      if (file.state === 'in_intake') {
        const remittances = remittancesOfFile(file.content);
        for (const remittance of remittances) await keep(deps, tx, file, remittance);
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

async function keep(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  file: InboundFileRow,
  remittance: RemittanceOfFile,
): Promise<void> {
  const { advice, ordinal, contentSha256 } = remittance;
  const proof = proveBalance(advice);
  await insertRemittance(tx, {
    id: derivedId('remittance', tx.practiceId, file.id, String(ordinal)),
    inboundFileId: file.id,
    ordinal,
    contentSha256,
    payerName: advice.payer.name,
    traceNumber: advice.payment.traceNumber,
    originatorId: advice.payment.payerOriginatorId,
    paymentCents: advice.payment.amountCents,
    paymentDate: advice.payment.effectiveDate ?? advice.productionDate ?? plainDateAt(deps.clock.now()),
    state: proof.balances ? 'proved' : 'unproved',
    proof: keptProof(proof),
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
