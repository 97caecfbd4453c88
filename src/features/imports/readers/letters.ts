// Encodings that are proven by the letters they make of some bytes: those that a language is full
// of come out of the right one, and rare ones out of the others.

type Proof = {
  readonly encoding: string;
  /** Letters that are not ASCII. */
  readonly letters: RegExp;
  /** Those among them that a text is full of. */
  readonly usual: RegExp;
  readonly share: number;
  /** What hardly ever stands in such a text. */
  readonly odd?: RegExp;
};

const kana = { letters: /[^\0-\u007f]/g, usual: /[\u3041-\u3096\u30a1-\u30fa]/g, share: 0.3 };
const cyrillic = {
  letters: /[^\0-\u007f]/g,
  // In words: letters of the West that look Cyrillic stand alone, or among those of ASCII.
  usual: /(?<=[А-яЁё])[аеиорнтслв]|[аеиорнтслв](?=[а-яё])/g,
  share: 0.5,
  // Of another code page; one of the Mac has a capital where a small letter is.
  odd: /[A-Za-z](?=[А-яЁё])|[А-яЁё](?=[A-Za-z])|[а-яё](?=[А-ЯЁ])/g,
};
const han = {
  letters: /\p{Script=Han}/gu,
  usual:
    /[的一是不了在人有我他这中大来上个说们为子和你地出道也时得就那要下以生会自着去之过对可她里后]/gu,
  share: 0.2,
};

const proofs: readonly Proof[] = [
  { encoding: 'shift_jis', ...kana },
  { encoding: 'euc-jp', ...kana },
  { encoding: 'windows-1251', ...cyrillic },
  // Has the letters of the Russian one, and those of Ukraine.
  { encoding: 'koi8-u', ...cyrillic },
  { encoding: 'gbk', ...han },
];

/** Fewer letters prove nothing. */
const lettersMin = 40;
const oddShareMax = 0.01;
/** Bytes of the beginning by which the encoding is told. */
const sampleBytes = 100_000;

/** The words in the one encoding that their letters prove; null where none or several do. */
export function lettersSay(bytes: Uint8Array): { name: string; words: string } | null {
  const sample = bytes.subarray(0, sampleBytes);
  const found = proofs.filter((proof) => isProven(sample, proof));
  const [only, other] = found;
  if (only === undefined || other !== undefined) return null;
  try {
    const words = new TextDecoder(only.encoding, { fatal: true }).decode(bytes);
    return { name: only.encoding, words };
  } catch {
    return null;
  }
}

function isProven(sample: Uint8Array, { encoding, letters, usual, share, odd }: Proof): boolean {
  const words = new TextDecoder(encoding).decode(sample, { stream: true });
  // Where the sample was cut proves nothing against it.
  if (words.slice(0, -2).includes('\ufffd')) return false;
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  const all = count(letters);
  if (odd !== undefined && count(odd) > all * oddShareMax) return false;
  return all >= lettersMin && count(usual) > all * share;
}
