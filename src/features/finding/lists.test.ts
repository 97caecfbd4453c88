// Lists of works through the whole app: what is found, in which order, and how it is shown.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { listHeading as heading, listTitles as titles } from '../../../test/kit/lists.ts';
import { type PostWishes, postWork } from '../../../test/kit/post-work.ts';
import type { Visit } from '../../../test/kit/visitor.ts';
import { canonical, synonym, tagId } from '../../../test/kit/wrangling.ts';
import { includeName } from './parameters/names.ts';

describe('how a list is shown', () => {
  test('twenty works a page, counted in the heading, with links to the others', async (t) => {
    const app = await makeApp(t);
    for (let at = 1; at <= 21; at++) {
      await postWork(app, 'ada', { title: `Work ${at}` });
      app.clock.advance(1000);
    }
    const first = await app.guest().get('/works');
    assert.equal(heading(first), '1 - 20 of 21 Works');
    assert.deepEqual(titles(first).slice(0, 2), ['Work 21', 'Work 20']);
    assert.equal(titles(first).length, 20);
    const second = await app.guest().get('/tags/Tidewater%20Chronicles/works?page=2');
    assert.equal(heading(second), '21 - 21 of 21 Works in Tidewater Chronicles');
    assert.deepEqual(titles(second), ['Work 1']);
    const [pages] = second.markup.withClass('pagination actions');
    assert.equal(pages?.attribute('title'), 'pagination');
    const links = pages?.all('a').map((link) => link.attribute('href'));
    const address = '/tags/Tidewater%20Chronicles/works';
    assert.deepEqual(links, [`${address}?page=1`, `${address}?page=1`]);
    const filtered = await app.guest().get('/works?q=work');
    assert.ok(filtered.body.includes('"/works?page=2&amp;work_search%5Bquery%5D=work"'));
  });

  test('a page beyond the last is not found, and leads to the last', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada');
    const page = await app.guest().get('/works?page=2&work_search[query]=tea');
    assert.equal(page.status, 404);
    assert.equal(page.link('Go to the last page'), '/works?page=1&work_search%5Bquery%5D=tea');
    assert.equal((await app.guest().get('/works/search?q=tea&page=2')).status, 404);
    assert.equal((await app.guest().get('/tags/search?q=tide&page=2')).status, 404);
  });

  test('what is no page number is the first page', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada');
    for (const page of ['0', '-1', 'x', '1.5', '']) {
      assert.deepEqual(titles(await app.guest().get(`/works?page=${page}`)), ['Tea'], page);
    }
  });

  test('only the bare first page is for search engines', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada');
    const robots = async (path: string) =>
      (await app.guest().get(path)).body.includes('<meta name="robots" content="noindex">');
    assert.equal(await robots('/works'), false);
    assert.equal(await robots('/works?q=tea'), true);
    assert.equal(await robots('/works?page=2'), true);
    assert.equal(await robots('/works/search'), false);
    assert.equal(await robots('/works/search?q=tea'), true);
  });

  test('an empty archive has an empty list', async (t) => {
    const app = await makeApp(t);
    const page = await app.guest().get('/works');
    assert.equal(heading(page), '0 Works');
    assert.ok(page.text.includes('No works yet.'));
  });
});

