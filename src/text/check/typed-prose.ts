// The paragraphs of a text as it was typed, each knowing where its characters stand in the source.
import type { TextFormat } from '../clean-text.ts';

/** Words to check, without markup. */
export type Paragraph = {
  readonly text: string;
  /** Where the character at this place stands in the source. */
  readonly placeOf: (at: number) => number;
  /** Prose is judged; headings, list items, verse and code are read over. */
  readonly kind: 'prose' | 'other';
};

/** In time and memory by the length of the source, whatever stands in it. */
export function typedProse(source: string, format: TextFormat): Paragraph[] {
  const reader = new Reader(source, format);
  return reader.read();
}

const blocks =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|td|th|hr|br|center|details|summary)$/;
const notProse = /^(?:h[1-6]|li|dt|dd|pre|td|th|code|center)$/;
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
};
const longestTag = 2_000;

class Reader {
  readonly #source: string;
  readonly #format: TextFormat;
  readonly #paragraphs: Paragraph[] = [];
  #text = '';
  // Runs that stand together in the source: from this place in the text, from that in the source.
  #starts: number[] = [];
  #sources: number[] = [];
  #next = -1;
  /** Open elements whose words are not prose. */
  #outside = 0;
  #isOther = false;

  constructor(source: string, format: TextFormat) {
    this.#source = source;
    this.#format = format;
  }

  read(): Paragraph[] {
    const source = this.#source;
    let at = 0;
    while (at < source.length) at = this.#step(at);
    this.#close();
    return this.#paragraphs;
  }

  #step(at: number): number {
    const sign = this.#source[at]!;
    if (sign === '\n') return this.#newline(at);
    if (this.#format === 'text') return this.#take(sign, at, 1);
    if (sign === '<') return this.#tag(at);
    if (sign === '&') return this.#reference(at);
    return this.#format === 'markdown' ? this.#markdown(sign, at) : this.#take(sign, at, 1);
  }

  #take(letter: string, at: number, length: number): number {
    if (at !== this.#next) {
      this.#starts.push(this.#text.length);
      this.#sources.push(at);
    }
    this.#text += letter;
    this.#next = letter.length === length ? at + length : -1;
    return at + length;
  }

  #newline(at: number): number {
    // In Markdown a line goes on in the next, unless that is empty or begins something.
    const goesOn = /\n(?![ \t\r]*(?:\n|$|[-+*>#]|\d{1,9}[.)][ \t]))/y;
    goesOn.lastIndex = at;
    const stays = this.#format === 'markdown' && !this.#isOther && goesOn.test(this.#source);
    if (!stays) this.#close();
    else if (this.#text !== '') this.#take(' ', at, 1);
    return at + 1;
  }

  #tag(at: number): number {
    const opening = /<(\/?)([a-z][a-z0-9]*)|<!--/iy;
    opening.lastIndex = at;
    const match = opening.exec(this.#source);
    if (match === null) return this.#take('<', at, 1);
    const end = this.#source.slice(at, at + longestTag).indexOf('>');
    if (end < 0) return this.#take('<', at, 1);
    const name = match[2]?.toLowerCase() ?? '';
    if (blocks.test(name)) this.#close();
    if (notProse.test(name)) {
      this.#outside = Math.max(0, this.#outside + (match[1] === '/' ? -1 : 1));
    }
    return at + end + 1;
  }

  #reference(at: number): number {
    const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/iy;
    reference.lastIndex = at;
    const match = reference.exec(this.#source);
    if (match === null) return this.#take('&', at, 1);
    const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : 0;
    const isLetter = code > 31 && code <= 0x10_ff_ff;
    const letter = isLetter ? String.fromCodePoint(code) : named[match[3] ?? ''];
    return this.#take(letter ?? '�', at, match[0].length);
  }

  #markdown(sign: string, at: number): number {
    const source = this.#source;
    if (this.#text === '' && /\s/.test(sign)) return at + 1;
    if (this.#text === '' && /[#>\-+*\d]/.test(sign)) {
      const marker = /(?:#{1,6}|[-+*]|\d{1,9}[.)])[ \t]|>[ \t]?/y;
      marker.lastIndex = at;
      const match = marker.exec(source);
      if (match !== null) {
        if (sign !== '>') this.#isOther = true;
        return at + match[0].length;
      }
    }
    if (sign === ']' && source[at + 1] === '(') {
      const end = source.slice(at, at + longestTag).indexOf(')');
      return end < 0 ? at + 1 : at + end + 1;
    }
    if ('*`[]~'.includes(sign)) return at + 1;
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? '')) return at + 1;
    const isEdge = !/\w/.test(source[at - 1] ?? ' ') || !/\w/.test(source[at + 1] ?? ' ');
    return sign === '_' && isEdge ? at + 1 : this.#take(sign, at, 1);
  }

  #close(): void {
    if (/[\p{L}\p{N}]/u.test(this.#text)) {
      this.#paragraphs.push({
        text: this.#text,
        placeOf: placesOf(this.#starts, this.#sources),
        kind: this.#outside > 0 || this.#isOther ? 'other' : 'prose',
      });
    }
    this.#text = '';
    this.#starts = [];
    this.#sources = [];
    this.#next = -1;
    this.#isOther = false;
  }
}

function placesOf(starts: readonly number[], sources: readonly number[]) {
  return (at: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return sources[low]! + at - starts[low]!;
  };
}
