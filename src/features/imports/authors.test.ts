import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { otwHtml } from '../../../test/kit/import-files.ts';
import { sendFiles } from '../../../test/kit/send-files.ts';
import { Visitor } from '../../../test/kit/visitor.ts';
import { sourceOfBytes } from '../../kit/archive/index.ts';
import type { Member } from '../../shared/viewer.ts';
import { createPerson, openSession } from '../accounts/index.ts';
import { type BroughtForOthers, bringInForOthers } from './authors.ts';
import { comingOf } from './coming.ts';
import { filesOf } from './files.ts';
import { planImport, readSurroundings } from './plan.ts';

type Scene = {
  readonly app: TestApp;
  readonly archivist: Member;
  readonly visitor: Visitor;
  readonly bring: (file: string) => Promise<BroughtForOthers>;
};

async function setScene(t: TestContext, database: 'sqlite' | 'postgres'): Promise<Scene> {
  const app = await makeApp(t, { database });
  const { parts } = app;
  const rest = { email: null, passwordHash: null, ids: parts.ids, now: parts.clock.now() };
  const archivist = await parts.database.write((transaction) =>
    createPerson(transaction, { login: 'fay', roles: ['archivist'], ...rest }),
  );
  const visitor = new Visitor(app.app.fetch, await openSession(parts, archivist.userId));
  const bring = async (content: string) => {
    const source = sourceOfBytes(Buffer.from(content));
    const [met] = filesOf({ name: 'a.html', source });
    assert.ok(met?.kind === 'file');
    const digest = met.file.digest();
    const wishes = { owner: archivist.userId, digest };
    const { read } = parts.database;
    const planned = await planImport(read, await readSurroundings(read), met.file.read(), wishes);
    assert.ok(planned.ok);
    const coming = comingOf(planned.plan, parts.settings.url);
    return bringInForOthers(parts, coming, { by: archivist, fileName: 'a', digest });
  };
  return { app, archivist, visitor, bring };
}

eachDatabase((database) => {
  test('works of others stand under their old names, for members only', async (t) => {
    const { app, bring } = await setScene(t, database);
    const { id, authors } = await bring(otwHtml());
    const page = await (await app.as('ben')).get(`/works/${id}`);
    assert.match(page.text, /The Keeper’s Cat.*gull/);
    assert.doesNotMatch(page.text, /fay/);
    assert.doesNotMatch((await app.guest().get(`/works/${id}`)).text, /The lamp was lit/);
    const more = await bring(otwHtml({ id: 5, title: 'Another' }));
    assert.equal(more.authors[0]?.userId, authors[0]?.userId);
    assert.equal(more.authors[0]?.claim, null);
    assert.equal((await bring(otwHtml())).already, true);
  });

  test('what an archivist brings waits for nobody where first works do', async (t) => {
    const { app, bring } = await setScene(t, database);
    const dee = await app.as('dee');
    const fields = { first_works: '1', first_works_days: '7' };
    await dee.submit(await dee.get('/moderation/switches'), '/moderation/switches', fields);
    const { id } = await bring(otwHtml());
    const page = await (await app.as('ben')).get(`/works/${id}`);
    assert.match(page.text, /The Keeper’s Cat.*gull/);
    assert.doesNotMatch((await dee.get('/moderation/queue')).text, /The Keeper’s Cat/);
  });

  test('an author claims their works by the link, once', async (t) => {
    const { app, bring } = await setScene(t, database);
    const { id, authors } = await bring(otwHtml());
    const ada = await app.as('ada');
    const link = `/claims/${authors[0]?.claim}`;
    const page = await ada.get(link);
    assert.match(page.text, /Works by gull.*The Keeper’s Cat/);
    const done = await ada.submit(page, '/claims/', { do: 'claim' });
    assert.match(done.body, /One work is yours now/);
    assert.match((await ada.get(`/works/${id}`)).text, /Edit.*The Keeper’s Cat ada/);
    assert.equal((await ada.get(link)).status, 404);
    await assert.rejects(bring(otwHtml({ id: 6, title: 'New' })), /has claimed their works/);
  });

  test('whoever has the link has the works taken away, and none come again', async (t) => {
    const { app, bring } = await setScene(t, database);
    const { id, authors } = await bring(otwHtml());
    const guest = app.guest();
    const page = await guest.get(`/claims/${authors[0]?.claim}`);
    await guest.submit(page, '/claims/', { do: 'opt out' });
    assert.equal((await (await app.as('ben')).get(`/works/${id}`)).status, 410);
    await assert.rejects(bring(otwHtml()), /does not want works to be brought/);
  });

  test('an archivist is told what a member has brought, and decides', async (t) => {
    const { app, visitor, bring } = await setScene(t, database);
    const ada = await app.as('ada');
    const own = await sendFiles(ada, { 'cat.html': otwHtml() });
    await ada.submit(own, '/works/import/waiting', { mine: '1', do: 'bring' });
    assert.equal((await bring(otwHtml())).already, true);
    const page = await sendFiles(visitor, { 'cat.html': otwHtml() });
    assert.match(page.text, /Another member has brought a work from this address/);
    const [box] = page.markup.all('input').filter((one) => one.attribute('name') === 'works');
    assert.equal(box?.attribute('checked'), undefined);
    const works = box?.attribute('value') ?? '';
    await visitor.submit(page, '/works/import/waiting', { do: 'others', works });
    const listed = await (await app.as('ben')).get('/works');
    assert.match(listed.text, /The Keeper’s Cat/);
    // Its author has it now: once more would be twice.
    const again = await sendFiles(visitor, { 'cat.html': `${otwHtml()} ` });
    const [second] = again.markup.all('input').filter((one) => one.attribute('name') === 'works');
    const value = second?.attribute('value') ?? '';
    await visitor.submit(again, '/works/import/waiting', { do: 'others', works: value });
    const after = await (await app.as('ben')).get('/works');
    assert.equal(after.markup.withClass('blurb').length, listed.markup.withClass('blurb').length);
    // Who is no archivist learns nothing of others’ drafts.
    const ben = await sendFiles(await app.as('ben'), { 'cat.html': otwHtml() });
    assert.doesNotMatch(ben.text, /Another member/);
  });

  test('an archivist makes a new link, which ends the one before', async (t) => {
    const { app, visitor, bring } = await setScene(t, database);
    const { authors } = await bring(otwHtml());
    const page = await visitor.get('/works/import/authors');
    assert.match(page.text, /gull.*One work example\.org/);
    const made = await visitor.submit(page, '/works/import/authors', {});
    const fresh = /\/claims\/([\w-]+)/.exec(made.text)?.[1];
    const ada = await app.as('ada');
    assert.equal((await ada.get(`/claims/${authors[0]?.claim}`)).status, 404);
    assert.equal((await ada.get(`/claims/${fresh}`)).status, 200);
    assert.equal((await ada.get('/works/import/authors')).status, 403);
  });
});
