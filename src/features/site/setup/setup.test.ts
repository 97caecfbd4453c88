// Setting a new archive up, from the first-run link to the last step.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { firstAdminLink, giveRole, listAudit } from '../../accounts/index.ts';
import { listTagsOfType, ratingIds } from '../../tags/index.ts';
import { setUpStepUrl } from '../urls.ts';
import { setUpSteps } from './steps.ts';

async function asAdmin(app: TestApp) {
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  return app.as('cho');
}

async function send(app: TestApp, step: string, fields: Record<string, string>) {
  const admin = await asAdmin(app);
  const path = setUpStepUrl(step);
  return admin.submit(await admin.get(path), path, fields);
}

eachDatabase((database) => {
  test('the first-run link leads through every step to the desk', async (t) => {
    const app = await makeApp(t, { database });
    const host = app.guest();
    const link = (await firstAdminLink(app.parts)) ?? '';
    const account = {
      'user[login]': 'hedda',
      'user[email]': 'hedda@example.org',
      'user[password]': 'a lamp in the long harbour',
    };
    let page = await host.submit(await host.get(link), link, account);
    const passed: string[] = [];
    for (const step of setUpSteps) {
      assert.equal(page.path, setUpStepUrl(step));
      passed.push(step);
      page = await host.submit(page, page.path, {});
      assert.equal(page.status, 200, step);
    }
    assert.deepEqual(passed, [...setUpSteps]);
    assert.equal(page.path, '/admin');
    assert.match(page.body, /The archive is set up/);
    assert.doesNotMatch((await host.get('/admin')).text, /not set up yet/);
  });

  test('the ratings behind the gate are chosen, and the choice is written down', async (t) => {
    const app = await makeApp(t, { database });
    await send(app, 'adult', { 'ratings[]': String(ratingIds.teen) });
    const ratings = await listTagsOfType(app.parts.database.read, 'rating');
    const adult = ratings.filter((rating) => rating.adult).map(({ id }) => id as number);
    assert.deepEqual(adult, [ratingIds.teen]);
    const [entry] = await listAudit(app.parts.database.read, 'tag', ratingIds.teen);
    assert.deepEqual([entry?.act, entry?.detail], ['change rating', { adult: true }]);
  });
});

describe('a step of setting up', () => {
  test('that is skipped changes nothing', async (t) => {
    const app = await makeApp(t);
    const admin = await asAdmin(app);
    const sent = { name: 'Other', description: '', do: 'skip' };
    const form = await admin.get('/admin/setup/archive');
    const next = await admin.submit(form, '/admin/setup/archive', sent);
    assert.equal(next.path, '/admin/setup/language');
    assert.doesNotMatch(next.text, /Other\b/);
  });

  test('keeps its own settings and no others', async (t) => {
    const app = await makeApp(t);
    await send(app, 'archive', { name: 'The Lamp Room', description: 'Tales of one harbour.' });
    await send(app, 'language', { language: 'de' });
    const home = await app.guest().get('/');
    assert.match(home.body, /<h1 class="heading">The Lamp Room<\/h1>/);
    assert.match(home.body, /<meta name="description" content="Tales of one harbour\."/);
    const form = await (await app.as('ada')).get('/works/new');
    assert.match(form.body, /<option value="de" selected>/);
  });

  test('that is wrong is asked again with what was typed', async (t) => {
    const app = await makeApp(t);
    const long = await send(app, 'archive', { name: '', description: 'Typed already.' });
    assert.equal(long.status, 422);
    assert.match(long.body, /Typed already\./);
    const nobody = await send(app, 'others', { login: 'zenobia', role: 'moderator' });
    assert.equal(nobody.status, 422);
    assert.match(nobody.text, /Nobody here has the log-in name zenobia/);
    assert.equal((await (await asAdmin(app)).get('/admin/setup/nowhere')).status, 404);
  });

  test('leaves a page as it came to follow what Inkstead brings', async (t) => {
    const app = await makeApp(t);
    await send(app, 'pages', { 'page[contact]': 'Write to the keeper.' });
    const settings = await (await asAdmin(app)).get('/admin/settings');
    assert.match(settings.body, /Write to the keeper\./);
    assert.doesNotMatch(settings.body, /Sexual content involving minors/);
  });

  test('shows what people will choose from, and leads to where it is changed', async (t) => {
    const app = await makeApp(t);
    const admin = await asAdmin(app);
    const step = await admin.get('/admin/setup/vocabularies');
    for (const name of ['Major Character Death', 'Explicit', 'Gen', 'Podcasts', 'Deutsch']) {
      assert.equal(step.text.includes(name), name !== 'Podcasts', name);
    }
    for (const type of ['warning', 'category', 'rating', 'media', 'language']) {
      assert.match(step.body, new RegExp(`href="/admin/vocabularies/${type}"`));
    }
    const next = await admin.submit(step, '/admin/setup/vocabularies', {});
    assert.equal(next.path, '/admin/setup/registration');
  });

  test('makes somebody a moderator', async (t) => {
    const app = await makeApp(t);
    const ada = await app.as('ada');
    assert.equal((await ada.get('/moderation')).status, 403);
    await send(app, 'others', { login: 'ada', role: 'moderator' });
    assert.equal((await ada.get('/moderation')).status, 200);
  });
});

describe('registration', () => {
  test('closed by the host is closed at once, on kept pages too', async (t) => {
    const app = await makeApp(t);
    const guest = app.guest();
    assert.match((await guest.get('/about')).body, /href="\/users\/register"/);
    const form = await guest.get('/users/register');
    await send(app, 'registration', { registration: 'closed' });
    assert.doesNotMatch((await guest.get('/about')).body, /href="\/users\/register"/);
    const refused = await guest.submit(form, '/users/register', {});
    assert.equal(refused.status, 403);
  });

  test('that the installation keeps closed stays so, whatever the host chooses', async (t) => {
    const app = await makeApp(t, { env: { INKSTEAD_REGISTRATION: 'closed' } });
    const page = await send(app, 'registration', { registration: 'open' });
    assert.equal(page.path, '/admin/setup/adult');
    assert.doesNotMatch((await app.guest().get('/users/register')).body, /new_registration/);
    const desk = await (await asAdmin(app)).get('/admin/setup/registration');
    assert.match(desk.text, /INKSTEAD_REGISTRATION=closed/);
  });
});