describe('filters', () => {
  test('each filter keeps what it says', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['work_search[query]=storm', ['Long']],
      ['work_search[title]=short', ['Short']],
      ['work_search[creators]=ben', ['Other']],
      ['work_search[creators]=ada,ben', []],
      ['work_search[fandom_names]=Marsh', ['Other', 'Long']],
      ['work_search[character_names]=Oda', ['Short']],
      ['work_search[other_tag_names]=Marsh,Rain', ['Long']],
      ['work_search[excluded_tag_names]=Marsh', ['Short']],
      ['work_search[rating_ids]=13', ['Long']],
      [
        'include_work_search[rating_ids][]=13&include_work_search[rating_ids][]=11',
        ['Other', 'Long'],
      ],
      ['exclude_work_search[rating_ids][]=13', ['Other', 'Short']],
      ['work_search[archive_warning_ids][]=17', ['Long']],
      ['work_search[archive_warning_ids][]=20', []],
      ['work_search[category_ids][]=21', ['Short']],
      ['work_search[language_id]=de', ['Other']],
      ['work_search[words_from]=5', ['Long']],
      ['work_search[word_count]=<5', ['Other', 'Short']],
      ['work_search[single_chapter]=1', ['Other', 'Short']],
      ['work_search[complete]=F', ['Long']],
      ['work_search[complete]=T', ['Other', 'Short']],
      ['work_search[crossover]=T', ['Long']],
      ['work_search[crossover]=F', ['Other', 'Short']],
      ['work_search[series]=T', []],
      ['work_search[series]=F', ['Other', 'Long', 'Short']],
      ['work_search[otp]=T', ['Short']],
      ['work_search[date_from]=2026-03-02', ['Other', 'Long']],
      ['work_search[date_to]=2026-03-01', ['Short']],
      ['work_search[revised_at]=< 2 days ago', ['Other', 'Long']],
      ['include=rating:explicit,rating:teen', ['Other', 'Long']],
      ['q=!!!', []],
    ];
    const guest = app.guest();
    for (const [query, found] of cases) {
      assert.deepEqual(titles(await guest.get(`/works?${query}`)), found, query);
    }
  });

  test('each order is kept, and reversed', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['', ['Other', 'Long', 'Short']],
      ['&work_search[sort_direction]=asc', ['Short', 'Long', 'Other']],
      ['title_to_sort_on', ['Long', 'Other', 'Short']],
      ['title_to_sort_on&work_search[sort_direction]=desc', ['Short', 'Other', 'Long']],
      ['word_count', ['Long', 'Other', 'Short']],
      ['created_at', ['Other', 'Long', 'Short']],
      ['authors_to_sort_on', ['Short', 'Long', 'Other']],
    ];
    for (const [sort, order] of cases) {
      const page = await app.guest().get(`/works?work_search[sort_column]=${sort}`);
      assert.deepEqual(titles(page), order, sort);
    }
  });

  test('facets count each work once under the canonical, most used first', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { freeforms: ['Slow Burn', 'Slowburn', 'Rain'] });
    await postWork(app, 'ben', { freeforms: ['Slowburn'] });
    await synonym(app, 'freeform:Slowburn', 'freeform:Slow Burn');
    const page = await app.guest().get('/works');
    assert.deepEqual(boxes(page, 'freeform'), ['Slow Burn 2', 'Rain 1']);
  });

  test('ten tags of a type are offered, and those that are chosen besides', async (t) => {
    const app = await makeApp(t);
    const many = Array.from({ length: 11 }, (_, at) => `Tag ${at}`);
    await postWork(app, 'ada', { freeforms: many });
    await postWork(app, 'ben', { freeforms: many.slice(0, 10) });
    const guest = app.guest();
    assert.equal(boxes(await guest.get('/works'), 'freeform').length, 10);
    const chosen = await guest.get('/works?work_search[other_tag_names]=Tag 10');
    assert.ok(boxes(chosen, 'freeform').includes('Tag 10 1 ✓'));
    const excluded = await guest.get('/works?work_search[excluded_tag_names]=Tag 10');
    assert.ok(boxes(excluded, 'freeform').includes('Tag 10 1 −'));
  });

  test('a chosen rating leaves the others to be chosen', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const page = await app.guest().get('/works?include_work_search[rating_ids][]=11');
    assert.deepEqual(titles(page), ['Other']);
    assert.deepEqual(boxes(page, 'rating'), [
      'General Audiences 1',
      'Teen And Up Audiences 1 ✓',
      'Explicit 1',
    ]);
  });

  test('what is filtered stands above the list, each with a link that takes it away', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const query =
      'work_search[query]=storm&include_work_search[rating_ids][]=13' +
      '&work_search[excluded_tag_names]=Oda&work_search[words_from]=2&work_search[complete]=F';
    const page = await app.guest().get(`/works?${query}`);
    const chips = page.markup.withClass('chips')[0]?.all('a') ?? [];
    assert.deepEqual(
      chips.map((chip) => chip.text),
      [
        'Remove: “storm”',
        'Remove: Explicit',
        'Remove: not Oda',
        'Remove: Word count: 2 or more',
        'Remove: Works in progress only',
      ],
    );
    const without = await app.guest().get(chips[0]?.attribute('href') ?? '');
    assert.equal(without.markup.withClass('chips')[0]?.all('a').length, 4);
    assert.deepEqual(titles(without), ['Long']);
    assert.deepEqual(titles(await app.guest().get(page.link('Clear all'))), [
      'Other',
      'Long',
      'Short',
    ]);
  });

  test('the form sends again what is filtered already', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const query =
      'work_search[query]=storm&work_search[other_tag_names]=Rain&include=11,13' +
      '&work_search[creators]=ada&work_search[kudos_count]=<9&work_search[single_chapter]=0' +
      '&exclude_work_search[rating_ids][]=10&work_search[language_id]=en' +
      '&work_search[words_from]=2&work_search[sort_column]=word_count';
    const visitor = app.guest();
    const page = await visitor.get(`/works?${query}`);
    const sent = new URLSearchParams();
    const filters = page.markup.find((element) => element.id === 'work-filters');
    for (const input of filters?.all('input') ?? []) {
      const type = input.attribute('type');
      const boxed = type === 'checkbox' || type === 'radio';
      if (boxed && input.attribute('checked') === undefined) continue;
      sent.append(input.attribute('name') ?? '', input.attribute('value') ?? '');
    }
    for (const select of filters?.all('select') ?? []) {
      const chosen = select.all('option').find((one) => one.attribute('selected') !== undefined);
      sent.append(select.attribute('name') ?? '', chosen?.attribute('value') ?? '');
    }
    const again = await visitor.get(`/works?${sent}`);
    const chipsOf = (visit: Visit) =>
      visit.markup
        .withClass('chips')[0]
        ?.all('a')
        .map((chip) => chip.text);
    assert.deepEqual(chipsOf(again), chipsOf(page));
    assert.deepEqual(titles(again), ['Long']);
  });

  test('what was not understood is said, and the rest is filtered', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const page = await app.guest().get('/works?work_search[words_from]=many&q=storm');
    assert.equal(page.status, 200);
    assert.ok(page.text.includes('“many” is not a number or a range'));
    assert.deepEqual(titles(page), ['Long']);
  });

  test('a name that asks for markup stays text', async (t) => {
    const app = await makeApp(t);
    const name = encodeURIComponent('"><script>alert(1)</script>');
    for (const path of [`/works?q=${name}`, `/works/search?work_search[other_tag_names]=${name}`]) {
      const { body } = await app.guest().get(path);
      assert.ok(!body.includes('<script>alert'), path);
    }
  });
});

