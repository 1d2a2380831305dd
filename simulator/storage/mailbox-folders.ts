import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFolder, syncFolder, writeDurably } from './write-durably.js';

const temporarySuffix = '.tmp';

/** The folders of one mailbox on disk, as the SFTP server shows them. */
export class MailboxFolders {
  readonly root: string;
  readonly #staging: string;

  constructor(root: string, staging: string) {
    this.root = root;
    this.#staging = staging;
    for (const folder of ['inbound/archive', 'outbound/archive']) ensureFolder(join(root, folder));
  }

  /** Complete uploads that wait to be picked up, oldest first. */
  waitingUploads(): string[] {
    return readdirSync(this.#inbound(), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(temporarySuffix))
      .map((entry) => ({ name: entry.name, changedAt: statSync(join(this.#inbound(), entry.name)).mtimeMs }))
      .sort((a, b) => a.changedAt - b.changedAt || (a.name < b.name ? -1 : 1))
      .map((entry) => entry.name);
  }

  readUpload(name: string): Buffer {
    return readFileSync(join(this.#inbound(), name));
  }

  /** How many uploads of that name were archived: an upload repeated under one name is kept beside the first. */
  archivedUploads(name: string): number {
    let count = 0;
    while (existsSync(this.#archived(name, count))) count += 1;
    return count;
  }

  archiveUpload(name: string): void {
    renameSync(join(this.#inbound(), name), this.#archived(name, this.archivedUploads(name)));
    syncFolder(join(this.#inbound(), 'archive'));
    syncFolder(this.#inbound());
  }

  /** True when the answer lies in the mailbox or was archived by the client. */
  hasAnswer(name: string): boolean {
    return existsSync(join(this.root, 'outbound', name)) || existsSync(join(this.root, 'outbound/archive', name));
  }

  writeAnswer(name: string, content: string): void {
    writeDurably(join(this.root, 'outbound', name), content, this.#staging);
  }

  #inbound(): string {
    return join(this.root, 'inbound');
  }

  #archived(name: string, count: number): string {
    return join(this.#inbound(), 'archive', count === 0 ? name : `${name}.again-${count}`);
  }
}
