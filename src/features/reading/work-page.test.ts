import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit } from '../../../test/kit/visitor.ts';
import { soundChapter, soundWork } from '../../../test/kit/works.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { addChapter, changeWork } from '../works/index.ts';

const threeChapters = [
  { title: 'Salt', source: 'The first text.', summary: 'About salt.', notes: 'Salt notes.' },
  { title: '', source: 'The second text.', endNotes: 'So much for two.' },
  { title: 'Lamp oil', source: 'The third text.' },
];

test('a work of several chapters opens at its first, with the work’s notes', async (t) => {
  const app = await makeApp(t);
  const wishes = {
    chapters: threeChapters,
    summary: 'Of lamps.',
    notes: 'Hello.',
    endNotes: 'Bye.',
  };
  const work = await postWork(app, 'ada', wishes);
  const page = await app.guest().get(`/works/${work.id}`);
  assert.equal(page.status, 200);
  assert.equal(mainClass(page), 'works-show region');
  assert.match(page.text, /Of lamps\..*Hello\..*Chapter 1: Salt.*About salt\..*The first text\./);
  assert.doesNotMatch(page.text, /The second text|Bye\./);
});

test('later chapters leave out the work’s notes; the last has its end notes', async (t) => {
  const app = await makeApp(t);
  const wishes = {
    chapters: threeChapters,
    summary: 'Of lamps.',
    notes: 'Hello.',
    endNotes: 'Bye.',
  };
  const work = await postWork(app, 'ada', wishes);
  const [, second, third] = work.chapters;
  const guest = app.guest();
  const middle = await guest.get(`/works/${work.id}/chapters/${second?.id}`);
  assert.equal(mainClass(middle), 'chapters-show region');
  assert.match(middle.text, /The second text\. Notes at the end of the chapter ?So much for two\./);
  assert.doesNotMatch(middle.text, /Of lamps|Hello|Bye|The third text/);
  const last = await guest.get(`/works/${work.id}/chapters/${third?.id}`);
  assert.match(last.text, /The third text\. Notes at the end of the work ?Bye\./);
});

test('the whole work shows every chapter between its notes', async (t) => {
  const app = await makeApp(t);
  const wishes = { chapters: threeChapters, summary: 'Of lamps.', endNotes: 'Bye.' };
  const work = await postWork(app, 'ada', wishes);
  const page = await app.guest().get(`/works/${work.id}?view_full_work=true`);
  assert.match(page.text, /Of lamps.*first text.*second text.*third text.*Bye/);
  assert.equal(page.link('Chapter by Chapter'), `/works/${work.id}`);
});

test('a chapter without a title has a blank after its link, as tools expect', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { chapters: threeChapters });
  const at = `/works/${work.id}/chapters/${work.chapters[1]?.id}`;
  const { body } = await app.guest().get(at);
  assert.ok(body.includes(`<a href="${at}">Chapter 2</a> </h3>`));
});

test('a chapter’s page leads to the ones before and after it', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { chapters: threeChapters });
  const [first, second, third] = work.chapters.map(({ id }) => `/works/${work.id}/chapters/${id}`);
  const guest = app.guest();
  const middle = await guest.get(second ?? '');
  assert.deepEqual(related(middle, 'prev'), [first, first]);
  assert.deepEqual(related(middle, 'next'), [third, third]);
  assert.deepEqual(related(await guest.get(`/works/${work.id}`), 'prev'), []);
  assert.deepEqual(related(await guest.get(third ?? ''), 'next'), []);
});

test('a chapter has an address of its own, and none within another work', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { chapters: threeChapters });
  const other = await postWork(app, 'ada', { title: 'Other' });
  const guest = app.guest();
  const lone = await guest.get(`/chapters/${work.chapters[2]?.id}`);
  assert.equal(lone.status, 200);
  assert.match(lone.text, /The third text/);
  const strange = await guest.get(`/works/${work.id}/chapters/${other.chapters[0]?.id}`);
  assert.equal(strange.status, 404);
});

