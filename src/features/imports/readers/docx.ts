// Documents of Word (.docx): words, headings, emphasis, links, lists, tables, pictures, footnotes.
// Deleted words of tracked changes are left out; everything about looks alone is too.
import type { ByteSource } from '../../../kit/archive/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { type DocumentPictures, documentPictures } from './document-pictures.ts';
import { workOfDocument } from './document-work.ts';
import { DocxDrawing } from './docx-drawing.ts';
import {
  type DocxStyles,
  type DocxTargets,
  readDocxLists,
  readDocxStyles,
  readDocxTargets,
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
  const document = file.text('word/document.xml');
  if (document === null) throw new FileRefused(text.documentMissing());
  const part = (path: string) => file.text(path) ?? '';
  // All that is read before the first picture, which may use up what the file may cost.
  const notes = part('word/footnotes.xml');
  const said = file.text('docProps/core.xml');
  const facts: DocxFacts = {
    styles: readDocxStyles(part('word/styles.xml')),
    lists: readDocxLists(part('word/numbering.xml')),
    targets: readDocxTargets(part('word/_rels/document.xml.rels')),
    pictures: documentPictures(file, 'word/'),
  };
  const targets = readDocxTargets(part('word/_rels/footnotes.xml.rels'));
  const writer = new ProseWriter();
  walkXml(document, new DocxWalk(writer, facts));
  if (/w:type="normal"|<w:footnote w:id="[1-9]/.test(notes)) {
    walkXml(notes, new DocxWalk(writer, { ...facts, targets }));
  }
  return workOfDocument('docx', writer, said, facts.pictures);
}

type DocxFacts = {
  readonly styles: DocxStyles;
  /** `numId/level` of lists that are numbered; others have bullets. */
  readonly lists: ReadonlySet<string>;
  readonly targets: DocxTargets;
  readonly pictures: DocumentPictures;
};

/** What stands in these is not the text: deletions, fallbacks, marks beside the words. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:txbxContent',
  'w:sectPr',
  'w:sdtPr',
  'w:tblPr',
  'w:tcPr',
  'w:trPr',
]);

const switches: Readonly<Record<string, Format>> = {
  'w:b': 'strong',
  'w:i': 'em',
  'w:u': 'u',
  'w:strike': 's',
  'w:dstrike': 's',
};

class DocxWalk implements XmlListener {
  readonly #writer: ProseWriter;
  readonly #facts: DocxFacts;
  #skipping = 0;
  #kind: ParagraphKind = plainParagraph;
  #inRun = false;
  #inText = false;
  #run = new Set<Format>();
  #inParagraphMarks = false;
  #level = 0;
  #href: string | undefined;
  /** What a field of Word's own is told to show. */
  #instruction = '';
  #inInstruction = false;
  #drawing: DocxDrawing | null = null;

  constructor(writer: ProseWriter, facts: DocxFacts) {
    this.#writer = writer;
    this.#facts = facts;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skipping > 0 || skipped.has(name)) {
      this.#skipping += 1;
      return;
    }
    if (this.#drawing !== null) this.#drawing.open(name, attributes);
    else if (this.#inRun) this.#openInRun(name, attributes);
    else this.#openOutside(name, attributes);
  }

  #openOutside(name: string, attributes: XmlAttributes): void {
    const value = attributes.get('w:val') ?? '';
    const { styles, targets } = this.#facts;
    if (name === 'w:p') {
      this.#kind = plainParagraph;
      this.#level = 0;
    } else if (name === 'w:pPr') this.#inParagraphMarks = true;
    else if (name === 'w:pStyle') {
      const style = styles.get(value);
      this.#kind = { ...this.#kind, heading: style?.heading ?? null, align: style?.align ?? null };
    } else if (name === 'w:jc') this.#kind = { ...this.#kind, align: alignOf(value) };
    else if (name === 'w:ilvl') this.#level = Number(value) || 0;
    else if (name === 'w:numId') this.#setList(value);
    else if (name === 'w:hyperlink') {
      this.#href = targets.links.get(attributes.get('r:id') ?? '');
    } else if (name === 'w:footnote')
      this.#writer.words(`[${attributes.get('w:id') ?? ''}] `, bare);
    else if (name === 'w:tbl') this.#writer.markup('table');
    else if (name === 'w:tr') this.#writer.markup('tr');
    else if (name === 'w:tc') this.#writer.markup('td');
    else if (name === 'w:r' && !this.#inParagraphMarks) {
      this.#inRun = true;
      this.#run = new Set();
    }
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
      for (const one of this.#facts.styles.get(value ?? '')?.formats ?? []) this.#run.add(one);
    } else if (name === 'w:vertAlign' && value === 'superscript') this.#run.add('sup');
    else if (name === 'w:vertAlign' && value === 'subscript') this.#run.add('sub');
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:tab') this.#write(' ');
    else if (name === 'w:noBreakHyphen') this.#write('\u2011');
    else if (name === 'w:br' || name === 'w:cr') this.#break(attributes);
    else if (name === 'w:footnoteReference') this.#reference(attributes.get('w:id') ?? '');
    else if (name === 'w:drawing' || name === 'w:pict') this.#drawing = new DocxDrawing();
    else if (name === 'w:instrText') this.#inInstruction = true;
    else if (name === 'w:fldChar') this.#fieldMark(attributes.get('w:fldCharType') ?? '');
  }

  #break(attributes: XmlAttributes): void {
    // The end of a page or of a column is about paper.
    if (!attributes.has('w:type')) this.#writer.lineBreak({ formats: this.#run });
  }

  #reference(id: string): void {
    this.#writer.words(`[${id}]`, { formats: new Set([...this.#run, 'sup' as const]) });
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
    if (this.#inText) this.#write(words);
    else if (this.#inInstruction) this.#instruction += words;
  }

  #write(words: string): void {
    this.#writer.words(words, this.#words());
  }

  #words(): Run {
    const href = this.#href;
    if (href === undefined) return { formats: new Set(this.#run) };
    return { formats: new Set([...this.#run, 'a' as const]), href };
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
    if (name === 'w:drawing' || name === 'w:pict') {
      if (this.#drawing !== null) this.#endDrawing(this.#drawing);
      this.#drawing = null;
    } else if (this.#drawing !== null) return;
    if (name === 'w:t') this.#inText = false;
    else if (name === 'w:instrText') this.#inInstruction = false;
    else if (name === 'w:r') this.#inRun = false;
    else if (name === 'w:pPr') this.#inParagraphMarks = false;
    else if (name === 'w:hyperlink') this.#href = undefined;
    else if (name === 'w:p') this.#writer.paragraph(this.#kind);
    else if (name === 'w:tbl') this.#writer.markup('table', true);
    else if (name === 'w:tr') this.#writer.markup('tr', true);
    else if (name === 'w:tc') this.#writer.markup('td', true);
  }
}

const bare = { formats: new Set<Format>() };

function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'none' || value === 'off';
}

function alignOf(value: string): 'center' | 'right' | null {
  if (value === 'center') return 'center';
  return value === 'right' || value === 'end' ? 'right' : null;
}
