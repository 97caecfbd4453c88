// What a viewer may not see shows nowhere: not in a list, a count, a facet, a word, a tag's page,
// a suggestion or a language. One row for each surface, one column for each viewer.
import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { type PostWishes, postWork } from '../../../test/kit/post-work.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { synonym } from '../../../test/kit/wrangling.ts';
import { deleteWork } from '../works/index.ts';

// ada is the creator, ben a member, dee a moderator. eli wrote works of the same kinds with the
// same tags, so that no name is kept from others for being one person's alone.
const viewers = ['guest', 'ben', 'ada', 'dee'] as const;
type ViewerName = (typeof viewers)[number];

type Kind = 'draft' | 'hidden' | 'unrevealed' | 'restricted' | 'deleted';

const wishes: Readonly<Record<Kind, PostWishes>> = {
  draft: { post: false, language: 'da' },
  hidden: { hidden: true, language: 'de' },
  unrevealed: { unrevealed: true, language: 'fr' },
  restricted: { restricted: true, language: 'es' },
  deleted: { language: 'nl' },
};

const languageNames: Readonly<Record<Kind, string>> = {
  draft: 'Dansk',
  hidden: 'Deutsch',
  unrevealed: 'Français',
  restricted: 'Español',
  deleted: 'Nederlands',
};

/** Who finds works of the kind in lists. */
const seenBy: Readonly<Record<Kind, readonly ViewerName[]>> = {
  draft: [],
  hidden: ['ada', 'dee'],
  unrevealed: ['ada', 'dee'],
  restricted: ['ben', 'ada', 'dee'],
  deleted: [],
};

type Surface = (visitor: Visitor, kind: Kind, app: TestApp) => Promise<boolean>;

const surfaces: Readonly<Record<string, Surface>> = {
  'the list of works': async (visitor, kind) =>
    (await visitor.get('/works')).body.includes(title(kind)),
  'the facets beside a list': async (visitor, kind) =>
    (await visitor.get('/works')).body.includes(freeform(kind)),
  'the fandom facet beside a list': async (visitor, kind) =>
    (await visitor.get('/works')).body.includes(fandom(kind)),
  'the languages of the filter': async (visitor, kind) =>
    (await visitor.get('/works')).body.includes(`>${languageNames[kind]}<`),
  'words of a tag': (visitor, kind) => finds(visitor, { query: freeform(kind) }),
  'a tag by its name': (visitor, kind) => finds(visitor, { other_tag_names: freeform(kind) }),
  'a tag by its number': async (visitor, kind, app) => {
    const id = await numberOf(app, freeform(kind));
    const page = await visitor.get(`/works?include_work_search[freeform_ids][]=${id}`);
    const tells = page.body.includes(freeform(kind));
    assert.equal(tells, !page.text.includes('There is no tag with the number'));
    return tells;
  },
  'what is said of an unknown name': async (visitor, kind) => {
    const page = await visitor.get(`/works?work_search[excluded_tag_names]=${freeform(kind)}`);
    return !page.text.includes('There is no tag named');
  },
  'a language': (visitor, kind) => finds(visitor, { language_id: wishes[kind].language ?? '' }),
  'the works of a tag': async (visitor, kind) =>
    (await visitor.get(`/tags/${freeform(kind)}/works`)).body.includes(title(kind)),
  'the number of a tag’s works': async (visitor, kind) =>
    (await visitor.get(`/tags/${freeform(kind)}`)).text.match(/[12] Works?/) !== null,
  'the search for tags': async (visitor, kind) =>
    (await visitor.get(`/tags/search?q=${freeform(kind)}`)).body.includes(`>${freeform(kind)}<`),
  'all fandoms': async (visitor, kind) =>
    (await visitor.get('/fandoms')).body.includes(fandom(kind)),
  'the page of media': async (visitor, kind) =>
    (await visitor.get('/media')).body.includes(fandom(kind)),
  'the page of languages': async (visitor, kind) =>
    (await visitor.get('/languages')).text.includes(languageNames[kind]),
};

/** Who finds them by their texts: what is hidden or unrevealed is in no index of words. */
const foundByTextBy: Readonly<Record<Kind, readonly ViewerName[]>> = {
  draft: [],
  hidden: [],
  unrevealed: [],
  restricted: ['ben', 'ada', 'dee'],
  deleted: [],
};

