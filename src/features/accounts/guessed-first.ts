// Passwords that are tried first, known without asking anybody: a list that comes with a package,
// and what people make of its words to please a form.

/** Digits and signs around a listed word that make it no better: `Sunshine2024!` has five. */
const trimmingMost = 6;
/** Words shorter than this are inside too many good passwords. */
const coreLeast = 4;

/** Whether the password is among those tried first, or is made of one of them in a way many use. */
export async function isGuessedFirst(password: string): Promise<boolean> {
  const unit = unitOf(password.normalize('NFKC').toLowerCase());
  if ([...unit].length < coreLeast || isSequence(unit)) return true;
  const list = await loadList();
  const backwards = [...unit].reverse().join('');
  return [unit, backwards, ...coresOf(unit)].some((word) => list.has(word));
}

/** What is repeated: `kettle` of `kettlekettle`; the word itself when nothing is. */
function unitOf(word: string): string {
  return word.slice(0, (word + word).indexOf(word, 1));
}

/** `abcdefghij`, `9876543210`: each character follows the one before, and 0 follows 9. */
function isSequence(word: string): boolean {
  const points = [...word].map((character) => character.codePointAt(0) as number);
  const steps = points.slice(1).map((point, at) => stepOf(point - (points[at] as number)));
  return Math.abs(steps[0] ?? 0) === 1 && new Set(steps).size === 1;
}

function stepOf(difference: number): number {
  if (difference === -9) return 1;
  return difference === 9 ? -1 : difference;
}

/** The word without a little at its ends, as it is and with signs read as letters. */
function coresOf(word: string): string[] {
  const bare = [word, readAsLetters(word)].map((each) =>
    each.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, ''),
  );
  const cores = [...bare, word.slice(1), word.slice(0, -1), word.slice(0, -2)];
  return cores.filter(
    (core) => core.length >= coreLeast && word.length - core.length <= trimmingMost,
  );
}

function readAsLetters(word: string): string {
  // Signs at the end are a year or an exclamation mark.
  const [, head = '', tail = ''] = /^(.*?)([^\p{L}]*)$/su.exec(word) ?? [];
  return [...head].map((sign) => letters.get(sign) ?? sign).join('') + tail;
}

const pairs = '@a 4a 3e 1i !i 0o $s 5s 7t';
const letters = new Map(pairs.split(' ').map(([sign = '', letter = '']) => [sign, letter]));

// 49,000 words that most processes never need: loaded when somebody chooses a password.
let listed: Promise<ReadonlySet<string>> | undefined;

function loadList(): Promise<ReadonlySet<string>> {
  listed ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return listed;
}
