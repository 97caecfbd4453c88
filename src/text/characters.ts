// Characters: which are kept, how they are written, how they are counted.

// C0 but tab and newline, DEL, C1, noncharacters of the basic plane, byte-order marks: none of
// them shows, most are not allowed in XML.
const unwanted = /[\0-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;
const lineEnds = /\r\n?|[\u0085\u2028]/g;
// Any character the three passes over prose would change: text without one is returned as it is.
const suspicious =
  /[\0-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]/;

/** Prose with LF line ends, no control characters and no half surrogates. Not yet NFC. */
export function cleanProse(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/\f/g, ' ')
    .replace(unwanted, '');
}

/** Marks on one letter; the most that Unicode's own safe text allows (UAX 15, stream-safe). */
const mostMarks = 30;
const mark = /\p{M}/u;
const crowded = new RegExp(`\\p{M}{${mostMarks + 1}}`, 'u');
/**
 * NFC, or another form. Marks beyond 30 on a letter go: putting them in order takes time by the
 * square of their number, three minutes for half a million.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKD' = 'NFC'): string {
  return withoutCrowds(withoutCrowds(text).normalize(form));
}

// Character by character: a pattern for a run without end meets the end of the stack at 2 million.
function withoutCrowds(text: string): string {
  if (!crowded.test(text)) return text;
  let kept = '';
  let marks = 0;
  for (const character of text) {
    marks = mark.test(character) ? marks + 1 : 0;
    if (marks <= mostMarks) kept += character;
  }
  return kept;
}

// In a name these hide a difference or turn the writing of what follows: zero-width space, soft
// hyphen, word joiner, bidi embeddings and overrides. Joiners stay: Persian and emoji need them.
const unseen = /[\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069]/g;

/** A text field as stored: NFC, LF, no control or hidden characters. Line breaks stay. */
export function normaliseText(text: string): string {
  return normalForm(cleanProse(text).replace(unseen, ''));
}

/** A title or name as stored: `normaliseText`, then white space squeezed to single spaces. */
export function normaliseLine(text: string): string {
  return normaliseText(text).replace(/\s+/g, ' ').trim();
}

/** Code points after NFC and LF: what every limit and every counter beside a field counts. */
export function countCharacters(text: string): number {
  const counted = normalForm(text.replace(/\r\n?/g, '\n'));
  let pairs = 0;
  for (let at = 0; at < counted.length - 1; at += 1) {
    const unit = counted.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const following = counted.charCodeAt(at + 1);
    if (following >= 0xdc00 && following <= 0xdfff) {
      pairs += 1;
      at += 1;
    }
  }
  return counted.length - pairs;
}

// White space, and characters that take no ink: joiners, direction marks, fillers, selectors.
const inkless = new RegExp(
  '[^\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f' +
    '\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]',
);

/** Whether anything of it can be seen. */
export function isVisible(text: string): boolean {
  return inkless.test(text);
}
