// What a member has muted is in none of their lists: every address that the archive answers is
// asked by somebody who has muted a work, its creator or its tag. What may name it all the same has
// its reason here.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type MuteSubject, mute } from '../../src/features/mutes/index.ts';
import { findTagsByName } from '../../src/features/tags/index.ts';
import { type DatabaseKind, eachDatabase } from '../kit/database.ts';
import { placeTestWork } from '../kit/works.ts';
import { addressFor } from './access-requests.ts';
import { accessTable } from './access-table.ts';
import { type Scene, setScene } from './scene.ts';

const title = 'Quillmark';

/** Addresses that may name what is muted. */
const named: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'the thing itself was asked for',
    /^\/(?:works|series|chapters|downloads|comments|kept\/works)\/(?:series\/)?\d/,
  ],
  ['the thing itself, as data', /^\/api\/v1\/(?:works|series|chapters|readings)\/\d/],
  ['everybody’s feeds are what a guest sees', /feed\.(?:atom|json)/],
  ['what is muted is named where it can be unmuted', /^\/mutes/],
  ['a mirror takes everything', /^\/api\/v1\/changes/],
  ['a search engine is told of everything', /^\/sitemap/],
];

eachDatabase((database) => {
  for (const kind of ['work', 'person', 'tag'] as const) {
    test(`a muted ${kind} is in no list of theirs, whatever is asked for`, async (t) => {
      const scene = await sceneOf(t, database);
      const ben = scene.caller('ben');
      const listing = await titlesNamed(scene);
      assert.ok(listing.length > 8, `only ${listing.join(' ')} named it before`);
      const member = await scene.app.member('ben');
      assert.ok(await mute(scene.app.parts, member, [await subjectOf(scene, kind)]));
      assert.deepEqual(await titlesNamed(scene), []);
      const recs = await ben.visitor.get('/bookmarks');
      assert.match(recs.text, /The Other One/);
      // Each is lifted where its reader asks for it.
      assert.match((await ben.visitor.get('/works?muted=show')).text, new RegExp(title));
    });
  }

  test('what people say whom a member has muted is in no list of bookmarks', async (t) => {
    const scene = await sceneOf(t, database);
    const { userId: person } = await scene.app.member('cho');
    const member = await scene.app.member('ben');
    const { visitor } = scene.caller('ben');
    const lists = ['/bookmarks', `/works/${scene.work.id}/bookmarks`];
    for (const list of lists) assert.match((await visitor.get(list)).text, /Said by cho/, list);
    await mute(scene.app.parts, member, [{ kind: 'person', person }]);
    for (const list of lists) {
      const { text } = await visitor.get(list);
      assert.doesNotMatch(text, /Said by cho/, list);
      assert.match(text, /\b0 Bookmarks|Recommendations/, list);
    }
  });
});

/** Ben's addresses whose answers name the work, those apart that may. */
async function titlesNamed(scene: Scene): Promise<string[]> {
  const rows = accessTable.filter(({ method }) => method === 'GET');
  const further = ['/works?q=Tide', '/works/search?q=sort:title', '/users/cho/bookmarks'];
  const searched = [
    `/api/v1/works?facets=1&q=${title.slice(0, 3)}*`,
    '/users/ada',
    '/users/ada/works',
  ];
  const told: string[] = [];
  const { visitor, bearer } = scene.caller('ben');
  for (const address of [...rows.map((row) => addressFor(scene, row)), ...further, ...searched]) {
    if (named.some(([, pattern]) => pattern.test(address))) continue;
    const headers: Record<string, string> = {};
    if (address.startsWith('/api/')) headers['authorization'] = `Bearer ${bearer}`;
    const { body } = await visitor.send('GET', address, undefined, { headers });
    if (body.includes(title)) told.push(address);
  }
  return told;
}

async function subjectOf(
  { app, work }: Scene,
  kind: 'work' | 'person' | 'tag',
): Promise<MuteSubject> {
  if (kind === 'work') return { kind, work: work.id };
  if (kind === 'person') return { kind, person: (await app.member('ada')).userId };
  const [tag] = await findTagsByName(app.parts.database.read, 'Larkspur', ['freeform']);
  assert.ok(tag !== undefined);
  return { kind, tag: tag.id, within: null };
}

/** Cho recommends ada's work and eli's. */
async function sceneOf(t: TestContext, database: DatabaseKind): Promise<Scene> {
  const scene = await setScene(t, {
    database,
    work: { work: { title }, tags: { freeform: ['Larkspur'] }, chapters: [{}, {}] },
  });
  const other = await placeTestWork(scene.app, { by: 'eli', work: { title: 'The Other One' } });
  const { visitor, formToken } = scene.caller('cho');
  for (const work of [scene.work.id, other]) {
    const notes = work === other ? 'Said too.' : 'Said by cho.';
    const said = { 'bookmark[rec]': '1', 'bookmark[bookmarker_notes]': notes };
    await visitor.post(`/works/${work}/bookmarks`, { authenticity_token: formToken, ...said });
  }
  const dee = scene.caller('dee');
  const kept = { authenticity_token: dee.formToken, 'bookmark[rec]': '1' };
  await dee.visitor.post(`/works/${other}/bookmarks`, kept);
  scene.app.clock.advance(60_000);
  for (const chore of scene.app.app.chores) await chore.run();
  return scene;
}
