// Documents of LibreOffice and others (.odt): the same things as of Word.
import type { ByteSource } from '../../../kit/archive/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { type DocumentPictures, documentPictures } from './document-pictures.ts';
import { workOfDocument } from './document-work.ts';
import { OdtFrames } from './odt-frames.ts';
import { openPackage } from './packages.ts';
import { type Format, type ParagraphKind, ProseWriter, plainParagraph } from './prose-writer.ts';
import { walkXml, type XmlAttributes, type XmlListener } from './xml.ts';

/** Reads a document; throws `FileRefused`. */
export function readOdt(source: ByteSource): BroughtWork {
  const file = openPackage(source);
  if (/<manifest:encryption-data/.test(file.text('META-INF/manifest.xml') ?? '')) {
    throw new FileRefused(text.documentLocked());
  }
  const content = file.text('content.xml');
  if (content === null) throw new FileRefused(text.documentMissing());
  // All that is read before the first picture, which may use up what the file may cost.
  const said = file.text('meta.xml');
  const styles = new Map<string, OdtStyle>();
  const named = file.text('styles.xml');
  if (named !== null) readStyles(named, styles);
  readStyles(content, styles);
  const writer = new ProseWriter();
  const pictures = documentPictures(file);
  walkXml(content, new OdtWalk(writer, styles, pictures));
  return workOfDocument('odt', writer, said, pictures);
}

type OdtStyle = {
  formats: Format[];
  align: 'center' | 'right' | null;
  basis: string;
  ordered: boolean;
};

function readStyles(source: string, styles: Map<string, OdtStyle>): void {
  let style: OdtStyle = { formats: [], align: null, basis: '', ordered: false };
  const open = (name: string, attributes: XmlAttributes) => {
    const value = (key: string) => attributes.get(key) ?? '';
    if (name === 'style:style' || name === 'text:list-style') {
      style = { formats: [], align: null, basis: value('style:parent-style-name'), ordered: false };
      styles.set(value('style:name'), style);
    } else if (name === 'style:paragraph-properties') {
      style.align = alignOf(value('fo:text-align'));
    } else if (name === 'style:text-properties') style.formats = formatsOf(value);
    else if (name === 'text:list-level-style-number' && value('text:level') === '1') {
      style.ordered = value('style:num-format') !== '';
    }
  };
  walkXml(source, { open, close: () => {}, words: () => {} });
}

function formatsOf(value: (key: string) => string): Format[] {
  const formats: Format[] = [];
  if (/bold|[6-9]00/.test(value('fo:font-weight'))) formats.push('strong');
  if (/italic|oblique/.test(value('fo:font-style'))) formats.push('em');
  if (/^(?!none$)./.test(value('style:text-underline-style'))) formats.push('u');
  if (/^(?!none$)./.test(value('style:text-line-through-style'))) formats.push('s');
  if (/^(?:super|[1-9])/.test(value('style:text-position'))) formats.push('sup');
  if (/^(?:sub|-)/.test(value('style:text-position'))) formats.push('sub');
  return formats;
}

function alignOf(value: string): 'center' | 'right' | null {
  if (value === 'center') return 'center';
  return value === 'right' || value === 'end' ? 'right' : null;
}

const skipped = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:sequence-decls',
  'text:table-of-content',
  'office:automatic-styles',
  'office:font-face-decls',
  'office:scripts',
]);

const noFormats: readonly Format[] = [];

class OdtWalk implements XmlListener {
  readonly #writer: ProseWriter;
  readonly #styles: ReadonlyMap<string, OdtStyle>;
  #skipping = 0;
  /** Paragraphs in each other: a note at the foot stands in the one that refers to it. */
  #inParagraph = 0;
  /** The one before ended in the same. */
  #followsInner = false;
  #kinds: ParagraphKind[] = [];
  #spans: { readonly formats: readonly Format[]; readonly href?: string }[] = [];
  #lists: boolean[] = [];
  readonly #frames: OdtFrames;

