// Readings: where a member stands with a work, known to nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { soundChapter } from '../../../test/kit/works.ts';
import { workRemovers } from '../../app.ts';
import { dayMs } from '../../kit/time/index.ts';
import { addChapter, deleteWork, purgeDeleted, setWorkHidden } from '../works/index.ts';

eachDatabase((database) => {
  test('a work is marked for later, as being read at a place, as read, and unmarked', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Long', chapters: ['One.', 'Two.'] });
    const [ben, address] = [await app.as('ben'), `/works/${work.id}`];
    const marked = await ben.submit(await ben.get(address), '/mark_for_later', {});
    assert.match(marked.body, /It is kept: To read\./);
    const later = await ben.get('/users/ben/readings?show=to-read');
    assert.match(later.text, /1 Work .*Long by ada.*Last visited: 01 Mar 2026/s);
    assert.equal(later.markup.withClass('reading work index group').length, 1);
    const second = `${address}/chapters/${work.chapters[1]?.id}`;
    await ben.submit(await ben.get(second), '/reading', { state: 'reading' });
    const front = await ben.get(address);
    assert.equal(front.link('Continue at chapter 2'), second);
    assert.doesNotMatch((await ben.get(second)).text, /Continue at/);
    await ben.submit(front, '/mark_as_read', {});
    assert.match((await ben.get('/users/ben/readings?show=read')).text, /1 Work .*Long/s);
    assert.match((await ben.get('/users/ben/readings?show=dropped')).text, /0 Works/);
    assert.match((await ben.get(address)).text, /Continue at chapter 2/);
    const undone = await ben.submit(await ben.get(address), '/reading', { state: 'none' });
    assert.match(undone.body, /It is forgotten\./);
    assert.match((await ben.get('/users/ben/readings')).text, /0 Works/);
  });

  test('a place inside a chapter is kept by a button and moves on as one reads', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', {
      title: 'Long',
      chapters: ['One.', 'Two.', 'Three.'],
    });
    const [ben, address] = [await app.as('ben'), `/works/${work.id}`];
    const [first, second, third] = work.chapters.map(({ id }) => String(id));
    const here = `${address}/chapters/${second}`;
    const place = { paragraph: '4', mark: '4294967295', within: '250', share: '405' };
    const token = (await ben.get('/token_dispenser.json')).json<{ token: string }>().token;
    const move = (chapter: string | undefined, said: object = place) => {
      const sent = { authenticity_token: token, quiet: 'yes', chapter: chapter ?? '', ...said };
      return ben.post(`${address}/place`, sent);
    };
    const rows = () => app.parts.database.read.selectFrom('readings').selectAll().execute();
    assert.equal((await move(second)).status, 204);
    assert.deepEqual(await rows(), [], 'nothing is kept of a work that is not marked');

    const kept = await ben.submit(await ben.get(here), '/place', {}, { follow: false });
    assert.equal(kept.response.headers.get('location'), `${here}#my-place`);
    assert.equal((await ben.get(address)).link('Continue at chapter 2'), here);
    assert.match((await ben.get('/users/ben/readings')).text, /Chapter 2 of 3 Continue at/);
    assert.equal((await move(second)).status, 204);
    const page = await ben.get(here);
    assert.equal(page.link('Continue where I was'), `${here}#my-place`);
    assert.equal(page.markup.all('span').filter(({ id }) => id === 'my-place').length, 1);
    assert.match(page.body, /data-paragraph="4"\s+data-mark="4294967295" data-within="250"/);
    const list = await ben.get('/users/ben/readings');
    assert.match(list.text, /Chapter 2 of 3, 40 % Continue at chapter 2/);
    assert.equal(list.link('Continue at chapter 2'), `${here}#my-place`);

    await move(first);
    assert.equal((await rows())[0]?.chapter_id, Number(second), 'never back to a chapter before');
    await ben.submit(await ben.get(here), '/reading', { state: 'dropped' });
    await move(third);
    const [dropped] = await rows();
    assert.deepEqual([dropped?.chapter_id, dropped?.place_share], [Number(second), 405]);
    for (const wrong of [{ within: '1001' }, { mark: '-1' }, { paragraph: 'x' }, { share: '' }]) {
      assert.equal((await move(second, { ...place, ...wrong })).status, 422);
    }
    assert.equal((await move('999999')).status, 422);
    await ben.submit(await ben.get(`${address}/chapters/${third}`), '/reading', {
      state: 'reading',
    });
    const [moved] = await rows();
    assert.deepEqual([moved?.chapter_id, moved?.place_share], [Number(third), null]);
    // Sent later by a device that had no connection: what was said since stands.
    const earlier = { ...place, share: '900', made_at: '1' };
    assert.equal((await move(third, earlier)).status, 204);
    await ben.post(`${address}/reading`, { ...earlier, authenticity_token: token, state: 'none' });
    assert.deepEqual(await rows(), [moved]);
    await move(third, { ...earlier, made_at: String(app.clock.now()) });
    assert.equal((await rows())[0]?.place_share, 900);
  });

  test('new chapters since are told; looking at pages writes nothing', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Growing', chapters: ['One.', 'Two.'] });
    const ben = await app.as('ben');
    await ben.get(`/works/${work.id}`);
    const { read } = app.parts.database;
    assert.deepEqual(await read.selectFrom('readings').selectAll().execute(), []);
    await ben.submit(await ben.get(`/works/${work.id}`), '/reading', { state: 'reading' });
    assert.doesNotMatch((await ben.get('/users/ben/readings')).text, /since/);
    const added = { ...soundChapter, source: '<p>Three.</p>' };
    const ada = await app.member('ada');
    await addChapter(app.parts, ada, work.id, { chapter: added, post: true });
    for (const list of ['/users/ben/readings', '/works', '/users/ada/works']) {
      assert.match((await ben.get(list)).text, /Growing by ada Reading.*1 new chapter since/, list);
    }
    await ben.submit(await ben.get(`/works/${work.id}`), '/mark_as_read', {});
    assert.doesNotMatch((await ben.get('/works')).text, /since/);
    const fourth = await addChapter(app.parts, ada, work.id, { chapter: added, post: true });
    await addChapter(app.parts, ada, work.id, { chapter: added, post: true });
    const grown = await ben.get('/works');
    assert.match(grown.text, /2 new chapters since/);
    const first = `/works/${work.id}/chapters/${fourth.ok && fourth.value}`;
    assert.equal(grown.link('Continue with what is new'), first);
    assert.doesNotMatch((await (await app.as('cho')).get('/works')).text, /since|Continue/);
  });

  test('nobody else sees them, and works out of sight are in no list and no count', async (t) => {
    const app = await makeApp(t, { database });
    const [seen, away] = [
      await postWork(app, 'ada', { title: 'Seen' }),
      await postWork(app, 'ada', { title: 'Takenaway' }),
    ];
    const ben = await app.as('ben');
    for (const { id } of [seen, away]) {
      await ben.submit(await ben.get(`/works/${id}`), '/mark_for_later', {});
    }
    await app.parts.database.write((transaction) =>
      setWorkHidden(transaction, away.id, true, app.clock.now()),
    );
    const list = await ben.get('/users/ben/readings');
    assert.match(list.text, /1 Work .*Seen/s);
    assert.doesNotMatch(list.text, /Takenaway/);
    for (const who of [await app.as('ada'), await app.as('dee'), await app.as('cho')]) {
      assert.equal((await who.get('/users/ben/readings')).status, 403);
    }
    const { token } = (await ben.get('/token_dispenser.json')).json<{ token: string }>();
    const sent = { authenticity_token: token };
    assert.equal((await ben.post(`/works/${away.id}/mark_as_read`, sent)).status, 404);
    await deleteWork(app.parts, await app.member('ada'), seen.id);
    app.clock.advance(30 * dayMs + 1);
    await purgeDeleted(app.parts, workRemovers);
    const left = await app.parts.database.read.selectFrom('readings').select('work_id').execute();
    assert.deepEqual(left, [{ work_id: away.id }]);
  });
});
