// Markdown as archives like this one write it: what the work says of itself stands ahead, chapters
// below headings of the second level, what is said of a chapter in quotations under a bold label.
import { cleanText } from '../../../text/index.ts';
import {
  type BroughtChapter,
  type BroughtWork,
  chapterOf,
  emptyBroughtWork,
} from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { titleOfNumbered } from './chapter-lines.ts';
import { saysSummary } from './otw-page.ts';

/** Whether what stands ahead is of such a file. */
export function isOwnFrontMatter({
  title,
  sourceAddress,
  language,
}: Partial<BroughtWork>): boolean {
  const isWork = /\/works\/\d+$/.test(sourceAddress ?? '');
  return isWork && title !== undefined && language !== undefined;
}

/** Reads the text below; throws `FileRefused`. */
export function readOwnMarkdown(
  source: string,
  facts: Partial<BroughtWork>,
  decisions: readonly string[],
): BroughtWork {
  const lines = source.split('\n');
  // The text of a chapter has headings too, from the fourth level on.
  const headings = headingLines(lines);
  const starts = headings.filter(({ level }) => level === 2).map(({ at }) => at);
  const above = lines.slice(0, starts[0]);
  const [first] = headings;
  if (first?.level === 1 && above.slice(0, first.at).every((line) => !isWords(line))) {
    above.splice(0, first.at + 1);
  }
  const below = starts.map((at, index) => {
    const [heading = '', ...words] = lines.slice(at, starts[index + 1]);
    return readChapter(heading.replace(/^## /, ''), words, index + 1);
  });
  const chapters = [readChapter('', above, 0), ...below];
  const found = chapters.filter((chapter) => chapter.source !== '');
  if (found.length === 0) throw new FileRefused(text.noText());
  const said = [...decisions, text.cutAtHeadings({ count: found.length })];
  return { ...emptyBroughtWork, ...facts, kind: 'markdown', chapters: found, decisions: said };
}

/** Headings and where they stand, none of them in code. */
export function headingLines(lines: readonly string[]): { at: number; level: number }[] {
  const headings: { at: number; level: number }[] = [];
  let fenced = false;
  for (const [at, line] of lines.entries()) {
    if (isFence(line)) fenced = !fenced;
    const marks = fenced ? null : /^(#{1,6})\s+\S/.exec(line);
    if (marks !== null) headings.push({ at, level: marks[1]?.length ?? 0 });
  }
  return headings;
}

/** Whether code begins or ends with a line. */
export function isFence(line: string): boolean {
  return /^\s{0,3}(?:```|~~~)/.test(line);
}

function readChapter(heading: string, lines: string[], position: number): BroughtChapter {
  const said = { summary: '', notes: '', endNotes: '' };
  for (;;) {
    const quote = quoteAt(lines, lines.findIndex(isWords));
    if (quote === null || said.notes !== '') break;
    const kind = saysSummary.test(quote.label) && said.summary === '' ? 'summary' : 'notes';
    said[kind] = quote.html;
    lines.splice(0, quote.to);
  }
  const last = lines.findLastIndex(isWords);
  const begins = lines.slice(0, last + 1).findLastIndex((line) => !line.startsWith('>')) + 1;
  const quote = begins > 0 || said.notes !== '' ? quoteAt(lines, begins) : null;
  if (quote !== null) {
    said.endNotes = quote.html;
    lines.splice(begins);
  }
  const title = titleOfNumbered(heading.replace(/\\(?=[^\w\s])/g, ''), position);
  return { ...chapterOf(lines.join('\n').trim(), title, 'markdown'), ...said };
}

function isWords(line: string): boolean {
  return line.trim() !== '';
}

/** A quotation that begins with a label, and with which line it ends. */
function quoteAt(
  lines: readonly string[],
  from: number,
): { readonly label: string; readonly html: string; readonly to: number } | null {
  const label = /^> \*\*(.+)\*\*$/.exec(lines[from] ?? '')?.[1];
  if (label === undefined || lines[from + 1] !== '>') return null;
  let to = from;
  while (lines[to]?.startsWith('>')) to += 1;
  const inside = lines.slice(from + 2, to).map((line) => line.replace(/^> ?/, ''));
  const cleaned = cleanText(inside.join('\n'), 'markdown', 'notes');
  return cleaned.ok ? { label, html: cleaned.html, to } : null;
}
