// The query language through the whole app: what a reader types, finds and is told.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import { type PostWishes, postWork } from '../../../../test/kit/post-work.ts';
import type { Visit } from '../../../../test/kit/visitor.ts';
import { parent, synonym, tagId } from '../../../../test/kit/wrangling.ts';
import { addCounts } from '../../works/index.ts';

test('each form of a query finds what it says', async (t) => {
  const app = await makeApp(t);
  await threeWorks(app);
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['storm', ['Long']],
    ['storm OR Short', ['Long', 'Short']],
    ['-storm', ['Other', 'Short']],
    ['(storm OR Short) -fandom:Marsh', ['Short']],
    ['fandom:Marsh', ['Other', 'Long']],
    ['fandom:"Tidewater Chronicles" -storm', ['Short']],
    ['fandom:Marsh,"Tidewater Chronicles"', ['Other', 'Long', 'Short']],
    ['fandom:Mar*', ['Other', 'Long']],
    ['-character:Oda', ['Other', 'Long']],
    ['tag:rain OR character:oda', ['Long', 'Short']],
    ['rating:teen,general', ['Other', 'Short']],
    ['warning:none', ['Other', 'Short']],
    ['medium:Books', ['Other', 'Long']],
    ['language:de', ['Other']],
    ['language:German', ['Other']],
    ['language:deutsch', ['Other']],
    ['-language:de', ['Long', 'Short']],
    ['creator:ben', ['Other']],
    ['-creator:ben', ['Long', 'Short']],
    ['creator:ada,ben', ['Other', 'Long', 'Short']],
    ['title:short', ['Short']],
    ['-title:short', ['Other', 'Long']],
    ['words:>=7', ['Long']],
    ['words<5', ['Other', 'Short']],
    ['kudos>10', ['Long']],
    ['kudos:1-10 OR kudos:1k+', []],
    ['complete:no', ['Long']],
    ['crossover:yes', ['Long']],
    ['otp:yes', ['Short']],
    ['series:yes', []],
    ['chapters>1', ['Long']],
    ['updated:<36h', ['Other']],
    ['updated:2026-03-01', ['Short']],
    ['posted:..2026-03-02', ['Long', 'Short']],
    ['sort:title', ['Long', 'Other', 'Short']],
    ['sort:-title', ['Short', 'Other', 'Long']],
    ['sort:<kudos', ['Long', 'Other', 'Short']],
    ['fandom:#1', []],
    ['fandom:Nowhere OR Short', ['Short']],
    ['"!!!"', []],
  ];
  const guest = app.guest();
  for (const [query, found] of cases) {
    for (const parameter of ['q', 'work_search[query]']) {
      const page = await guest.get(`/works?${parameter}=${encodeURIComponent(query)}`);
      const shown = query.startsWith('sort:') ? titles(page) : titles(page).sort();
      assert.deepEqual(shown, query.startsWith('sort:') ? found : [...found].sort(), query);
    }
  }
});

describe('bare words', () => {
  test('they are looked for in names of tags, by all that a canonical tag means', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { title: 'One', freeforms: ['Gentle Pining'] });
    await postWork(app, 'ada', { title: 'Two', freeforms: ['Longing'] });
    await postWork(app, 'ada', { title: 'Three', freeforms: ['Ache of Absence'] });
    await synonym(app, 'freeform:Longing', 'freeform:Gentle Pining');
    await synonym(app, 'freeform:Ache of Absence', 'freeform:Gentle Pining');
    const found = async (query: string) =>
      titles(await app.guest().get(`/works?q=${encodeURIComponent(query)}`)).sort();
    assert.deepEqual(await found('pining'), ['One', 'Three', 'Two']);
    assert.deepEqual(await found('"gentle pining"'), ['One', 'Three', 'Two']);
    // A synonym's wording says nothing of other works under its canonical.
    assert.deepEqual(await found('absence'), ['Three']);
  });

  test('they are looked for in names of creators', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { title: 'One' });
    await postWork(app, 'ben', { title: 'Two' });
    assert.deepEqual(titles(await app.guest().get('/works?q=ben')), ['Two']);
  });

  test('the best match comes first, unless another order is asked for', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { title: 'Harbour lights' });
    app.clock.advance(24 * 60 * 60 * 1000);
    await postWork(app, 'ada', { title: 'Later', summary: 'Of a harbour.' });
    const guest = app.guest();
    const order = async (query: string) => titles(await guest.get(`/works?q=harbour&${query}`));
    assert.deepEqual(await order(''), ['Harbour lights', 'Later']);
    const newest = ['Later', 'Harbour lights'];
    assert.deepEqual(await order('work_search[sort_column]=revised_at'), newest);
    assert.deepEqual(await order('q=sort:updated'), newest);
  });
});

