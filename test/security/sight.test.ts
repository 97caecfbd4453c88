// Visibility, proved: every address that the archive answers, asked by every kind of viewer about a
// work of every standing. Each fact of the work is a word that stands nowhere else; whoever may not
// know it finds it in no answer. The addresses are those of the access table, so that a new route
// is asked here before anybody thinks of it.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { block } from '../../src/features/accounts/index.ts';
import { postComment } from '../../src/features/comments/index.ts';
import { decide } from '../../src/features/moderation/actions.ts';
import type { Act } from '../../src/features/moderation/rulings/acts.ts';
import { saveSiteSettings } from '../../src/features/site/site-settings.ts';
import { deleteWork, postWork } from '../../src/features/works/index.ts';
import { openZip, sourceOfBytes } from '../../src/kit/archive/index.ts';
import { recordChange } from '../../src/kit/sql/index.ts';
import { type DatabaseKind, eachDatabase } from '../kit/database.ts';
import { origin } from '../kit/visitor.ts';
import { placeTestWork } from '../kit/works.ts';
import { addressFor } from './access-requests.ts';
import { accessTable } from './access-table.ts';
import { type CallerName, callers, type Scene, setScene } from './scene.ts';

/** What the work holds, a word for each kind of place. */
const facts = {
  title: 'Quillmark',
  summary: 'Brindlewood',
  notes: 'Fennelroot',
  tag: 'Larkspurred',
  chapter: 'Hollyhock',
  text: 'Tamarisk',
  comment: 'Wolfsbane',
} as const;

type Standing =
  | 'draft'
  | 'hidden'
  | 'held'
  | 'unrevealed'
  | 'restricted'
  | 'withheld'
  | 'deleted'
  | 'kept'
  | 'removed'
  | 'public';

/** Who may know everything of such a work. All others know nothing. */
const knownTo: Readonly<Record<Standing, readonly CallerName[]>> = {
  public: callers,
  restricted: ['ben', 'ada', 'cho', 'dee', 'flo'],
  // Its rating is one that the archive keeps for members.
  withheld: ['ben', 'ada', 'cho', 'dee', 'flo'],
  hidden: ['ada', 'dee'],
  // A young account's first, until moderators have let it in.
  held: ['ada', 'dee'],
  unrevealed: ['ada', 'dee'],
  draft: ['ada'],
  // What its creator is shown is how to have it back.
  deleted: ['ada'],
  // Moderators show it to members only.
  kept: ['ben', 'ada', 'cho', 'dee', 'flo'],
  // By moderators: its creator is told, and can take out its text.
  removed: ['ada', 'dee'],
};

/** Who meets such a work in lists, the control that everybody meets aside. */
const listedFor: Readonly<Record<Standing, readonly CallerName[]>> = {
  ...knownTo,
  draft: [],
  deleted: [],
  removed: [],
};

/** As the scene calls it. */
const seriesTitle = 'Harbour Nights';

/** Addresses beside the table's: asked for each of the words, and for the rest of the work. */
function furtherAddresses({ work, series }: Scene): string[] {
  const words = Object.values(facts);
  const formats = ['html', 'txt', 'md', 'epub'];
  return [
    `/works/${work.id}?view_full_work=true&show_comments=true&view_adult=true`,
    ...words.map((word) => `/works?work_search[query]=${word}`),
    ...words.map((word) => `/api/v1/works?facets=1&q=${word}`),
    ...words.map((word) => `/works/feed.atom?q=${word}`),
    ...['title', 'other_tag_names', 'creators'].map(
      (field) => `/works/search?work_search[${field}]=${facts.title}`,
    ),
    `/works?sort=title&facets=1`,
    '/api/v1/works?facets=1&limit=100',
    '/api/v1/changes?since=',
    '/autocomplete/freeform?term=Larksp',
    '/autocomplete/tag?term=Lark',
    '/api/v1/tags?q=Larksp&limit=100',
    '/tags/search?q=Larksp',
    ...formats.map((format) => `/downloads/${work.id}/a.${format}`),
    ...formats.map((format) => `/downloads/series/${series}/a.${format}`),
    `/api/v1/works/${work.id}?chapters=text`,
    '/sitemap.xml',
    ...[`work:${work.id}`, `one-series:${series}`, 'works'].map((of) => `/kept/plan?of=${of}`),
    `/kept/news?works=${work.id}`,
  ];
}

