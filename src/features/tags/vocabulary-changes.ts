// How a host changes the vocabulary: what is chosen from a list and not typed. Nothing is deleted:
// works keep what they bear. Who may is the caller's check, and so is the audit.
import type { FieldError } from '../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../kit/sql/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { caseKey } from '../../text/index.ts';
import { makeTag, type TagMaking } from './actions.ts';
import { Draft } from './acts/draft.ts';
import { giveName } from './acts/plan.ts';
import { ActRefused } from './acts/refusal.ts';
import { shortWordCharactersMax, vocabularyMost } from './limits.ts';
import { text } from './messages.ts';
import { tagNameProblem, tidyTagName } from './name.ts';
import { writeSteps } from './store/acts.ts';
import { listTagsOfType, placeInVocabulary } from './store.ts';
import type { Tag } from './tag.ts';
import { ratingIds, warningIds } from './vocabulary.ts';

/** The types that a host fills, and people choose from. */
export const vocabularyTypes = ['warning', 'category', 'rating', 'media'] as const;
/** One of them. */
export type VocabularyType = (typeof vocabularyTypes)[number];

/** How one of them shall be. */
export type VocabularyEntry = {
  readonly id: TagId;
  readonly name: string;
  /** What stands for it in queries: small letters, digits and hyphens. */
  readonly shortWord: string;
  /** Where it stands among the others, from 1 on. */
  readonly place: number;
  readonly offered: boolean;
};

export type VocabularyWish = {
  readonly type: VocabularyType;
  /** Those that are not named stay as they are. */
  readonly entries: readonly VocabularyEntry[];
  /** One more, at the end; null: none. */
  readonly added: Pick<VocabularyEntry, 'name' | 'shortWord'> | null;
};

/** What became another: for the audit. */
export type VocabularyChange = {
  readonly tag: TagId;
  readonly what: 'added' | 'name' | 'word' | 'place' | 'offered';
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean;
};

/** What stays on the forms: rules of the archive lean on its meaning. It can be renamed. */
const leantOn: readonly number[] = [
  ...Object.values(ratingIds),
  warningIds.none,
  warningIds.notChosen,
];

/** Whether a host may take it off the forms. */
export function canBeRetired({ id }: Tag): boolean {
  return !leantOn.includes(id);
}

/** Whether ratings, whose meaning the archive knows, can be more or fewer: they can not. */
export function canGrow(type: VocabularyType): boolean {
  return type !== 'rating';
}

/** Those to choose from: what is offered, and what is chosen already. */
export function offeredTags(all: readonly Tag[], chosen: readonly TagId[] = []): Tag[] {
  return all.filter(({ id, status }) => status === 'canonical' || chosen.includes(id));
}

/**
 * Brings the wish about, in every form and filter at the next request; with errors nothing of it.
 * Errors are of the fields `name[ID]`, `word[ID]`, `place[ID]`, `offered[ID]`, `new_name`,
 * `new_word`.
 */
export async function changeVocabulary(
  transaction: Transaction,
  wish: VocabularyWish,
  making: TagMaking,
): Promise<{ readonly errors: FieldError[]; readonly changes: VocabularyChange[] }> {
  const before = await listTagsOfType(transaction, wish.type);
  const errors = wordProblems(wish, before);
  const changes: VocabularyChange[] = [];
  const draft = new Draft(transaction);
  for (const tag of before) {
    const entry = wish.entries.find(({ id }) => id === tag.id);
    if (entry === undefined) continue;
    errors.push(...(await redraft(draft, tag, entry)));
    const isOffered = tag.status === 'canonical';
    const name = tidyTagName(entry.name);
    if (name !== tag.name) changes.push({ tag: tag.id, what: 'name', from: tag.name, to: name });
    if (entry.offered !== isOffered) {
      changes.push({ tag: tag.id, what: 'offered', from: isOffered, to: entry.offered });
    }
  }
  errors.push(...(await problemsOfAdded(draft, wish)));
  if (errors.length > 0) return { errors, changes: [] };
  await writeSteps(transaction, draft.steps);
  changes.push(...(await placeAll(transaction, wish, before)));
  changes.push(...(await add(transaction, wish, before, making)));
  const changed = [...new Set(changes.map(({ tag }) => tag))];
  await recordChange(transaction, 'tag', changed, making.at);
  return { errors, changes };
}

