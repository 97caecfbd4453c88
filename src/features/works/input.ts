// What a creator sends, from a form, the API, a file or the demo, and the checks that it passes
// before anything is stored. Pure: texts are cleaned here, outside every transaction.
import type { FieldError } from '../../kit/http/index.ts';
import type { SkinId } from '../../shared/ids.ts';
import {
  cleanText,
  countCharacters,
  countWords,
  type FindPicture,
  normaliseText,
  sanitiserVersion,
  type TextFormat,
  titleSortKey,
} from '../../text/index.ts';
import type { TagReference, WorkTagType } from '../tags/index.ts';
import { openTagTypes } from '../tags/index.ts';
import { type ChapterTags, checkChapterTags } from './chapter-tags.ts';
import type { Languages } from './languages.ts';
import {
  chapterCharactersMax,
  chapterGrowthMax,
  choicesMax,
  expectedChaptersMax,
  notesCharactersMax,
  openTagsMax,
  sourceGrowthMax,
  summaryCharactersMax,
  titleCharactersMax,
} from './limits.ts';
import { text } from './messages.ts';

/** A work as sent, without its chapters. */
export type WorkInput = {
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly language: string;
  readonly restricted: boolean;
  /** Null: not known yet. */
  readonly expectedChapters: number | null;
  readonly tags: Readonly<Record<WorkTagType, readonly TagReference[]>>;
  /** Null: none. Absent: as it is. */
  readonly skin?: SkinId | null;
};

/** A chapter as sent: HTML in summary and notes, the text in its own format. */
export type ChapterInput = {
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly format: TextFormat;
  readonly source: string;
  /** Warnings and tags of this chapter alone; absent: as they are. */
  readonly tags?: ChapterTags;
};

/** A text as typed and as shown. */
export type CleanedText = { readonly source: string; readonly html: string };

/** A work that passed every check but that its tags exist. */
export type CheckedWork = {
  readonly title: string;
  readonly titleKey: string;
  readonly summary: CleanedText;
  readonly notes: CleanedText;
  readonly endNotes: CleanedText;
  readonly sanitiserVersion: number;
  readonly language: string;
  readonly restricted: boolean;
  readonly expectedChapters: number | null;
  readonly tags: WorkInput['tags'];
  readonly skin?: SkinId | null;
};

/** A chapter that passed every check. */
export type CheckedChapter = {
  readonly title: string;
  readonly summary: CleanedText;
  readonly notes: CleanedText;
  readonly endNotes: CleanedText;
  readonly format: TextFormat;
  readonly text: CleanedText;
  readonly words: number;
  readonly sanitiserVersion: number;
  readonly tags?: ChapterTags;
};

/** The tags' fields as forms and the API call them. */
export const tagFields: Readonly<Record<WorkTagType, string>> = {
  rating: 'rating',
  warning: 'warnings',
  category: 'categories',
  fandom: 'fandoms',
  relationship: 'relationships',
  character: 'characters',
  freeform: 'freeforms',
};

/**
 * Checks all of a work but its chapters; every problem is named with its field. `pictures`: those
 * that its notes may show.
 */
export function checkWork(
  input: WorkInput,
  languages: Languages,
  pictures?: FindPicture,
): { work: CheckedWork; errors: readonly [] } | { work: null; errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const title = checkTitle(input.title, errors);
  const language = languages.find(input.language);
  if (language === null) errors.push({ field: 'language', detail: text.languageUnknown() });
  checkTags(input.tags, errors);
  checkExpected(input.expectedChapters, errors);
  const summary = checkMarkup('summary', 'summary', input.summary, errors);
  const notes = checkMarkup('notes', 'notes', input.notes, errors, pictures);
  const endNotes = checkMarkup('endNotes', 'notes', input.endNotes, errors, pictures);
  if (errors.length > 0 || language === null) return { work: null, errors };
  const work = {
    title,
    titleKey: titleSortKey(title, language.tag),
    summary,
    notes,
    endNotes,
    sanitiserVersion,
    language: language.tag,
    restricted: input.restricted,
    expectedChapters: input.expectedChapters,
    tags: input.tags,
    ...(input.skin === undefined ? {} : { skin: input.skin }),
  };
  return { work, errors: [] };
}

