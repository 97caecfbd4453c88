// An archive in which every kind of page has something to show: the demo, and beside it ada with a
// posted work of three chapters, and one each that is a draft, hidden, deleted and unrevealed; ben
// has written nothing, flo administers.

import {
  type CommentId,
  postComment,
  type Speaker,
  writeRules,
} from '../../src/features/comments/index.ts';
import { placeDemo } from '../../src/features/site/index.ts';
import { createSkin } from '../../src/features/skins/index.ts';
import { findTagsByName, listActs, type TagType } from '../../src/features/tags/index.ts';
import { deleteWork, type Work } from '../../src/features/works/index.ts';
import type { WorkId } from '../../src/shared/ids.ts';
import { guest } from '../../src/shared/viewer.ts';
import type { CastName, TestApp } from '../kit/app.ts';
import { otwHtml } from '../kit/import-files.ts';
import { postWork } from '../kit/post-work.ts';
import { sendFiles } from '../kit/send-files.ts';
import type { Visitor } from '../kit/visitor.ts';
import { addMember } from '../security/scene.ts';

export type Who = 'guest' | 'ada' | 'ben' | 'cho' | 'dee' | 'flo';

export type FilledArchive = {
  readonly work: { readonly id: WorkId; readonly chapterIds: readonly number[] };
  readonly draft: WorkId;
  readonly hidden: WorkId;
  readonly deleted: WorkId;
  readonly unrevealed: WorkId;
  /** Ada's one pseud. */
  readonly pseudId: number;
  /** Of the demo. */
  readonly seriesId: number;
  /** Ada's, of the posted work; ben is asked to be its co-creator. */
  readonly ownSeries: number;
  /** Ben's on ada's posted work, and ada's answer to it. */
  readonly comment: number;
  readonly ownComment: number;
  /** A canonical fandom of the demo, an unwrangled character, an act of wrangling. */
  readonly wrangled: { readonly fandom: number; readonly waiting: number; readonly act: number };
  /** Ada's second chapter, saved for now in this window. */
  readonly keptWindow: string;
  /** Cho's default filter. */
  readonly savedFilter: number;
  /** Cho’s, of the posted work; cho has one of the series and one of a thing elsewhere besides. */
  readonly bookmark: number;
  /** Cho’s, with two of them on it. */
  readonly shelf: number;
  /** The address of a work that was read of a file and waits for ada's yes. */
  readonly waitingWork: string;
  /** The number of a work of the demo; `…` at the end stands for the rest of its title. */
  titled(title: string): Promise<WorkId>;
  /** Every work, by the order of their titles. */
  readonly workIds: readonly WorkId[];
  /** Of them, those for members only. */
  readonly restrictedIds: readonly WorkId[];
  /** The number of a case about ada's work, reported by ben. */
  readonly openCase: number;
  /** Of a comment of ben's, reported by ada. */
  readonly commentCase: number;
  /** Ada's own. */
  readonly skin: number;
  /** By which dee has hidden a work of ada's. */
  readonly ruling: number;
  visitor(who: Who): Promise<Visitor>;
};

export async function fillArchive(app: TestApp): Promise<FilledArchive> {
  const { read } = app.parts.database;
  await placeDemo(app.parts);
  const work = await postWork(app, 'ada', {
    title: 'The Tide Table',
    summary: '<p>High water, and after.</p>',
    notes: '<p>Begun in a boat.</p>',
    endNotes: '<p>Ended on land.</p>',
    fandoms: ['Harbour Nights'],
    freeforms: ['Found Family', 'Kettles'],
    chapters: [{ title: 'Ebb' }, { title: '' }, { title: 'Flood', notes: 'Wet.' }],
  });
  const ada = await app.as('ada');
  const profile = '/users/ada/preferences/profile';
  await ada.submit(await ada.get(profile), profile, {
    'profile[text]': '<h2>Boats</h2><p>Ho.</p>',
  });
  const ownSeries = await keepCompany(app, work.id);
  const { comment, ownComment } = await talk(app, work);
  const draft = await postWork(app, 'ada', { title: 'Not Yet', post: false });
  const unrevealed = await postWork(app, 'ada', { title: 'Wrapped', unrevealed: true });
  const removed = await postWork(app, 'ada', { title: 'Thrown Away' });
  const writer = await app.member('ada');
  await deleteWork(app.parts, writer, removed.id);
  const concealed = await postWork(app, 'ada', { title: 'Out of Sight' });
  const { visitor: flo } = await addMember(app, 'flo', ['admin']);
  const rows = await listWorks(app);
  const series = await read
    .selectFrom('series')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return {
    work: { id: work.id, chapterIds: work.chapters.map(({ id }) => id) },
    draft: draft.id,
    hidden: concealed.id,
    deleted: removed.id,
    unrevealed: unrevealed.id,
    pseudId: Number(writer.pseuds[0]?.id),
    seriesId: series.id,
    ownSeries,
    comment,
    ownComment,
    wrangled: await findWrangled(app),
    keptWindow: await keepChapter(app, work.id, Number(work.chapters[1]?.id)),
    ...(await keepForCho(app, work.id, ownSeries)),
    waitingWork: await leaveWaiting(app),
    ...(await reportSome(app, work.id, comment)),
    skin: await writeSkin(app),
    ruling: await hideWork(app, concealed.id),
    workIds: rows.map(({ id }) => id as WorkId),
    restrictedIds: rows.filter((row) => row.restricted === 1).map(({ id }) => id as WorkId),
    async titled(title) {
      const begin = title.endsWith('…') ? title.slice(0, -1) : null;
      const found = rows.find((row) =>
        begin === null ? row.title === title : row.title.startsWith(begin),
      );
      if (found === undefined) throw new Error(`the demo has no work called ${title}`);
      return found.id as WorkId;
    },
    async visitor(who) {
      if (who === 'guest') return app.guest();
      return who === 'flo' ? flo : app.as(who);
    },
  };
}

