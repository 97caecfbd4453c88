// Tags of chapters: warnings and tags that hold for one chapter. The work has them too, for lists
// and searches, for as long as a chapter that readers can see has them.
import type { FieldError } from '../../kit/http/index.ts';
import { openTagTypes, type TagReference, type WorkTagType, warningIds } from '../tags/index.ts';
import type { NameField } from './input.ts';
import { choicesMax, openTagsMax } from './limits.ts';
import { text } from './messages.ts';

/** The types of tags that a chapter may have of its own, in the order they are shown. */
export const chapterTagTypes = ['warning', ...openTagTypes] as const;
/** One of them. */
export type ChapterTagType = (typeof chapterTagTypes)[number];

/** As sent; a type that is absent has none. */
export type ChapterTags = Readonly<Partial<Record<ChapterTagType, readonly TagReference[]>>>;

/** The tags' fields as forms and the API call them. */
export const chapterTagFields = {
  warning: 'warnings',
  fandom: 'fandoms',
  relationship: 'relationships',
  character: 'characters',
  freeform: 'freeforms',
} as const satisfies Record<ChapterTagType, string>;

export function isChapterTagType(type: WorkTagType | 'media'): type is ChapterTagType {
  return (chapterTagTypes as readonly string[]).includes(type);
}

/** How many they are; which tags they may be is asked when they are found. */
export function checkChapterTags(tags: ChapterTags, at: NameField, errors: FieldError[]): void {
  const open = openTagTypes.reduce((sum, type) => sum + (tags[type]?.length ?? 0), 0);
  if (open > openTagsMax) {
    const detail = text.tooManyTags({ open, most: openTagsMax });
    errors.push({ field: at(chapterTagFields.freeform), detail });
  }
  if ((tags.warning?.length ?? 0) > choicesMax) {
    const detail = text.tooManyChoices({ most: choicesMax });
    errors.push({ field: at(chapterTagFields.warning), detail });
  }
}

/** Warnings that say nothing of a chapter: that there are none, or that nobody says. */
export function saysNothing(tag: { readonly id: number }): boolean {
  return tag.id === warningIds.none || tag.id === warningIds.notChosen;
}
