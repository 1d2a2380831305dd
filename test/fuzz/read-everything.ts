import { acknowledgeInterchange } from '../../domain/x12/999/acknowledge-interchange.js';
import type { ImplementationAcknowledgement } from '../../domain/x12/999/implementation-acknowledgement.js';
import { writeImplementationAcknowledgement } from '../../domain/x12/999/write-implementation-acknowledgement.js';
import { findingsByNumber } from '../../domain/x12/findings-by-number.js';
import type { Interchange, TransactionSet } from '../../domain/x12/interchange.js';
import type { LoopInstance } from '../../domain/x12/loop-instance.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { readLoops } from '../../domain/x12/read-loops.js';
import { acknowledgeEnvelope } from '../../domain/x12/ta1/acknowledge-envelope.js';
import type { InterchangeAcknowledgement } from '../../domain/x12/ta1/interchange-acknowledgement.js';
import { readInterchangeAcknowledgement } from '../../domain/x12/ta1/read-interchange-acknowledgement.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { type TypedReading, type TypedTransaction, typedTransactionOf } from '../support/typed-transactions.js';

/** One transaction set, its tree of loops, and what its typed reader made of it. */
export type SetReading = { readonly set: TransactionSet; readonly root: LoopInstance; readonly typed: TypedReading };

/** One interchange with all that can be made of it: readings, and the acknowledgements to send back. */
export type InterchangeResult = {
  readonly interchange: Interchange;
  readonly sets: readonly SetReading[];
  /** Of its envelope and of its sets together. */
  readonly findings: readonly X12Finding[];
  readonly receivedAcknowledgements: readonly InterchangeAcknowledgement[];
  readonly envelopeAcknowledgement: InterchangeAcknowledgement;
  readonly acknowledgements: readonly ImplementationAcknowledgement[];
  /** The acknowledgements as files. */
  readonly answers: readonly string[];
};

export type FileResult = {
  readonly findings: readonly X12Finding[];
  readonly interchanges: readonly InterchangeResult[];
};

/**
 * Does with a file whatever the product does with any file: reads its envelope, the loops of each set by its guide and
 * the set by its typed reader, and makes TA1 and 999 for it. A set of an unknown kind is read as `fallback`.
 */
export function readEverything(bytes: Uint8Array, fallback: TypedTransaction): FileResult {
  const { interchanges, findings } = readInterchanges(bytes);
  const byInterchange = findingsByNumber(findings, (finding) => finding.interchange);
  return {
    findings,
    interchanges: interchanges.map((one) => readOne(one, byInterchange.get(one.ordinal) ?? [], fallback)),
  };
}

function readOne(
  interchange: Interchange,
  ofEnvelope: readonly X12Finding[],
  fallback: TypedTransaction,
): InterchangeResult {
  const sets = interchange.groups.flatMap((group) =>
    group.transactionSets.map((set): SetReading => {
      const transaction = typedTransactionOf(set) ?? fallback;
      return { set, root: readLoops(transaction.guide, set).root, typed: transaction.read(set) };
    }),
  );
  const findings = [...ofEnvelope, ...sets.flatMap(({ typed }) => typed.findings)];
  const acknowledgements = acknowledgeInterchange(interchange, findings);
  return {
    interchange,
    sets,
    findings,
    receivedAcknowledgements: interchange.acknowledgements.map(readInterchangeAcknowledgement),
    envelopeAcknowledgement: acknowledgeEnvelope(interchange, ofEnvelope),
    acknowledgements,
    answers: acknowledgements.map((one) => writeImplementationAcknowledgement(one, testEnvelope)),
  };
}