/** Ben comments on ada's work, she answers; a guest's word with a link waits for a moderator. */
async function talk(app: TestApp, { id: work, chapters }: Work) {
  const chapter = chapters[0]?.id ?? null;
  const say = async (speaker: Speaker, text: string, parent: CommentId | null = null) => {
    const posted = await postComment(app.parts, speaker, { work, chapter, parent, text });
    if (!posted.ok) throw new Error(`a comment was refused: ${posted.problems[0]?.detail}`);
    return posted.id;
  };
  const as = async (name: 'ada' | 'ben') =>
    ({ kind: 'member', member: await app.member(name), as: null }) as const;
  await app.parts.database.write((transaction) =>
    writeRules(transaction, [work], { who: 'everyone', moderated: false }),
  );
  const comment = await say(await as('ben'), '<p>The kettle sings. <em>Lovely.</em></p>');
  const ownComment = await say(await as('ada'), 'Thank you!', comment);
  const address = '192.0.2.1';
  const passing = { kind: 'guest', viewer: guest, email: 'g@example.org', address } as const;
  await say({ ...passing, name: 'Passing Ship' }, 'See https://example.org/lamps');
  return { comment, ownComment };
}

async function hideWork(app: TestApp, work: WorkId): Promise<number> {
  const dee = await app.as('dee');
  const address = `/moderation/works/${work}`;
  const fields = { do: 'hide', policy: 'labels', reason: 'Reported.', words: 'Add a warning.' };
  await dee.submit(await dee.get(address), address, fields);
  const { id } = await app.parts.database.read
    .selectFrom('rulings')
    .select('id')
    .executeTakeFirstOrThrow();
  return id;
}

function listWorks({ parts }: TestApp) {
  return parts.database.read
    .selectFrom('works')
    .select(['id', 'title', 'restricted'])
    .orderBy('title_key')
    .execute();
}

async function reportSome(app: TestApp, work: number, comment: number) {
  return {
    openCase: await report(app, 'ben', `work:${work}`),
    commentCase: await report(app, 'ada', `comment:${comment}`),
  };
}