  constructor(
    writer: ProseWriter,
    styles: ReadonlyMap<string, OdtStyle>,
    pictures: DocumentPictures,
  ) {
    this.#writer = writer;
    this.#styles = styles;
    this.#frames = new OdtFrames(pictures);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skipping > 0 || skipped.has(name)) {
      this.#skipping += 1;
      return;
    }
    if (this.#frames.open(name, attributes)) return;
    const style = attributes.get('text:style-name') ?? '';
    if (name === 'text:p' || name === 'text:h') this.#openParagraph(name, style, attributes);
    else if (name === 'text:span') this.#spans.push({ formats: this.#formats(style) });
    else if (name === 'text:a') {
      this.#spans.push({ formats: ['a'], href: attributes.get('xlink:href') ?? '' });
    } else if (name === 'text:line-break') this.#writer.lineBreak(this.#run());
    else if (name === 'text:tab') this.words(' ');
    else if (name === 'text:s') this.words(' ');
    else if (name === 'text:list') this.#lists.push(this.#isOrdered(style));
    else if (name === 'text:note-body') this.#openNote();
    else if (name === 'text:note-citation') this.#skipping = 1;
    else if (name === 'table:table') this.#writer.markup('table');
    else if (name === 'table:table-row') this.#writer.markup('tr');
    else if (name === 'table:table-cell') this.#writer.markup('td');
  }

  #openNote(): void {
    this.#followsInner = false;
    this.words(' [');
  }

  #openParagraph(name: string, style: string, attributes: XmlAttributes): void {
    this.#inParagraph += 1;
    if (this.#followsInner) this.words(' ');
    this.#followsInner = false;
    if (this.#inParagraph > 1) return;
    const level = Number(attributes.get('text:outline-level') ?? 1);
    const isTitle = this.#chain(style).some((one) => /^Title$/i.test(one));
    const heading = name === 'text:h' ? Math.min(Math.max(level, 1), 6) : isTitle ? 0 : null;
    const depth = this.#lists.length - 1;
    const list = depth < 0 ? null : { ordered: this.#lists[depth] ?? false, depth };
    this.#kinds.push({ ...plainParagraph, heading, align: this.#align(style), list });
    this.#spans.push({ formats: heading === null ? this.#formats(style) : noFormats });
  }

  words(words: string): void {
    if (this.#skipping > 0 || this.#frames.words(words) || this.#inParagraph === 0) return;
    this.#writer.words(words.replace(/[ \t\r\n]+/g, ' '), this.#run());
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    if (name === 'draw:frame') this.#endFrame();
    else if (this.#frames.close(name)) return;
    else if (name === 'text:p' || name === 'text:h') {
      this.#inParagraph -= 1;
      this.#followsInner = this.#inParagraph > 0;
      if (this.#inParagraph > 0) return;
      this.#spans.pop();
      this.#writer.paragraph(this.#kinds.pop() ?? plainParagraph);
    } else if (name === 'text:span' || name === 'text:a') this.#spans.pop();
    else if (name === 'text:list') this.#lists.pop();
    else if (name === 'text:note-body') this.words('] ');
    else if (name === 'table:table') this.#writer.markup('table', true);
    else if (name === 'table:table-row') this.#writer.markup('tr', true);
    else if (name === 'table:table-cell') this.#writer.markup('td', true);
  }

  #endFrame(): void {
    const shown = this.#frames.end();
    if (shown === null) return;
    this.#writer.picture(shown.name, shown.alt, this.#run());
    // Fixed to a page, it stands between paragraphs.
    if (this.#inParagraph === 0) this.#writer.paragraph(plainParagraph);
  }

  #run() {
    const formats = new Set(this.#spans.flatMap((span) => span.formats));
    const href = this.#spans.findLast((span) => span.href !== undefined)?.href;
    return href === undefined ? { formats } : { formats, href };
  }

  #chain(style: string): string[] {
    const names: string[] = [];
    // A circle of styles ends after a few steps.
    for (let name = style; name !== '' && names.length < 10; ) {
      names.push(name);
      name = this.#styles.get(name)?.basis ?? '';
    }
    return names;
  }

  #formats(style: string): readonly Format[] {
    return this.#chain(style).flatMap((name) => this.#styles.get(name)?.formats ?? noFormats);
  }

  #align(style: string): 'center' | 'right' | null {
    for (const name of this.#chain(style)) {
      const align = this.#styles.get(name)?.align;
      if (align) return align;
    }
    return null;
  }

  #isOrdered(style: string): boolean {
    if (style === '') return this.#lists.at(-1) ?? false;
    return this.#styles.get(style)?.ordered ?? false;
  }
}
