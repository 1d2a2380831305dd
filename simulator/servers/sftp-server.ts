import { createServer, type Server as NetServer, type Socket } from 'node:net';
import ssh2 from 'ssh2';
import type { Mailbox } from '../config/simulator-config.js';
import { mailboxOfLogin } from './credentials.js';
import type { FaultSwitchboard } from './fault-switchboard.js';
import { serveSftpSession } from './sftp-session.js';

export interface SftpServerOptions {
  readonly hostKey: string;
  readonly mailboxes: readonly Mailbox[];
  readonly faults: FaultSwitchboard;
  /** The folder on disk of a user's mailbox. */
  readonly rootOf: (user: string) => string;
}

/**
 * An SFTP server over the mailboxes. The TCP side is our own, so that a connection can be cut at any byte, as a
 * failing network does.
 */
export function createSftpServer(options: SftpServerOptions): NetServer {
  const sockets = new Map<string, Socket>();
  const ssh = new ssh2.Server({ hostKeys: [options.hostKey] }, (client, info) => {
    const dropConnection = () => sockets.get(`${info.ip}:${info.port}`)?.destroy();
    let mailbox: Mailbox | undefined;
    client.on('authentication', (login) => {
      mailbox = mailboxOfLogin(options.mailboxes, login);
      if (mailbox) login.accept();
      else login.reject(['password', 'publickey']);
    });
    client.on('session', (acceptSession) => {
      acceptSession().on('sftp', (acceptSftp) => {
        if (mailbox)
          serveSftpSession(acceptSftp(), {
            root: options.rootOf(mailbox.user),
            faults: options.faults,
            dropConnection,
          });
        else dropConnection();
      });
    });
    // Broken connections are the client's everyday; nothing here depends on one.
    client.on('error', () => undefined);
  });
  ssh.on('error', () => undefined);
  return createServer((socket) => {
    if (options.faults.strikes('sftp_refuse')) {
      socket.resetAndDestroy();
      return;
    }
    const key = `${socket.remoteAddress}:${socket.remotePort}`;
    sockets.set(key, socket);
    socket.on('close', () => sockets.delete(key));
    ssh.injectSocket(socket);
  });
}
