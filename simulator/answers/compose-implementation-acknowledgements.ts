import { acknowledgeInterchange, isAnswerable } from '../../domain/x12/999/acknowledge-interchange.js';
import type {
  GroupStatus,
  ImplementationAcknowledgement,
  TransactionSetAcknowledgement,
} from '../../domain/x12/999/implementation-acknowledgement.js';
import type { FunctionalGroup, Interchange } from '../../domain/x12/interchange.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import type { TranslatedSet } from '../pipeline/translate-group.js';

/**
 * The 999 of each group of an interchange. This receiver also tells what it let pass: a set with warnings only is
 * accepted with errors (E), and its findings are listed.
 */
export function composeImplementationAcknowledgements(
  interchange: Interchange,
  sets: readonly TranslatedSet[],
): ImplementationAcknowledgement[] {
  const all: X12Finding[] = sets.flatMap((set) => set.findings.map((finding) => ({ ...finding, severity: 'error' })));
  const strict = acknowledgeInterchange(interchange, all);
  const groups = interchange.groups.filter(isAnswered);
  return strict.map((acknowledgement, index) => {
    const ofGroup = sets.filter((set) => set.transactionSet.groupOrdinal === groups[index]?.ordinal);
    const own = ofGroup.filter((set) => isAnswerable(set.transactionSet));
    return relent(acknowledgement, own);
  });
}

/** Acknowledgements get none: two translators would never come to an end. */
export function isAnswered(group: FunctionalGroup): boolean {
  return group.functionalId !== 'FA';
}

function relent(group: ImplementationAcknowledgement, sets: readonly TranslatedSet[]): ImplementationAcknowledgement {
  if (group.groupErrorCodes.length > 0) return group;
  const transactionSets = group.transactionSets.map((set, index): TransactionSetAcknowledgement => {
    const isLetPass = set.status === 'R' && sets[index]?.isRejected === false;
    return isLetPass ? { ...set, status: 'E' } : set;
  });
  const accepted = transactionSets.filter((set) => set.status !== 'R').length;
  return { ...group, transactionSets, transactionSetsAccepted: accepted, groupStatus: groupStatus(transactionSets) };
}

function groupStatus(sets: readonly TransactionSetAcknowledgement[]): GroupStatus {
  const rejected = sets.filter((set) => set.status === 'R').length;
  if (rejected > 0) return rejected === sets.length ? 'R' : 'P';
  return sets.some((set) => set.status === 'E') ? 'E' : 'A';
}
