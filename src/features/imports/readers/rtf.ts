// Rich text (.rtf): groups, control words and bytes in a code page of Windows.
import type { BroughtWork } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { workOfDocument } from './document-work.ts';
import { type Format, type ParagraphKind, ProseWriter, plainParagraph } from './prose-writer.ts';
import { RtfLetters } from './rtf-letters.ts';

/** Reads a document; throws `FileRefused`. */
export function readRtf(bytes: Uint8Array): BroughtWork {
  const source = Buffer.from(bytes).toString('latin1');
  if (!source.startsWith('{\\rtf')) throw new FileRefused(text.rtfNot());
  const walk = new RtfWalk();
  walk.read(source);
  const { title, creator } = walk;
  return workOfDocument('rtf', walk.writer, { title, creator, language: '', keywords: [] });
}

const groupDepthMax = 500;

type Group = {
  formats: Set<Format>;
  skip: boolean;
  /** Words that were deleted with a trace, or are not shown. */
  hidden: boolean;
  /** Bytes after a Unicode character that stand in for it where it is not known. */
  fallback: number;
  part: 'text' | 'title' | 'author' | 'instruction' | 'style' | 'fonts' | 'note';
  font: string;
  href: string | undefined;
};

/** Groups that hold no words of the text. */
const aside = new Set(
  (
    'colortbl info pict object header headerl headerr headerf footer footerl footerr ' +
    'footerf listtable listoverridetable generator themedata xmlnstbl rsidtbl datastore ' +
    'latentstyles nonshppict bkmkstart bkmkend comment annotation atnid atnauthor revtbl pntext ' +
    'pntxtb pntxta'
  ).split(' '),
);

