// Forms of works: from what a browser sent to typed input, and from a stored work to a form.
import type { Form } from '../../kit/http/index.ts';
import { localTime, momentOfLocal } from '../../kit/time/index.ts';
import type { PseudId, SkinId, TagId } from '../../shared/ids.ts';
import { parseId } from '../../shared/ids.ts';
import type { TextFormat } from '../../text/index.ts';
import {
  type OpenTagType,
  splitTagNames,
  type TagReference,
  type WorkTagType,
} from '../tags/index.ts';
import type { ChapterTags, ChapterTagType } from './chapter-tags.ts';
import {
  type CompanyFields,
  emptyCompanyFields,
  fieldsOfCompany,
  readCompanyFields,
} from './company/forms.ts';
import type { ChapterInput, WorkInput } from './input.ts';
import type { ChapterVersion, WorkVersion } from './versions.ts';
import type { ChapterSource, Work, WorkSource } from './work.ts';

/** What stands in the fields, as typed: the form is shown again from this, whatever was wrong. */
export type WorkFields = {
  readonly title: string;
  readonly as: string;
  readonly rating: string;
  readonly warnings: readonly string[];
  readonly categories: readonly string[];
  readonly fandoms: string;
  readonly relationships: string;
  readonly characters: string;
  readonly freeforms: string;
  readonly language: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly expectedChapters: string;
  readonly restricted: boolean;
  /** The version of the policy whose box was ticked; empty: none. */
  readonly policy: string;
  /** A number; empty for none. */
  readonly skin: string;
  readonly revision: string;
  readonly company: CompanyFields;
};

export type ChapterFields = {
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly format: TextFormat;
  readonly text: string;
  readonly position: string;
  readonly revision: string;
  /** When it is to be posted: `2026-03-01T18:05` in the person's zone. */
  readonly postAt: string;
  /** The change is news. */
  readonly news: boolean;
  readonly warnings: readonly string[];
  readonly fandoms: string;
  readonly relationships: string;
  readonly characters: string;
  readonly freeforms: string;
};

export const emptyWorkFields: WorkFields = {
  title: '',
  as: '',
  rating: '',
  warnings: [],
  categories: [],
  fandoms: '',
  relationships: '',
  characters: '',
  freeforms: '',
  language: '',
  summary: '',
  notes: '',
  endNotes: '',
  expectedChapters: '1',
  restricted: false,
  policy: '',
  skin: '',
  revision: '',
  company: emptyCompanyFields,
};

export const emptyChapterFields: ChapterFields = {
  title: '',
  summary: '',
  notes: '',
  endNotes: '',
  format: 'html',
  text: '',
  position: '',
  revision: '',
  postAt: '',
  news: false,
  warnings: [],
  fandoms: '',
  relationships: '',
  characters: '',
  freeforms: '',
};

export function readWorkFields(form: Form): WorkFields {
  return {
    title: form.text('title'),
    as: form.text('as'),
    rating: form.text('rating'),
    warnings: form.all('warnings'),
    categories: form.all('categories'),
    fandoms: form.text('fandoms'),
    relationships: form.text('relationships'),
    characters: form.text('characters'),
    freeforms: form.text('freeforms'),
    language: form.text('language'),
    summary: form.text('summary'),
    notes: form.text('notes'),
    endNotes: form.text('endNotes'),
    expectedChapters: form.text('expectedChapters'),
    restricted: form.ticked('restricted'),
    policy: form.text('policy'),
    skin: form.text('skin'),
    revision: form.text('revision'),
    company: readCompanyFields(form),
  };
}

/** Names of a chapter's fields: on the work form they stand beside the work's own. */
export type ChapterNames = Readonly<Record<keyof ChapterFields, string>>;

export const chapterNames: ChapterNames = {
  title: 'title',
  summary: 'summary',
  notes: 'notes',
  endNotes: 'endNotes',
  format: 'format',
  text: 'text',
  position: 'position',
  revision: 'revision',
  postAt: 'postAt',
  news: 'news',
  warnings: 'warnings',
  fandoms: 'fandoms',
  relationships: 'relationships',
  characters: 'characters',
  freeforms: 'freeforms',
};

