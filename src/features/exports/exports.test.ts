// Works taken home: whole, valid, the same bytes each time, and only by those who may read them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { makeApp } from '../../../test/kit/app.ts';
import type { Parts } from '../../shared/parts.ts';
import { guest } from '../../shared/viewer.ts';
import { placeDemo } from '../site/index.ts';
import { findWork, readChapters } from '../works/index.ts';
import { makeBook, writeEpub } from './index.ts';

const siteUrl = 'https://archive.example';

async function bookOf(parts: Parts, id: number) {
  const { work } = await findWork(parts.database.read, guest, id as never);
  assert.ok(work);
  const ids = work.chapters.map((chapter) => chapter.id);
  return makeBook(work, await readChapters(parts.database.read, work, ids), siteUrl);
}

async function guestWorkIds(parts: Parts): Promise<number[]> {
  const rows = await parts.database.read
    .selectFrom('works')
    .select('id')
    .where('restricted', '=', 0)
    .orderBy('title_key')
    .execute();
  return rows.map((row) => row.id);
}

describe('an EPUB', () => {
  it('of every demo work passes epubcheck without an error or a warning', async (test) => {
    const { parts } = await makeApp(test);
    await placeDemo(parts);
    for (const id of await guestWorkIds(parts)) {
      const book = await bookOf(parts, id);
      const result = await EpubCheck.validate(await writeEpub(book));
      const said = result.messages
        .filter(({ severity }) => severity !== 'usage' && severity !== 'info')
        .map(
          ({ severity, message, location }) => `${severity}: ${message} ${location?.path ?? ''}`,
        );
      assert.deepEqual(said, [], book.title);
    }
  });

  it('has the same bytes each time', async (test) => {
    const { parts } = await makeApp(test);
    await placeDemo(parts);
    const [id = 0] = await guestWorkIds(parts);
    const first = await writeEpub(await bookOf(parts, id));
    const second = await writeEpub(await bookOf(parts, id));
    assert.deepEqual(first, second);
  });
});