/** A caller's own pages, where others' doings are told. */
function ownAddresses(name: CallerName): string[] {
  const pages = [
    'notices',
    'subscriptions',
    'feeds',
    'invitations',
    'gifts',
    'works',
    'preferences',
    'readings',
  ];
  return name === 'guest' ? [] : pages.map((page) => `/users/${name}/${page}`);
}

eachDatabase((database) => {
  for (const standing of Object.keys(knownTo) as Standing[]) {
    test(`of a ${standing} work nobody learns what they may not`, async (t) => {
      const scene = await sceneOf(t, database, standing);
      const shown = addressesOf(scene);
      let asked = 0;
      for (const name of callers) {
        const told: string[] = [];
        const kept = await keptAddresses(scene);
        for (const address of [...shown, ...ownAddresses(name), ...kept]) {
          if (standing === 'deleted' && tellsOfGone(address, name, kept)) continue;
          asked += 1;
          const body = await answerTo(scene, name, address);
          for (const [fact, word] of Object.entries(facts)) {
            if (!address.includes(word.slice(0, 4)) && body.includes(word))
              told.push(`${fact} at ${address}`);
          }
        }
        if (!knownTo[standing].includes(name)) assert.deepEqual(told, [], name);
        else assert.ok(told.length > 0, `${name} is shown nothing of it`);
        const { total, facets } = await listFor(scene, name);
        const listed = listedFor[standing].includes(name);
        assert.deepEqual([total, facets], listed ? [2, 2] : [1, 1], `${name}: what lists count`);
      }
      t.diagnostic(`${asked} answers looked through`);
    });
  }

  test('who wrote an anonymous work is told to its creators and moderators alone', async (t) => {
    const scene = await sceneOf(t, database, 'public', { anonymous: 1 });
    for (const name of callers.filter((each) => each !== 'ada' && each !== 'dee')) {
      for (const address of addressesOf(scene)) {
        const body = await answerTo(scene, name, address);
        // A page about ada tells nothing of the work, a page about the work nothing of ada.
        if (address.includes('ada')) assert.ok(!body.includes(facts.title), `${name} ${address}`);
        else if (body.includes(facts.title))
          assert.doesNotMatch(body, /\bada\b/i, `${name} ${address}`);
      }
    }
  });

  test('of a hidden series nobody learns but its creators and moderators', async (t) => {
    const scene = await sceneOf(t, database, 'public');
    const ben = scene.caller('ben');
    const token = { authenticity_token: ben.formToken };
    const page = await ben.visitor.get(`/series/${scene.series}`);
    assert.ok(page.body.includes(seriesTitle));
    await ben.visitor.submit(page, '/subscriptions', { commit: 'Subscribe' });
    await ben.visitor.post(`/series/${scene.series}/bookmarks`, token);
    await judge(scene, 'series', 'hide');
    for (const name of callers) {
      const told = [];
      for (const address of [...addressesOf(scene), ...ownAddresses(name)]) {
        const body = await answerTo(scene, name, address);
        if (body.includes(seriesTitle)) told.push(address);
      }
      if (name === 'ada' || name === 'dee') assert.ok(told.length > 0, name);
      else assert.deepEqual(told, [], name);
    }
  });

  test('whom a creator keeps away reads what a guest reads', async (t) => {
    const scene = await sceneOf(t, database, 'public');
    const [ada, ben] = [await scene.app.member('ada'), await scene.app.member('ben')];
    await block(scene.app.parts, ada, ben.userId);
    const kept = await answerTo(scene, 'ben', `/works/${scene.work.id}`);
    for (const word of [facts.title, facts.summary, facts.tag])
      assert.ok(kept.includes(word), word);
  });
});