describe('names', () => {
  test('a bare name of several means the one in the fandom that is asked for', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', {
      title: 'One',
      fandoms: ['Tide'],
      characters: ['Will (Tide)'],
    });
    await postWork(app, 'ben', {
      title: 'Two',
      fandoms: ['Marsh'],
      characters: ['Will (Marsh)'],
    });
    await parent(app, 'fandom:Tide', 'character:Will (Tide)');
    await parent(app, 'fandom:Marsh', 'character:Will (Marsh)');
    const guest = app.guest();
    const both = await guest.get('/works?q=character:Will');
    assert.deepEqual(titles(both).sort(), ['One', 'Two']);
    assert.ok(both.text.includes('“Will” may be any of “Will (Tide)”, “Will (Marsh)”'));
    const one = await guest.get('/works?q=character:Will fandom:Tide');
    assert.deepEqual(titles(one), ['One']);
    assert.ok(!one.text.includes('may be any of'));
    assert.ok(one.text.includes('Remove: Will (Tide)'));
    assert.deepEqual(titles(await guest.get('/tags/Marsh/works?q=character:Will')), ['Two']);
    const inBox = await guest.get('/tags/Marsh/works?q=character:Will OR kudos>5');
    assert.deepEqual(titles(inBox), ['Two']);
  });

  test('a name that no tag bears leads to those that a word of them begins', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { fandoms: ['Star Harbour'], freeforms: ['Harbour Lights'] });
    const page = await app.guest().get('/works?q=fandom:harbour');
    assert.deepEqual(titles(page), []);
    assert.ok(page.text.includes('There is no tag named “harbour”. Did you mean “Star Harbour”?'));
    const mistyped = await app.guest().get('/works?q=fandom:"Star Habrour"');
    assert.ok(mistyped.text.includes('Did you mean “Star Harbour”?'));
  });

  test('a name that the reader may not know is unknown to them', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { freeforms: ['Hush'], restricted: true });
    const typed = encodeURIComponent('freeform:Hush OR freeform:Hus*');
    const shown = (await app.guest().get(`/works?q=${typed}`)).text;
    assert.ok(shown.includes('There is no tag named “Hush”.'));
    const id = await tagId(app, 'freeform:Hush');
    const number = (await app.guest().get(`/works?q=freeform:%23${id}`)).text;
    assert.ok(!number.includes('Hush'));
    const member = await app.as('ben');
    assert.deepEqual(titles(await member.get(`/works?q=${typed}`)), ['Tea']);
  });
});

describe('the box and the form', () => {
  test('what fits a field goes there, the rest stays in the box', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const typed =
      'fandom:Marsh -character:Oda words>=2 complete:no language:English sort:kudos ' +
      'storm (kudos>5 OR rain)';
    const page = await app.guest().get(`/works?q=${encodeURIComponent(typed)}`);
    assert.deepEqual(titles(page), ['Long']);
    const form = page.markup.find((element) => element.id === 'work-filters');
    const value = (name: string) =>
      form
        ?.all('input')
        .find((field) => field.attribute('name') === `work_search[${name}]`)
        ?.attribute('value');
    assert.equal(value('query'), 'storm (kudos>5 OR rain)');
    assert.equal(value('words_from'), '2');
    const chips = page.markup.withClass('chips')[0]?.all('a') ?? [];
    assert.deepEqual(
      chips.map((chip) => chip.text.replace('Remove: ', '')),
      [
        '“storm”',
        'kudos>5 OR rain',
        'Marsh',
        'not Oda',
        'English',
        'Word count: 2 or more',
        'Works in progress only',
      ],
    );
    const without = await app.guest().get(chips[1]?.attribute('href') ?? '');
    assert.ok(!without.body.includes('kudos&gt;5'));
    assert.deepEqual(htmlProblems(page.body), []);
  });

  test('what the form says stands beside what the box says', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const page = await app.guest().get('/works?work_search[words_from]=1&q=words<5');
    assert.deepEqual(titles(page).sort(), ['Other', 'Short']);
    assert.ok(page.text.includes('Remove: words<5'));
  });

  test('what is not understood is said and marked where it stands', async (t) => {
    const app = await makeApp(t);
    for (const path of ['/works', '/works/search']) {
      const page = await app.guest().get(`${path}?q=${encodeURIComponent('tea fandon:"A B" (x')}`);
      assert.ok(page.text.includes('There is no field “fandon”'));
      assert.ok(page.text.includes('Did you mean “fandom:”?'));
      const marks = page.markup.all('mark').map((mark) => mark.text);
      assert.deepEqual(marks, ['fandon:"A B"', '(']);
      assert.deepEqual(htmlProblems(page.body), []);
    }
  });

  test('a query of 500 clauses, of 100 kB and of nothing but signs is answered', async (t) => {
    const app = await makeApp(t);
    await threeWorks(app);
    const clauses = Array.from({ length: 500 }, (_, at) => `freeform:t${at}`).join(' OR ');
    const words = Array.from({ length: 200 }, (_, at) => `w${at}`).join(' ');
    for (const typed of [clauses, words, '"('.repeat(2000), 'x'.repeat(12_000), '((((', '|||']) {
      const page = await app.guest().get(`/works?q=${encodeURIComponent(typed)}`);
      assert.equal(page.status, 200, typed.slice(0, 20));
    }
    const many = await app.guest().get(`/works?q=${encodeURIComponent(clauses)}`);
    assert.ok(many.text.includes('More than 250 conditions are too many'));
    const wordy = await app.guest().get(`/works?q=${encodeURIComponent(words)}`);
    assert.ok(wordy.text.includes('More than 30 words and phrases are too many'));
  });
});

