// Pages of people: what they show, and what they do not give away.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { placeTestWork } from '../../../test/kit/works.ts';

describe('a person’s page', () => {
  it('shows the newest works a viewer may see, and how many there are', async (test) => {
    const app = await makeApp(test);
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      app.clock.advance(1000);
      await placeTestWork(app, { work: { title } });
    }
    await placeTestWork(app, { work: { title: 'Members', restricted: true } });
    await placeTestWork(app, { work: { title: 'Draft' }, post: false });
    const page = await app.guest().get('/users/ada');
    assert.match(page.text, /All works \(6\)/);
    assert.doesNotMatch(page.text, /\bOne\b|Members|Draft/);
    const member = await (await app.as('ben')).get('/users/ada');
    assert.match(member.text, /All works \(7\)/);
  });

  it('does not count an anonymous work', async (test) => {
    const app = await makeApp(test);
    const id = await placeTestWork(app, { work: { title: 'Whose is it' } });
    await app.parts.database.write((transaction) =>
      transaction.updateTable('works').set({ anonymous: 1 }).where('id', '=', id).execute(),
    );
    for (const address of ['/users/ada', '/users/ada/works', '/users/ada/pseuds/ada']) {
      assert.doesNotMatch((await app.guest().get(address)).body, /Whose is it/, address);
    }
  });

  it('is found in any case, and not at all for nobody', async (test) => {
    const app = await makeApp(test);
    await app.as('ada');
    assert.equal((await app.guest().get('/users/ADA')).status, 200);
    for (const address of ['/users/nobody', '/users/ada/pseuds/other', '/users/a%00b']) {
      assert.equal((await app.guest().get(address)).status, 404, address);
    }
  });

  it('shows a profile as its owner wrote it, cleaned', async (test) => {
    const app = await makeApp(test);
    const ada = await app.as('ada');
    const form = await ada.get('/users/ada/preferences/profile');
    const typed = 'I write <b>slowly</b>.<script>alert(1)</script>';
    await ada.submit(form, '/preferences/profile', { 'profile[text]': typed });
    const page = await app.guest().get('/users/ada/profile');
    assert.match(page.body, /I write <b>slowly<\/b>\./);
    assert.doesNotMatch(page.body, /alert\(1\)/);
  });
});
