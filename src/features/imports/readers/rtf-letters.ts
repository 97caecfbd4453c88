// Which letters the bytes of rich text are: each font may have a code page of its own.
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';

/** Encodings by the numbers that Windows gives sets of letters; the others are of the document. */
const ofSet: Readonly<Record<string, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** Encodings by the numbers of code pages, where the number is not its name. */
const ofPage: Readonly<Record<string, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

const ofTwoBytes = /^(?:shift_jis|gbk|euc-kr|big5)$/;

export class RtfLetters {
  #page = 'windows-1252';
  readonly #fonts = new Map<string, string>();
  readonly #decoders = new Map<string, TextDecoder>();
  /** The font of words that name none. */
  usual = '';

  /** Of all fonts that say nothing of their own. Throws `FileRefused` for an unknown page. */
  setPage(page: string): void {
    const name = ofPage[page] ?? `windows-${page}`;
    try {
      this.#decoders.set(name, new TextDecoder(name));
    } catch {
      throw new FileRefused(text.encodingUnknown());
    }
    this.#page = name;
  }

  setFont(font: string, set: string): void {
    const name = ofSet[set];
    if (name !== undefined) this.#fonts.set(font, name);
  }

  decode(font: string, bytes: Uint8Array): string {
    const name = this.#of(font);
    const decoder = this.#decoders.get(name) ?? new TextDecoder(name);
    this.#decoders.set(name, decoder);
    return decoder.decode(bytes);
  }

  /** Whether the last of the bytes is the first of two; the other may stand there as a letter. */
  lacksByte(font: string, bytes: readonly number[]): boolean {
    const name = this.#of(font);
    if (bytes.length === 0 || !ofTwoBytes.test(name)) return false;
    const isOne = (byte: number) =>
      byte < 0x81 || (name === 'shift_jis' && byte >= 0xa1 && byte <= 0xdf);
    let at = 0;
    while (at < bytes.length) at += isOne(bytes[at] ?? 0) ? 1 : 2;
    return at > bytes.length;
  }

  #of(font: string): string {
    return this.#fonts.get(font === '' ? this.usual : font) ?? this.#page;
  }
}
