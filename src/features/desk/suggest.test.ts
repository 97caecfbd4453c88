// What a text suggests for its tags: with evidence, never by itself, and nothing that is not to be
// seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { canonical, parent, synonym, tagId } from '../../../test/kit/wrangling.ts';

const to = '/desk/suggest';

const story = [
  'The lamp burned low, and Maren Holt set down the oil. “You are late,” said Maren.',
  'Beyond the door stood Tobias Fenn, and behind Tobias the rain.',
  'Quietly Maren laughed at Tobias, who had never been on time. “Never,” said Maren.',
  ...Array.from({ length: 11 }, () => 'The sea went on as it always did, and the lamp with it.'),
  'In the morning Maren went down to the boats, where Tobias waited with Hollis.',
].join('\n\n');

/** Two fandoms; a Maren in each, and a relationship in the first. */
async function library(app: TestApp) {
  await parent(app, 'fandom:Harbour Lights', 'character:Maren Holt');
  await parent(app, 'fandom:Harbour Lights', 'character:Tobias Fenn (Harbour Lights)');
  await parent(app, 'fandom:Quiet Orbits', 'character:Maren Ash');
  await canonical(app, 'relationship:Maren Holt/Tobias Fenn');
  await synonym(app, 'character:Hollis the Pilot', 'character:Hollis Gray');
  await parent(app, 'fandom:Harbour Lights', 'character:Hollis Gray');
}

/** What is offered, as the boxes send it. */
function offered(page: Visit): string[] {
  const [list] = page.markup.root.withClass('desk-suggestions');
  const boxes = (list?.all('input') ?? []).filter((box) => box.attribute('type') === 'checkbox');
  return boxes.map((box) => box.attribute('value') ?? '');
}

async function suggest(writer: Visitor, fields: Fields): Promise<Visit> {
  const page = await writer.get('/works/new');
  const sent = { 'chapter[format]': 'text', 'chapter[text]': story, language: 'en', ...fields };
  return writer.submit(page, '/works', sent, { to });
}

eachDatabase((database) => {
  test('names lead to fandoms, characters and a relationship, each with evidence', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const page = await suggest(await app.as('ada'), { title: 'Low oil' });
    assert.deepEqual(offered(page), [
      'fandom:Harbour Lights',
      'character:Maren Holt',
      'character:Tobias Fenn (Harbour Lights)',
      'relationship:Maren Holt/Tobias Fenn',
    ]);
    assert.match(page.text, /“Maren” stands in the text 5 times: .*Maren Holt set down the oil/);
    assert.match(page.text, /Both appear in 2 of 2 passages, and share 2 paragraphs/);
    assert.match(page.body, /value="Low oil"/);
    assert.doesNotMatch(page.body, /value="Maren Holt"/, 'nothing is set by itself');
    assert.deepEqual(htmlProblems(page.body), []);
  });

  test('a name that several bear is theirs whose fandom was chosen', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const text = 'Then Maren spoke, and all heard Maren. Nobody but Maren knew the way.';
    const found = async (fandoms: string) =>
      offered(await suggest(await app.as('ada'), { fandoms, 'chapter[text]': text }));
    assert.deepEqual(await found('Quiet Orbits'), ['character:Maren Ash']);
    assert.deepEqual(await found('Harbour Lights'), ['character:Maren Holt']);
    assert.deepEqual(await found(''), []);
  });

  test('what is ticked is added to what the form says', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const ada = await app.as('ada');
    const page = await suggest(ada, { characters: 'Hollis Gray' });
    const suggested = ['character:Maren Holt', 'warning:18', 'language:de'];
    const added = await ada.submit(page, '/works', { do: 'add', suggested }, { to });
    assert.match(added.text, /3 were added to the form below\. Nothing is saved yet/);
    assert.match(added.body, /name="characters"[^>]* value="Hollis Gray, Maren Holt"/);
    assert.match(added.body, /value="18" checked/);
    assert.match(added.body, /<option value="de" selected/);
  });

  test('a work that is edited is read by its chapters', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const id = await placeTestWork(app, { chapters: [{ format: 'text', source: story }] });
    const ada = await app.as('ada');
    const page = await ada.submit(await ada.get(`/works/${id}/edit`), `/works/${id}`, {}, { to });
    assert.deepEqual(offered(page), [
      'character:Maren Holt',
      'character:Tobias Fenn (Harbour Lights)',
      'relationship:Maren Holt/Tobias Fenn',
    ]);
  });

  test('a chapter’s form is offered tags by the fandoms of its work, and keeps them', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const id = await placeTestWork(app, { tags: { fandom: ['Quiet Orbits'] } });
    const ada = await app.as('ada');
    const form = await ada.get(`/works/${id}/chapters/new`);
    const text = 'Then Maren spoke, and he died. “He is dead,” said Maren. And he died.';
    const sent = { format: 'text', text };
    const page = await ada.submit(form, `/works/${id}/chapters`, sent, { to });
    const suggested = ['character:Maren Ash', 'warning:18'];
    assert.deepEqual(offered(page), suggested, 'neither fandom nor language');
    assert.deepEqual(htmlProblems(page.body), []);
    const added = await ada.submit(
      page,
      `/works/${id}/chapters`,
      { do: 'add', suggested },
      {
        to,
      },
    );
    assert.match(added.body, /name="characters"[^>]* value="Maren Ash"/);
    assert.match(added.body, /value="18" checked/);
    assert.match(added.text, /2 were added to the form below/);
  });

  test('names that the viewer may not see are not suggested', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'fandom:Harbour Lights');
    await placeTestWork(app, { by: 'ben', post: false, tags: { character: ['Maren Holt'] } });
    await tagId(app, 'character:Tobias Fenn');
    const page = await suggest(await app.as('ada'), { fandoms: 'Harbour Lights' });
    assert.deepEqual(offered(page), []);
    assert.match(page.text, /suggests nothing that is not in the form already/);
  });
});

test('words that may call for a warning are shown where they stand', async (t) => {
  const app = await makeApp(t);
  const text = 'At dusk he died. They stood at his grave, and nobody said that Maren died for it.';
  const page = await suggest(await app.as('ada'), { 'chapter[text]': text });
  assert.deepEqual(offered(page), ['warning:18']);
  assert.match(page.text, /3 places have words that may call for it: “?At dusk he died/);
});

test('a language that the form does not say is offered', async (t) => {
  const app = await makeApp(t);
  const text =
    'Der Wind war kalt und die Lampe brannte nicht. Sie ging auf den Turm, und er blieb mit dem ' +
    'Hund in der Stube. Das Meer war still, und ein Boot kam nicht.';
  const page = await suggest(await app.as('ada'), { 'chapter[text]': text });
  assert.deepEqual(offered(page), ['language:de']);
  const norse =
    'Hun gikk ned til havnen, og han ventet på henne ved båten. Det var ikke sent, men regnet ' +
    'hadde begynt, og det var ingen andre på kaia.';
  const other = await suggest(await app.as('ada'), { 'chapter[text]': norse });
  assert.deepEqual(offered(other), ['language:no']);
  const notHere = 'Тя слезе към пристанището, а той я чакаше до лодката. '.repeat(3);
  const none = await suggest(await app.as('ada'), { 'chapter[text]': notHere });
  assert.deepEqual(offered(none), [], 'a language that the archive does not have');
});