/**
 * Checks a work that was brought from elsewhere: over a limit it is taken whole and the field is
 * marked, so that it can be a draft; a text that cannot be kept at all is an error.
 */
export function checkBroughtWork(input: WorkInput, languages: Languages): Brought<CheckedWork> {
  const marks: FieldError[] = [];
  const title = checkTitle(input.title, marks);
  const language = languages.find(input.language);
  if (language === null) marks.push({ field: 'language', detail: text.languageUnknown() });
  checkTags(input.tags, marks);
  checkExpected(input.expectedChapters, marks);
  const texts = checkBroughtTexts(input, marks);
  const work = {
    ...texts.cleaned,
    title,
    titleKey: titleSortKey(title, language?.tag ?? 'en'),
    sanitiserVersion,
    language: language?.tag ?? 'en',
    restricted: input.restricted,
    expectedChapters: input.expectedChapters,
    tags: input.tags,
  };
  return { value: work, marks, errors: texts.errors };
}

/** What was brought: whole, with what is over a limit, and with what could not be kept. */
export type Brought<Value> = {
  readonly value: Value;
  readonly marks: readonly FieldError[];
  readonly errors: readonly FieldError[];
};

/** The same for a chapter. */
export function checkBroughtChapter(input: ChapterInput): Brought<CheckedChapter> {
  const marks: FieldError[] = [];
  const title = normaliseText(input.title).replace(/\s+/gu, ' ').trim();
  checkLength('title', title, titleCharactersMax, marks);
  const texts = checkBroughtTexts(input, marks);
  const errors = [...texts.errors];
  const cleaned = cleanText(input.source, input.format, 'chapter');
  if (!cleaned.ok) errors.push({ field: 'text', detail: text.markupTooTangled() });
  const body = { source: normaliseText(input.source), html: cleaned.ok ? cleaned.html : '' };
  checkLength('text', body.html, chapterCharactersMax, marks);
  const value = {
    ...texts.cleaned,
    title,
    format: input.format,
    text: body,
    words: countWords(body.html),
    sanitiserVersion,
  };
  return { value, marks, errors };
}

type Texts = Pick<WorkInput, 'summary' | 'notes' | 'endNotes'>;

function checkBroughtTexts(input: Texts, marks: FieldError[]) {
  const errors: FieldError[] = [];
  const clean = (field: keyof Texts): CleanedText => {
    const kind = field === 'summary' ? 'summary' : 'notes';
    const cleaned = cleanText(input[field], 'html', kind);
    if (!cleaned.ok) {
      errors.push({ field, detail: text.markupTooTangled() });
      return nothing;
    }
    const most = kind === 'summary' ? summaryCharactersMax : notesCharactersMax;
    checkLength(field, cleaned.html, most, marks);
    return { source: normaliseText(input[field]), html: cleaned.html };
  };
  const cleaned = { summary: clean('summary'), notes: clean('notes'), endNotes: clean('endNotes') };
  return { cleaned, errors };
}

/** How an error names a chapter's field: `text`, `chapter[text]`, `chapters/0/text`. */
export type NameField = (field: string) => string;

/** Checks one chapter, which may show those pictures. The title may be empty; the text may not. */
export function checkChapter(
  input: ChapterInput,
  at: NameField = (field) => field,
  pictures?: FindPicture,
):
  | { chapter: CheckedChapter; errors: readonly [] }
  | { chapter: null; errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const title = normaliseText(input.title).replace(/\s+/gu, ' ').trim();
  checkLength(at('title'), title, titleCharactersMax, errors);
  const summary = checkMarkup(at('summary'), 'summary', input.summary, errors);
  const notes = checkMarkup(at('notes'), 'notes', input.notes, errors, pictures);
  const endNotes = checkMarkup(at('endNotes'), 'notes', input.endNotes, errors, pictures);
  const body = checkText(at('text'), input, errors, pictures);
  const { format, tags } = input;
  if (tags !== undefined) checkChapterTags(tags, at, errors);
  if (errors.length > 0) return { chapter: null, errors };
  const words = countWords(body.html);
  const cleaned = { title, summary, notes, endNotes, format, text: body, words, sanitiserVersion };
  const chapter = tags === undefined ? cleaned : { ...cleaned, tags };
  return { chapter, errors: [] };
}

