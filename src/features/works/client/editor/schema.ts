// What the editor knows: every element of the sanitiser's allow-list under its own name, with the
// attributes that the sanitiser has kept. What fits into no place here is a `kept` node: shown as
// it is, moved and deleted whole, written back unchanged.
import {
  type DOMOutputSpec,
  type MarkSpec,
  type NodeSpec,
  type Node as PmNode,
  Schema,
} from '@tiptap/pm/model';
import type { Attributes } from '../../../../text/editing.ts';

export const formatNames = (
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u ' +
  'var'
).split(' ');

/** How a browser's element is turned into checked attributes: see `parsing.ts`. */
export type ReadAttributes = (element: HTMLElement) => Attributes;
/** The cleaned HTML of an element that is kept whole. */
export type ReadKept = (element: HTMLElement) => string;

type Reading = { readonly attributes: ReadAttributes; readonly kept: ReadKept };

/** Absent, nothing is read from the browser: for texts that are only opened and written. */
export function makeSchema(reading?: Reading): Schema {
  const nodes: Record<string, NodeSpec> = { doc: { content: 'block+' } };
  for (const [name, spec] of Object.entries(blocks)) nodes[name] = blockSpec(name, spec, reading);
  const marks: Record<string, MarkSpec> = {};
  for (const name of formatNames) marks[name] = markSpec(name, reading);
  return new Schema({ nodes: { ...nodes, ...leaves(reading) }, marks });
}

const words = 'inline*';
/** Where words stand loose: a `line` is words without tags of their own. */
const loose = '(line | block)+';

const blocks: Readonly<Record<string, NodeSpec>> = {
  p: { content: words, group: 'block' },
  line: { content: words },
  h4: { content: words, group: 'block', defining: true },
  h5: { content: words, group: 'block', defining: true },
  h6: { content: words, group: 'block', defining: true },
  address: { content: words, group: 'block' },
  pre: { content: words, group: 'block', code: true, whitespace: 'pre', defining: true },
  blockquote: { content: '(block | line)+', group: 'block', defining: true },
  div: { content: '(block | line)+', group: 'block', defining: true },
  figure: { content: '(block | line | figcaption)+', group: 'block', defining: true },
  figcaption: { content: loose, isolating: true },
  ul: { content: 'li+', group: 'block' },
  ol: { content: 'li+', group: 'block' },
  li: { content: loose, defining: true },
  dl: { content: '(dt | dd)+', group: 'block' },
  dt: { content: words },
  dd: { content: loose, defining: true },
  details: { content: 'summary (block | line)*', group: 'block', defining: true },
  summary: { content: words, isolating: true },
  table: { content: 'caption? colgroup* (thead | tbody | tfoot | tr)*', group: 'block' },
  caption: { content: words, isolating: true },
  thead: { content: 'tr*' },
  tbody: { content: 'tr*' },
  tfoot: { content: 'tr*' },
  tr: { content: '(td | th)*' },
  td: { content: loose, isolating: true },
  th: { content: words, isolating: true },
};

/** A browser folds these up or clicks on them; while writing they are plain boxes. */
const boxes = new Set(['line', 'details', 'summary']);

function blockSpec(name: string, spec: NodeSpec, reading: Reading | undefined): NodeSpec {
  const tag = boxes.has(name) ? `div[data-box="${name}"]` : name;
  const parse = reading && {
    tag,
    getAttrs: (dom: HTMLElement) => ({ at: reading.attributes(dom) }),
  };
  return {
    ...spec,
    attrs: { at: { default: [] } },
    ...(parse && { parseDOM: name === 'p' ? [parse, ...strayHeadings(reading)] : [parse] }),
    toDOM: (node) => [
      boxes.has(name) ? 'div' : name,
      {
        ...shown(node.attrs['at']),
        ...(boxes.has(name) && { 'data-box': name }),
        // On the form no heading stands between the page's and the text's.
        ...(/^h\d$/.test(name) && { 'aria-level': String(Number(name[1]) - 1) }),
      },
      0,
    ],
  };
}

/** A heading above the ranks that a text has. */
function strayHeadings(reading: Reading | undefined) {
  if (reading === undefined) return [];
  return ['h1', 'h2', 'h3'].map((tag) => ({ tag, node: 'h4' }));
}

function leaves(reading: Reading | undefined): Record<string, NodeSpec> {
  const kept = (tag: 'div' | 'span'): NodeSpec => ({
    attrs: { html: { default: '' } },
    atom: true,
    ...(reading && {
      parseDOM: [
        {
          tag: `${tag}[data-kept]`,
          getAttrs: (dom: HTMLElement) => ({ html: reading.kept(dom) }),
        },
        ...(tag === 'span'
          ? [{ tag: 'ruby', getAttrs: (dom: HTMLElement) => ({ html: reading.kept(dom) }) }]
          : []),
      ],
    }),
    // The words alone, for the clipboard; the view shows the markup itself.
    toDOM: (node): DOMOutputSpec => [tag, { 'data-kept': node.attrs['html'] as string }],
  });
  const at = { at: { default: [] } };
  return {
    hr: {
      group: 'block',
      attrs: at,
      parseDOM: [{ tag: 'hr' }],
      toDOM: (node) => ['hr', shown(node.attrs['at'])],
    },
    colgroup: { attrs: { html: { default: '' } }, atom: true, toDOM: () => ['colgroup'] },
    keptBlock: { ...kept('div'), group: 'block' },
    text: { group: 'inline' },
    br: {
      inline: true,
      group: 'inline',
      selectable: false,
      attrs: at,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
      leafText: () => '\n',
    },
    keptWords: { ...kept('span'), inline: true, group: 'inline', leafText: leafWords },
  };
}

/** The words of what is kept whole, without the readings above them. */
export function leafWords(node: PmNode): string {
  return (node.attrs['html'] as string)
    .replace(/<r[pt]>.*?<\/r[pt]>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function markSpec(name: string, reading: Reading | undefined): MarkSpec {
  const isLink = name === 'a' || name === 'dfn';
  return {
    // `depth` tells formats of one name and the same attributes apart that stand in each other.
    attrs: { at: { default: [] }, depth: { default: 0 } },
    inclusive: !isLink,
    excludes: isLink ? name : '',
    ...(reading && {
      parseDOM: [{ tag: name, getAttrs: (dom: HTMLElement) => readMark(name, dom, reading) }],
    }),
    toDOM: (mark) => [name, shown(mark.attrs['at']), 0],
  };
}

function readMark(name: string, dom: HTMLElement, reading: Reading): { at: Attributes } | false {
  const at = reading.attributes(dom);
  const pointless = name === 'a' || name === 'span' ? at.length === 0 : false;
  return pointless ? false : { at };
}

function shown(at: unknown): Record<string, string> {
  return Object.fromEntries(at as Attributes);
}