const textSurfaces: Readonly<Record<string, Surface>> = {
  'words of a title': (visitor, kind) => finds(visitor, { query: title(kind) }),
  'words of a summary': (visitor, kind) => finds(visitor, { query: `summary${kind}` }),
  'words of notes': (visitor, kind) => finds(visitor, { query: `notes:note${kind}` }),
  'words of a chapter': (visitor, kind) => finds(visitor, { query: `chapter${kind}` }),
  'a phrase of a chapter': (visitor, kind) => finds(visitor, { query: `"the chapter${kind}"` }),
  'the beginning of a word': (visitor, kind) => finds(visitor, { query: `text:chapter${kind}*` }),
  'the title field': (visitor, kind) => finds(visitor, { title: title(kind) }),
};

/** Where a creator meets the names on their own drafts too. */
const ownDraftSurfaces: Readonly<Record<string, Surface>> = {
  'a tag’s page': async (visitor, kind) =>
    (await visitor.get(`/tags/${freeform(kind)}`)).status === 200,
  'a tag’s page without its accents': async (visitor, kind) =>
    (await visitor.get(`/tags/${freeform(kind).replace('Frée', 'Free')}`)).status === 200,
  'suggestions of freeforms': (visitor, kind) => suggests(visitor, 'freeform', freeform(kind)),
  'suggestions of any tag': (visitor, kind) => suggests(visitor, 'tag', freeform(kind)),
  'suggestions of fandoms': (visitor, kind) => suggests(visitor, 'fandom', fandom(kind)),
};

describe('works that a viewer may not see show nowhere', () => {
  for (const kind of Object.keys(wishes) as Kind[]) {
    test(`${kind} works`, async (t) => {
      const app = await setScene(t, kind);
      for (const viewer of viewers) {
        const visitor = await visitorOf(app, viewer);
        const listed = seenBy[kind].includes(viewer);
        const known = listed || (kind === 'draft' && viewer === 'ada');
        for (const [name, surface] of Object.entries(surfaces)) {
          assert.equal(await surface(visitor, kind, app), listed, `${viewer}: ${name}`);
        }
        const byText = foundByTextBy[kind].includes(viewer);
        for (const [name, surface] of Object.entries(textSurfaces)) {
          assert.equal(await surface(visitor, kind, app), byText, `${viewer}: ${name}`);
        }
        for (const [name, surface] of Object.entries(ownDraftSurfaces)) {
          assert.equal(await surface(visitor, kind, app), known, `${viewer}: ${name}`);
        }
      }
    });
  }

  test('the number of a synonym that only hidden works bear leads nowhere', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'eli', { title: 'Away', freeforms: ['Secret'], hidden: true });
    await postWork(app, 'eli', { title: 'Here', freeforms: ['Open'] });
    await synonym(app, 'freeform:Secret', 'freeform:Open');
    const id = await numberOf(app, 'Secret');
    const address = `/works?include_work_search[freeform_ids][]=${id}`;
    for (const viewer of ['guest', 'ben', 'ada'] as const) {
      const page = await (await visitorOf(app, viewer)).get(address);
      assert.ok(page.text.includes(`no tag with the number ${id}`), viewer);
      assert.ok(!page.text.includes('Here'), viewer);
      const excluded = await app.guest().get(`/works?exclude_work_search[freeform_ids][]=${id}`);
      assert.ok(excluded.text.includes('Here'), viewer);
    }
    assert.ok((await (await app.as('dee')).get(address)).text.includes('Here'));
  });

  test('a feed is the same for everybody: what guests see', async (t) => {
    const app = await setScene(t, 'restricted');
    await postWork(app, 'ada', { title: 'Open', fandoms: [fandom('restricted')] });
    for (const viewer of viewers) {
      const visitor = await visitorOf(app, viewer);
      const feed = await visitor.get(`/tags/${fandom('restricted')}/feed.atom`);
      assert.ok(feed.body.includes('<title>Open</title>'), viewer);
      assert.ok(!feed.body.includes(title('restricted')), viewer);
    }
  });
});

