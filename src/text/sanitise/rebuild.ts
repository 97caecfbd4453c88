// Walks the tree that was sent, element by element and never by recursion, and tells `Prose` what
// of it is kept. Nothing of the old tree stands in the new one but words and checked attributes.
import { cleanProse } from '../characters.ts';
import { type Treatment, treatmentOf } from './allow-list.ts';
import { keptAttributes } from './attributes.ts';
import { mediaLink, shownPicture } from './media.ts';
import type { Attributes, Element } from './output-tree.ts';
import type { FindPicture } from './pictures.ts';
import { type Mark, Prose } from './prose.ts';
import { attributeOf, type SourceNode } from './source-node.ts';
import { type StyleHints, styleHints } from './style-hints.ts';

export type FieldRules = {
  readonly newlinesCount: boolean;
  /** Class names, typed and ours, are kept: in chapters and notes, not in summaries. */
  readonly classes: boolean;
  /** Headings stay headings: in a summary, which stands in lists, they are bold paragraphs. */
  readonly headings: boolean;
  /** The pictures that may be shown; absent: none, each is a link. */
  readonly pictures?: FindPicture | undefined;
};

/** The new tree; throws `MarkupRefused` where it would grow too large or too deep. */
export function rebuild(tree: SourceNode, rules: FieldRules): Element {
  const prose = new Prose(rules);
  const walk = new Walk(prose, rules);
  const marks: Mark[] = [];
  let node = tree.first;
  while (node !== null) {
    const mark = walk.enter(node);
    if (mark !== null && node.first !== null) {
      marks.push(mark);
      node = node.first;
      continue;
    }
    if (mark !== null) prose.returnTo(mark);
    while (node !== null && node.next === null) {
      node = node.parent === tree ? null : node.parent;
      if (node !== null) prose.returnTo(marks.pop()!);
    }
    node = node?.next ?? null;
  }
  return prose.finish();
}

class Walk {
  readonly #prose: Prose;
  readonly #rules: FieldRules;
  /** The last thing met was a picture: the next one needs a space before it. */
  #afterMedia = false;

  constructor(prose: Prose, rules: FieldRules) {
    this.#prose = prose;
    this.#rules = rules;
  }

  /** Where to return to when the walk leaves the node; null when its children are not visited. */
  enter(node: SourceNode): Mark | null {
    if (node.name === '#text') {
      this.#prose.words(cleanProse(node.text));
      this.#afterMedia = false;
      return null;
    }
    if (node.name.startsWith('#')) return null;
    const treatment = treatmentOf(node.name, node.namespace);
    switch (treatment.kind) {
      case 'drop':
        return null;
      case 'unwrap':
        return this.#prose.mark();
      case 'format':
        return this.#enterFormat(node, treatment);
      case 'block':
        return this.#enterBlock(node, treatment);
      default:
        this.#enterLeaf(node, treatment.kind);
        return null;
    }
  }

  #enterFormat(node: SourceNode, { as, ourClass }: Treatment & { kind: 'format' }): Mark {
    const mark = this.#prose.mark();
    const attributes = keptAttributes(node, as, this.#classes(ourClass));
    const hints = styleHints(attributeOf(node, 'style'));
    if (!isPointless(as, attributes, hints)) this.#prose.openFormat(as, attributes);
    this.#openHints(hints, as);
    return mark;
  }

  #enterBlock(node: SourceNode, { as, ourClass }: Treatment & { kind: 'block' }): Mark {
    const hints = styleHints(attributeOf(node, 'style'));
    const align = hints.align ?? attributeOf(node, 'align');
    const classes = this.#classes(ourClass ?? alignClass(as, align));
    const heading = /^h[1-6]$/.test(as);
    const asParagraph = heading && !this.#rules.headings;
    const mark = this.#prose.openBlock(
      asParagraph ? 'p' : as,
      keptAttributes(node, asParagraph ? 'p' : as, classes),
    );
    if (asParagraph) this.#prose.openFormat('strong');
    this.#openHints(hints, heading ? 'b' : as);
    return mark;
  }

  #openHints(hints: StyleHints, as: string): void {
    for (const format of hints.formats) {
      // Every word processor underlines its links.
      const said = format === as || (format === 'u' && this.#prose.inLink) || sameAs[as] === format;
      if (!said) this.#prose.openFormat(format);
    }
  }

  #enterLeaf(node: SourceNode, kind: 'media' | 'break' | 'rule' | 'checkbox'): void {
    if (kind === 'break') this.#prose.lineBreak();
    else if (kind === 'rule') this.#prose.rule(keptAttributes(node, 'hr', this.#classes()));
    else if (kind === 'media') this.#media(node);
    else if (attributeOf(node, 'type')?.toLowerCase() === 'checkbox') {
      this.#prose.words(attributeOf(node, 'checked') === null ? '☐ ' : '☑ ');
    }
  }

  #media(node: SourceNode): void {
    const picture = shownPicture(node, this.#rules.pictures);
    if (picture === null || !this.#prose.holdsPictures) {
      this.#linkMedia(node);
      return;
    }
    const kept = keptAttributes(node, 'img', this.#classes());
    this.#prose.picture([...kept, ...picture]);
    this.#afterMedia = false;
  }

  #linkMedia(node: SourceNode): void {
    const link = mediaLink(node);
    if (link === null) return;
    if (this.#afterMedia) this.#prose.space();
    const mark = this.#prose.mark();
    if (link.address !== null && !this.#prose.inLink) {
      const rel = ['rel', 'nofollow ugc noopener'] as const;
      const href = ['href', link.address] as const;
      const classes = this.#rules.classes ? ([['class', 'u-media']] as const) : [];
      this.#prose.openFormat('a', [...classes, href, rel]);
    }
    this.#prose.words(link.label);
    this.#prose.returnTo(mark);
    this.#afterMedia = true;
  }

  #classes(ours?: string | null): { kept: boolean; ours: string[] } {
    return { kept: this.#rules.classes, ours: ours ? [ours] : [] };
  }
}

const sameAs: Record<string, string> = { strong: 'b', em: 'i', ins: 'u', del: 's' };

/** A link without an address, a span or an override that says nothing, emphasis switched off. */
function isPointless(as: string, attributes: Attributes, hints: StyleHints): boolean {
  if (as === 'a') return !attributes.some(([name]) => name === 'href');
  if (as === 'bdo') return !attributes.some(([name, value]) => name === 'dir' && value !== 'auto');
  if (as === 'span') return attributes.length === 0;
  return hints.plain && /^(?:b|strong|i|em)$/.test(as);
}

const alignable = /^(?:div|p|h[1-6]|td|th)$/;
/** The style sheets of the page and of e-books know these. */
const alignClasses = new Map([
  ['left', 'u-left'],
  ['center', 'u-centre'],
  ['middle', 'u-centre'],
  ['right', 'u-right'],
  ['justify', 'u-justify'],
]);

function alignClass(as: string, align: string | null): string | null {
  if (align === null || !alignable.test(as)) return null;
  return alignClasses.get(align.trim().toLowerCase()) ?? null;
}
