// Skins of works: who writes and chooses them, who sees them, where they go along.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { origin } from '../../../test/kit/visitor.ts';
import { openZip, sourceOfBytes } from '../../kit/archive/index.ts';
import type { Role } from '../../shared/viewer.ts';
import { createToken } from '../accounts/index.ts';
import { bringIn } from '../imports/actions.ts';
import { planImport, readSurroundings } from '../imports/plan.ts';
import { readWorkOfFile } from '../imports/readers/read-file.ts';
import { takeoutWork } from '../takeout/work-document.ts';
import { findWork } from '../works/index.ts';
import { createSkin, findSkinByTitle } from './index.ts';

const sheet = '.message { color: #123456; content: "a < b" }\n.userstuff h4.h5 { color: red }';

type Wishes = { readonly offered?: boolean; readonly roles?: readonly Role[] };

async function writeSkin(app: TestApp, name: CastName, wishes: Wishes = {}) {
  const input = { title: 'Messages', source: sheet, offered: wishes.offered ?? false };
  const member = await app.member(name);
  const roles = new Set(wishes.roles ?? member.roles);
  const outcome = await createSkin(app.parts, { ...member, roles }, input);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.id;
}

async function patchWork(app: TestApp, name: CastName, work: { id: number }, body: unknown) {
  const { userId } = await app.member(name);
  const token = await createToken(app.parts, userId, ['read', 'write'], 'test');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const path = `/api/v1/works/${work.id}`;
  return app.guest().send('PATCH', path, JSON.stringify(body), { headers, follow: false });
}

eachDatabase((database) => {
  it('a writer writes a skin and gives it to a work, and readers see it', async (test) => {
    const app = await makeApp(test, { database });
    const ada = await app.as('ada');
    const refused = await ada.submit(await ada.get('/skins/new'), '/skins', {
      title: 'Messages',
      source: '.message { color: red }\n.note { position: fixed }',
    });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Line 2: “fixed”/);
    const made = await ada.submit(refused, '/skins', { title: 'Messages', source: sheet });
    assert.match(made.body, /The skin is saved\./);
    assert.match(made.text, /#workskin \.u-message/);
    const work = await postWork(app, 'ada');
    const form = await ada.get(`/works/${work.id}/edit`);
    const [option] = form.markup.all('option').filter((one) => one.text === 'Messages');
    const skin = option?.attribute('value') ?? '';
    const shown = await ada.submit(form, `/works/${work.id}`, { skin });
    assert.equal(shown.path, `/works/${work.id}`);
    const page = await app.guest().get(`/works/${work.id}`);
    const link = page.markup.all('link').find((one) => one.attribute('data-skin') !== undefined);
    const css = await app.guest().get(link?.attribute('href') ?? '');
    assert.equal(css.response.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(css.body, /^#workskin \.u-message \{/);
    assert.equal(link?.attribute('media'), undefined);
  });

  it('a reader has a work without its style, once or always', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    await patchWork(app, 'ada', work, { skin: await writeSkin(app, 'ada') });
    const guest = app.guest();
    const media = (page: Awaited<ReturnType<typeof guest.get>>) =>
      page.markup
        .all('link')
        .find((one) => one.attribute('data-skin') !== undefined)
        ?.attribute('media');
    const page = await guest.get(`/works/${work.id}`);
    const [off] = page.markup.all('a').filter((one) => /Hide Creator’s Style/.test(one.text));
    assert.equal(media(await guest.get(off?.attribute('href') ?? '')), 'not all');
    await guest.submit(await guest.get('/reading'), '/reading', { skins: 'hidden' });
    assert.equal(media(await guest.get(`/works/${work.id}`)), 'not all');
  });

  it('only own skins and those of the archive can be chosen; only admins offer', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    const bens = await writeSkin(app, 'ben', { offered: true });
    const refused = await patchWork(app, 'ada', work, { skin: bens });
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.json<{ errors: { field: string }[] }>().errors[0]?.field, 'skin');
    const ada = await app.as('ada');
    assert.equal((await ada.get(`/skins/${bens}`)).status, 404);
    const offered = await writeSkin(app, 'eli', { offered: true, roles: ['admin'] });
    const done = await patchWork(app, 'ada', work, { skin: offered });
    const { skin } = done.json<{ skin: unknown }>();
    assert.deepEqual(skin, { id: offered, title: 'Messages' });
    assert.equal((await ada.get(`/skins/${offered}`)).status, 200);
    assert.equal((await ada.get(`/skins/${offered}/edit`)).status, 404);
  });

  it('whoever cannot see a work gets no sheet, and a deleted skin is gone', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    const skin = await writeSkin(app, 'ada');
    await patchWork(app, 'ada', work, { skin: 'messages', restricted: true });
    const address = `/works/${work.id}/skin.css`;
    assert.equal((await app.guest().get(address)).status, 404);
    const ben = await app.as('ben');
    const css = await ben.get(address);
    assert.equal(css.status, 200);
    assert.match(css.response.headers.get('cache-control') ?? '', /no-store/);
    const ada = await app.as('ada');
    await ada.submit(await ada.get(`/skins/${skin}/edit`), `/skins/${skin}/delete`, {});
    assert.equal((await ben.get(address)).status, 404);
    assert.equal((await ben.get(`/works/${work.id}`)).status, 200);
  });

  it('downloads have the style, and a takeout brings it back to who brings it in', async (test) => {
    const app = await makeApp(test, { database });
    const work = await postWork(app, 'ada');
    await patchWork(app, 'ada', work, { skin: await writeSkin(app, 'ada') });
    const file = async (format: string) => {
      const answer = await app.app.fetch(new Request(`${origin}/downloads/${work.id}/x.${format}`));
      return new Uint8Array(await answer.arrayBuffer());
    };
    const limits = { entriesMax: 100, entryBytesMax: 1e7, totalBytesMax: 1e8 };
    const book = openZip(sourceOfBytes(await file('epub')), limits);
    const read = (path: string) => Buffer.from(book.read(path) ?? []).toString();
    assert.match(read('book/skin.css'), /^#workskin \.u-message/);
    assert.match(read('book/skin.css'), /^#workskin \.userstuff h2\.u-h5/m);
    const [chapter] = book.members.filter(({ path }) => path.includes('chapter-'));
    assert.match(read(chapter?.path ?? ''), /href="skin.css"[\s\S]*<body [^>]*id="workskin"/);
    const page = Buffer.from(await file('html')).toString();
    assert.match(page, /<style>#workskin \.u-message \{[^<]*\\3c [^<]*<\/style>/);
    assert.match(page, /<body id="workskin">/);
    const taken = await takeoutWork(app.parts.database.read, await app.member('ada'), work.id, '');
    const ben = await app.member('ben');
    const { read: reader } = app.parts.database;
    const bytes = Buffer.from(JSON.stringify(taken?.document));
    const brought = readWorkOfFile('work.json', sourceOfBytes(bytes));
    const wishes = { owner: ben.userId, digest: 'd' };
    const planned = await planImport(reader, await readSurroundings(reader), brought, wishes);
    assert.ok(planned.ok);
    const { plan } = planned;
    assert.match(plan.decisions.join(' '), /Its style “Messages” comes with it/);
    const bringing = { plan, owner: ben, by: ben, fileName: 'work.json', digest: 'd' };
    const { id } = await bringIn(app.parts, bringing);
    const found = await findWork(reader, ben, id);
    const own = await findSkinByTitle(reader, ben.userId, 'Messages');
    assert.equal(found.work?.skin, own?.id);
    assert.equal(own?.source, sheet);
  });
});
