// What people are told of decisions about their things, and the one appeal they have.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import type { Visitor } from '../../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { addMember } from '../../../../test/security/scene.ts';

const hide = { do: 'hide', policy: 'labels', reason: 'Two reports.', words: 'Warn of storms.' };

async function press(who: Visitor, address: string, fields: Record<string, string>) {
  return who.submit(await who.get(address), address, fields);
}

async function decisionOf(who: Visitor, login: string): Promise<string> {
  const { links } = await who.get(`/users/${login}/notices`);
  return links.find((href) => href.startsWith('/decisions/')) ?? assert.fail('nothing is told');
}

async function onlyCase(who: Visitor): Promise<string> {
  const { links } = await who.get('/moderation/cases');
  const found = links.filter((href) => /^\/moderation\/cases\/\d+$/.test(href));
  assert.equal(found.length, 1);
  return found[0] as string;
}

eachDatabase((database) => {
  test('a creator is told why a work was hidden, not by whom, and appeals once', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { work: { title: 'The Storm' } });
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    await press(dee, `/moderation/works/${work}`, hide);
    const told = await ada.get('/users/ada/notices');
    assert.match(told.text, /Moderators have hidden your work “The Storm”/);
    const address = await decisionOf(ada, 'ada');
    const page = await ada.get(address);
    assert.match(page.text, /A rating or warning that is missing or wrong/);
    assert.match(page.text, /Warn of storms\./);
    assert.doesNotMatch(page.text, /dee|Two reports/);
    assert.equal((await (await app.as('ben')).get(address)).status, 404);
    assert.equal((await press(ada, address, { appeal: ' ' })).status, 422);
    assert.match((await press(ada, address, { appeal: 'I did warn.' })).text, /You appealed/);
    const { token } = (await ada.get('/token_dispenser.json')).json<{ token: string }>();
    const again = { authenticity_token: token, appeal: 'Please.' };
    assert.equal((await ada.post(address, again)).status, 409);
    const seen = await dee.get(await onlyCase(dee));
    assert.match(seen.text, /Appeal of 2026-03-01: I did warn\./);
    // There is no other moderator: dee answers it.
    const shown = await press(dee, await onlyCase(dee), { do: 'show', reason: 'It did.' });
    assert.match(shown.text, /shown again/);
    assert.match((await ada.get('/users/ada/notices')).text, /show your work “The Storm” again/);
    assert.match((await ada.get(address)).text, /have looked at it/);
  });

  test('another moderator answers an appeal where there is one', async (t) => {
    const app = await makeApp(t, { database });
    await placeTestWork(app);
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    const { visitor: gus } = await addMember(app, 'gus', ['moderator']);
    await press(dee, '/moderation/people/ada', hide);
    const address = await decisionOf(ada, 'ada');
    await press(ada, address, { appeal: 'It was not me.' });
    const one = await onlyCase(dee);
    for (const what of ['take', 'nothing', 'show']) {
      const answer = await press(dee, one, { do: what, reason: 'Mine.' });
      assert.equal(answer.status, 403, what);
    }
    await press(gus, one, { do: 'nothing' });
    assert.match((await ada.get('/users/ada/notices')).text, /Their decision stands/);
    assert.match((await ada.get(address)).text, /the decision stands/);
  });
});

test('a reason of the list is asked for to hide, and none to show again', async (t) => {
  const app = await makeApp(t);
  const work = await placeTestWork(app);
  const dee = await app.as('dee');
  const address = `/moderation/works/${work}`;
  for (const policy of ['', 'no such reason']) {
    const refused = await press(dee, address, { ...hide, policy });
    assert.equal(refused.status, 422);
    assert.match(refused.body, /Warn of storms\./);
  }
  assert.equal((await app.guest().get(`/works/${work}`)).status, 200);
  await press(dee, address, hide);
  await press(dee, address, { do: 'show', reason: 'Settled.' });
  const ada = await app.as('ada');
  const notices = await ada.get('/users/ada/notices');
  const [last, first] = notices.links.filter((href) => href.startsWith('/decisions/'));
  assert.equal((await ada.get(first ?? '')).markup.all('textarea').length, 0);
  assert.equal((await ada.get(last ?? '')).markup.all('textarea').length, 0);
});
