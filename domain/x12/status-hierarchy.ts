import type { PlainDate } from '../kernel/plain-date.js';
import { compact } from './compact.js';
import type { FieldReader } from './field-reader.js';
import { consecutiveGroups, type HierarchyWriter } from './hierarchy-writer.js';
import { childLoop, childLoops, findSegment, firstSegment, type LoopInstance } from './loop-instance.js';
import type { Party } from './party.js';
import { partySegment, readParty, unnamedParty } from './party-segments.js';
import type { SegmentValues } from './segment-values.js';
import { dateValue } from './write-values.js';

/** A person as the payer's member: subscriber or dependent. */
export type StatusMember = {
  readonly party: Party;
  readonly birthDate?: PlainDate;
  readonly gender?: 'F' | 'M' | 'U';
};

/** Who is concerned by one claim of a 276 or 277 (levels 20, 21, 19, 22 and 23). */
export type StatusParties = {
  readonly payer: Party;
  readonly submitter: Party;
  readonly provider: Party;
  readonly subscriber: StatusMember;
  /** The patient, when not the subscriber. */
  readonly dependent?: StatusMember;
};

type PartiesAbove = Pick<StatusParties, 'payer' | 'submitter' | 'provider'>;

/** The claim loops (2200D, 2200E) of a 276 or 277 with their parties, in file order. */
export function* statusClaims(reader: FieldReader, root: LoopInstance): Generator<[StatusParties, LoopInstance]> {
  for (const source of childLoops(root, '2000A')) {
    const payer = levelName(reader, source, '2100A');
    for (const receiver of childLoops(source, '2000B')) {
      const submitter = levelName(reader, receiver, '2100B');
      for (const level of childLoops(receiver, '2000C')) {
        const provider = levelName(reader, level, '2100C');
        yield* membersClaims(reader, level, { payer, submitter, provider });
      }
    }
  }
}

function* membersClaims(
  reader: FieldReader,
  level: LoopInstance,
  above: PartiesAbove,
): Generator<[StatusParties, LoopInstance]> {
  for (const subscriberLevel of childLoops(level, '2000D')) {
    const subscriber = readMember(reader, subscriberLevel, '2100D');
    for (const claim of childLoops(subscriberLevel, '2200D')) yield [{ ...above, subscriber }, claim];
    for (const dependentLevel of childLoops(subscriberLevel, '2000E')) {
      const dependent = readMember(reader, dependentLevel, '2100E');
      for (const claim of childLoops(dependentLevel, '2200E')) yield [{ ...above, subscriber, dependent }, claim];
    }
  }
}

/** The name (NM1) in the inner loop of a level. */
export function levelName(reader: FieldReader, level: LoopInstance, id: string): Party {
  const inner = childLoop(level, id);
  return (inner === undefined ? undefined : readParty(reader, firstSegment(inner))) ?? unnamedParty;
}

function readMember(reader: FieldReader, level: LoopInstance, nameLoop: string): StatusMember {
  const demographics = findSegment(level, 'DMG');
  return compact({
    party: levelName(reader, level, nameLoop),
    birthDate: reader.period(demographics, 1)?.from,
    gender: gender(reader.text(demographics, 3)),
  });
}

/** DMG03, where it says something. */
export function gender(code: string | undefined): 'F' | 'M' | 'U' | undefined {
  return code === 'F' || code === 'M' || code === 'U' ? code : undefined;
}

/** A DMG; none when neither birth date nor gender is known. */
export function demographicsSegment(member: Pick<StatusMember, 'birthDate' | 'gender'>): SegmentValues[] {
  const { birthDate, gender: code } = member;
  if (birthDate === undefined && code === undefined) return [];
  return [['DMG', birthDate === undefined ? undefined : 'D8', dateValue(birthDate), code]];
}

type HierarchyParts<T> = {
  readonly claim: (item: T) => SegmentValues[];
  /** Segments after the payer's name. */
  readonly afterPayer?: (item: T) => SegmentValues[];
};

/** Writes the levels of a 276 or 277: neighbours of the same payer, submitter, provider and member share theirs. */
export function addStatusHierarchy<T extends StatusParties>(
  writer: HierarchyWriter,
  items: readonly T[],
  parts: HierarchyParts<T>,
): void {
  for (const ofPayer of consecutiveGroups(items, (item) => [item.payer, parts.afterPayer?.(item)])) {
    const source = writer.level('20', undefined, true);
    writer.add(partySegment('PR', ofPayer[0].payer), ...(parts.afterPayer?.(ofPayer[0]) ?? []));
    for (const ofSubmitter of consecutiveGroups(ofPayer, (item) => item.submitter)) {
      const receiver = writer.level('21', source, true);
      writer.add(partySegment('41', ofSubmitter[0].submitter));
      for (const ofProvider of consecutiveGroups(ofSubmitter, (item) => item.provider)) {
        const provider = writer.level('19', receiver, true);
        writer.add(partySegment('1P', ofProvider[0].provider));
        addMembers(writer, ofProvider, provider, parts.claim);
      }
    }
  }
}

function addMembers<T extends StatusParties>(
  writer: HierarchyWriter,
  items: readonly T[],
  parent: string,
  claim: (item: T) => SegmentValues[],
): void {
  for (const group of consecutiveGroups(items, (item) => [item.subscriber, item.dependent])) {
    const [{ subscriber, dependent }] = group;
    const level = writer.level('22', parent, dependent !== undefined);
    writer.add(...demographicsSegment(subscriber), partySegment('IL', subscriber.party));
    if (dependent !== undefined) {
      writer.level('23', level);
      writer.add(...demographicsSegment(dependent), partySegment('QC', dependent.party));
    }
    for (const item of group) writer.add(...claim(item));
  }
}
