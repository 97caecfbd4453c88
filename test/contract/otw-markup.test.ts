// What contract 6 says of the markup of pages besides single selectors: order, bare text, links,
// whole sentences. A page is read here as tools read it: as a string, or as a list of elements.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../kit/app.ts';
import { htmlProblems } from '../kit/html-validate.ts';
import type { MarkupElement } from '../kit/markup.ts';
import { postWork } from '../kit/post-work.ts';
import { pagesOfRoles, postLongWork, postSeries } from './roles.ts';

test('the parts of a work page follow each other as tools expect', async (t) => {
  const app = await makeApp(t);
  const work = await postLongWork(app);
  const page = await app.guest().get(`/works/${work.id}?view_full_work=true`);
  const wanted = [
    'ul.work navigation actions',
    'dl.work meta group',
    'dd.rating tags',
    'dd.warning tags',
    'dd.category tags',
    'dd.fandom tags',
    'dd.relationship tags',
    'dd.character tags',
    'dd.freeform tags',
    'dd.language',
    'dl.stats',
    'div#workskin',
    'div.preface group',
    'h2.title heading',
    'h3.byline heading',
    'div.summary module',
    'div.notes module',
    'div#chapters',
    'div#chapter-1',
    'div.chapter preface group',
    'h3.title',
    'div#summary',
    'div#notes',
    'div.userstuff module',
    'div#chapter_1_endnotes',
    'div#chapter-2',
    'div#chapter-3',
    'div#work_endnotes',
    'div#feedback',
    'ul.actions',
    'li#show_comments_link',
    'input#kudo_commentable_id',
    'div#comments_placeholder',
  ];
  const found: string[] = [];
  let at = 0;
  page.markup.find((element) => {
    const next = wanted[at];
    if (next !== undefined && signsOf(element).includes(next)) {
      found.push(next);
      at += 1;
    }
    return false;
  });
  assert.deepEqual(found, wanted);
});

test('statistics stand last among the facts: dt and dd in turn, both classed, bare', async (t) => {
  const app = await makeApp(t);
  const work = await postLongWork(app);
  const { body } = await app.guest().get(`/works/${work.id}`);
  const stats = /<dl class="stats">(.*?)<\/dl><\/dd>\s*<\/dl>/s.exec(body)?.[1] ?? '';
  const row = (kind: string, label: string, value: string) =>
    `<dt class="${kind}">${label}</dt><dd class="${kind}">${value}</dd>`;
  assert.equal(
    stats,
    row('published', 'Published:', '2026-03-01') +
      row('status', 'Completed:', '2026-03-01') +
      row('words', 'Words:', '6') +
      row('chapters', 'Chapters:', '3/3') +
      row('hits', 'Hits:', '0'),
  );
});

test('the number in a series stands right before the link, between the arrows', async (t) => {
  const app = await makeApp(t);
  const works = [];
  for (const title of ['One', 'Two', 'Three']) works.push(await postWork(app, 'ada', { title }));
  const id = await postSeries(app, works);
  const [first, second, third] = works.map((work) => `/works/${work.id}`);
  const { body } = await app.guest().get(second ?? '');
  const place = /<dd class="series">(.*?)<\/dd>/s.exec(body)?.[1];
  assert.equal(
    place,
    `<span class="series"><a class="previous" href="${first}">← Previous Work</a> ` +
      `<span class="position">Part 2 of <a href="/series/${id}">The Almanac Year</a></span> ` +
      `<a class="next" href="${third}">Next Work →</a></span>`,
  );
});

test('a chapter’s text opens with a landmark, in a div whose class is exact', async (t) => {
  const app = await makeApp(t);
  const work = await postLongWork(app);
  const { body } = await app.guest().get(`/works/${work.id}?view_full_work=true`);
  const opening =
    /<div class="userstuff module" role="article"[^>]*><h3 class="landmark heading">[^<]*<\/h3>/g;
  assert.equal(body.match(opening)?.length, 3);
});

test('sentences that tools look for stand whole, with no element inside', async (t) => {
  const pages = await pagesOfRoles(t);
  const sentences: readonly (readonly [string, string])[] = [
    [
      'gate',
      '<p class="caution">This work could have adult content. If you continue, you have agreed ' +
        'that you are willing to see such content.</p>',
    ],
    ['gate', '>Yes, Continue</a>'],
    ['members', '>This work is only available to registered users of the Archive.<'],
    [
      'unrevealed',
      '<p class="notice">This work is part of an ongoing challenge and will be revealed soon!',
    ],
    ['missing', '<h2 class="heading">Error 404</h2>'],
  ];
  for (const [role, sentence] of sentences) {
    for (const { name, visit } of pages.get(role) ?? []) {
      assert.ok(visit.body.includes(sentence), `${name}: ${sentence}`);
    }
  }
});

test('links begin with one slash, or lead within the page', async (t) => {
  const pages = await pagesOfRoles(t);
  for (const { name, visit } of pages.get('any') ?? []) {
    const strange = visit.links.filter((href) => !/^(\/(?!\/)|#)/.test(href));
    assert.deepEqual(strange, [], name);
    const header = visit.markup.find(({ id }) => id === 'header');
    const pseuds = header?.all('a').filter((a) => a.attribute('href')?.includes('/pseuds/'));
    assert.deepEqual(pseuds, [], name);
  }
});

test('a work page has no element that tools take for another', async (t) => {
  const pages = await pagesOfRoles(t);
  const works = ['work', 'full', 'chapter', 'last', 'oneshot', 'oneshot-chapter', 'navigate'];
  for (const { name, visit } of works.flatMap((role) => pages.get(role) ?? [])) {
    for (const element of ['section', 'main', 'time', 'article']) {
      assert.equal(visit.markup.all(element).length, 0, `${name}: ${element}`);
    }
    // The first of each is the work's own.
    const before = visit.body.slice(0, visit.body.indexOf('id="workskin"'));
    assert.ok(!before.includes('<blockquote class="userstuff'), name);
  }
});

test('pages that tools read are valid HTML', async (t) => {
  const pages = await pagesOfRoles(t);
  for (const [role, shown] of pages) {
    if (['any', 'guest', 'user'].includes(role)) continue;
    for (const { name, visit } of shown) {
      const problems = htmlProblems(visit.body, { wholeWorkView: role === 'full' });
      assert.deepEqual(await problems, [], name);
    }
  }
});

/** `div#id` and `div.whole class`. */
function signsOf({ name, id, className }: MarkupElement): string[] {
  return [`${name}#${id}`, `${name}.${className}`];
}
