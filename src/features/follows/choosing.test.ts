// What followers hear of: as they choose, and as long as nothing keeps it from them.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { recordChange } from '../../kit/sql/index.ts';
import { dayMs, minuteMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { barPerson } from '../accounts/index.ts';
import { addChapter, placeInSeries } from '../works/index.ts';

const run = async ({ app }: TestApp, ...names: string[]) => {
  for (const wanted of names) await app.chores.find(({ name }) => name === wanted)?.run();
};

async function followOn(app: TestApp, path: string, by: CastName): Promise<void> {
  const visitor = await app.as(by);
  await visitor.submit(await visitor.get(path), '/subscriptions', { commit: 'Subscribe' });
}

/** Presses the button beside what the person follows. */
async function choose(app: TestApp, by: CastName, news: string): Promise<void> {
  const visitor = await app.as(by);
  const page = await visitor.get(`/users/${by}/subscriptions`);
  assert.deepEqual(htmlProblems(page.body), []);
  const forms = page.markup
    .all('form')
    .filter((form) => form.all('input').some((input) => input.attribute('value') === news));
  assert.equal(forms.length, 1, news);
  const fields = forms[0]?.all('input').map((input) => {
    return [input.attribute('name') ?? '', input.attribute('value') ?? ''] as const;
  });
  const done = await visitor.post(`/users/${by}/subscriptions`, Object.fromEntries(fields ?? []));
  assert.match(done.text, news === 'works' ? /New chapters too/ : /New works only/);
}

async function addTo(app: TestApp, work: WorkId): Promise<void> {
  app.clock.advance(minuteMs);
  const texts = { title: '', summary: '', notes: '', endNotes: '' };
  const chapter = { ...texts, format: 'html', source: 'More.' } as const;
  await addChapter(app.parts, await app.member('ada'), work, { chapter, post: true });
}

async function told(app: TestApp, by: CastName): Promise<string[]> {
  await run(app, 'tell followers');
  const page = await (await app.as(by)).get(`/users/${by}/notices`);
  return page.markup.withClass('notice').map((item) => item.all('a')[0]?.text ?? '');
}

eachDatabase((database) => {
  it('of new works alone, or of new chapters too, whatever they follow', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Tides', expectedChapters: 5 });
    await run(app, 'tell followers');
    await followOn(app, '/users/ada', 'ben');
    await followOn(app, '/tags/Tidewater%20Chronicles', 'eli');
    await addTo(app, work.id);
    assert.deepEqual(await told(app, 'ben'), ['A new chapter of “Tides”']);
    assert.deepEqual(await told(app, 'eli'), []);
    await choose(app, 'ben', 'works');
    await choose(app, 'eli', 'works-and-chapters');
    await addTo(app, work.id);
    assert.deepEqual(await told(app, 'ben'), ['A new chapter of “Tides”']);
    assert.deepEqual(await told(app, 'eli'), ['A new chapter of “Tides”']);
    const dee = await app.as('dee');
    await dee.submit(await dee.get('/filters/new?q=complete:no'), '/filters', { name: 'Open' });
    await dee.submit(await dee.get('/users/dee/subscriptions'), '/subscriptions', {});
    await choose(app, 'dee', 'works-and-chapters');
    await addTo(app, work.id);
    assert.deepEqual(await told(app, 'dee'), ['A new chapter of “Tides”']);
  });

  it('of an older work that becomes a part of a series, once', async (t) => {
    const app = await makeApp(t, { database });
    const { parts } = app;
    const ada = await app.member('ada');
    const at = app.clock.now();
    const place = (work: WorkId) =>
      parts.database.write(async (transaction) => {
        const wanted = { title: 'The Year', owner: ada.userId, work, at, position: null };
        const series = await placeInSeries(transaction, parts.ids, wanted);
        await recordChange(transaction, 'work', [work], at);
        return series;
      });
    const first = await postWork(app, 'ada', { title: 'First' });
    const older = await postWork(app, 'ada', { title: 'Older' });
    const series = await place(first.id);
    await run(app, 'tell followers');
    await followOn(app, `/series/${series}`, 'ben');
    await place(older.id);
    assert.deepEqual(await told(app, 'ben'), ['New in The Year: “Older”']);
    await parts.database.write((transaction) => recordChange(transaction, 'work', [older.id], at));
    assert.deepEqual(await told(app, 'ben'), ['New in The Year: “Older”']);
  });

  it('by no mail while they are suspended or banned, nor of works that are hidden', async (t) => {
    const env = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };
    const app = await makeApp(t, { database, env });
    const { parts } = app;
    await app.as('ada');
    for (const name of ['ben', 'eli'] as const) {
      await followOn(app, '/users/ada', name);
      const visitor = await app.as(name);
      const page = await visitor.get(`/users/${name}/notices/choices`);
      await visitor.submit(page, '/choices', { 'way[new-by-creator]': 'daily' });
    }
    const bar = async (name: CastName) => {
      const { userId } = await app.member(name);
      const now = app.clock.now();
      await parts.database.write((transaction) =>
        barPerson(transaction, userId, { kind: 'suspended', until: now + 9 * dayMs }, now),
      );
    };
    await bar('eli');
    await postWork(app, 'ada', { title: 'Tides' });
    const gone = await postWork(app, 'ada', { title: 'Ebb' });
    await run(app, 'tell followers');
    // What waited for the morning when they were barred is not mailed either.
    await bar('ben');
    app.clock.advance(dayMs);
    await run(app, 'run jobs', 'send mail');
    assert.deepEqual(app.mail.sent, []);
    assert.deepEqual(await told(app, 'eli'), ['ada has posted 2 works']);
    await parts.database.write(async (transaction) => {
      await transaction
        .updateTable('works')
        .set({ creators_hidden: 1 })
        .where('id', '=', gone.id)
        .execute();
      await recordChange(transaction, 'work', [gone.id], app.clock.now());
    });
    assert.ok(!(await told(app, 'ben')).join().includes('Ebb'));
  });
});
