// What the forms of bookmarks send, checked. The fields are named as reader tools know them.
import type { FieldError, Form } from '../../kit/http/index.ts';
import { parseId } from '../../shared/ids.ts';
import { cleanText, countCharacters, normaliseLine, normaliseText } from '../../text/index.ts';
import { splitTagNames } from '../tags/index.ts';
import type { Bookmark } from './bookmark.ts';
import {
  addressCharactersMax,
  fandomsCharactersMax,
  lineCharactersMax,
  notesCharactersMax,
  notesSourceGrowth,
  shelfNameCharactersMax,
  tagCharactersMax,
  tagsMax,
} from './limits.ts';
import { text } from './messages.ts';
import type { ShelfId } from './shelf.ts';
import type { SaidOfShelves } from './shelf-actions.ts';

/** What a person says of a thing, as typed. */
export type TypedBookmark = {
  readonly notes: string;
  readonly tags: string;
  readonly rec: boolean;
  readonly private: boolean;
  readonly address: string;
  readonly title: string;
  readonly creators: string;
  readonly fandoms: string;
  /** Numbers of shelves that are ticked; null: the form does not ask. */
  readonly shelves: readonly string[] | null;
  /** The name of a shelf that is not there yet. */
  readonly freshShelf: string;
};

export type CheckedBookmark = {
  readonly notesSource: string;
  /** Sanitised HTML. */
  readonly notes: string;
  readonly tags: readonly string[];
  readonly rec: boolean;
  readonly private: boolean;
  /** Null: as it stands. */
  readonly shelves: SaidOfShelves | null;
};

export type CheckedElsewhere = {
  readonly address: string;
  readonly title: string;
  readonly creators: string;
  /** Names with a comma between. */
  readonly fandoms: string;
};

export const emptyBookmark: TypedBookmark = {
  notes: '',
  tags: '',
  rec: false,
  private: false,
  address: '',
  title: '',
  creators: '',
  fandoms: '',
  shelves: null,
  freshShelf: '',
};

/** A bookmark as its form shows it. */
export function typedOf(bookmark: Bookmark, on: ReadonlySet<ShelfId> = new Set()): TypedBookmark {
  const { of, notesSource, tags, rec, title, creators, fandoms } = bookmark;
  return {
    notes: notesSource,
    tags: tags.join(', '),
    rec,
    private: bookmark.private,
    address: of.kind === 'elsewhere' ? of.address : '',
    title,
    creators,
    fandoms,
    shelves: [...on].map(String),
    freshShelf: '',
  };
}

export function readTyped(form: Form): TypedBookmark {
  const field = (name: string) => form.text(`bookmark[${name}]`);
  return {
    notes: field('bookmarker_notes'),
    tags: field('tag_string'),
    rec: form.ticked('bookmark[rec]'),
    private: form.ticked('bookmark[private]'),
    address: field('address'),
    title: field('title'),
    creators: field('author'),
    fandoms: field('fandoms'),
    shelves: form.has('bookmark[shelves][]') ? form.all('bookmark[shelves][]') : null,
    freshShelf: field('new_shelf'),
  };
}

/** Adds to `errors` what is wrong. */
export function checkBookmark(typed: TypedBookmark, errors: FieldError[]): CheckedBookmark {
  const tags = splitTagNames(typed.tags);
  const refuse = (name: string, detail: string) =>
    errors.push({ field: `bookmark[${name}]`, detail });
  if (tags.length > tagsMax) refuse('tag_string', text.tooManyTags({ most: tagsMax }));
  const long = tags.find((tag) => countCharacters(tag) > tagCharactersMax);
  if (long !== undefined) refuse('tag_string', text.tagLong({ most: tagCharactersMax }));
  const notes = cleanNotes(typed.notes);
  if (notes === null) refuse('bookmarker_notes', text.notesLong({ most: notesCharactersMax }));
  return {
    notesSource: normaliseText(typed.notes),
    notes: notes ?? '',
    tags,
    rec: typed.rec,
    private: typed.private,
    shelves: checkShelves(typed, refuse),
  };
}

/** A shelf that is none of the person’s is passed over when the bookmark is put on its own. */
function checkShelves(
  { shelves, freshShelf }: TypedBookmark,
  refuse: (name: string, detail: string) => void,
): SaidOfShelves | null {
  const fresh = normaliseLine(freshShelf);
  if (shelves === null && fresh === '') return null;
  if (countCharacters(fresh) > shelfNameCharactersMax) {
    refuse('new_shelf', text.lineLong({ most: shelfNameCharactersMax }));
  }
  return { on: shelves?.flatMap((id) => parseId<ShelfId>(id) ?? []) ?? null, fresh };
}

/** The name as it is kept; null for what could be none. */
export function shelfName(typed: string): string | null {
  const name = normaliseLine(typed);
  return name === '' || countCharacters(name) > shelfNameCharactersMax ? null : name;
}

function cleanNotes(source: string): string | null {
  if (source.length > notesCharactersMax * notesSourceGrowth) return null;
  const cleaned = cleanText(source, 'html', 'notes');
  return cleaned.ok && countCharacters(cleaned.html) <= notesCharactersMax ? cleaned.html : null;
}

/** The same for what stands elsewhere: an address of the web, never asked for by us. */
export function checkElsewhere(typed: TypedBookmark, errors: FieldError[]): CheckedElsewhere {
  const refuse = (name: string, detail: string) =>
    errors.push({ field: `bookmark[${name}]`, detail });
  const address = webAddress(typed.address);
  if (address === null) refuse('address', text.addressWrong({ most: addressCharactersMax }));
  const title = normaliseLine(typed.title);
  const creators = normaliseLine(typed.creators);
  const fandoms = splitTagNames(typed.fandoms).join(', ');
  if (title === '') refuse('title', text.titleEmpty());
  const bounds = [
    ['title', title, lineCharactersMax],
    ['author', creators, lineCharactersMax],
    ['fandoms', fandoms, fandomsCharactersMax],
  ] as const;
  for (const [name, value, most] of bounds) {
    if (countCharacters(value) > most) refuse(name, text.lineLong({ most }));
  }
  return { address: address ?? '', title, creators, fandoms };
}

/** Null unless it is http or https, of a bearable length, and says no name and password. */
export function webAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.username !== '' || url.password !== '' || url.href.length > addressCharactersMax) {
    return null;
  }
  return url.href;
}
