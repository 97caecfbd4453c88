// Documents of Word (.docx): words, headings, emphasis, links, lists, tables, pictures, notes.
// Deleted words of tracked changes are left out; everything about looks alone is too.
import type { ByteSource } from '../../../kit/archive/index.ts';
import { wingdingsSign } from '../../../text/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { type DocumentPictures, documentPictures } from './document-pictures.ts';
import { workOfDocument } from './document-work.ts';
import { DocxDrawing } from './docx-drawing.ts';
import {
  type DocxStyle,
  type DocxStyles,
  type DocxTargets,
  isOff,
  readDocxLists,
  readDocxStyles,
  readDocxTargets,
  switches,
} from './docx-parts.ts';
import { openPackage } from './packages.ts';
import {
  type Format,
  type ParagraphKind,
  ProseWriter,
  plainParagraph,
  type Run,
} from './prose-writer.ts';
import { walkXml, type XmlAttributes, type XmlListener } from './xml.ts';

/** Reads a document; throws `FileRefused`. */
export function readDocx(source: ByteSource): BroughtWork {
  const file = openPackage(source);
  const main = file.paths.find(isDocxText);
  const document = main === undefined ? null : file.text(main);
  if (main === undefined || document === null) throw new FileRefused(text.documentMissing());
  const part = (path: string) => file.text(path) ?? '';
  const targetsOf = (name: string) => readDocxTargets(part(`word/_rels/${name}.rels`));
  // All that is read before the first picture, which may use up what the file may cost.
  const notes = ['footnotes.xml', 'endnotes.xml'].map((name) => ({
    source: part(`word/${name}`),
    targets: targetsOf(name),
  }));
  const said = file.text('docProps/core.xml');
  const facts: DocxFacts = {
    styles: readDocxStyles(part('word/styles.xml')),
    lists: readDocxLists(part('word/numbering.xml')),
    targets: targetsOf(main.slice('word/'.length)),
    pictures: documentPictures(file, 'word/'),
    references: new Map(),
    notes: new Map(),
  };
  const writer = new ProseWriter();
  walkXml(document, new DocxWalk(writer, facts));
  for (const { source, targets } of notes) {
    if (source === '') continue;
    const walk = new DocxWalk(new ProseWriter(), { ...facts, targets });
    walkXml(source, walk);
    writer.pictures += walk.pictures;
  }
  return workOfDocument('docx', writer, said, facts.pictures, facts.notes);
}

/** Where the words of a document are: what was saved in the cloud numbers it. */
export const isDocxText = (path: string): boolean => /^word\/document\d*\.xml$/.test(path);

type DocxFacts = {
  readonly styles: DocxStyles;
  /** `numId/level` of lists that are numbered; others have bullets. */
  readonly lists: ReadonlySet<string>;
  readonly targets: DocxTargets;
  readonly pictures: DocumentPictures;
  /** Numbers of the notes, by their kind and id, as the text refers to them. */
  readonly references: Map<string, number>;
  /** Notes by their numbers, as HTML. */
  readonly notes: Map<number, string>;
};

