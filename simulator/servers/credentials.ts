import { createHash, timingSafeEqual } from 'node:crypto';
import ssh2, { type AuthContext } from 'ssh2';
import type { Mailbox } from '../config/simulator-config.js';

function isSame(a: string | Buffer, b: string | Buffer): boolean {
  const digest = (value: string | Buffer) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The mailbox that user and password open, if any. */
function mailboxOfPassword(mailboxes: readonly Mailbox[], user: string, password: string): Mailbox | undefined {
  const mailbox = mailboxes.find((candidate) => candidate.user === user);
  return mailbox?.password !== undefined && isSame(mailbox.password, password) ? mailbox : undefined;
}

/** The mailbox that an SSH login opens, by password or by the key on file. */
export function mailboxOfLogin(mailboxes: readonly Mailbox[], login: AuthContext): Mailbox | undefined {
  if (login.method === 'password') return mailboxOfPassword(mailboxes, login.username, login.password);
  if (login.method !== 'publickey') return undefined;
  const mailbox = mailboxes.find((candidate) => candidate.user === login.username);
  if (mailbox?.publicKey === undefined) return undefined;
  const key = ssh2.utils.parseKey(mailbox.publicKey);
  if (key instanceof Error || key.type !== login.key.algo || !isSame(key.getPublicSSH(), login.key.data))
    return undefined;
  // Without a signature the client only asks whether the key would do.
  if (login.signature === undefined || login.blob === undefined) return mailbox;
  return key.verify(login.blob, login.signature, login.hashAlgo) ? mailbox : undefined;
}

/** The mailbox that an HTTP `Authorization: Basic` header opens, if any. */
export function mailboxOfBasicHeader(mailboxes: readonly Mailbox[], header: string | undefined): Mailbox | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? undefined : mailboxOfPassword(mailboxes, decoded.slice(0, colon), decoded.slice(colon + 1));
}