test('the feed of a tag takes the same language', async (t) => {
  const app = await makeApp(t);
  await threeWorks(app);
  const id = await tagId(app, 'fandom:Marsh');
  const feed = async (query: string) => {
    const { body } = await app.guest().get(`/tags/${id}/feed.atom?q=${encodeURIComponent(query)}`);
    return [...body.matchAll(/<entry[^>]*>.*?<title>([^<]*)/gs)].map((found) => found[1]);
  };
  assert.deepEqual(await feed('sort:title'), ['Other', 'Long']);
  assert.deepEqual(await feed('complete:yes'), ['Other']);
});

test('the API takes the same language and tells where it was not understood', async (t) => {
  const app = await makeApp(t);
  await threeWorks(app);
  const list = async (query: string) => {
    const visit = await app.guest().get(`/api/v1/works?q=${encodeURIComponent(query)}`);
    type Listed = { total: number; items: { title: string }[]; warnings: unknown[] };
    return visit.json<Listed>();
  };
  const { items, warnings } = await list('fandom:Marsh words:9-5 colour:red OR kudos>10');
  assert.deepEqual(
    items.map(({ title }) => title),
    ['Long'],
  );
  assert.equal(warnings.length, 3);
  const [first] = (await list('tea fandom:Nope')).warnings;
  assert.deepEqual(first, { message: 'There is no tag named “Nope”.', start: 11, end: 15 });
});

/** Short by ada, long by ada a day later, and another by ben a day after that. */
async function threeWorks(app: TestApp): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  const post = async (by: 'ada' | 'ben', wishes: PostWishes, kudos: number) => {
    const { id } = await postWork(app, by, wishes);
    await app.parts.database.write((transaction) =>
      addCounts(transaction, 'kudos', new Map([[id, kudos]]), app.clock.now()),
    );
    app.clock.advance(day);
  };
  await post(
    'ada',
    { title: 'Short', characters: ['Oda'], relationships: ['Oda & Benn'], chapters: ['Tea.'] },
    0,
  );
  await post(
    'ada',
    {
      title: 'Long',
      summary: 'A storm.',
      rating: 'Explicit',
      warnings: ['Graphic Depictions Of Violence'],
      fandoms: ['Tidewater Chronicles', 'Marsh'],
      freeforms: ['Rain'],
      chapters: ['One two three four.', 'Five six seven.'],
      expectedChapters: null,
    },
    20,
  );
  await post(
    'ben',
    {
      title: 'Other',
      rating: 'Teen And Up Audiences',
      fandoms: ['Marsh'],
      language: 'de',
      chapters: ['Tee und Brot.'],
    },
    0,
  );
  await parent(app, 'media:Books', 'fandom:Marsh');
}

function titles(page: Visit): string[] {
  return page.markup.withClass('blurb').map((blurb) => blurb.all('h4')[0]?.all('a')[0]?.text ?? '');
}
