import type { AnswerFile, Clearinghouse, UploadState } from './clearinghouse.js';
import { ClearinghouseError } from './clearinghouse-error.js';
import type { ClearinghouseSettings } from './clearinghouse-settings.js';
import { SftpConnection } from './sftp-connection.js';

const fileNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;
const answerPattern = /\.(ta1|999|277|277ca|835)$/i;

type Mailbox = Omit<Clearinghouse, 'checkEligibility' | 'inquireStatus'>;

function checkedName(name: string): string {
  if (fileNamePattern.test(name)) return name;
  throw new ClearinghouseError(
    'rejected',
    'a mailbox file name has letters, digits, dots, dashes and underscores only',
  );
}

/** The batch side of the clearinghouse: `/inbound`, `/inbound/archive`, `/outbound`, `/outbound/archive` over SFTP. */
export function createSftpMailbox(settings: ClearinghouseSettings['sftp']): Mailbox {
  const connection = new SftpConnection(settings);
  return {
    upload: (name, content) => upload(connection, checkedName(name), content),
    findUpload: (name) => findUpload(connection, checkedName(name)),
    listAnswers: () => listAnswers(connection),
    fetchAnswer: (name) => fetchAnswer(connection, checkedName(name)),
    archiveAnswer: (name) => archiveAnswer(connection, checkedName(name)),
    close: () => connection.close(),
  };
}

/**
 * The receiver picks up complete names only, so nothing counts as sent until the rename; from the moment the rename
 * is asked for, a lost connection leaves the outcome open.
 */
async function upload(connection: SftpConnection, name: string, content: Uint8Array): Promise<void> {
  const temporary = `/inbound/${name}.tmp`;
  await connection.run(async (client) => {
    await client.put(Buffer.from(content), temporary);
  });
  try {
    await connection.run(async (client) => {
      await client.rename(temporary, `/inbound/${name}`);
    });
  } catch (error) {
    // A refused connection means that the rename was never asked for: only the temporary file is there.
    if (error instanceof ClearinghouseError && error.code !== 'refused') {
      throw new ClearinghouseError(error.code, `${error.message}; whether the file arrived is not known`, {
        outcomeUnknown: true,
        cause: error,
      });
    }
    throw error;
  }
}

async function sizeOf(connection: SftpConnection, path: string): Promise<number | undefined> {
  try {
    return (await connection.run((client) => client.stat(path))).size;
  } catch (error) {
    if (error instanceof ClearinghouseError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** Asks in the direction in which a file moves, and the archive once more: a pick-up in between is not missed. */
async function findUpload(connection: SftpConnection, name: string): Promise<UploadState> {
  const partial = await sizeOf(connection, `/inbound/${name}.tmp`);
  const waiting = await sizeOf(connection, `/inbound/${name}`);
  const taken = await sizeOf(connection, `/inbound/archive/${name}`);
  if (taken !== undefined) return { state: 'taken', size: taken };
  if (waiting !== undefined) return { state: 'waiting', size: waiting };
  if (partial !== undefined) return { state: 'partial', size: partial };
  return { state: 'absent' };
}

async function listAnswers(connection: SftpConnection): Promise<AnswerFile[]> {
  const entries = await connection.run((client) => client.list('/outbound'));
  return entries
    .filter((entry) => entry.type === '-' && answerPattern.test(entry.name) && fileNamePattern.test(entry.name))
    .map((entry) => ({ name: entry.name, size: entry.size }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function fetchAnswer(connection: SftpConnection, name: string): Promise<Uint8Array> {
  const path = `/outbound/${name}`;
  const content = await connection.run((client) => client.get(path));
  if (Buffer.isBuffer(content)) return content;
  throw new ClearinghouseError('dropped', 'the answer file came in a form we can not read; try again');
}

async function archiveAnswer(connection: SftpConnection, name: string): Promise<void> {
  const archived = `/outbound/archive/${name}`;
  try {
    await connection.run((client) => client.rename(`/outbound/${name}`, archived));
  } catch (error) {
    // Already moved by an earlier call whose answer was lost: the wanted state holds.
    const isRefusal = error instanceof ClearinghouseError && (error.code === 'not_found' || error.code === 'rejected');
    if (isRefusal && (await sizeOf(connection, archived)) !== undefined) return;
    throw error;
  }
}
