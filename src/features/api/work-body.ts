// What a call may send about works and chapters: zod schemas, from which OpenAPI is written too,
// and the step from them to the input that works take.
import { z } from 'zod';
import type { SeriesId } from '../../shared/ids.ts';
import type { Tag, TagReference, WorkTagType } from '../tags/index.ts';
import type {
  ChapterTags,
  ChapterTagType,
  CompanyWishes,
  NewRelated,
  Work,
} from '../works/index.ts';
import {
  type ChapterInput,
  chapterTagFields,
  chapterTagTypes,
  tagFields,
  type WorkInput,
  type WorkSource,
} from '../works/index.ts';
import { workUrl } from '../works/urls.ts';

export const tagReference = z
  .union([z.string(), z.int(), z.object({ id: z.int().optional(), name: z.string().optional() })])
  .meta({ id: 'TagReference', description: 'A name, an id, or a tag as it comes out.' });

const tags = z.array(tagReference);
const html = z.string().nullable();

const texts = {
  html: z.string().optional(),
  text: z.string().optional(),
  markdown: z.string().optional(),
};

/** Of the chapter alone; the work has them too. */
const chapterTagBodies = {
  warnings: tags.nullable().optional(),
  fandoms: tags.nullable().optional(),
  relationships: tags.nullable().optional(),
  characters: tags.nullable().optional(),
  freeforms: tags.nullable().optional(),
};

export const chapterBody = z
  .object({
    title: html.optional(),
    summary: html.optional(),
    notes: html.optional(),
    endNotes: html.optional(),
    ...texts,
    position: z.int().min(1).optional(),
    post: z.boolean().optional(),
    postAt: z.iso.datetime({ offset: true }).nullable().optional(),
    news: z.boolean().optional(),
    ...chapterTagBodies,
  })
  .meta({
    id: 'ChapterBody',
    description:
      'Exactly one of html, text, markdown holds the text. A draft is posted at postAt, and ' +
      'with it the work if that is a draft; news: a change of a posted chapter moves the work’s ' +
      'updatedAt.',
  });

const seriesBody = z
  .object({
    id: z.int().optional(),
    title: z.string().optional(),
    position: z.int().nullable().optional(),
  })
  .describe('By id, or by title: one of your own, made if there is none. No position: last.');

const giftBody = z
  .union([z.string(), z.object({ name: z.string(), login: z.string().nullable().optional() })])
  .describe('A member by pseud or log-in name, or any other name.');

const relatedBody = z
  .object({
    relation: z.enum(['inspired', 'translation']),
    id: z.int().nullable().optional(),
    url: z.string().optional(),
    title: z.string().optional(),
    author: z.string().optional(),
  })
  .describe('A work here by its id or address; of one elsewhere address and title.');

const skinBody = z
  .union([z.int(), z.string(), z.object({ id: z.int() })])
  .describe('One of your own skins, by id or title, or one of the archive’s, by id.');

const workFields = {
  title: z.string(),
  summary: html.optional(),
  notes: html.optional(),
  endNotes: html.optional(),
  language: z.string(),
  rating: tagReference,
  warnings: tags,
  categories: tags.nullable().optional(),
  fandoms: tags,
  relationships: tags.nullable().optional(),
  characters: tags.nullable().optional(),
  freeforms: tags.nullable().optional(),
  restricted: z.boolean().nullable().optional(),
  expectedChapters: z.int().nullable().optional(),
  series: z.array(seriesBody).nullable().optional(),
  coCreators: z.array(z.string()).nullable().optional(),
  gifts: z.array(giftBody).nullable().optional(),
  relatedWorks: z.array(relatedBody).nullable().optional(),
  skin: skinBody.nullable().optional(),
  post: z.boolean().optional(),
  as: z.union([z.string(), z.int()]).optional(),
};

export const workBody = z
  .object({ ...workFields, chapters: z.array(chapterBody) })
  .meta({ id: 'WorkBody' });

/** A merge patch: what is sent replaces, null clears, lists replace whole. */
export const workPatch = z.object(workFields).partial().meta({ id: 'WorkPatch' });

export type ChapterBody = z.infer<typeof chapterBody>;
export type WorkBody = z.infer<typeof workBody>;
export type WorkPatch = z.infer<typeof workPatch>;
type TagBody = z.infer<typeof tagReference>;

export function asReference(body: TagBody): TagReference {
  if (typeof body === 'string') return { name: body };
  if (typeof body === 'number') return { id: body };
  return body.id === undefined ? { name: body.name ?? '' } : { id: body.id };
}

const references = (bodies: readonly TagBody[] | null | undefined) =>
  (bodies ?? []).map(asReference);

export function asWorkInput(body: WorkBody): WorkInput {
  return {
    title: body.title,
    summary: body.summary ?? '',
    notes: body.notes ?? '',
    endNotes: body.endNotes ?? '',
    language: body.language,
    restricted: body.restricted ?? false,
    expectedChapters: body.expectedChapters === undefined ? 1 : body.expectedChapters,
    tags: {
      rating: [asReference(body.rating)],
      warning: references(body.warnings),
      category: references(body.categories),
      fandom: references(body.fandoms),
      relationship: references(body.relationships),
      character: references(body.characters),
      freeform: references(body.freeforms),
    },
  };
}