async function report(app: TestApp, by: CastName, about: string): Promise<number> {
  const visitor = await app.as(by);
  const form = await visitor.get(`/report?about=${about}`);
  const words = 'The boat sinks.\nNo warning.';
  await visitor.submit(form, '/report', { reason: 'labels', words });
  const { id } = await app.parts.database.read
    .selectFrom('cases')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

async function writeSkin(app: TestApp): Promise<number> {
  const source = '.letter { font-style: italic; margin: 1em 2em; }';
  const sheet = { title: 'Letters', source, offered: false };
  const made = await createSkin(app.parts, await app.member('ada'), sheet);
  if (!made.ok) throw new Error('the skin was refused');
  return made.id;
}

/** Ada sends files: one work comes in and is held, one waits, one is refused. */
async function leaveWaiting(app: TestApp): Promise<string> {
  const ada = await app.as('ada');
  const tags = { Fandoms: ['Harbour Lights'], 'Archive Warnings': ['Underage Sex'] };
  const held = await sendFiles(ada, { 'held.html': otwHtml({ id: 8, title: 'Held', tags }) });
  await ada.submit(held, '/works/import/waiting', { mine: '1', do: 'bring' });
  const page = await sendFiles(ada, { 'cat.html': otwHtml(), 'scan.pdf': '%PDF-1.4' });
  return page.link('Change it');
}

async function keepChapter(app: TestApp, work: number, chapter: number): Promise<string> {
  const ada = await app.as('ada');
  const address = `/works/${work}/chapters/${chapter}`;
  await ada.submit(await ada.get(`${address}/edit`), address, { text: '<p>Written anew.</p>' });
  const page = await ada.get(`${address}/edit`);
  const form = page.form(address);
  const value = (name: string) =>
    form
      .all('input')
      .find((one) => one.attribute('name') === name)
      ?.attribute('value') ?? '';
  const names = ['window', 'kind', 'work', 'chapter'].map((name) => `autosave_${name}`);
  const own = ['authenticity_token', ...names].map((name) => [name, value(name)]);
  await ada.post('/autosave', { ...Object.fromEntries(own), text: '<p>Typed, not saved.</p>' });
  return value('autosave_window');
}

async function keepCompany(app: TestApp, work: WorkId): Promise<number> {
  const form = `/works/${work}/edit`;
  await app.as('ben');
  const ada = await app.as('ada');
  const sent = { seriesNew: 'By the Sea', coCreators: 'ben', gifts: 'cho, Aunt Rose' };
  await app.as('cho');
  await ada.submit(await ada.get(form), `/works/${work}`, sent);
  const related = `/works/${work}/related`;
  const elsewhere = { url: 'https://example.org/1', title: 'A Far Tale' };
  await ada.submit(await ada.get(related), related, elsewhere);
  const { id } = await app.parts.database.read
    .selectFrom('series')
    .select('id')
    .where('title', '=', 'By the Sea')
    .executeTakeFirstOrThrow();
  return id;
}

async function saveFilter(app: TestApp): Promise<number> {
  const cho = await app.as('cho');
  const form = await cho.get('/filters/new?q=complete:yes -fandom:Nowhere');
  await cho.submit(form, '/filters', { name: 'Finished only', default: '1' });
  const { id } = await app.parts.database.read
    .selectFrom('saved_filters')
    .select('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function keepForCho(app: TestApp, work: WorkId, series: number) {
  return { savedFilter: await saveFilter(app), ...(await keepBookmarks(app, work, series)) };
}

async function keepBookmarks(app: TestApp, work: WorkId, series: number) {
  const cho = await app.as('cho');
  const elsewhere = {
    'bookmark[address]': 'https://example.org/2',
    'bookmark[title]': 'A Tale Elsewhere',
    'bookmark[author]': 'Rose',
    'bookmark[fandoms]': 'Harbour Lights',
    'bookmark[private]': '1',
    'bookmark[new_shelf]': 'Salt and rain',
  };
  await cho.submit(await cho.get('/bookmarks/new'), '/bookmarks', elsewhere);
  await cho.submit(await cho.get(`/series/${series}`), '/bookmarks', {});
  const said = {
    'bookmark[bookmarker_notes]': '<p>Read it by the <em>sea</em>.</p>',
    'bookmark[tag_string]': 'salty, to give',
    'bookmark[rec]': '1',
    'bookmark[new_shelf]': 'Salt and rain',
  };
  await cho.submit(await cho.get(`/works/${work}`), '/bookmarks', said);
  await cho.submit(await cho.get(`/works/${work}`), '/reading', { state: 'reading' });
  await keepHistory(app, work);
  const { id } = await app.parts.database.read
    .selectFrom('bookmarks')
    .select('id')
    .where('work_id', '=', work)
    .executeTakeFirstOrThrow();
  const shelf = await app.parts.database.read
    .selectFrom('shelves')
    .select('id')
    .executeTakeFirstOrThrow();
  return { bookmark: id, shelf: shelf.id };
}

/** Cleared once, so that there is something to have back, and going on. */
async function keepHistory(app: TestApp, work: WorkId) {
  const [cho, mine] = [await app.as('cho'), '/users/cho/readings'];
  const say = async (act: string) => cho.submit(await cho.get(mine), mine, { do: act });
  await say('keep');
  for (const act of ['clear', 'keep']) {
    app.clock.advance(1);
    await cho.get(`/works/${work}`);
    await say(act);
  }
}

async function findWrangled({ parts }: TestApp) {
  const { read } = parts.database;
  const named = async (type: TagType, name: string) => {
    const [tag] = await findTagsByName(read, name, [type]);
    if (tag === undefined) throw new Error(`the demo has no ${type} ${name}`);
    return tag.id;
  };
  const [act] = await listActs(read, { limit: 1 });
  return {
    fandom: await named('fandom', 'The Lamplighters of Low Harbour (Book Series)'),
    waiting: await named('character', 'The Other Trombone'),
    act: act?.id ?? 0,
  };
}
