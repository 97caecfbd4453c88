// Frames of a document of LibreOffice: which picture each shows, and the words for it, which come
// after it.
import type { DocumentPictures } from './document-pictures.ts';
import type { XmlAttributes } from './xml.ts';

type Frame = {
  /** Of the same picture in several formats, as a drawing and as pixels. */
  addresses: string[];
  shows: boolean;
  title: string;
  description: string;
  decorative: boolean;
};

export class OdtFrames {
  readonly #pictures: DocumentPictures;
  #frames: Frame[] = [];
  /** Words that are said of a picture are being read. */
  #saying: 'title' | 'description' | null = null;

  constructor(pictures: DocumentPictures) {
    this.#pictures = pictures;
  }

  /** Whether an element is about pictures and nothing of the text. */
  open(name: string, attributes: XmlAttributes): boolean {
    if (name === 'draw:frame') {
      const decorative = attributes.get('loext:decorative') === 'true';
      this.#frames.push({ addresses: [], shows: false, title: '', description: '', decorative });
      return true;
    }
    if (name === 'svg:title') this.#saying = 'title';
    else if (name === 'svg:desc') this.#saying = 'description';
    else if (name === 'draw:image') this.#show(attributes.get('xlink:href'));
    else if (/^draw:(?:object|object-ole|plugin)$/.test(name)) this.#show(undefined);
    else return false;
    return true;
  }

  #show(address: string | undefined): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    frame.shows = true;
    if (address !== undefined) frame.addresses.push(address);
  }

  /** Takes words that are said of a picture; false: they are the text's. */
  words(words: string): boolean {
    if (this.#saying === null) return false;
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame[this.#saying] += words;
    return true;
  }

  close(name: string): boolean {
    if (name !== 'svg:title' && name !== 'svg:desc') return name === 'draw:image';
    this.#saying = null;
    return true;
  }

  /** Ends a frame; null: it holds text and shows nothing by itself. */
  end(): { readonly name: string | null; readonly alt: string } | null {
    const frame = this.#frames.pop();
    if (frame === undefined || !frame.shows) return null;
    const alt = (frame.description.trim() || frame.title.trim()).replace(/\s+/g, ' ');
    for (const address of frame.addresses) {
      const name = this.#pictures.name(address, { alt, decorative: frame.decorative });
      if (name !== null) return { name, alt };
    }
    return { name: null, alt };
  }
}
