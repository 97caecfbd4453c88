// Words of the query language for what readers keep to themselves.

/** Fields that mean each reader's own works. */
export const ownFields = ['state', 'in', 'shelf'] as const;
export type OwnField = (typeof ownFields)[number];

/** Works that the reader has not marked at all. */
export const unmarked = 'none';

/** Where a reader stands with a work. */
export const stateWords = ['to-read', 'reading', 'read', 'dropped', unmarked] as const;
export type StateWord = (typeof stateWords)[number];

/** What a reader has bookmarked: all of it, or what they recommend. */
const keptWords = ['bookmarks', 'recs'] as const;

const others: Readonly<Record<Exclude<OwnField, 'shelf'>, ReadonlyMap<string, string>>> = {
  state: new Map([
    ['later', 'to-read'],
    ['toread', 'to-read'],
    ['finished', 'read'],
    ['unmarked', unmarked],
  ]),
  in: new Map([
    ['bookmark', 'bookmarks'],
    ['bookmarked', 'bookmarks'],
    ['rec', 'recs'],
    ['recommendations', 'recs'],
  ]),
};

export function isOwnField(field: string): field is OwnField {
  return (ownFields as readonly string[]).includes(field);
}

/** The words that a field takes; a shelf bears whatever name its owner gave it. */
export function wordsOfField(field: Exclude<OwnField, 'shelf'>): readonly string[] {
  return field === 'state' ? stateWords : keptWords;
}

/** The field's own word for what was typed; null: none of its words. */
export function ownWord(field: OwnField, typed: string): string | null {
  if (field === 'shelf') return typed.trim();
  const key = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const word = others[field].get(key) ?? key;
  return wordsOfField(field).includes(word) ? word : null;
}

/** The same of states alone. */
export function stateWord(typed: string): StateWord | null {
  return ownWord('state', typed) as StateWord | null;
}

/** Each once, in the order of the form. */
export function statesInOrder(words: Iterable<StateWord>): readonly StateWord[] {
  const wanted = new Set(words);
  return stateWords.filter((word) => wanted.has(word));
}