/** On the form of a new work. */
export const firstChapterNames: ChapterNames = {
  title: 'chapter[title]',
  summary: 'chapter[summary]',
  notes: 'chapter[notes]',
  endNotes: 'chapter[endNotes]',
  format: 'chapter[format]',
  text: 'chapter[text]',
  position: 'chapter[position]',
  revision: 'chapter[revision]',
  postAt: 'chapter[postAt]',
  news: 'chapter[news]',
  warnings: 'chapter[warnings]',
  fandoms: 'chapter[fandoms]',
  relationships: 'chapter[relationships]',
  characters: 'chapter[characters]',
  freeforms: 'chapter[freeforms]',
};

/** What a form calls the format of a text; anything else is HTML. */
export function asFormat(typed: string): TextFormat {
  return typed === 'markdown' || typed === 'text' ? typed : 'html';
}

export function readChapterFields(form: Form, names: ChapterNames): ChapterFields {
  const format = form.text(names.format);
  return {
    title: form.text(names.title),
    summary: form.text(names.summary),
    notes: form.text(names.notes),
    endNotes: form.text(names.endNotes),
    format: asFormat(format),
    text: form.text(names.text),
    position: form.text(names.position),
    revision: form.text(names.revision),
    postAt: form.text(names.postAt),
    news: form.ticked(names.news),
    warnings: form.all(names.warnings),
    fandoms: form.text(names.fandoms),
    relationships: form.text(names.relationships),
    characters: form.text(names.characters),
    freeforms: form.text(names.freeforms),
  };
}

export function asWorkInput(fields: WorkFields): WorkInput {
  const named = (names: readonly string[]): TagReference[] => names.map((name) => ({ name }));
  const numbered = (values: readonly string[]): TagReference[] =>
    values.flatMap((value) => {
      const id = parseId(value);
      return id === null ? [] : [{ id }];
    });
  return {
    title: fields.title,
    summary: fields.summary,
    notes: fields.notes,
    endNotes: fields.endNotes,
    language: fields.language,
    restricted: fields.restricted,
    expectedChapters: readExpected(fields.expectedChapters),
    skin: parseId<SkinId>(fields.skin),
    tags: {
      rating: numbered([fields.rating]),
      warning: numbered(fields.warnings),
      category: numbered(fields.categories),
      fandom: named(splitTagNames(fields.fandoms)),
      relationship: named(splitTagNames(fields.relationships)),
      character: named(splitTagNames(fields.characters)),
      freeform: named(splitTagNames(fields.freeforms)),
    },
  };
}

/** Empty or `?` is unknown; what is no whole number becomes one that the check refuses. */
function readExpected(typed: string): number | null {
  const trimmed = typed.trim();
  if (trimmed === '' || trimmed === '?') return null;
  return /^[0-9]{1,9}$/.test(trimmed) ? Number(trimmed) : 0;
}

/** The same as a version; warnings are chosen by number. */
export function versionOfChapterFields(
  fields: ChapterFields,
  nameOf: (id: number) => string | undefined,
): ChapterVersion {
  const { tags: _tags, ...version } = asChapterInput(fields);
  const { fandoms, relationships, characters, freeforms, warnings } = fields;
  const all: Record<ChapterTagType, readonly string[]> = {
    warning: warnings.flatMap((value) => nameOf(Number(value)) ?? []),
    fandom: splitTagNames(fandoms),
    relationship: splitTagNames(relationships),
    character: splitTagNames(characters),
    freeform: splitTagNames(freeforms),
  };
  const tags = Object.fromEntries(Object.entries(all).filter(([, names]) => names.length > 0));
  return Object.keys(tags).length === 0 ? version : { ...version, tags };
}

function tagsOfChapter(fields: ChapterFields): ChapterTags {
  const named = (typed: string) => splitTagNames(typed).map((name) => ({ name }));
  return {
    warning: fields.warnings.flatMap((value) => {
      const id = parseId<TagId>(value);
      return id === null ? [] : [{ id }];
    }),
    fandom: named(fields.fandoms),
    relationship: named(fields.relationships),
    character: named(fields.characters),
    freeform: named(fields.freeforms),
  };
}

