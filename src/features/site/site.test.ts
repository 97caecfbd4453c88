// The archive's pages about itself and the host's settings for them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { giveRole } from '../accounts/index.ts';
import { siteNameCharactersMax } from './limits.ts';

/** Cho as admin: nobody of the cast is one by birth. */
async function asAdmin(app: TestApp) {
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  return app.as('cho');
}

async function save(app: TestApp, fields: Record<string, string>) {
  const admin = await asAdmin(app);
  return admin.submit(await admin.get('/admin/settings'), '/admin/settings', fields);
}

describe('the pages about the archive', () => {
  it('stand from the first start, the policy on minors among them', async (test) => {
    const app = await makeApp(test);
    for (const page of ['about', 'policy', 'privacy', 'contact']) {
      assert.equal((await app.guest().get(`/${page}`)).status, 200, page);
    }
    const policy = await app.guest().get('/policy');
    assert.match(policy.text, /Sexual content involving minors, in any form/);
  });

  it('can be written by the host, as Markdown that is cleaned', async (test) => {
    const app = await makeApp(test);
    await app.guest().get('/contact');
    await save(app, { 'page[contact]': 'Write to *the keeper*. <img src=x onerror=alert(1)>' });
    const page = await app.guest().get('/contact');
    assert.match(page.body, /Write to <em>the keeper<\/em>/);
    assert.doesNotMatch(page.body, /onerror|<img/);
  });
});

describe('the settings of the archive', () => {
  it('show at once on every page, kept ones too', async (test) => {
    const app = await makeApp(test);
    const before = await app.guest().get('/about');
    assert.match(before.body, /<title>About this archive - Inkstead<\/title>/);
    await save(app, { name: 'The Lamp Room', notice: 'Closed on Sunday.' });
    const after = await app.guest().get('/about');
    assert.match(after.body, /<title>About this archive - The Lamp Room<\/title>/);
    assert.match(after.body, /Closed on Sunday\./);
  });

  it('are for admins alone', async (test) => {
    const app = await makeApp(test);
    for (const name of ['ada', 'dee'] as const) {
      assert.equal((await (await app.as(name)).get('/admin/settings')).status, 403);
    }
  });

  it('refuse a name that is empty or too long, keeping what was typed', async (test) => {
    const app = await makeApp(test);
    assert.equal((await save(app, { name: 'x'.repeat(siteNameCharactersMax) })).status, 200);
    for (const name of ['', 'x'.repeat(siteNameCharactersMax + 1)]) {
      const refused = await save(app, { name, notice: 'Typed already.' });
      assert.equal(refused.status, 422);
      assert.match(refused.body, /Typed already\./);
    }
  });
});

describe('robots.txt', () => {
  it('keeps crawlers from training on works unless the host allows it', async (test) => {
    const app = await makeApp(test);
    const before = await app.guest().get('/robots.txt');
    assert.match(before.body, /ai-train=no/);
    assert.match(before.body, /User-agent: GPTBot/);
    assert.doesNotMatch(before.body, /sitemap/i, 'names no address that is not built');
    await save(app, { 'robots[aiTrain]': '1' });
    const after = await app.guest().get('/robots.txt');
    assert.match(after.body, /ai-train=yes/);
    assert.doesNotMatch(after.body, /GPTBot/);
  });

  it('closes the whole archive when search engines may not list it', async (test) => {
    const app = await makeApp(test);
    const admin = await asAdmin(app);
    const form = await admin.get('/admin/settings');
    await admin.submit(form, '/admin/settings', { 'robots[search]': '0' });
    const robots = await app.guest().get('/robots.txt');
    assert.match(robots.body, /^Disallow: \/$/m);
  });
});
