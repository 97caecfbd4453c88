// Places: where in the new tree the walk over the old one stands. A place stands for an element
// that is made only when something comes to stand in it, so nothing empty is ever written.
import type { Attributes, Element } from './output-tree.ts';

export type Role =
  /** Holds blocks, and words too: in paragraphs where it `wraps`, loose elsewhere. */
  | 'flow'
  /** Holds words only. */
  | 'words'
  | 'list'
  | 'definitions'
  | 'table'
  /** Makes no element: a block inside something that can hold words only. */
  | 'none';

export type Place = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly role: Role;
  /** The place around it on the walk. */
  readonly outer: Place | null;
  /** The place whose element holds its element. */
  readonly holder: Place | null;
  /** Loose words get paragraphs here, and line breaks mean something. */
  readonly wraps: boolean;
  /** Words only, and it cannot be ended and taken up again: blocks inside lose their tags. */
  readonly fixed: boolean;
  /** White space is kept as it is. */
  readonly raw: boolean;
  /** Opened by us for stray words: left when the next item comes. */
  readonly implied: boolean;
  element: Element | null;
  /** A paragraph or heading that has been ended by a block inside it once. */
  continued: boolean;
  /** A `details` has its summary, a `figure` its caption. */
  titled: boolean;
  closed: boolean;
};

/** Elements that are there even when nothing stands in them. */
export const standsEmpty: ReadonlySet<string> = new Set(['li', 'dt', 'dd', 'td', 'th', 'col']);
/** Items of lists: one ends what was opened for stray words before it. */
export const itemNames: ReadonlySet<string> = new Set(['li', 'dt', 'dd']);
/** What makes up a table; a parser lets them stand nowhere else. */
export const tableNames: ReadonlySet<string> = new Set(
  'caption col colgroup tbody td tfoot th thead tr'.split(' '),
);
/** Elements that stand on their own, not in a line of words. */
export const blockNames: ReadonlySet<string> = new Set(
  (
    'address blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 ' +
    'h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const roles = new Map<string, Role>([
  ...'address caption dt h1 h2 h3 h4 h5 h6 p pre summary th'.split(' ').map(asRole('words')),
  ...'ol ul'.split(' ').map(asRole('list')),
  ['dl', 'definitions'],
  ...'col colgroup table tbody tfoot thead tr'.split(' ').map(asRole('table')),
]);
/** These cannot be split in two, so what does not fit into them loses its tags. */
const fixedNames = new Set(['address', 'caption', 'dt', 'pre', 'summary', 'th']);
/** In lists and tables nothing is added: words stand loose, as they were typed. */
const looseNames = new Set(['dd', 'figcaption', 'li', 'td']);

/** The place around everything: it holds any block, and words in paragraphs. */
export function rootPlace(root: Element): Place {
  return {
    name: root.name,
    attributes: root.attributes,
    role: 'flow',
    outer: null,
    holder: null,
    wraps: true,
    fixed: false,
    raw: false,
    implied: false,
    element: root,
    continued: false,
    titled: false,
    closed: false,
  };
}

/** What a place is made from. */
export type NewPlace = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly outer: Place;
  readonly holder: Place;
  readonly element?: Element | null;
  readonly implied?: boolean;
};

/** A place for an element of this name, with the rules of that name. */
export function makePlace(given: NewPlace): Place {
  const { name, holder } = given;
  return {
    name,
    attributes: given.attributes,
    role: roles.get(name) ?? 'flow',
    outer: given.outer,
    holder,
    wraps: holder.wraps && !looseNames.has(name),
    fixed: fixedNames.has(name),
    raw: name === 'pre',
    implied: given.implied ?? false,
    element: given.element ?? null,
    continued: false,
    titled: false,
    closed: false,
  };
}

/** A place for a block that may not stand where it was sent. */
export function nowhere(outer: Place): Place {
  return { ...makePlace({ name: '', attributes: [], outer, holder: outer }), ...notThere(outer) };
}

function notThere(outer: Place): { role: Role; wraps: boolean; raw: boolean } {
  return { role: 'none', wraps: outer.wraps, raw: outer.raw };
}

function asRole(role: Role): (name: string) => [string, Role] {
  return (name) => [name, role];
}