describe('an anonymous work is nowhere under its creator’s name', () => {
  const named: Readonly<Record<string, (visitor: Visitor) => Promise<boolean>>> = {
    words: (visitor) => finds(visitor, { query: 'ada' }),
    'the creator field': (visitor) => finds(visitor, { creators: 'ada' }),
    'what is said of an unknown creator': async (visitor) => {
      const page = await visitor.get('/works?work_search[creators]=ada');
      return !page.text.includes('Nobody named “ada”');
    },
    'the feed': async (visitor) =>
      (await visitor.get('/tags/Masks/feed.atom')).body.includes('ada'),
  };

  test('for everybody, by words, creators and feeds', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { title: 'Masked', anonymous: true, freeforms: ['Masks'] });
    await postWork(app, 'ben', { title: 'Plain' });
    for (const viewer of viewers) {
      const visitor = await visitorOf(app, viewer);
      for (const [name, surface] of Object.entries(named)) {
        assert.equal(await surface(visitor), false, `${viewer}: ${name}`);
      }
    }
  });

  test('sorting by creator puts it among the anonymous', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { title: 'By ada' });
    await postWork(app, 'eli', { title: 'Masked', anonymous: true });
    await postWork(app, 'ben', { title: 'By ben' });
    const sorted = '/works?work_search[sort_column]=authors_to_sort_on';
    for (const viewer of viewers) {
      const { markup } = await (await visitorOf(app, viewer)).get(sorted);
      const titles = markup.all('h4').map((heading) => heading.all('a')[0]?.text);
      assert.deepEqual(titles, ['By ada', 'Masked', 'By ben'], viewer);
    }
  });

  test('its creator finds it among their own works, others do not', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { title: 'Masked', anonymous: true });
    await postWork(app, 'ada', { title: 'Signed' });
    for (const viewer of viewers) {
      const page = await (await visitorOf(app, viewer)).get('/users/ada/works');
      assert.ok(page.body.includes('Signed'), viewer);
      assert.equal(page.body.includes('Masked'), viewer === 'ada', viewer);
    }
  });

  test('its tags count for nobody among the two creators that a suggestion needs', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ben', { freeforms: ['Masks'] });
    await postWork(app, 'eli', { freeforms: ['Masks'], anonymous: true });
    assert.equal(await suggests(app.guest(), 'freeform', 'Masks'), false);
    await postWork(app, 'ada', { freeforms: ['Masks'] });
    assert.equal(await suggests(app.guest(), 'freeform', 'Masks'), true);
  });
});

const title = (kind: Kind) => `Title${kind}`;
const freeform = (kind: Kind) => `Frée${kind}`;
const fandom = (kind: Kind) => `Fandom${kind}`;

async function setScene(t: TestContext, kind: Kind): Promise<TestApp> {
  const app = await makeApp(t);
  await postWork(app, 'ben', { title: 'Open to all' });
  for (const name of ['ada', 'eli'] as const) {
    const work = await postWork(app, name, {
      title: title(kind),
      summary: `summary${kind}`,
      notes: `note${kind}`,
      chapters: [`The chapter${kind}.`],
      fandoms: [fandom(kind)],
      freeforms: [freeform(kind)],
      ...wishes[kind],
    });
    if (kind === 'deleted') await deleteWork(app.parts, await app.member(name), work.id);
  }
  return app;
}

function visitorOf(app: TestApp, viewer: ViewerName): Promise<Visitor> {
  return viewer === 'guest' ? Promise.resolve(app.guest()) : app.as(viewer satisfies CastName);
}

/** Whether the search finds anything: a list of nothing has no blurb and no number but 0. */
async function finds(visitor: Visitor, fields: Readonly<Record<string, string>>): Promise<boolean> {
  const query = new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [`work_search[${name}]`, value]),
  );
  const list = await visitor.get(`/works?${query}`);
  const search = await visitor.get(`/works/search?${query}`);
  const isListed = list.markup.withClass('blurb').length > 0;
  assert.equal(search.markup.withClass('blurb').length > 0, isListed);
  assert.equal(
    /^\d+ Works?/.exec(list.markup.all('h2')[0]?.text ?? '')?.[0] === '0 Works',
    !isListed,
  );
  return isListed;
}

async function suggests(visitor: Visitor, of: string, name: string): Promise<boolean> {
  const { body } = await visitor.get(`/autocomplete/${of}?term=${encodeURIComponent(name)}`);
  return (JSON.parse(body) as { name: string }[]).some((tag) => tag.name === name);
}

async function numberOf(app: TestApp, name: string): Promise<number> {
  const { read } = app.parts.database;
  const row = await read
    .selectFrom('tags')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.id ?? 0;
}
