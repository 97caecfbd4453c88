// Chapter headings in texts without markup.

const numbered =
  /^(?:chapter|part|book|kapitel|teil|chapitre|partie|cap[ií]tulo|capitolo|hoofdstuk|глава)\s+(?:\d{1,4}|[ivxlc]{1,8}|(?:twenty|thirty|forty|fifty)[- ]?\p{L}*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|first|last)\b.{0,80}$/iu;
const named = /^(?:prologue|epilogue|interlude|prolog|epilog|prólogo|epílogo)\b.{0,60}$/iu;
const east = /^第[\d一二三四五六七八九十百]{1,6}[章話话回].{0,40}$/u;

/** Whether a line is the heading of a chapter. */
export function isChapterLine(line: string): boolean {
  const words = line.trim();
  if (words.length > 100) return false;
  return numbered.test(words) || named.test(words) || east.test(words);
}

/** A heading without what the archive says itself: the chapter's word and number. */
export function tidyChapterTitle(heading: string, position: number): string {
  const words = heading.replace(/\s+/g, ' ').trim();
  const found = /^\p{L}+\s+(\d+)(?:\s*[:.\u2013\u2014-]\s*(.*))?$/u.exec(words);
  if (found !== null && Number(found[1]) === position) return found[2] ?? '';
  const leading = /^(\d+)\s*[:.)]\s*(.*)$/.exec(words);
  if (leading !== null && Number(leading[1]) === position) return leading[2] ?? '';
  return words;
}