function addressesOf(scene: Scene): string[] {
  const rows = accessTable.filter(({ method }) => method === 'GET');
  return [...rows.map((row) => addressFor(scene, row)), ...furtherAddresses(scene)];
}

/** Bookmarks and shelves of those who keep the work, for everybody to see: `LIST#OWNER`. */
async function keptAddresses({ app }: Scene): Promise<string[]> {
  const shelves = await app.parts.database.read
    .selectFrom('shelves')
    .innerJoin('users', 'users.id', 'shelves.user_id')
    .select(['shelves.id', 'users.login'])
    .execute();
  return shelves.flatMap(({ id, login }) => [
    ...['', '?q=sort:title', '/feed.atom', '/feed.json'].map(
      (rest) => `/shelves/${id}${rest}#${login}`,
    ),
    ...['shelves', 'bookmarks', 'bookmarks?q=sort:title'].map(
      (list) => `/users/${login}/${list}#${login}`,
    ),
    ...[`shelf:${id}`, `bookmarks:${login}`].map(
      (list) => `/downloads/list/works.html?of=${list}#${login}`,
    ),
  ]);
}

/** A work that is deleted keeps its title in the bookmarks of those who kept it, for them alone. */
function tellsOfGone(address: string, name: CallerName, kept: readonly string[]): boolean {
  const isKeeper = kept.some((each) => each.endsWith(`#${name}`));
  return isKeeper && (address.endsWith(`#${name}`) || address.startsWith('/bookmarks/export.'));
}

async function sceneOf(
  t: TestContext,
  database: DatabaseKind,
  standing: Standing,
  further: { readonly anonymous?: 1 } = {},
): Promise<Scene> {
  const made = {
    title: facts.title,
    summary: `<p>${facts.summary}</p>`,
    notes: `<p>${facts.notes}</p>`,
    restricted: standing === 'restricted',
  };
  const isDraft = standing === 'draft' || standing === 'held';
  const chapter = { title: facts.chapter, source: `<p>The ${facts.text} grew.</p>` };
  const scene = await setScene(t, {
    database,
    work: {
      work: made,
      tags: { freeform: [facts.tag], ...(standing === 'withheld' ? { rating: ['Explicit'] } : {}) },
      chapters: [chapter, chapter],
      post: !isDraft,
    },
  });
  const { app, work } = scene;
  await placeTestWork(app, { by: 'eli', work: { title: 'The Other One' } });
  if (!isDraft) await talkAbout(scene);
  const at = app.clock.now();
  const is = (wanted: Standing) => (standing === wanted ? 1 : 0);
  const set = { hidden: is('hidden'), unrevealed: is('unrevealed'), ...further } as const;
  await app.parts.database.write(async (transaction) => {
    await transaction.updateTable('works').set(set).where('id', '=', work.id).execute();
    await recordChange(transaction, 'work', [work.id], at);
  });
  if (standing === 'withheld') {
    const by = await app.member('dee');
    assert.deepEqual(await saveSiteSettings(app.parts, by, { membersAdult: true }), []);
  }
  if (standing === 'held') {
    await saveSiteSettings(app.parts, await app.member('dee'), { firstWorks: 1 });
    await postWork(app.parts, await app.member('ada'), work.id);
  }
  if (standing === 'kept') await judge(scene, 'work', 'restrict');
  if (standing === 'removed') await judge(scene, 'work', 'remove');
  if (standing === 'deleted') await deleteWork(app.parts, await app.member('ada'), work.id);
  app.clock.advance(60_000);
  for (const chore of app.app.chores) await chore.run();
  return scene;
}

