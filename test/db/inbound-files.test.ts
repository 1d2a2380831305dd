import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, test } from 'vitest';
import { createRouteInboundFiles } from '../../activities/route-inbound-files.js';
import { listUnreadFiles, storeInboundFile } from '../../db/inbound-files.js';
import { newId } from '../../db/new-id.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

async function store(name: string, content: string, practiceId = house.practiceId): Promise<string> {
  const id = newId('inboundFile');
  await house.db.inPractice(practiceId, (tx) =>
    storeInboundFile(tx, { id, name, content: Buffer.from(content), at: databaseNow }),
  );
  return id;
}

const unread = (practiceId = house.practiceId) => house.db.inPractice(practiceId, listUnreadFiles);
const stateOf = async (name: string) =>
  (await house.asOwner('select state, duplicate_of from inbound_files where name = $1 order by id', [name])) ?? [];

test('a file fetched again under its own name is kept once', async () => {
  const id = await store('once.277', 'once');
  await store('once.277', 'once');
  expect(await unread()).toContain(id);
  expect(await stateOf('once.277')).toEqual([{ state: 'stored', duplicate_of: null }]);
});

test('the same bytes under another name are kept as a duplicate and never read', async () => {
  const first = await store('first.835', 'the same bytes');
  const second = await store('second.835', 'the same bytes');
  const third = await store('third.835', 'the same bytes');
  expect(await stateOf('second.835')).toEqual([{ state: 'duplicate', duplicate_of: first }]);
  expect(await stateOf('third.835')).toEqual([{ state: 'duplicate', duplicate_of: first }]);
  expect(await unread()).not.toEqual(expect.arrayContaining([second]));
  expect(await unread()).not.toEqual(expect.arrayContaining([third]));
});

test('the bytes are kept as they came, whatever they are', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const id = newId('inboundFile');
  await house.db.inPractice(house.practiceId, (tx) =>
    storeInboundFile(tx, { id, name: 'bytes.999', content: bytes, at: databaseNow }),
  );
  const [row] = await house.asOwner('select content from inbound_files where id = $1', [id]);
  expect(row?.['content']).toEqual(bytes);
});

test('two practices may get the same bytes; each reads its own', async () => {
  const other = await house.otherPractice('INBOUND');
  await store('shared.999', 'for both');
  const theirs = await store('shared.999', 'for both', other);
  expect(await unread(other)).toEqual([theirs]);
});

test('a file that can not be applied stops none of those after it, and is tried again', async () => {
  const bad = await store('a-bad.999', 'ISA of a bad day');
  const good = await store('b-good.999', 'ISA of a good day');
  await house.asOwner(`
    create function refuse_file() returns trigger language plpgsql as $$
    begin raise exception 'the disk is full'; end $$;
    create trigger refuse_file before update on inbound_files for each row when (new.name = 'a-bad.999')
      execute function refuse_file()`);
  const { practiceId, deps } = house;
  const route = () =>
    new MockActivityEnvironment().run(createRouteInboundFiles(deps), { practiceId, inboundFileIds: [bad, good] });
  await expect(route()).rejects.toThrow('1 files could not be applied');
  expect(await stateOf('b-good.999')).toMatchObject([{ state: 'unreadable' }]);
  expect(await stateOf('a-bad.999')).toMatchObject([{ state: 'stored' }]);
  await house.asOwner('drop trigger refuse_file on inbound_files');
  await route();
  expect(await stateOf('a-bad.999')).toMatchObject([{ state: 'unreadable' }]);
});
