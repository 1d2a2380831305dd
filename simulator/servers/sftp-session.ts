import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import ssh2, { type Attributes, type FileEntry, type SFTPWrapper } from 'ssh2';
import { syncFolder } from '../storage/write-durably.js';
import type { FaultSwitchboard } from './fault-switchboard.js';
import { isWritable, type MailboxPath, mayRename, resolveMailboxPath } from './mailbox-path.js';

const { STATUS_CODE: statusCodes, OPEN_MODE: openModes } = ssh2.utils.sftp;

/** The server's "no", with the status code that the protocol has for it. */
class SftpRefusal extends Error {
  constructor(readonly statusCode: number) {
    super(`status ${statusCode}`);
  }
}

type OpenHandle =
  | { readonly kind: 'file'; readonly descriptor: number; readonly isWriting: boolean; readonly path: MailboxPath }
  | { readonly kind: 'folder'; entries: FileEntry[] };

export interface SftpSessionOptions {
  /** The mailbox's folder on disk. */
  readonly root: string;
  readonly faults: FaultSwitchboard;
  /** Ends the TCP connection at once, without a goodbye. */
  readonly dropConnection: () => void;
}

/** Serves one SFTP session on the folders of one mailbox. */
export function serveSftpSession(sftp: SFTPWrapper, options: SftpSessionOptions): void {
  const session = new SftpSession(sftp, options);
  session.start();
}

class SftpSession {
  readonly #sftp: SFTPWrapper;
  readonly #options: SftpSessionOptions;
  readonly #handles = new Map<number, OpenHandle>();
  #lastHandle = 0;

  constructor(sftp: SFTPWrapper, options: SftpSessionOptions) {
    this.#sftp = sftp;
    this.#options = options;
  }