export function asChapterInput(fields: ChapterFields): ChapterInput {
  const { title, summary, notes, endNotes, format, text } = fields;
  return { title, summary, notes, endNotes, format, source: text, tags: tagsOfChapter(fields) };
}

/** When the chapter is to be posted: null by hand, NaN for what is no time. */
export function chosenTime(fields: ChapterFields, zone: string): number | null {
  const typed = fields.postAt.trim();
  return typed === '' ? null : (momentOfLocal(typed, zone) ?? Number.NaN);
}

/** The pseud chosen, if it is a number at all; the action checks whose it is. */
export function chosenPseud(fields: WorkFields): { as?: PseudId } {
  const as = parseId<PseudId>(fields.as);
  return as === null ? {} : { as };
}

/** The revision the form was made from; a form without one is taken as it is. */
export function seenState(fields: { readonly revision: string }): { seen?: number } {
  return /^[0-9]{1,15}$/.test(fields.revision) ? { seen: Number(fields.revision) } : {};
}

export function fieldsOfWork(work: Work, source: WorkSource, as: string): WorkFields {
  const own = (type: WorkTagType) => work.tags[type].filter((tag) => !tag.fromChapter);
  const joined = (type: 'fandom' | 'relationship' | 'character' | 'freeform') =>
    own(type)
      .map((tag) => tag.name)
      .join(', ');
  const ids = (type: 'warning' | 'category') => own(type).map((tag) => String(tag.id));
  return {
    title: work.title,
    as,
    rating: String(work.tags.rating[0]?.id ?? ''),
    warnings: ids('warning'),
    categories: ids('category'),
    fandoms: joined('fandom'),
    relationships: joined('relationship'),
    characters: joined('character'),
    freeforms: joined('freeform'),
    language: work.language,
    summary: source.summary,
    notes: source.notes,
    endNotes: source.endNotes,
    expectedChapters: work.expectedChapters === null ? '?' : String(work.expectedChapters),
    restricted: source.restricted,
    policy: '',
    skin: String(work.skin ?? ''),
    revision: String(work.revision),
    company: fieldsOfCompany(work),
  };
}

/** What stands in the fields of a work as a version; tags chosen by number are named. */
export function versionOfFields(
  fields: WorkFields,
  nameOf: (id: number) => string | undefined,
): WorkVersion {
  const { title, language, restricted, summary, notes, endNotes } = fields;
  const numbered = (values: readonly string[]) =>
    values.flatMap((value) => nameOf(Number(value)) ?? []);
  return {
    title,
    language,
    restricted,
    expectedChapters: readExpected(fields.expectedChapters),
    summary,
    notes,
    endNotes,
    tags: {
      rating: numbered([fields.rating]),
      warning: numbered(fields.warnings),
      category: numbered(fields.categories),
      fandom: splitTagNames(fields.fandoms),
      relationship: splitTagNames(fields.relationships),
      character: splitTagNames(fields.characters),
      freeform: splitTagNames(fields.freeforms),
    },
  };
}

/** `zone` is the writer's. */
export function fieldsOfChapter(source: ChapterSource, zone: string): ChapterFields {
  return {
    title: source.title,
    summary: source.summary,
    notes: source.notes,
    endNotes: source.endNotes,
    format: source.format,
    text: source.source,
    position: String(source.position),
    revision: String(source.revision),
    postAt: source.scheduledAt === null ? '' : localTime(source.scheduledAt, zone),
    news: false,
    warnings: source.tags.filter(({ type }) => type === 'warning').map(({ id }) => String(id)),
    fandoms: joinedTags(source, 'fandom'),
    relationships: joinedTags(source, 'relationship'),
    characters: joinedTags(source, 'character'),
    freeforms: joinedTags(source, 'freeform'),
  };
}

function joinedTags({ tags }: ChapterSource, wanted: OpenTagType): string {
  return tags
    .filter(({ type }) => type === wanted)
    .map(({ name }) => name)
    .join(', ');
}
