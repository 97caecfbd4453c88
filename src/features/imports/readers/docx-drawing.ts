// One drawing of a Word document, of either age: which pictures it shows, and the words for them.
import type { PictureSaid } from './document-pictures.ts';
import type { XmlAttributes } from './xml.ts';

export type ShownInDrawing = PictureSaid & {
  /** The id of the file's part; empty: the drawing is none that is a picture. */
  readonly part: string;
};

export class DocxDrawing {
  #alt = '';
  #decorative = false;
  /** Of one picture in a group. */
  #own = '';
  #parts: ShownInDrawing[] = [];
  /** A line across the page, which parts scenes. */
  isRule = false;
  /** A text box was in it. */
  hasWords = false;

  /** What it shows: a chart or a shape is one thing without a part. */
  get shown(): readonly ShownInDrawing[] {
    const said = { alt: this.#alt, decorative: this.#decorative };
    if (this.#parts.length === 0 && this.hasWords) return [];
    if (this.#parts.length === 0) return [{ part: '', ...said }];
    const isOne = this.#parts.length === 1;
    return this.#parts.map((one) => ({
      ...one,
      alt: one.alt || (isOne ? this.#alt : ''),
      decorative: this.#decorative,
    }));
  }

  open(name: string, attributes: XmlAttributes): void {
    const value = (key: string) => (attributes.get(key) ?? '').replace(/\s+/g, ' ').trim();
    if (name === 'wp:docPr') this.#alt = value('descr') || value('title');
    else if (name === 'adec:decorative') this.#decorative = /^(?:1|true)$/.test(value('val'));
    else if (name === 'pic:cNvPr') this.#own = value('descr');
    else if (name === 'v:shape') this.#own = value('alt');
    else if (name === 'v:rect') this.isRule = /^(?:t|true|1)$/.test(value('o:hr'));
    else if (name === 'a:blip') this.#add(value('r:embed'));
    else if (name === 'v:imagedata') this.#add(value('r:id'));
  }

  #add(part: string): void {
    this.#parts.push({ part, alt: this.#own, decorative: false });
    this.#own = '';
  }
}
