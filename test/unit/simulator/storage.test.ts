import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveMailboxPath } from '../../../simulator/servers/mailbox-path.js';
import type { JournalEvent } from '../../../simulator/state/journal-event.js';
import { Journal } from '../../../simulator/storage/journal.js';
import { MailboxFolders } from '../../../simulator/storage/mailbox-folders.js';
import { receiptMoment } from '../../support/simulated-mail.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const event: JournalEvent = { type: 'answer-delivered', at: receiptMoment, answerId: 'a', names: ['a.999'] };

describe('journal', () => {
  test('gives back every event in order when opened again', () => {
    const path = join(temporaryFolder(), 'journal.ndjson');
    const { journal } = Journal.open(path);
    journal.append(event);
    journal.append({ ...event, answerId: 'b' });
    journal.close();
    expect(Journal.open(path).events.map((one) => one.type === 'answer-delivered' && one.answerId)).toEqual(['a', 'b']);
  });

  test('drops a line cut off by a kill and goes on cleanly after it', () => {
    const path = join(temporaryFolder(), 'journal.ndjson');
    Journal.open(path).journal.append(event);
    appendFileSync(path, '{"type":"answer-del');
    Journal.open(path).journal.append({ ...event, answerId: 'b' });
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(Journal.open(path).events).toHaveLength(2);
  });

  test('refuses a damaged line in its middle and says which', () => {
    const path = join(temporaryFolder(), 'journal.ndjson');
    writeFileSync(path, 'nonsense\n');
    expect(() => Journal.open(path)).toThrow(/line 1/);
  });
});

describe('mailbox', () => {
  test('an upload repeated under one name is kept beside the first', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'staging'));
    const folders = new MailboxFolders(root, join(root, 'staging'));
    for (const content of ['one', 'two']) {
      writeFileSync(join(root, 'inbound', 'a.837'), content);
      folders.archiveUpload('a.837');
    }
    expect(folders.archivedUploads('a.837')).toBe(2);
    expect(readFileSync(join(root, 'inbound/archive/a.837'), 'utf8')).toBe('one');
  });

  test('temporary files are not picked up', () => {
    const root = temporaryFolder();
    const folders = new MailboxFolders(root, root);
    writeFileSync(join(root, 'inbound', 'a.837.tmp'), 'half');
    writeFileSync(join(root, 'inbound', 'b.837'), 'whole');
    expect(folders.waitingUploads()).toEqual(['b.837']);
  });

  test.each([
    '/etc/passwd',
    '/inbound/../../secret',
    '/inbound/.hidden',
    '/',
    '/inbound',
    '../x',
    '/inbound/archive/a.837',
  ])('a path never leaves the mailbox: %s', (path) => {
    const resolved = resolveMailboxPath('/mailbox', path);
    expect(resolved === undefined || resolved.diskPath.startsWith('/mailbox/')).toBe(true);
  });
});