/** A title that can be seen and is not too long; what is wrong is added to `errors`. */
export function checkTitle(typed: string, errors: FieldError[]): string {
  const title = normaliseText(typed).replace(/\s+/gu, ' ').trim();
  // Signs that format but do not show would make a title that nobody can click.
  if (title.replace(/[\p{Cf}\s]/gu, '') === '') {
    errors.push({ field: 'title', detail: text.titleMissing() });
  }
  checkLength('title', title, titleCharactersMax, errors);
  return title;
}

function checkTags(tags: WorkInput['tags'], errors: FieldError[]): void {
  if (tags.rating.length !== 1) errors.push({ field: 'rating', detail: text.ratingNeeded() });
  if (tags.warning.length === 0) {
    errors.push({ field: 'warnings', detail: text.warningNeeded() });
  }
  for (const type of ['warning', 'category'] as const) {
    if (tags[type].length <= choicesMax) continue;
    const detail = text.tooManyChoices({ most: choicesMax });
    errors.push({ field: tagFields[type], detail });
  }
  if (tags.fandom.length === 0) errors.push({ field: 'fandoms', detail: text.fandomNeeded() });
  const open = openTagTypes.reduce((sum, type) => sum + tags[type].length, 0);
  if (open > openTagsMax) {
    errors.push({ field: 'freeforms', detail: text.tooManyTags({ open, most: openTagsMax }) });
  }
}

function checkExpected(expected: number | null, errors: FieldError[]): void {
  if (expected === null) return;
  if (Number.isInteger(expected) && expected >= 1 && expected <= expectedChaptersMax) return;
  const detail = text.expectedChaptersRange({ most: expectedChaptersMax });
  errors.push({ field: 'expectedChapters', detail });
}

/** Cleaned markup beside a work; what is wrong is added to `errors`. */
export function checkMarkup(
  field: string,
  kind: 'summary' | 'notes',
  typed: string,
  errors: FieldError[],
  pictures?: FindPicture,
): CleanedText {
  const most = kind === 'summary' ? summaryCharactersMax : notesCharactersMax;
  if (typed.length > most * sourceGrowthMax) {
    refuseUnread(field, typed, most, errors);
    return nothing;
  }
  const cleaned = cleanText(typed, 'html', kind, pictures);
  if (!cleaned.ok) {
    errors.push({ field, detail: text.markupTooTangled() });
    return nothing;
  }
  checkLength(field, cleaned.html, most, errors);
  return { source: normaliseText(typed), html: cleaned.html };
}

function checkText(
  field: string,
  input: ChapterInput,
  errors: FieldError[],
  pictures?: FindPicture,
): CleanedText {
  if (input.source.length > chapterCharactersMax * chapterGrowthMax[input.format]) {
    refuseUnread(field, input.source, chapterCharactersMax, errors);
    return nothing;
  }
  const cleaned = cleanText(input.source, input.format, 'chapter', pictures);
  if (!cleaned.ok) {
    errors.push({ field, detail: text.markupTooTangled() });
    return nothing;
  }
  if (cleaned.html.trim() === '') errors.push({ field, detail: text.textMissing() });
  checkLength(field, cleaned.html, chapterCharactersMax, errors);
  return { source: normaliseText(input.source), html: cleaned.html };
}

const nothing: CleanedText = { source: '', html: '' };

/** Longer than any accepted text even if most of it were markup to drop: refused unparsed. */
function refuseUnread(field: string, typed: string, most: number, errors: FieldError[]): void {
  errors.push({ field, detail: text.tooLong({ characters: countCharacters(typed), most }) });
}

function checkLength(field: string, value: string, most: number, errors: FieldError[]): void {
  const characters = countCharacters(value);
  if (characters > most) {
    errors.push({ field, detail: text.tooLong({ characters, most }) });
  }
}