test('a finished work of one chapter shows no chapters, at either address', async (t) => {
  const app = await makeApp(t);
  const chapter = { summary: 'Its summary.', notes: 'Its notes.', endNotes: 'Its end.' };
  const wishes = { chapters: [chapter], summary: 'Work summary.', endNotes: 'The very end.' };
  const work = await postWork(app, 'ada', wishes);
  const addresses = [`/works/${work.id}`, `/works/${work.id}/chapters/${work.chapters[0]?.id}`];
  for (const address of addresses) {
    const page = await app.guest().get(address);
    assert.deepEqual(
      page.markup.withClass('chapter').map(({ name }) => name),
      [],
      address,
    );
    assert.match(
      page.text,
      /Work summary\. ?Its summary\..*Its notes.*Tea again.*Its end\. ?The very end\./,
    );
  }
});

test('one chapter of a work that goes on is a chapter', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { chapters: ['Begun.'], expectedChapters: null });
  const page = await app.guest().get(`/works/${work.id}`);
  assert.equal(page.markup.find(({ id }) => id === 'chapter-1')?.className, 'chapter');
  assert.equal(page.markup.withClass('chapter entire').length, 0);
});

test('the status is Updated while a work goes on and Completed when it is finished', async (t) => {
  const app = await makeApp(t);
  const ada = await app.member('ada');
  const work = await postWork(app, 'ada', { expectedChapters: null });
  const stats = async () => statisticsOf(await app.guest().get(`/works/${work.id}`));
  assert.equal((await stats()).get('published'), 'Published: 2026-03-01');
  assert.equal((await stats()).get('status'), undefined);
  app.clock.advance(2 * dayMs);
  await addPlainChapter(app, work.id);
  assert.equal((await stats()).get('status'), 'Updated: 2026-03-03');
  assert.equal((await stats()).get('chapters'), 'Chapters: 2/?');
  const change = { work: { ...soundWork, title: 'Tea', expectedChapters: 2 } };
  assert.ok((await changeWork(app.parts, ada, work.id, change)).ok);
  assert.equal((await stats()).get('status'), 'Completed: 2026-03-03');
});

test('words are those of the work, and counts of nothing are left out', async (t) => {
  const app = await makeApp(t);
  const source = Array.from({ length: 1234 }, () => 'word').join(' ');
  const work = await postWork(app, 'ada', { chapters: [source] });
  const stats = statisticsOf(await app.guest().get(`/works/${work.id}`));
  assert.equal(stats.get('words'), 'Words: 1,234');
  assert.deepEqual([...stats.keys()], ['published', 'words', 'chapters', 'hits']);
});

test('a long list of tags is marked to be folded, a short one is not', async (t) => {
  const app = await makeApp(t);
  const many = Array.from({ length: 30 }, (_, at) => `Tag ${at}`);
  const work = await postWork(app, 'ada', { freeforms: many, characters: ['Oda'] });
  const page = await app.guest().get(`/works/${work.id}`);
  const folded = page.markup.all('ul').filter((list) => list.attribute('data-enhance') === 'fold');
  assert.equal(folded.length, 1);
  assert.equal(folded[0]?.all('a').length, 30);
});

test('the text runs as its language does', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { language: 'he', chapters: ['שלום'] });
  const page = await app.guest().get(`/works/${work.id}`);
  const [text] = page.markup.withClass('userstuff module');
  assert.equal(text?.attribute('lang'), 'he');
  assert.equal(text?.attribute('dir'), 'rtl');
});

test('titles and names are text, whatever signs stand in them', async (t) => {
  const app = await makeApp(t);
  const title = '<script>alert("1")</script> & more';
  const work = await postWork(app, 'ada', { title, chapters: [{ title }, { title }] });
  for (const path of ['', '/navigate', '?view_full_work=true']) {
    const page = await app.guest().get(`/works/${work.id}${path}`);
    assert.ok(!page.body.includes('<script>alert'), path);
    assert.ok(page.text.includes(title), path);
  }
});