/** What dee decides of the work, or of the series. */
async function judge({ app, work, series }: Scene, kind: 'work' | 'series', act: Act) {
  const id = kind === 'work' ? work.id : series;
  const people = [(await app.member('ada')).userId];
  const subject = { kind, id, title: kind === 'work' ? work.title : seriesTitle, people };
  const wish = { act, reason: 'Two reports.', policy: 'other', words: '', days: 0 };
  assert.deepEqual(await decide(app.parts, await app.member('dee'), subject, wish), []);
}

/** Everybody comments, bookmarks, opens and follows while they can; what is told comes later. */
async function talkAbout({ app, work, caller }: Scene): Promise<void> {
  for (const name of ['ada', 'ben'] as const) {
    const speaker = { kind: 'member', member: await app.member(name), as: null } as const;
    const said = { work: work.id, chapter: null, parent: null, text: `So much ${facts.comment}.` };
    const posted = await postComment(app.parts, speaker, said);
    assert.ok(posted.ok, `${name}’s comment was refused`);
  }
  for (const name of ['ben', 'cho'] as const) {
    const { visitor, formToken } = caller(name);
    const token = { authenticity_token: formToken };
    assert.ok((await visitor.post(`/works/${work.id}/kudos`, token)).status < 400);
    const kept = { ...token, 'bookmark[rec]': '1', 'bookmark[new_shelf]': `Finds of ${name}` };
    assert.ok((await visitor.post(`/works/${work.id}/bookmarks`, kept)).status < 400);
    assert.ok((await visitor.post(`/works/${work.id}/mark_for_later`, token)).status < 400);
    await app.parts.database.write((transaction) =>
      transaction.updateTable('shelves').set({ public: 1 }).execute(),
    );
    assert.ok(
      (await visitor.post(`/users/${name}/readings`, { ...token, do: 'keep' })).status < 400,
    );
    app.clock.advance(1);
    const page = await visitor.get(`/works/${work.id}?view_adult=true`);
    const followed = await visitor.submit(page, '/subscriptions', { commit: 'Subscribe' });
    assert.ok(followed.status < 400, `${name} cannot follow: ${followed.status}`);
  }
}

/** The answer with its head; of a book, all that is packed in it. */
async function answerTo(scene: Scene, name: CallerName, address: string): Promise<string> {
  const { visitor, bearer } = scene.caller(name);
  const headers: Record<string, string> = {};
  if (address.startsWith('/api/') && bearer !== null) headers['authorization'] = `Bearer ${bearer}`;
  if (address.endsWith('.epub')) return textsOfBook(scene, name, address);
  const { response, body } = await visitor.send('GET', address, undefined, { headers });
  return `${[...response.headers].join('\n')}\n${body}`;
}

async function textsOfBook(scene: Scene, name: CallerName, address: string): Promise<string> {
  const cookie = [...scene.caller(name).visitor.cookies].map((each) => each.join('=')).join('; ');
  const request = new Request(new URL(address, origin), { headers: { cookie } });
  const response = await scene.app.app.fetch(request);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.headers.get('content-type') !== 'application/epub+zip') {
    return new TextDecoder().decode(bytes);
  }
  const zip = openZip(sourceOfBytes(bytes), bookLimits);
  return zip.members
    .map(({ path }) => new TextDecoder().decode(zip.read(path) ?? bytes))
    .join('\n');
}

const bookLimits = { entriesMax: 100, entryBytesMax: 1e7, totalBytesMax: 1e8 };

/** How many works the archive counts for a caller, and how many of them in the fandom's facet. */
async function listFor(scene: Scene, name: CallerName): Promise<{ total: number; facets: number }> {
  const { visitor, bearer } = scene.caller(name);
  const headers: Record<string, string> = {};
  if (bearer !== null) headers['authorization'] = `Bearer ${bearer}`;
  const answer = await visitor.send('GET', '/api/v1/works?facets=1', undefined, { headers });
  const list = JSON.parse(answer.body) as {
    total: number;
    facets: { fandom: readonly { count: number }[] };
  };
  return { total: list.total, facets: list.facets.fandom[0]?.count ?? 0 };
}
