import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BusinessClock, businessAt } from '../../domain/kernel/business-clock.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Mailbox } from '../config/simulator-config.js';
import type { FaultSwitchboard } from '../servers/fault-switchboard.js';
import type { FileReceived, JournalEvent } from '../state/journal-event.js';
import { type PendingAnswer, SimulatorState } from '../state/simulator-state.js';
import { Journal } from '../storage/journal.js';
import { MailboxFolders } from '../storage/mailbox-folders.js';
import { ensureFolder } from '../storage/write-durably.js';
import { idOf } from './answer-id.js';
import { answerEligibility, answerStatus } from './answer-in-real-time.js';
import { nextRemittance } from './issue-remittances.js';
import { type PickedUpFile, receiveFile, unreadableFile } from './receive-file.js';

export interface HouseOptions {
  readonly home: string;
  readonly mailboxes: readonly Mailbox[];
  readonly seed: string;
  readonly clock: BusinessClock;
  readonly faults: FaultSwitchboard;
  /** Told of a file that could not be processed, by its id. */
  readonly onBadFile: (fileId: string, error: unknown) => void;
  /** Wall milliseconds since 1970. */
  readonly wallMillisNow: () => number;
}

/**
 * The clearinghouse with the payers behind it: takes files out of mailboxes, decides, and puts answers in when they
 * are due. Each decision is on record before its effect; an effect found done already is not done again, so the
 * process may die between any two lines.
 */
export class House {
  readonly state = new SimulatorState();
  readonly #options: HouseOptions;
  readonly #journal: Journal;
  readonly #folders = new Map<string, MailboxFolders>();

  constructor(options: HouseOptions) {
    this.#options = options;
    const staging = join(options.home, 'staging');
    ensureFolder(staging);
    const { journal, events } = Journal.open(join(options.home, 'journal.ndjson'));
    this.#journal = journal;
    for (const event of events) this.state.apply(event);
    for (const { user } of options.mailboxes) {
      this.#folders.set(user, new MailboxFolders(this.rootOf(user), staging));
    }
  }

  /** The folder on disk of a user's mailbox. */
  rootOf(user: string): string {
    return join(this.#options.home, 'mailboxes', user);
  }

  now(): Instant {
    return businessAt(this.#options.clock, this.#options.wallMillisNow());
  }

  /** One round: pick up, settle, deliver all that is due. */
  work(): void {
    for (const mailbox of this.#options.mailboxes) this.#pickUp(mailbox);
    this.#settle();
    this.#deliver();
  }

  answerEligibility(mailbox: Mailbox, x12: string): string | undefined {
    return answerEligibility(x12, mailbox.submitterId, this.now());
  }

  answerStatus(mailbox: Mailbox, x12: string): string | undefined {
    const asker = { mailbox: mailbox.user, submitterId: mailbox.submitterId };
    const reply = answerStatus(x12, asker, this.state, this.now());
    for (const event of reply?.events ?? []) this.#record(event);
    return reply?.x12;
  }

  close(): void {
    this.#journal.close();
  }

  #record(event: JournalEvent): void {
    this.#journal.append(event);
    this.state.apply(event);
  }

  /** More uploads of a name on record than in the archive: we died before putting the last one away. */
  #pickUp(mailbox: Mailbox): void {
    const folders = this.#foldersOf(mailbox.user);
    for (const name of folders.waitingUploads()) {
      const content = folders.readUpload(name);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const earlier = this.state.uploadsNamed(mailbox.user, name);
      const isOnRecord = earlier.length > folders.archivedUploads(name) && earlier.at(-1)?.sha256 === sha256;
      if (!isOnRecord) {
        const fileId = idOf('file', mailbox.user, name, sha256, String(earlier.length));
        const { user, submitterId } = mailbox;
        const file = { fileId, mailbox: user, submitterId, name, sha256, content, at: this.now() };
        this.#record(this.#receive(file));
      }
      folders.archiveUpload(name);
    }
  }

  /** A file that our own code can't cope with is put aside: one bad upload must not stop the others for ever. */
  #receive(file: PickedUpFile): FileReceived {
    try {
      return receiveFile(file, this.state, this.#options.seed);
    } catch (error) {
      this.#options.onBadFile(file.fileId, error);
      return unreadableFile(file);
    }
  }

  #settle(): void {
    const now = this.now();
    const submitterIdOf = (user: string) =>
      this.#options.mailboxes.find((mailbox) => mailbox.user === user)?.submitterId ?? user;
    for (;;) {
      const event = nextRemittance(this.state, now, this.#options.seed, submitterIdOf);
      if (!event) return;
      this.#record(event);
    }
  }

  #deliver(): void {
    const now = this.now();
    const due = [...this.state.pending.values()]
      .filter((answer) => answer.dueAt <= now && this.#folders.has(answer.mailbox))
      .sort((a, b) => (a.dueAt === b.dueAt ? (a.answerId < b.answerId ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1));
    for (const answer of due) this.#deliverOne(answer, now);
  }

  #deliverOne(answer: PendingAnswer, now: Instant): void {
    const folders = this.#foldersOf(answer.mailbox);
    const names = [answer.name];
    if (this.#options.faults.strikes('deliver_twice')) names.push(answer.name.replace(/\.(\w+)$/, '-again.$1'));
    for (const name of names) if (!folders.hasAnswer(name)) folders.writeAnswer(name, answer.content);
    this.#record({ type: 'answer-delivered', at: now, answerId: answer.answerId, names });
  }

  #foldersOf(user: string): MailboxFolders {
    const folders = this.#folders.get(user);
    if (!folders) throw new Error(`no mailbox ${user}`);
    return folders;
  }
}
