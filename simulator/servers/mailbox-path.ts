import { join, posix } from 'node:path';

/** The folders a mailbox has; there are no others, and none can be made. */
const mailboxFolderNames = ['/', '/inbound', '/inbound/archive', '/outbound', '/outbound/archive'] as const;

const fileNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/;

/** A path a client named, understood: one of the folders, or a file right in one of them. */
export type MailboxPath =
  | { readonly kind: 'folder'; readonly path: string; readonly diskPath: string }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly folder: string;
      readonly name: string;
      readonly diskPath: string;
    };

/** Resolves a client's path inside its mailbox; undefined for anything outside of the layout (`..`, odd names). */
export function resolveMailboxPath(root: string, path: string): MailboxPath | undefined {
  const normal = posix.resolve('/', path);
  if (mailboxFolderNames.some((folder) => folder === normal)) {
    return { kind: 'folder', path: normal, diskPath: join(root, normal) };
  }
  const folder = posix.dirname(normal);
  const name = posix.basename(normal);
  const isInside = folder !== '/' && mailboxFolderNames.some((known) => known === folder);
  if (!isInside || !fileNamePattern.test(name)) return undefined;
  return { kind: 'file', path: normal, folder, name, diskPath: join(root, normal) };
}

/** What a client may do in a mailbox: send under temporary names, complete them, read answers, put answers away. */
export function isWritable(path: MailboxPath): boolean {
  return path.kind === 'file' && path.folder === '/inbound' && path.name.endsWith('.tmp');
}

export function mayRename(from: MailboxPath, to: MailboxPath): boolean {
  if (from.kind !== 'file' || to.kind !== 'file') return false;
  const isCompletion = isWritable(from) && to.folder === '/inbound';
  const isArchiving = from.folder === '/outbound' && to.folder === '/outbound/archive';
  return isCompletion || isArchiving;
}