/** The work as it would be with the patch applied to what its creator typed. */
export function patchedWork(work: Work, source: WorkSource, patch: WorkPatch): WorkInput {
  const kept = (type: WorkTagType): TagReference[] =>
    work.tags[type].filter((tag) => !tag.fromChapter).map(({ id }) => ({ id }));
  const tagsOf = (type: WorkTagType): TagReference[] => {
    const sent = patch[tagFields[type] as keyof WorkPatch] as
      | TagBody
      | TagBody[]
      | null
      | undefined;
    if (sent === undefined) return kept(type);
    if (sent === null) return [];
    return Array.isArray(sent) ? sent.map(asReference) : [asReference(sent)];
  };
  const text = (sent: string | null | undefined, present: string) =>
    sent === undefined ? present : (sent ?? '');
  return {
    title: patch.title ?? work.title,
    summary: text(patch.summary, source.summary),
    notes: text(patch.notes, source.notes),
    endNotes: text(patch.endNotes, source.endNotes),
    language: patch.language ?? work.language,
    restricted: patch.restricted === undefined ? source.restricted : (patch.restricted ?? false),
    expectedChapters:
      patch.expectedChapters === undefined ? work.expectedChapters : patch.expectedChapters,
    tags: {
      rating: tagsOf('rating'),
      warning: tagsOf('warning'),
      category: tagsOf('category'),
      fandom: tagsOf('fandom'),
      relationship: tagsOf('relationship'),
      character: tagsOf('character'),
      freeform: tagsOf('freeform'),
    },
  };
}

/** What a body says of series and of people to be asked; what it does not name stays. */
export function asCompanyWishes(body: WorkPatch): CompanyWishes {
  const series = (body.series ?? []).map(({ id, title, position }) => ({
    ...(id === undefined ? { title: title ?? '' } : { id: id as SeriesId }),
    position: position ?? null,
  }));
  return {
    ...(body.series === undefined ? {} : { series }),
    ...(body.coCreators === undefined
      ? {}
      : { coCreators: body.coCreators ?? [], coCreatorsOnly: true }),
    ...(body.gifts === undefined ? {} : { gifts: (body.gifts ?? []).map(giftName) }),
  };
}

function giftName(body: z.infer<typeof giftBody>): string {
  if (typeof body === 'string') return body;
  const { name, login } = body;
  return !login || login === name ? name : `${name} (${login})`;
}

/** What a body says that the work was made after; null: it does not say. */
export function relatedOf({ relatedWorks }: WorkPatch): readonly NewRelated[] | null {
  if (relatedWorks === undefined) return null;
  return (relatedWorks ?? []).map(({ relation, id, url = '', title = '', author = '' }) => {
    return { relation, url: id ? workUrl({ id }) : url, title, author };
  });
}

/** What a body says of the chapter's own tags; one that names no type leaves them as they are. */
export function chapterTagsOf(
  body: ChapterBody,
  present: readonly Tag[] = [],
): { readonly tags?: ChapterTags } {
  const sent = chapterTagTypes.filter((type) => body[chapterTagFields[type]] !== undefined);
  if (sent.length === 0) return {};
  const tags: Partial<Record<ChapterTagType, readonly TagReference[]>> = {};
  for (const type of chapterTagTypes) {
    const kept = present.filter((tag) => tag.type === type).map(({ id }) => ({ id }));
    tags[type] = sent.includes(type) ? references(body[chapterTagFields[type]]) : kept;
  }
  return { tags };
}

/** When the chapter is to be posted by itself, if the body says. */
export function plannedTime(body: ChapterBody): { readonly postAt?: number | null } {
  if (body.postAt === undefined) return {};
  return { postAt: body.postAt === null ? null : Date.parse(body.postAt) };
}

/** The name of the field that held the text, for errors. */
export function textField(body: ChapterBody): 'html' | 'text' | 'markdown' {
  if (body.text !== undefined) return 'text';
  return body.markdown === undefined ? 'html' : 'markdown';
}

/** How many of the three text fields were sent: one is right. */
export function textsSent(body: ChapterBody): number {
  return [body.html, body.text, body.markdown].filter((sent) => sent !== undefined).length;
}

export function asChapterInput(body: ChapterBody): ChapterInput {
  const field = textField(body);
  return {
    title: body.title ?? '',
    summary: body.summary ?? '',
    notes: body.notes ?? '',
    endNotes: body.endNotes ?? '',
    format: field,
    source: body[field] ?? '',
    ...chapterTagsOf(body),
  };
}

/** Names an error's field as the call named it. */
export function nameChapterField(body: ChapterBody, prefix: string) {
  return (field: string) => `${prefix}${field === 'text' ? textField(body) : field}`;
}