/** What stands in these is not the text: deletions, fallbacks, looks of before a change. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:rPrChange',
  'w:pPrChange',
  'mc:Fallback',
  'w:sectPr',
  'w:sdtPr',
  'w:tblPr',
  'w:tcPr',
  'w:trPr',
]);

class DocxWalk implements XmlListener {
  #writer: ProseWriter;
  readonly #facts: DocxFacts;
  #skipping = 0;
  #kind: ParagraphKind = plainParagraph;
  #inRun = false;
  #inText = false;
  #run = new Set<Format>();
  /** What the style of the paragraph makes of all of it. */
  #styled: readonly Format[] = [];
  #isContents = false;
  #isHidden = false;
  #note = 0;
  /** Pictures of all notes. */
  pictures = 0;
  #inParagraphMarks = false;
  #level = 0;
  #href: string | undefined;
  /** What a field of Word's own is told to show. */
  #instruction = '';
  #inInstruction = false;
  #drawing: DocxDrawing | null = null;
  /** The text box that is being read, and how deep in it. */
  #box: { readonly walk: DocxWalk; depth: number } | null = null;
  /** Those that are fixed to the paragraph: they stand below it. */
  #boxes: DocxWalk[] = [];

  constructor(writer: ProseWriter, facts: DocxFacts) {
    this.#writer = writer;
    this.#facts = facts;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skipping > 0 || skipped.has(name)) {
      this.#skipping += 1;
      return;
    }
    if (this.#box !== null) {
      this.#box.depth += 1;
      this.#box.walk.open(name, attributes);
    } else if (name === 'w:txbxContent') {
      this.#box = { walk: new DocxWalk(new ProseWriter(), this.#facts), depth: 0 };
    } else if (this.#drawing !== null) this.#drawing.open(name, attributes);
    else if (this.#inRun) this.#openInRun(name, attributes);
    else this.#openOutside(name, attributes);
  }

  #openOutside(name: string, attributes: XmlAttributes): void {
    const value = attributes.get('w:val') ?? '';
    const { styles, targets } = this.#facts;
    if (name === 'w:p') {
      this.#kind = plainParagraph;
      this.#level = 0;
      this.#styled = [];
      this.#isContents = false;
    } else if (name === 'w:pPr') this.#inParagraphMarks = true;
    else if (name === 'w:pStyle') {
      const style = styles.get(value);
      this.#kind = { ...this.#kind, heading: style?.heading ?? null, align: style?.align ?? null };
      this.#styled = style?.heading === null ? formatsOf(style) : [];
      this.#isContents = style?.isContents ?? false;
    } else if (name === 'w:jc') this.#kind = { ...this.#kind, align: alignOf(value) };
    else if (name === 'w:ilvl') this.#level = Number(value) || 0;
    else if (name === 'w:numId') this.#setList(value);
    else if (name === 'w:hyperlink') {
      this.#href = targets.links.get(attributes.get('r:id') ?? '');
    } else if (name === 'w:footnote' || name === 'w:endnote') this.#openNote(name, attributes);
    else if (name === 'w:tbl') this.#writer.markup('table');
    else if (name === 'w:tr') this.#writer.markup('tr');
    else if (name === 'w:tc') this.#writer.markup('td');
    else if (name === 'w:r' && !this.#inParagraphMarks) {
      this.#inRun = true;
      this.#isHidden = false;
      this.#run = new Set(this.#styled);
    }
  }

  /** Notes that nothing refers to are lines of Word's own, or of words that were deleted. */
  #openNote(name: string, attributes: XmlAttributes): void {
    const number = this.#facts.references.get(`${name} ${attributes.get('w:id') ?? ''}`);
    if (number === undefined) this.#skipping = 1;
    else {
      this.#note = number;
      this.#writer.words(`[${number}] `, bare);
    }
  }

  #endNote(): void {
    this.#facts.notes.set(this.#note, this.#writer.finish().html);
    this.pictures += this.#writer.pictures;
    this.#writer = new ProseWriter();
  }

  #setList(id: string): void {
    const level = this.#level;
    const ordered = this.#facts.lists.has(`${id}/${level}`);
    this.#kind = { ...this.#kind, list: id === '0' ? null : { ordered, depth: level } };
  }

  #openInRun(name: string, attributes: XmlAttributes): void {
    const value = attributes.get('w:val');
    const format = switches[name];
    if (format !== undefined) {
      if (isOff(value)) this.#run.delete(format);
      else this.#run.add(format);
    } else if (name === 'w:rStyle') {
      for (const one of formatsOf(this.#facts.styles.get(value ?? ''))) this.#run.add(one);
    } else if (name === 'w:vanish') this.#isHidden = !isOff(value);
    else if (name === 'w:vertAlign' && value === 'superscript') this.#run.add('sup');
    else if (name === 'w:vertAlign' && value === 'subscript') this.#run.add('sub');
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:tab' || name === 'w:ptab') this.#write(' ');
    else if (name === 'w:sym') this.#write(signOf(attributes));
    else if (name === 'w:noBreakHyphen') this.#write('\u2011');
    else if (name === 'w:br' || name === 'w:cr') this.#break(attributes);
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      this.#reference(`${name.slice(0, -'Reference'.length)} ${attributes.get('w:id') ?? ''}`);
    } else if (name === 'w:drawing' || name === 'w:pict') this.#drawing = new DocxDrawing();
    else if (name === 'w:instrText') this.#inInstruction = true;
    else if (name === 'w:fldChar') this.#fieldMark(attributes.get('w:fldCharType') ?? '');
  }

  #break(attributes: XmlAttributes): void {
    // The end of a page or of a column is about paper, and parts words.
    if ((attributes.get('w:type') ?? 'textWrapping') === 'textWrapping')
      this.#writer.lineBreak({ formats: this.#run });
    else this.#writer.words(' ', bare);
  }

  #reference(note: string): void {
    const { references } = this.#facts;
    const number = references.get(note) ?? references.size + 1;
    references.set(note, number);
    this.#writer.words(`[${number}]`, { formats: new Set([...this.#run, 'sup' as const]) });
  }

  #fieldMark(type: string): void {
    if (type === 'begin') this.#instruction = '';
    if (type === 'separate') {
      this.#href = /HYPERLINK\s+"([^"]+)"/.exec(this.#instruction)?.[1];
    }
    if (type === 'end') this.#href = undefined;
  }

  words(words: string): void {
    if (this.#skipping > 0) return;
    if (this.#box !== null) this.#box.walk.words(words);
    else if (this.#inText) this.#write(words);
    else if (this.#inInstruction) this.#instruction += words;
  }

  #write(words: string): void {
    if (this.#isHidden) return;
    this.#writer.words(words, this.#words());
  }

  #words(): Run {
    const href = this.#href;
    if (href === undefined) return { formats: new Set(this.#run) };
    return { formats: new Set([...this.#run, 'a' as const]), href };
  }

  #closeInBox(box: { readonly walk: DocxWalk; depth: number }, name: string): void {
    if (box.depth > 0) {
      box.depth -= 1;
      box.walk.close(name);
      return;
    }
    this.#boxes.push(box.walk);
    this.#box = null;
    if (this.#drawing !== null) this.#drawing.hasWords = true;
  }

  #endParagraph(): void {
    if (this.#isContents) this.#writer.drop();
    else this.#writer.paragraph(this.#kind);
    for (const box of this.#boxes) this.#writer.append(box.#writer);
    this.#boxes = [];
  }

  #endDrawing({ shown, isRule }: DocxDrawing): void {
    if (isRule) {
      this.#writer.markup('hr');
      return;
    }
    const { pictures, targets } = this.#facts;
    for (const { part, ...said } of shown) {
      const name = pictures.name(targets.parts.get(part), said);
      this.#writer.picture(name, said.alt, this.#words());
    }
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    if (this.#box !== null) {
      this.#closeInBox(this.#box, name);
      return;
    }
    if (name === 'w:drawing' || name === 'w:pict') {
      if (this.#drawing !== null) this.#endDrawing(this.#drawing);
      this.#drawing = null;
    } else if (this.#drawing !== null) return;
    if (name === 'w:t') this.#inText = false;
    else if (name === 'w:instrText') this.#inInstruction = false;
    else if (name === 'w:r') this.#inRun = false;
    else if (name === 'w:pPr') this.#inParagraphMarks = false;
    else if (name === 'w:hyperlink') this.#href = undefined;
    else if (name === 'w:footnote' || name === 'w:endnote') this.#endNote();
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tbl') this.#writer.markup('table', true);
    else if (name === 'w:tr') this.#writer.markup('tr', true);
    else if (name === 'w:tc') this.#writer.markup('td', true);
  }
}

const bare = { formats: new Set<Format>() };

function formatsOf(style: DocxStyle | undefined): Format[] {
  return [...(style?.formats ?? [])].flatMap(([format, isOn]) => (isOn ? [format] : []));
}

/** A letter of a font of signs; Word turns :) into one. */
function signOf(attributes: XmlAttributes): string {
  if (!/^wingdings$/i.test(attributes.get('w:font') ?? '')) return '';
  return wingdingsSign(
    String.fromCharCode(Number.parseInt(attributes.get('w:char') ?? '', 16) & 0xff),
  );
}

function alignOf(value: string): 'center' | 'right' | null {
  if (value === 'center') return 'center';
  return value === 'right' || value === 'end' ? 'right' : null;
}