test('downloads are offered only in the formats that are built', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { title: 'Salt & Lamp oil' });
  const page = await app.guest().get(`/works/${work.id}`);
  const unix = work.editedAt / 1000;
  assert.equal(page.link('EPUB'), `/downloads/${work.id}/Salt_Lamp_oil.epub?updated_at=${unix}`);
  assert.equal(page.links.filter((href) => href.startsWith('/downloads/')).length, 5);
});

test('a creator sees what they can do with the work, others do not', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  const own = await (await app.as('ada')).get(`/works/${work.id}`);
  assert.ok(own.links.includes(`/works/${work.id}/edit`));
  const others = await (await app.as('ben')).get(`/works/${work.id}`);
  assert.ok(!others.links.includes(`/works/${work.id}/edit`));
});

test('draft chapters are read by creators only and leave no gap for others', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { expectedChapters: null });
  const draft = await addPlainChapter(app, work.id, false);
  const address = `/works/${work.id}/chapters/${draft}`;
  assert.equal((await app.guest().get(address)).status, 404);
  assert.equal((await app.guest().get(`/chapters/${draft}`)).status, 404);
  assert.match((await (await app.as('ada')).get(address)).text, /One more/);
  const index = await app.guest().get(`/works/${work.id}/navigate`);
  assert.doesNotMatch(index.text, /2\./);
});

test('the chapter index names each chapter once, with its day', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { title: 'Salt', chapters: threeChapters });
  const page = await app.guest().get(`/works/${work.id}/navigate`);
  assert.equal(mainClass(page), 'works-navigate region');
  const [list] = page.markup.withClass('chapter index group');
  const items = list?.all('li').map(({ text }) => text.replace(/ \d+ words? · .*/, ''));
  assert.deepEqual(items, [
    '1. Salt (2026-03-01)',
    '2. Chapter 2 (2026-03-01)',
    '3. Lamp oil (2026-03-01)',
  ]);
  const first = page.links.find((href) => /\/works\/\d+$/.test(href));
  assert.equal(first, `/works/${work.id}`);
});

test('adult and restricted works stay out of search engines, others do not', async (t) => {
  const app = await makeApp(t);
  const plain = await postWork(app, 'ada', { summary: '<p>Of lamps &amp; oil.</p>' });
  const adult = await postWork(app, 'ada', { rating: 'Mature' });
  const restricted = await postWork(app, 'ada', { restricted: true });
  const ben = await app.as('ben');
  const robots = async (id: number) => (await ben.get(`/works/${id}?view_adult=true`)).body;
  assert.doesNotMatch(await robots(plain.id), /noindex/);
  assert.match(await robots(plain.id), /<meta name="description" content="Of lamps &amp; oil\.">/);
  assert.match(await robots(adult.id), /<meta name="robots" content="noindex">/);
  assert.match(await robots(restricted.id), /<meta name="robots" content="noindex">/);
});

function mainClass(page: Visit): string | undefined {
  return page.markup.find(({ id }) => id === 'main')?.className;
}

function related(page: Visit, rel: string): (string | undefined)[] {
  const links = page.markup.all('a').filter((link) => link.attribute('rel') === rel);
  return links.map((link) => link.attribute('href')?.split('#')[0]);
}

/** `dl.stats` by class: label and value. */
function statisticsOf(page: Visit): Map<string, string> {
  const [list] = page.markup.withClass('stats').filter(({ name }) => name === 'dl');
  const [terms, values] = [list?.all('dt') ?? [], list?.all('dd') ?? []];
  return new Map(terms.map((term, at) => [term.className, `${term.text} ${values[at]?.text}`]));
}

async function addPlainChapter(app: TestApp, id: WorkId, post = true): Promise<number> {
  const chapter = { ...soundChapter, source: 'One more.' };
  const outcome = await addChapter(app.parts, await app.member('ada'), id, { chapter, post });
  assert.ok(outcome.ok);
  return outcome.value;
}