describe('the search page', () => {
  test('it is a form first, then a number found, then the same form again', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const visitor = app.guest();
    const empty = await visitor.get('/works/search');
    assert.equal(empty.markup.withClass('blurb').length, 0);
    const found = await visitor.get('/works/search?work_search[fandom_names]=Marsh');
    const main = found.markup.find((element) => element.id === 'main');
    assert.equal(main?.className, 'works-search region');
    const [first] = main?.all('h3').filter((one) => one.className === 'heading') ?? [];
    assert.equal(first?.text, '2 Found');
    assert.deepEqual(titles(found), ['Other', 'Long']);
    const field = found.markup.find((one) => one.attribute('name') === 'work_search[fandom_names]');
    assert.equal(field?.attribute('value'), 'Marsh');
  });

  test('an empty search finds everything; nothing found is said as tools expect it', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const all = await app.guest().get('/works/search?work_search[query]=');
    assert.equal(titles(all).length, 3);
    const none = await app.guest().get('/works/search?work_search[query]=xyzzy');
    const sentence =
      '<p>No results found. You may want to edit your search to make it less specific.</p>';
    assert.ok(none.body.includes(sentence));
    assert.ok(!/<h3 class="heading">\d+ Found/.test(none.body));
  });
});

test('a tag asked for by number or address in an old link leads to its list', async (t) => {
  const app = await makeApp(t);
  await canonical(app, 'relationship:Oda/Benn');
  const id = await tagId(app, 'relationship:Oda/Benn');
  const options = { follow: false } as const;
  for (const given of [String(id), 'Oda*s*Benn']) {
    const answer = await app.guest().get(`/works?tag_id=${given}&q=tea`, options);
    assert.equal(answer.response.headers.get('location'), '/tags/Oda*s*Benn/works?q=tea');
  }
  assert.equal((await app.guest().get('/works?tag_id=Nobody', options)).status, 200);
});

test('lists are valid HTML with and without works, filters and warnings', async (t) => {
  const app = await makeApp(t);
  const paths = [
    '/works',
    '/works?work_search[other_tag_names]=Rain,Nope&exclude=rating:teen&work_search[words_from]=2',
    '/works?page=7',
    '/works/search',
    '/works/search?work_search[query]=storm&include=10,13',
  ];
  for (const path of paths) assert.deepEqual(htmlProblems((await app.guest().get(path)).body), []);
  await threeWorks(app);
  for (const path of paths) assert.deepEqual(htmlProblems((await app.guest().get(path)).body), []);
});

/** Short by ada, long by ada a day later, and another by ben a day after that. */
async function threeWorks(app: TestApp): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  const post = async (by: 'ada' | 'ben', wishes: PostWishes) => {
    await postWork(app, by, wishes);
    app.clock.advance(day);
  };
  await post('ada', {
    title: 'Short',
    fandoms: ['Tidewater Chronicles'],
    categories: ['Gen'],
    characters: ['Oda'],
    relationships: ['Oda & Benn'],
    chapters: ['Tea.'],
  });
  await post('ada', {
    title: 'Long',
    summary: 'A storm.',
    rating: 'Explicit',
    warnings: ['Graphic Depictions Of Violence'],
    fandoms: ['Tidewater Chronicles', 'Marsh'],
    freeforms: ['Rain'],
    chapters: ['One two three four.', 'Five six seven.'],
    expectedChapters: null,
  });
  await post('ben', {
    title: 'Other',
    rating: 'Teen And Up Audiences',
    fandoms: ['Marsh'],
    language: 'de',
    chapters: ['Tee und Brot.'],
  });
}

/** `Slow Burn 2 ✓`: the tags of a group, each with its count; ✓ wanted, − kept out. */
function boxes(page: Visit, type: 'rating' | 'freeform'): string[] {
  const rows = page.markup
    .withClass('tag-choices')
    .flatMap((group) => group.all('li'))
    .filter((row) => row.all('input')[0]?.attribute('name') === includeName(type));
  return rows.map((row) => {
    const [wanted, out] = row.all('input').map((box) => box.attribute('checked') !== undefined);
    return `${row.all('label')[0]?.text}${wanted ? ' ✓' : ''}${out ? ' −' : ''}`;
  });
}
