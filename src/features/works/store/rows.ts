// How rows become works: shared by every read of them.
import { preparedRead, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import type { PseudId, TagId, UserId, WorkId } from '../../../shared/ids.ts';
import { hasRole, type Viewer } from '../../../shared/viewer.ts';
import { findTagsByIds, type Tag, type WorkTagType, workTagTypes } from '../../tags/index.ts';
import type { WorksTable } from '../schema.ts';
import { notRated, ratingOf, type WorkState } from '../visibility.ts';
import {
  type Blurb,
  type Creator,
  type Gift,
  isComplete,
  type SeriesPlace,
  type TagOfWork,
  type TagsByType,
} from '../work.ts';

export type WorkRow = Omit<
  WorksTable,
  | 'summary_source'
  | 'notes_source'
  | 'end_notes_source'
  | 'sanitiser_version'
  | 'restricted_wish'
  | 'removed_at'
> & {
  hits: number | null;
  kudos: number | null;
  comments: number | null;
  bookmarks: number | null;
  language_name: string | null;
  direction: 'ltr' | 'rtl' | null;
  rating: TagId | null;
};

export const workColumns = [
  'works.id',
  'works.title',
  'works.title_key',
  'works.summary_html',
  'works.notes_html',
  'works.end_notes_html',
  'works.language',
  'works.expected_chapters',
  'works.restricted',
  'works.hidden',
  'works.creators_hidden',
  'works.anonymous',
  'works.unrevealed',
  'works.words',
  'works.chapters_posted',
  'works.created_at',
  'works.created_by',
  'works.posted_at',
  'works.published_at',
  'works.updated_at',
  'works.edited_at',
  'works.deleted_at',
  'works.revision',
  'works.skin_id',
  'work_counts.hits',
  'work_counts.kudos',
  'work_counts.comments',
  'work_counts.bookmarks',
] as const;

/** Works with their counts; narrow it before running it. */
export function selectWorks(reader: Reader | Transaction) {
  return reader
    .selectFrom('works')
    .leftJoin('work_counts', 'work_counts.work_id', 'works.id')
    .leftJoin('languages', 'languages.tag', 'works.language')
    .select(workColumns)
    .select(['languages.name as language_name', 'languages.direction'])
    .select((eb) => ratingOf(eb).as('rating'));
}

export function stateOf(
  row: Pick<
    WorkRow,
    | 'posted_at'
    | 'deleted_at'
    | 'restricted'
    | 'hidden'
    | 'creators_hidden'
    | 'unrevealed'
    | 'rating'
  >,
): WorkState {
  return {
    posted: row.posted_at !== null,
    deleted: row.deleted_at !== null,
    restricted: row.restricted === 1,
    hidden: row.hidden === 1 || row.creators_hidden === 1,
    unrevealed: row.unrevealed === 1,
    rating: row.rating ?? notRated,
  };
}

export type CreatorRow = Creator & { readonly workId: WorkId; readonly userId: UserId };

/** Creators of works, in their order. Not for viewers: `creatorsFor` decides what is shown. */
export async function listCreators(
  reader: Reader | Transaction,
  ids: readonly WorkId[],
): Promise<CreatorRow[]> {
  return ids.length === 0 ? [] : readCreators(reader, ids);
}

const readCreators = preparedRead((reader, ids: readonly WorkId[]) =>
  reader
    .selectFrom('work_creators')
    .innerJoin('pseuds', 'pseuds.id', 'work_creators.pseud_id')
    .innerJoin('users', 'users.id', 'work_creators.user_id')
    .select([
      'work_creators.work_id as workId',
      'work_creators.user_id as userId',
      'pseuds.id as pseudId',
      'pseuds.name as name',
      'users.login as login',
    ])
    .where('work_creators.work_id', 'in', ids)
    .orderBy('work_creators.work_id')
    .orderBy('work_creators.position'),
);

/** The people who create a work, also where it names none of them: for rules, never to be shown. */
export async function listCreatorIds(reader: Reader | Transaction, id: WorkId): Promise<UserId[]> {
  return (await listCreators(reader, [id])).map(({ userId }) => userId);
}

/** A tag by its id, from memory; undefined: not held there. */
export type TagOf = (id: TagId) => Tag | undefined;

/** Tags of works by type, in the creators' order. Only those that `tagOf` lacks are read. */
export async function listWorkTags(
  reader: Reader | Transaction,
  ids: readonly WorkId[],
  tagOf: TagOf = () => undefined,
): Promise<Map<WorkId, TagsByType>> {
  if (ids.length === 0) return new Map();
  const rows = await readWorkTags(reader, ids);
  const unheld = rows.map((row) => row.tag_id).filter((id) => tagOf(id) === undefined);
  const tags = await findTagsByIds(reader, [...new Set(unheld)]);
  const byWork = new Map<WorkId, TagsByType>(ids.map((id) => [id, emptyTags()]));
  for (const { work_id, tag_id, from_chapter } of rows) {
    const tag = tagOf(tag_id) ?? tags.get(tag_id);
    place(byWork.get(work_id), from_chapter === 1 && tag ? { ...tag, fromChapter: true } : tag);
  }
  return byWork;
}

const readWorkTags = preparedRead((reader, ids: readonly WorkId[]) =>
  reader
    .selectFrom('work_tags')
    .select(['work_id', 'tag_id', 'from_chapter'])
    .where('work_id', 'in', ids)
    .orderBy('work_id')
    .orderBy('position'),
);

function place(tagsOfWork: TagsByType | undefined, tag: TagOfWork | undefined): void {
  if (tagsOfWork === undefined || tag === undefined || tag.type === 'media') return;
  (tagsOfWork[tag.type] as TagOfWork[]).push(tag);
}

export function emptyTags(): TagsByType {
  const empty = {} as Record<WorkTagType, Tag[]>;
  for (const type of workTagTypes) empty[type] = [];
  return empty;
}

/** Who is named: nobody while a work is anonymous, save to its creators and moderators. */
export function creatorsFor(
  viewer: Viewer,
  row: Pick<WorkRow, 'anonymous'>,
  creators: readonly CreatorRow[],
): { creators: Creator[]; anonymous: boolean; own: boolean } {
  const own = viewer.kind === 'member' && creators.some((one) => one.userId === viewer.userId);
  const concealed = row.anonymous === 1 && !own && !hasRole(viewer, 'moderator');
  const named = creators.map(({ pseudId, name, login }) => ({ pseudId, name, login }));
  return { creators: concealed ? [] : named, anonymous: row.anonymous === 1, own };
}

export function asBlurb(
  row: WorkRow,
  creators: readonly Creator[],
  tags: TagsByType,
  series: readonly SeriesPlace[],
  gifts: readonly Gift[],
): Blurb {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary_html,
    language: row.language,
    languageName: row.language_name ?? row.language,
    direction: row.direction ?? 'ltr',
    creators,
    anonymous: row.anonymous === 1,
    restricted: row.restricted === 1,
    hidden: row.hidden === 1 || row.creators_hidden === 1,
    unrevealed: row.unrevealed === 1,
    tags,
    series,
    gifts,
    words: row.words,
    chaptersPosted: row.chapters_posted,
    expectedChapters: row.expected_chapters,
    complete: isComplete(row.chapters_posted, row.expected_chapters),
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    editedAt: row.edited_at,
    posted: row.posted_at !== null,
    counts: {
      hits: row.hits ?? 0,
      kudos: row.kudos ?? 0,
      comments: row.comments ?? 0,
      bookmarks: row.bookmarks ?? 0,
    },
  };
}

export type CreatorIds = readonly { readonly pseudId: PseudId; readonly userId: UserId }[];

/** The creators of one work as ids, in order. */
export async function findPseudOwners(transaction: Transaction, id: WorkId): Promise<CreatorIds> {
  const creators = await listCreators(transaction, [id]);
  return creators.map(({ pseudId, userId }) => ({ pseudId, userId }));
}