  start(): void {
    const sftp = this.#sftp;
    sftp.on('OPEN', (id, path, flags) => this.#answer(id, () => this.#open(id, path, flags)));
    sftp.on('READ', (id, handle, offset, length) => this.#answer(id, () => this.#read(id, handle, offset, length)));
    sftp.on('WRITE', (id, handle, offset, data) => this.#answer(id, () => this.#write(id, handle, offset, data)));
    sftp.on('CLOSE', (id, handle) => this.#answer(id, () => this.#close(id, handle)));
    sftp.on('FSTAT', (id, handle) =>
      this.#answer(id, () => sftp.attrs(id, attributesOf(fstatSync(this.#file(handle).descriptor)))),
    );
    sftp.on('STAT', (id, path) => this.#answer(id, () => sftp.attrs(id, this.#stat(path))));
    sftp.on('LSTAT', (id, path) => this.#answer(id, () => sftp.attrs(id, this.#stat(path))));
    sftp.on('SETSTAT', (id) => this.#answer(id, () => this.#ok(id)));
    sftp.on('FSETSTAT', (id) => this.#answer(id, () => this.#ok(id)));
    sftp.on('OPENDIR', (id, path) => this.#answer(id, () => this.#openFolder(id, path)));
    sftp.on('READDIR', (id, handle) => this.#answer(id, () => this.#readFolder(id, handle)));
    sftp.on('RENAME', (id, from, to) => this.#answer(id, () => this.#rename(id, from, to)));
    sftp.on('REMOVE', (id, path) => this.#answer(id, () => this.#remove(id, path)));
    sftp.on('REALPATH', (id, path) => this.#answer(id, () => this.#realPath(id, path)));
    for (const unsupported of ['RMDIR', 'READLINK', 'MKDIR', 'SYMLINK', 'EXTENDED']) {
      sftp.on(unsupported, (id: number) => sftp.status(id, statusCodes.OP_UNSUPPORTED));
    }
    sftp.on('close', () => this.#closeAll());
    sftp.on('error', () => this.#closeAll());
  }

  /** Runs one request; any fault becomes the status code that tells it. */
  #answer(id: number, serve: () => void): void {
    if (this.#options.faults.strikes('sftp_stall')) return;
    try {
      serve();
    } catch (error) {
      this.#sftp.status(id, error instanceof SftpRefusal ? error.statusCode : statusOf(error));
    }
  }

  #ok(id: number): void {
    this.#sftp.status(id, statusCodes.OK);
  }

  #resolve(path: string): MailboxPath {
    const resolved = resolveMailboxPath(this.#options.root, path);
    if (!resolved) throw new SftpRefusal(statusCodes.NO_SUCH_FILE);
    return resolved;
  }

  #keep(id: number, handle: OpenHandle): void {
    this.#lastHandle += 1;
    this.#handles.set(this.#lastHandle, handle);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(this.#lastHandle);
    this.#sftp.handle(id, bytes);
  }

  #handle(handle: Buffer): OpenHandle {
    const open = handle.length === 4 ? this.#handles.get(handle.readUInt32BE(0)) : undefined;
    if (!open) throw new SftpRefusal(statusCodes.FAILURE);
    return open;
  }

  #file(handle: Buffer): Extract<OpenHandle, { kind: 'file' }> {
    const open = this.#handle(handle);
    if (open.kind !== 'file') throw new SftpRefusal(statusCodes.FAILURE);
    return open;
  }

  #open(id: number, requested: string, flags: number): void {
    const path = this.#resolve(requested);
    if (path.kind !== 'file') throw new SftpRefusal(statusCodes.FAILURE);
    const isWriting = (flags & (openModes.WRITE | openModes.APPEND | openModes.CREAT)) !== 0;
    if (isWriting && !isWritable(path)) throw new SftpRefusal(statusCodes.PERMISSION_DENIED);
    const isFetch = !isWriting && path.folder === '/outbound';
    if (isFetch && this.#options.faults.strikes('drop_during_fetch')) return this.#options.dropConnection();
    const mode = isWriting ? ((flags & openModes.TRUNC) !== 0 || !existsSync(path.diskPath) ? 'w+' : 'r+') : 'r';
    this.#keep(id, { kind: 'file', descriptor: openSync(path.diskPath, mode, 0o600), isWriting, path });
  }

  #read(id: number, handle: Buffer, offset: number, length: number): void {
    const buffer = Buffer.alloc(Math.min(length, 256 * 1024));
    const count = readSync(this.#file(handle).descriptor, buffer, 0, buffer.length, offset);
    if (count === 0) this.#sftp.status(id, statusCodes.EOF);
    else this.#sftp.data(id, buffer.subarray(0, count));
  }

  #write(id: number, handle: Buffer, offset: number, data: Buffer): void {
    const { descriptor, isWriting } = this.#file(handle);
    if (!isWriting) throw new SftpRefusal(statusCodes.PERMISSION_DENIED);
    let written = 0;
    while (written < data.length) {
      written += writeSync(descriptor, data, written, data.length - written, offset + written);
    }
    this.#ok(id);
  }

  #close(id: number, handle: Buffer): void {
    const open = this.#handle(handle);
    this.#handles.delete(handle.readUInt32BE(0));
    if (open.kind === 'file') {
      if (open.isWriting) fsyncSync(open.descriptor);
      closeSync(open.descriptor);
    }
    this.#ok(id);
  }

  #stat(requested: string): Attributes {
    return attributesOf(statSync(this.#resolve(requested).diskPath));
  }

  #openFolder(id: number, requested: string): void {
    const path = this.#resolve(requested);
    if (path.kind !== 'folder') throw new SftpRefusal(statusCodes.NO_SUCH_FILE);
    const entries = readdirSync(path.diskPath).flatMap((name) => entryOf(`${path.diskPath}/${name}`, name));
    this.#keep(id, { kind: 'folder', entries });
  }

  #readFolder(id: number, handle: Buffer): void {
    const open = this.#handle(handle);
    if (open.kind !== 'folder') throw new SftpRefusal(statusCodes.FAILURE);
    const page = open.entries.splice(0, 100);
    if (page.length === 0) this.#sftp.status(id, statusCodes.EOF);
    else this.#sftp.name(id, page);
  }

  /** As the protocol wants it, an existing target makes a rename fail: nothing is overwritten. */
  #rename(id: number, requestedFrom: string, requestedTo: string): void {
    const from = this.#resolve(requestedFrom);
    const to = this.#resolve(requestedTo);
    if (!mayRename(from, to)) throw new SftpRefusal(statusCodes.PERMISSION_DENIED);
    const isUpload = isWritable(from);
    if (isUpload && this.#options.faults.strikes('drop_before_rename')) return this.#options.dropConnection();
    statSync(from.diskPath);
    if (existsSync(to.diskPath)) throw new SftpRefusal(statusCodes.FAILURE);
    renameSync(from.diskPath, to.diskPath);
    syncFolder(dirname(to.diskPath));
    syncFolder(dirname(from.diskPath));
    if (isUpload && this.#options.faults.strikes('drop_after_rename')) return this.#options.dropConnection();
    this.#ok(id);
  }

  #remove(id: number, requested: string): void {
    const path = this.#resolve(requested);
    if (!isWritable(path)) throw new SftpRefusal(statusCodes.PERMISSION_DENIED);
    unlinkSync(path.diskPath);
    this.#ok(id);
  }

  #realPath(id: number, requested: string): void {
    const path = this.#resolve(requested === '' ? '.' : requested);
    this.#sftp.name(id, [{ filename: path.path, longname: path.path, attrs: emptyAttributes }]);
  }

  #closeAll(): void {
    for (const open of this.#handles.values()) if (open.kind === 'file') closeSync(open.descriptor);
    this.#handles.clear();
  }
}

const emptyAttributes: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function attributesOf(stats: Stats): Attributes {
  const { mode, uid, gid, size } = stats;
  return { mode, uid, gid, size, atime: Math.floor(stats.atimeMs / 1000), mtime: Math.floor(stats.mtimeMs / 1000) };
}

/** A file may be moved away between listing and looking: then it is not listed. */
function entryOf(diskPath: string, filename: string): FileEntry[] {
  const stats = statSync(diskPath, { throwIfNoEntry: false });
  if (!stats) return [];
  const kind = stats.isDirectory() ? 'd' : '-';
  const longname = `${kind}rw------- 1 mailbox mailbox ${stats.size} Jan 1 00:00 ${filename}`;
  return [{ filename, longname, attrs: attributesOf(stats) }];
}

function statusOf(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return statusCodes.NO_SUCH_FILE;
  return code === 'EACCES' || code === 'EPERM' ? statusCodes.PERMISSION_DENIED : statusCodes.FAILURE;
}