function wordProblems(wish: VocabularyWish, before: readonly Tag[]): FieldError[] {
  const errors: FieldError[] = [];
  const words = new Set<string>();
  const check = (field: string, word: string) => {
    if (!isShortWord(word)) {
      errors.push({ field, detail: text.shortWordForm({ most: shortWordCharactersMax }) });
    } else if (words.has(word)) errors.push({ field, detail: text.shortWordTwice({ word }) });
    words.add(word);
  };
  for (const { id, shortWord } of before) {
    if (shortWord !== null && !wish.entries.some((entry) => entry.id === id)) words.add(shortWord);
  }
  for (const { id, shortWord, place } of wish.entries) {
    check(`word[${id}]`, shortWord);
    if (!Number.isSafeInteger(place) || place < 1 || place > vocabularyMost) {
      const detail = text.placeForm({ most: vocabularyMost });
      errors.push({ field: `place[${id}]`, detail });
    }
  }
  if (wish.added === null) return errors;
  check('new_word', wish.added.shortWord);
  if (!canGrow(wish.type) || before.length >= vocabularyMost) {
    errors.push({ field: 'new_name', detail: text.vocabularyFull({ most: vocabularyMost }) });
  }
  return errors;
}

function isShortWord(word: string): boolean {
  return word.length <= shortWordCharactersMax && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word);
}

async function redraft(draft: Draft, tag: Tag, entry: VocabularyEntry): Promise<FieldError[]> {
  const name = tidyTagName(entry.name);
  const problem = tagNameProblem(name);
  if (problem !== null) return [{ field: `name[${tag.id}]`, detail: problem }];
  if (entry.offered !== (tag.status === 'canonical')) {
    if (!entry.offered && !canBeRetired(tag)) {
      return [{ field: `offered[${tag.id}]`, detail: text.leantOn({ name: tag.name }) }];
    }
    const status = entry.offered ? 'canonical' : 'unwrangleable';
    await draft.stand(tag.id, { status, synonymOf: null });
  }
  if (name === tag.name) return [];
  try {
    await giveName(draft, tag, name);
    return [];
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    return [{ field: `name[${tag.id}]`, detail: error.message }];
  }
}

/** Gives all their places, one after the other, and their words. */
async function placeAll(
  transaction: Transaction,
  { entries }: VocabularyWish,
  before: readonly Tag[],
): Promise<VocabularyChange[]> {
  const changes: VocabularyChange[] = [];
  const wished = (tag: Tag) => entries.find(({ id }) => id === tag.id);
  // What goes up stands before whatever was there, what goes down behind it.
  const placeOf = (tag: Tag) => {
    const own = before.indexOf(tag) + 1;
    const place = wished(tag)?.place ?? own;
    return place + Math.sign(place - own) / 2;
  };
  const inOrder = before.toSorted((a, b) => placeOf(a) - placeOf(b));
  for (const [at, tag] of inOrder.entries()) {
    const place = at + 1;
    const word = wished(tag)?.shortWord ?? tag.shortWord;
    const moved = before.indexOf(tag) !== at;
    if (moved) {
      changes.push({ tag: tag.id, what: 'place', from: before.indexOf(tag) + 1, to: place });
    }
    if (word !== null && word !== tag.shortWord) {
      changes.push({ tag: tag.id, what: 'word', from: tag.shortWord, to: word });
    }
    await placeInVocabulary(transaction, tag.id, { place, word });
  }
  return changes;
}

async function problemsOfAdded(draft: Draft, wish: VocabularyWish): Promise<FieldError[]> {
  if (wish.added === null) return [];
  const refuse = (detail: string) => [{ field: 'new_name', detail }];
  const name = tidyTagName(wish.added.name);
  const problem = tagNameProblem(name);
  if (problem !== null) return refuse(problem);
  const bearer = await draft.bearerOf(wish.type, name, 0 as TagId);
  const twin = wish.entries.find((entry) => caseKey(tidyTagName(entry.name)) === caseKey(name));
  const taken = bearer?.name ?? twin?.name;
  return taken === undefined ? [] : refuse(text.nameTaken({ name, bearer: taken }));
}

async function add(
  transaction: Transaction,
  { type, added }: VocabularyWish,
  before: readonly Tag[],
  making: TagMaking,
): Promise<VocabularyChange[]> {
  if (added === null) return [];
  const name = tidyTagName(added.name);
  const tag = await makeTag(transaction, type, name, 'canonical', making);
  const place = before.length + 1;
  await placeInVocabulary(transaction, tag.id, { place, word: added.shortWord });
  return [{ tag: tag.id, what: 'added', from: null, to: name }];
}