const signs: Readonly<Record<string, string>> = {
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  tab: ' ',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00a0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

const switches: Readonly<Record<string, Format>> = {
  b: 'strong',
  i: 'em',
  ul: 'u',
  strike: 's',
  super: 'sup',
  sub: 'sub',
};

class RtfWalk {
  readonly writer = new ProseWriter();
  title = '';
  creator = '';
  #groups: Group[] = [];
  #group: Group = {
    formats: new Set(),
    skip: false,
    hidden: false,
    fallback: 1,
    part: 'text',
    font: '',
    href: undefined,
  };
  #kind: ParagraphKind = plainParagraph;
  readonly #letters = new RtfLetters();
  #bytes: number[] = [];
  #toPass = 0;
  /** A group that says of itself that it may be ignored is, unless its word is known. */
  #optional = false;
  #instruction = '';
  #style = { id: '', name: '' };
  readonly #headings = new Map<string, number>();

  read(source: string): void {
    const pattern =
      /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;
    for (const [said, word, value, byte, sign, brace, plain] of source.matchAll(pattern)) {
      // Programs break their lines anywhere, also between the bytes of a letter.
      if (/^[\r\n]/.test(said)) continue;
      if (byte !== undefined) {
        this.#byte(Number.parseInt(byte, 16));
        continue;
      }
      const trail = plain ?? (/^[\\{}]$/.test(sign ?? '') ? sign : undefined);
      if (trail !== undefined && this.#letters.lacksByte(this.#group.font, this.#bytes)) {
        this.#bytes.push(trail.charCodeAt(0));
        this.#flush();
        this.#plain(trail.slice(1));
        continue;
      }
      this.#flush();
      if (brace === '{') this.#open();
      else if (brace === '}') this.#close();
      else if (word !== undefined) this.#control(word, value);
      else if (sign !== undefined) this.#sign(sign);
      else if (plain !== undefined) this.#plain(plain);
    }
    this.#flush();
    if (this.#groups.length > 0) throw new FileRefused(text.rtfCut());
  }

  #open(): void {
    this.#toPass = 0;
    if (this.#groups.length >= groupDepthMax) throw new FileRefused(text.tooDeep());
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, formats: new Set(this.#group.formats) };
    this.#optional = false;
  }

  #close(): void {
    // What stands in for a letter does so within its group.
    this.#toPass = 0;
    const outer = this.#groups.pop();
    if (outer === undefined) throw new FileRefused(text.rtfCut());
    if (this.#group.part === 'style' && outer.part === 'style') this.#keepStyle();
    if (this.#group.part === 'instruction' && outer.part !== 'instruction') {
      outer.href = /HYPERLINK\s+"([^"]+)"/i.exec(this.#instruction)?.[1];
      this.#instruction = '';
    }
    if (this.#group.part === 'note' && outer.part !== 'note') this.#write(']');
    this.#group = outer;
  }

  #keepStyle(): void {
    const level = /^heading ([1-6]);?$/i.exec(this.#style.name.trim())?.[1];
    if (level !== undefined) this.#headings.set(this.#style.id, Number(level));
    this.#style = { id: '', name: '' };
  }

  #byte(byte: number): void {
    if (this.#toPass > 0) this.#toPass -= 1;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const words = this.#letters.decode(this.#group.font, Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#write(words);
  }

  #plain(words: string): void {
    const passed = Math.min(this.#toPass, words.length);
    this.#toPass -= passed;
    if (passed === words.length) return;
    const rest = words.slice(passed);
    // Programs that know no code for a byte write the byte.
    if (/^[\0-\x7f]*$/.test(rest)) this.#write(rest);
    else this.#write(this.#letters.decode(this.#group.font, Buffer.from(rest, 'latin1')));
  }

  #sign(sign: string): void {
    if (sign === '*') this.#optional = true;
    else if (sign === '\n' || sign === '\r') this.#endParagraph();
    else if (signs[sign] !== undefined) this.#write(signs[sign]);
  }

  #control(word: string, value: string | undefined): void {
    if (this.#optional && word !== 'fldinst') this.#group.skip = true;
    this.#optional = false;
    const group = this.#group;
    const isOn = value !== '0';
    if (word === 'info') group.skip = true;
    else if (word === 'title' || word === 'author') {
      group.skip = false;
      group.part = word;
    } else if (aside.has(word)) this.#skipAside(word);
    else if (word === 'stylesheet') group.part = 'style';
    else if (word === 'fonttbl') group.part = 'fonts';
    else if (word === 'f') group.font = value ?? '';
    else if (word === 'fcharset') this.#letters.setFont(group.font, value ?? '');
    else if (word === 'footnote') this.#openNote();
    else if (word === 'fldinst') group.part = 'instruction';
    else if (word === 'uc') group.fallback = Number(value ?? 1);
    else if (word === 'u') this.#unicode(Number(value ?? 0));
    else if (word === 'ansicpg') this.#letters.setPage(value ?? '');
    else if (word === 'mac') this.#letters.setPage('10000');
    else if (word === 'deff') this.#letters.usual = value ?? '';
    else if (word === 'plain') {
      group.formats.clear();
      group.font = '';
      group.hidden = false;
    } else if (word === 'deleted' || word === 'v') group.hidden = isOn;
    else if (word === 'ulnone') group.formats.delete('u');
    else if (word === 'nosupersub') {
      group.formats.delete('sup');
      group.formats.delete('sub');
    } else if (switches[word] !== undefined) {
      if (isOn) group.formats.add(switches[word]);
      else group.formats.delete(switches[word]);
    } else this.#paragraphWord(word, value);
  }

  #skipAside(word: string): void {
    if (word === 'pict') this.writer.pictures += 1;
    this.#group.skip = true;
  }

  #paragraphWord(word: string, value: string | undefined): void {
    const { part, skip } = this.#group;
    if (part === 'style') {
      if (word === 's') this.#style.id = value ?? '';
      return;
    }
    if (skip) return;
    // How a note is set is not how its paragraph is.
    if (part === 'note' && /^(?:pard|qc|qr|s|outlinelevel)$/.test(word)) return;
    if (word === 'par' || word === 'sect') this.#endParagraph();
    else if (/^(?:nest)?cell$/.test(word)) this.#endParagraph();
    // The end of a page or of a column is about paper, and parts words.
    else if (word === 'page' || word === 'column') this.writer.words(' ', { formats: new Set() });
    else if (word === 'pard') this.#kind = plainParagraph;
    else if (word === 'qc') this.#kind = { ...this.#kind, align: 'center' };
    else if (word === 'qr') this.#kind = { ...this.#kind, align: 'right' };
    else if (word === 's') {
      this.#kind = { ...this.#kind, heading: this.#headings.get(value ?? '') ?? null };
    } else if (word === 'outlinelevel' && Number(value) < 6) {
      this.#kind = { ...this.#kind, heading: Number(value) + 1 };
    } else if (word === 'line') this.writer.lineBreak({ formats: this.#group.formats });
    else if (signs[word] !== undefined) this.#write(signs[word]);
  }

  #unicode(value: number): void {
    if (value !== 0) this.#write(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.#toPass = this.#group.fallback;
  }

  #openNote(): void {
    if (this.#group.skip || this.#group.part === 'note') return;
    this.#write(' [');
    this.#group.part = 'note';
    this.#group.formats.clear();
  }

  #endParagraph(): void {
    if (this.#group.part === 'note') this.#write(' ');
    if (this.#group.part === 'text' && !this.#group.skip) this.writer.paragraph(this.#kind);
  }

  #write(words: string): void {
    const { part, skip, hidden, formats, href } = this.#group;
    if (skip || hidden || part === 'fonts') return;
    if (part === 'title') this.title += words;
    else if (part === 'author') this.creator += words;
    else if (part === 'instruction') this.#instruction += words;
    else if (part === 'style') this.#style.name += words;
    else if (href === undefined) this.writer.words(words, { formats: new Set(formats) });
    else this.writer.words(words, { formats: new Set([...formats, 'a' as const]), href });
  }
}
