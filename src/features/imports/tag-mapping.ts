// The names that a file brings become tags of this archive: ratings, warnings and categories are
// found among its own, whatever the file calls them; the others are taken as they stand.
import { caseKey } from '../../text/index.ts';
import {
  openTagTypes,
  ratingIds,
  type Tag,
  type TagReference,
  tagNameProblem,
  tidyTagName,
  type WorkTagType,
  warningIds,
} from '../tags/index.ts';
import type { BroughtWork } from './brought-work.ts';
import { text } from './messages.ts';

/** The archive's own ratings, warnings and categories. */
export type Vocabulary = Readonly<Record<'rating' | 'warning' | 'category', readonly Tag[]>>;

export type MappedTags = {
  readonly tags: Readonly<Record<WorkTagType, readonly TagReference[]>>;
  readonly decisions: readonly string[];
};

const ratingWords: readonly (readonly [RegExp, number])[] = [
  [/^(?:g|k|general|everyone|all ages|k\+|pg)$/i, ratingIds.general],
  [/^(?:t|teen|teens|pg-?13|12\+|13\+)$/i, ratingIds.teen],
  [/^(?:m|mature|r|16\+)$/i, ratingIds.mature],
  [/^(?:e|ma|explicit|nc-?17|18\+|x|adult)$/i, ratingIds.explicit],
  [/^(?:nr|unrated|not rated)$/i, ratingIds.none],
];

const warningWords: readonly (readonly [RegExp, number])[] = [
  [/chose not to use|choose not to (?:use|warn)/i, warningIds.notChosen],
  [/^(?:no (?:archive )?warnings?(?: appl.*)?|none)$/i, warningIds.none],
  [/violence/i, warningIds.violence],
  [/character death/i, warningIds.death],
  [/^(?:rape|non-?con|rape\/non-?con)$/i, warningIds.nonCon],
];

/** Maps every name; nothing that could be a tag is lost. */
export function mapTags(brought: BroughtWork['tags'], own: Vocabulary): MappedTags {
  const decisions: string[] = [];
  const rest: string[] = [];
  const rating = mapRating(brought.rating, own.rating, decisions);
  const warning = mapChoices(brought.warning, own.warning, warningWords, rest);
  const category = mapChoices(brought.category, own.category, [], rest);
  if (warning.length === 0) {
    warning.push({ id: warningIds.notChosen });
    decisions.push(text.warningSupposed());
  }
  for (const name of rest) decisions.push(text.becameFreeform({ name }));
  const tags: Record<WorkTagType, TagReference[]> = {
    rating: [rating],
    warning,
    category,
    fandom: [],
    relationship: [],
    character: [],
    freeform: [],
  };
  for (const type of openTagTypes) {
    const names = type === 'freeform' ? [...brought.freeform, ...rest] : brought[type];
    tags[type] = openTags(names, decisions);
  }
  return { tags, decisions };
}

function mapRating(
  names: readonly string[],
  own: readonly Tag[],
  decisions: string[],
): TagReference {
  const [name] = names;
  const found = name === undefined ? undefined : findOwn(name, own, ratingWords);
  if (found !== undefined) {
    if (caseKey(found.name) !== caseKey(tidyTagName(name ?? ''))) {
      decisions.push(text.ratingMapped({ name: name ?? '', rating: found.name }));
    }
    return { id: found.id };
  }
  const none = own.find(({ id }) => id === ratingIds.none) ?? own[0];
  decisions.push(
    name === undefined
      ? text.ratingSupposed({ rating: none?.name ?? '' })
      : text.ratingMapped({ name, rating: none?.name ?? '' }),
  );
  return { id: none?.id ?? ratingIds.none };
}

function mapChoices(
  names: readonly string[],
  own: readonly Tag[],
  words: readonly (readonly [RegExp, number])[],
  rest: string[],
): TagReference[] {
  const found = new Map<number, TagReference>();
  for (const name of names) {
    const tag = findOwn(name, own, words);
    if (tag === undefined) rest.push(name);
    else found.set(tag.id, { id: tag.id });
  }
  return [...found.values()];
}

function findOwn(
  name: string,
  own: readonly Tag[],
  words: readonly (readonly [RegExp, number])[],
): Tag | undefined {
  const key = caseKey(tidyTagName(name));
  const exact = own.find((tag) => caseKey(tag.name) === key);
  if (exact !== undefined) return exact;
  const id = words.find(([pattern]) => pattern.test(name.trim()))?.[1];
  return own.find((tag) => tag.id === id);
}

function openTags(names: readonly string[], decisions: string[]): TagReference[] {
  const found = new Map<string, TagReference>();
  for (const typed of names) {
    const name = tidyTagName(typed);
    if (name === '') continue;
    // Signs that no name may have here part words or stand for nothing.
    const mended = tidyTagName(name.replace(/[,，、،﹐､^*<>{}=`\\%]/gu, ' '));
    const problem = tagNameProblem(mended);
    if (problem !== null) decisions.push(text.tagLeftOut({ name: name.slice(0, 60), problem }));
    else found.set(caseKey(mended), { name: mended });
    if (problem === null && mended !== name) decisions.push(text.tagMended({ name, mended }));
  }
  return [...found.values()];
}
