// Readings and history come back from the files of a takeout.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import type { Visitor } from '../../../../test/kit/visitor.ts';
import { minuteMs } from '../../../kit/time/index.ts';
import { setWorkHidden } from '../../works/index.ts';

const mine = '/users/ben/readings';

/** Sends files through the form of the page. */
async function bring(ben: Visitor, ...files: readonly unknown[]) {
  const token = (await ben.get(mine)).form('/takeout').all('input')[0]?.attribute('value') ?? '';
  const data = new FormData();
  data.append('authenticity_token', token);
  for (const file of files) {
    const content = typeof file === 'string' ? file : JSON.stringify(file);
    data.append('file', new File([content], 'data.json'));
  }
  const body = new Response(data);
  const headers = { 'content-type': body.headers.get('content-type') ?? '' };
  return ben.send('POST', `${mine}/takeout`, await body.arrayBuffer(), { headers });
}

eachDatabase((database) => {
  test('what a takeout holds comes back, once, and leaves what is there', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    const long = await postWork(app, 'ada', { title: 'Long', chapters: ['One.', 'Two.'] });
    const away = await postWork(app, 'ada', { title: 'Takenaway' });
    await ben.submit(await ben.get(mine), mine, { do: 'keep' });
    app.clock.advance(minuteMs);
    const second = `/works/${long.id}/chapters/${long.chapters[1]?.id}`;
    await ben.submit(await ben.get(second), '/reading', { state: 'reading' });
    await ben.submit(await ben.get(`/works/${away.id}`), '/mark_for_later', {});
    await ben.get(mine);
    assert.deepEqual(htmlProblems((await ben.get(mine)).body), []);
    const { read } = app.parts.database;
    const rows = async () => [
      await read.selectFrom('readings').selectAll().orderBy('work_id').execute(),
      await read.selectFrom('visits').selectAll().orderBy('work_id').execute(),
    ];
    const taken = await rows();
    const [marks, visits] = taken;
    const unchanged = await bring(ben, marks, visits);
    assert.match(unchanged.body, /2 marks and 2 visited works were brought back; 0 works are not/);
    assert.deepEqual(await rows(), taken);

    await app.parts.database.write(async (transaction) => {
      await transaction.deleteFrom('readings').execute();
      await transaction.deleteFrom('visits').execute();
      await setWorkHidden(transaction, away.id, true, app.clock.now());
    });
    const back = await bring(ben, marks, visits);
    assert.match(back.body, /1 mark and 1 visited work were brought back; 1 work is not here/);
    const only = taken.map((all) => all.filter((row) => row.work_id === long.id));
    assert.deepEqual(await rows(), only);

    const mark = { ...marks?.[0], work_id: long.id };
    for (const wrong of ['{', '{}', 'no JSON', '']) {
      assert.match((await bring(ben, wrong)).body, /no such file/, wrong);
    }
    const odd = [
      { ...mark, state: 'odd' },
      { ...mark, marked_at: 9e15 },
      { ...mark, work_id: 'x' },
      { ...visits?.[0], times: -1, state: null },
      { ...visits?.[0], cleared_at: 5, state: null },
      null,
      [],
    ];
    assert.match((await bring(ben, odd)).body, /0 marks and 0 visited works/);
    assert.deepEqual(await rows(), only);
  });
});
