// What becomes of each element that somebody sends. An element that is not named here loses its
// tags and keeps its words.

export type Treatment =
  /** Becomes an element inside a line of words. */
  | { readonly kind: 'format'; readonly as: string; readonly ourClass?: string }
  /** Becomes an element that stands on its own. */
  | { readonly kind: 'block'; readonly as: string; readonly ourClass?: string }
  /** Becomes a link to what it would have shown or played. */
  | { readonly kind: 'media' }
  | { readonly kind: 'break' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'checkbox' }
  /** Goes, and everything in it. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'unwrap' };

const unwrap: Treatment = { kind: 'unwrap' };

/** The treatment of an HTML element; one of SVG or MathML goes with all that is in it. */
export function treatmentOf(name: string, namespace: string): Treatment {
  if (namespace !== 'http://www.w3.org/1999/xhtml') return { kind: 'drop' };
  return treatments.get(name) ?? unwrap;
}

const keptFormats =
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rt ruby s samp small span strong ' +
  'sub sup u var';
const keptBlocks =
  'address blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 ' +
  'h5 h6 li ol p pre summary table tbody td tfoot th thead tr ul';
/** Readings in parentheses are written anew around every `rt`, so theirs go. */
const dropped = 'datalist head math noembed noframes rp script select style svg template title';
const media = 'audio embed iframe img object video';
/** Landmarks belong to the page, and a form to nobody but us: what they held stays a block. */
const plainDivs = 'article aside dialog fieldset footer form header hgroup main nav search section';

const treatments = new Map<string, Treatment>([
  ...each(keptFormats, (name) => ({ kind: 'format', as: name })),
  ...each(keptBlocks, (name) => ({ kind: 'block', as: name })),
  ...each(plainDivs, () => ({ kind: 'block', as: 'div' })),
  ...each(media, () => ({ kind: 'media' })),
  ...each(dropped, () => ({ kind: 'drop' })),
  ['acronym', { kind: 'format', as: 'abbr' }],
  ['tt', { kind: 'format', as: 'code' }],
  ['strike', { kind: 'format', as: 's' }],
  ['big', { kind: 'format', as: 'span', ourClass: 'u-big' }],
  ['font', { kind: 'format', as: 'span' }],
  ['center', { kind: 'block', as: 'div', ourClass: 'u-centre' }],
  ['dir', { kind: 'block', as: 'ul' }],
  ['menu', { kind: 'block', as: 'ul' }],
  ['legend', { kind: 'block', as: 'p' }],
  ['listing', { kind: 'block', as: 'pre' }],
  ['plaintext', { kind: 'block', as: 'pre' }],
  ['xmp', { kind: 'block', as: 'pre' }],
  ['br', { kind: 'break' }],
  ['hr', { kind: 'rule' }],
  ['input', { kind: 'checkbox' }],
]);

function each(names: string, make: (name: string) => Treatment): [string, Treatment][] {
  return names.split(' ').map((name) => [name, make(name)]);
}
