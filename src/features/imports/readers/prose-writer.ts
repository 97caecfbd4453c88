// Paragraphs of a word processor as HTML: what DOCX, ODT and RTF have in common. What it writes is
// as raw as anything that people send and is cleaned before it is kept.

export type Format = 'a' | 'strong' | 'em' | 'u' | 's' | 'sub' | 'sup';
const formats: readonly Format[] = ['a', 'strong', 'em', 'u', 's', 'sub', 'sup'];

export type Run = {
  readonly formats: ReadonlySet<Format>;
  /** Where a link leads. */
  readonly href?: string;
};

export type ParagraphKind = {
  /** 1 to 6; 0: the title of all; null: no heading. */
  readonly heading: number | null;
  readonly align: 'center' | 'right' | null;
  /** A line of a list, and how deep. */
  readonly list: { readonly ordered: boolean; readonly depth: number } | null;
};

export const plainParagraph: ParagraphKind = { heading: null, align: null, list: null };

type Paragraph = { readonly kind: ParagraphKind; readonly inside: string; readonly blank: boolean };

// A blank line after every paragraph is how somebody spaces them; a rare one parts scenes.
const blankShareMax = 0.15;

export class ProseWriter {
  #paragraphs: Paragraph[] = [];
  #pieces: { run: Run; words: string }[] = [];
  /** Pictures that were met. */
  pictures = 0;

  words(words: string, run: Run): void {
    const last = this.#pieces.at(-1);
    if (last !== undefined && sameRun(last.run, run)) last.words += escaped(words);
    else this.#pieces.push({ run, words: escaped(words) });
  }

  lineBreak(run: Run): void {
    this.words('', run);
    (this.#pieces.at(-1) as { words: string }).words += tag('br');
  }

  /** A picture by its name among those that come along; null: its words stand in its place. */
  picture(name: string | null, alt: string, run: Run): void {
    this.pictures += 1;
    if (name === null && alt === '') return;
    const source = name === null ? '' : ` src="picture:${name}"`;
    const words = alt === '' ? '' : ` alt="${escaped(alt)}"`;
    this.words('', run);
    (this.#pieces.at(-1) as { words: string }).words += tag(`img${source}${words}`);
  }

  /** Ends the paragraph that was being written. */
  paragraph(kind: ParagraphKind): void {
    const inside = this.#pieces.map(printRun).join('').trim();
    const blank = !/[^\s\u00a0]/.test(inside.replaceAll(tag('br'), ''));
    this.#paragraphs.push({ kind, inside, blank });
    this.#pieces = [];
  }

  /** What another wrote, in paragraphs of its own. */
  append(other: ProseWriter): void {
    if (other.#pieces.length > 0) other.paragraph(plainParagraph);
    for (const paragraph of other.#paragraphs) this.#paragraphs.push(paragraph);
    this.pictures += other.pictures;
  }

  /** Leaves out what was written since the last paragraph ended. */
  drop(): void {
    this.#pieces = [];
  }

  /** Markup between paragraphs: the parts of a table. */
  markup(name: string, end = false): void {
    if (this.#pieces.length > 0) this.paragraph(plainParagraph);
    const inside = end ? tag(`/${name}`) : tag(name);
    this.#paragraphs.push({ kind: structure, inside, blank: false });
  }

  /** The whole text, and how many blank paragraphs became breaks between scenes. */
  finish(): { readonly html: string; readonly breaks: number } {
    if (this.#pieces.length > 0) this.paragraph(plainParagraph);
    const texts = this.#paragraphs.filter(({ kind }) => kind !== structure);
    const blanks = texts.filter(({ blank }) => blank).length;
    const parts = blanks > 0 && blanks < texts.length * blankShareMax;
    const pieces: string[] = [];
    const lists: string[] = [];
    let breaks = 0;
    for (const paragraph of this.#paragraphs) {
      fitLists(lists, paragraph.kind.heading === null ? paragraph.kind.list : null, pieces);
      if (paragraph.kind === structure) pieces.push(paragraph.inside);
      else if (!paragraph.blank) pieces.push(printParagraph(paragraph));
      else if (parts && pieces.length > 0 && pieces.at(-1) !== tag('hr')) {
        pieces.push(tag('hr'));
        breaks += 1;
      }
    }
    fitLists(lists, null, pieces);
    if (pieces.at(-1) === tag('hr')) pieces.pop();
    return { html: pieces.join('\n'), breaks };
  }
}

const structure: ParagraphKind = { heading: null, align: null, list: null };

/** Opens and closes lists until the line stands as deep as it should. */
function fitLists(open: string[], list: ParagraphKind['list'], pieces: string[]): void {
  const depth = list === null ? 0 : Math.min(list.depth, listDepthMax) + 1;
  while (open.length > depth) pieces.push(tag(`/${open.pop()}`));
  const name = list?.ordered ? 'ol' : 'ul';
  if (depth > 0 && open.length === depth && open.at(-1) !== name) {
    pieces.push(tag(`/${open.pop()}`));
  }
  while (open.length < depth) {
    open.push(name);
    pieces.push(tag(name));
  }
}

const listDepthMax = 8;

function printParagraph({ kind, inside }: Paragraph): string {
  if (kind.list !== null && kind.heading === null) return `${tag('li')}${inside}${tag('/li')}`;
  if (kind.heading === 0) return `${tag('h1 class="title"')}${inside}${tag('/h1')}`;
  const name = kind.heading === null ? 'p' : `h${kind.heading}`;
  const align = kind.align === null ? '' : ` align="${kind.align}"`;
  return `${tag(name + align)}${inside}${tag(`/${name}`)}`;
}

function printRun({ run, words }: { run: Run; words: string }): string {
  if (words === '') return '';
  const names = formats.filter((name) => run.formats.has(name) && (name !== 'a' || run.href));
  const opening = names.map((name) =>
    tag(name === 'a' ? `a href="${escaped(run.href ?? '')}"` : name),
  );
  return `${opening.join('')}${words}${names
    .toReversed()
    .map((name) => tag(`/${name}`))
    .join('')}`;
}

function sameRun(a: Run, b: Run): boolean {
  if (a === b) return true;
  if (a.href !== b.href || a.formats.size !== b.formats.size) return false;
  for (const name of a.formats) if (!b.formats.has(name)) return false;
  return true;
}

function tag(inside: string): string {
  return `<${inside}>`;
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A heading inside a chapter. */
export function headingMarkup(words: string): string {
  return `${tag('h3')}${escaped(words)}${tag('/h3')}`;
}
