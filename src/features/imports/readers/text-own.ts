// Plain text as archives like this one write it: its first lines say what the work is, each chapter
// stands below two blank lines, and notes between lines that say where they begin and end.
import { cleanText } from '../../../text/index.ts';
import {
  type BroughtChapter,
  type BroughtWork,
  chapterOf,
  emptyBroughtWork,
  noTags,
} from '../brought-work.ts';
import { normaliseAddress } from './addresses.ts';
import { titleOfNumbered } from './chapter-lines.ts';
import { companyIn, daysIn, seriesIn, typeLabelled } from './otw-tags.ts';

/** The work of such a text; null where it is none. */
export function readOwnText(lines: readonly string[]): BroughtWork | null {
  const [title = '', blank, by = '', source = ''] = lines;
  const address = /^[^:]+: (https?:\/\/\S+)$/.exec(source)?.[1];
  if (blank !== '' || !by.startsWith('by ') || address === undefined) return null;
  const sourceAddress = normaliseAddress(address);
  if (sourceAddress === null || !/\/works\/\d+$/.test(sourceAddress)) return null;
  const starts = headingsIn(lines);
  const [first] = starts;
  if (first === undefined) return null;
  const facts = factsIn(lines.slice(4, first));
  const isOneShot = starts.length === 1 && lines[first] === '* * *';
  const end = endOfChapters(lines);
  const chapters = starts.map((at, index): BroughtChapter => {
    const heading = isOneShot ? '' : titleOfNumbered(lines[at] ?? '', index + 1);
    return readChapter(lines.slice(at + 1, starts[index + 1] ?? end), heading);
  });
  const said = notesAround(lines.slice(5, first));
  const creators = by.slice(3).split(', ');
  return {
    ...emptyBroughtWork,
    ...facts,
    kind: 'text',
    title,
    creators,
    sourceAddress,
    summary: markup(said.summary),
    notes: markup(said.notes),
    endNotes: markup(notesAround(lines.slice(end)).endNotes),
    chapters,
  };
}

/** Two blank lines above and below; what stands so next is the text of that chapter. */
function headingsIn(lines: readonly string[]): number[] {
  const blank = (at: number) => lines[at]?.trim() === '';
  const found: number[] = [];
  for (let at = 5; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '' || line.startsWith('[') || !blank(at - 2) || !blank(at - 1)) continue;
    if (!blank(at + 1) || !blank(at + 2)) continue;
    found.push(at);
    at++;
    while (at < lines.length && blank(at)) at++;
  }
  return found;
}

/** Where the notes at the end of the work begin, three blank lines below the last chapter. */
function endOfChapters(lines: readonly string[]): number {
  const at = lines.lastIndexOf('[Notes at the end]');
  const apart = at > 3 && lines.slice(at - 3, at).every((line) => line.trim() === '');
  return apart ? at : lines.length;
}

function factsIn(lines: readonly string[]) {
  const rows = lines.flatMap((line): (readonly [string, string])[] => {
    const found = /^([^:[]{1,40}): (.+)$/.exec(line);
    return found === null ? [] : [[found[1] ?? '', found[2] ?? '']];
  });
  const value = (pattern: RegExp) => rows.find(([label]) => pattern.test(label))?.[1] ?? '';
  const tags: Record<string, readonly string[]> = { ...noTags };
  for (const [label, names] of rows) {
    const type = typeLabelled(label);
    if (type !== null) tags[type] = names.split(', ');
  }
  return {
    tags: tags as BroughtWork['tags'],
    language: value(/^language$/i),
    series: seriesIn(rows),
    ...daysIn(rows),
    ...companyIn(rows),
  };
}

function readChapter(lines: readonly string[], title: string): BroughtChapter {
  const { summary, notes, endNotes, rest } = notesAround(lines);
  const chapter = chapterOf(rest.join('\n').trim(), title, 'text');
  const said = { summary: markup(summary), notes: markup(notes), endNotes: markup(endNotes) };
  return { ...chapter, ...said };
}

type Noted = { summary: string[]; notes: string[]; endNotes: string[]; rest: string[] };

/** `[Notes]` to `[End: Notes]`, each taken to its field; the other lines. */
function notesAround(lines: readonly string[]): Noted {
  const found: Noted = { summary: [], notes: [], endNotes: [], rest: [] };
  for (let at = 0; at < lines.length; at++) {
    const label = /^\[(Summary|Notes|Notes at the end)\]$/.exec(lines[at] ?? '')?.[1];
    const end = label === undefined ? -1 : lines.indexOf(`[End: ${label}]`, at);
    if (label === undefined || end === -1) found.rest.push(lines[at] ?? '');
    else {
      const field = label === 'Summary' ? 'summary' : label === 'Notes' ? 'notes' : 'endNotes';
      found[field].push(...lines.slice(at + 1, end));
      at = end;
    }
  }
  return found;
}

function markup(lines: readonly string[]): string {
  const cleaned = cleanText(lines.join('\n').trim(), 'text', 'notes');
  return cleaned.ok ? cleaned.html : '';
}
