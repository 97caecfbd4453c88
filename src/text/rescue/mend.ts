// Letters that were read in the wrong encoding, read again in the right one. Nothing else is
// touched: every sequence that is mended could have come about in one way only.

export type Mended = {
  readonly text: string;
  /** How many sequences were read again. */
  readonly count: number;
};

// What Windows-1252 shows for the bytes 0x80-0x9f; a space where it has nothing.
const shown = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const byteOf = new Map<string, number>();
for (let byte = 0x80; byte <= 0xff; byte += 1) byteOf.set(String.fromCharCode(byte), byte);
[...shown].forEach((letter, at) => {
  if (letter !== ' ') byteOf.set(letter, 0x80 + at);
});

const high = `[\\u0080-\\u00ff${shown.replaceAll(' ', '')}]`;
const sequence = new RegExp(
  `[\\u00c2-\\u00df]${high}|[\\u00e0-\\u00ef]${high}{2}|[\\u00f0-\\u00f4]${high}{3}`,
  'gu',
);
// One of these is enough; anything else that could be read again must occur more than once, for
// "Â«" may stand in a text that nothing happened to.
const certain = /\u00e2\u20ac|\u00e2\u0080|\u00c3[\u0080-\u00bf]|\u00ef\u00bb\u00bf|\u00f0\u0178/u;
const timesRead = 3;

/** Reads again what was UTF-8 and taken for Windows-1252 or Latin-1, up to three times over. */
export function mendLetters(text: string): Mended {
  let mended = text;
  let count = 0;
  for (let time = 0; time < timesRead; time += 1) {
    let found = 0;
    const again = mended.replace(sequence, (letters) => {
      const read = readAgain(letters);
      if (read !== letters) found += 1;
      return read;
    });
    if (found === 0 || (found < 2 && !certain.test(mended))) break;
    mended = again;
    count += found;
  }
  // Windows-1252 that was taken for Latin-1: quotes and dashes became control characters.
  const controls = mended.replace(/[\u0080-\u009f]/gu, (letter) => {
    const show = shown[letter.charCodeAt(0) - 0x80] ?? ' ';
    if (show === ' ') return letter;
    count += 1;
    return show;
  });
  return { text: controls, count };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readAgain(letters: string): string {
  const bytes = Uint8Array.from(letters, (letter) => byteOf.get(letter) ?? 0);
  try {
    return strict.decode(bytes);
  } catch {
    return letters;
  }
}
