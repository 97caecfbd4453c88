// The work that the parts of a rescued text make. What has no field of its own is kept as a line of
// the notes: nothing of the text is lost.
import { cleanText, lineOf, rescue } from '../../../text/index.ts';
import { type BroughtWork, emptyBroughtWork, noTags } from '../brought-work.ts';
import { tidyChapterTitle } from '../readers/chapter-lines.ts';
import { type Part, partsOf } from './choices.ts';
import { rescuedFileCharactersMax } from './limits.ts';
import { text } from './messages.ts';

// Characters: what is shorter may well be one paragraph, and nobody looks at what a file becomes.
const drabble = 600;

/** The work of a text that lost its shape; null where it has its paragraphs. */
export function rescuedWork(source: string): BroughtWork | null {
  if (source.length > rescuedFileCharactersMax) return null;
  const rescued = rescue(source, { ends: 'made' });
  const { flat, wrapped, mended, pieces } = rescued;
  const isFlat = flat > 0 && source.length > drabble;
  const isLost = isFlat || wrapped || mended > 0 || pieces.some(({ kind }) => kind === 'field');
  if (pieces.length < 2 || !isLost) return null;
  return workOf(rescued.text, partsOf(rescued, { turned: new Set(), kinds: new Map() }), '');
}

type Chapter = { title: string; lines: string[]; notes: string[]; endNotes: string[] };

/** The work that the parts make. `title` wins over what the text says. */
export function workOf(source: string, parts: readonly Part[], title: string): BroughtWork {
  const facts = new Facts();
  const chapters: Chapter[] = [];
  const begin = (name: string) => {
    const chapter = { title: name, lines: [], notes: [], endNotes: [] };
    chapters.push(chapter);
    return chapter;
  };
  const lastText = parts.findLastIndex(({ kind }) => kind === 'paragraph' || kind === 'scene');
  parts.forEach((part, at) => {
    const line = lineOf(source, part.from, part.to);
    const value = lineOf(source, part.valueFrom ?? part.from, part.to);
    const chapter = chapters.at(-1);
    if (part.kind === 'field') facts.take(part.field ?? '', value, line);
    else if (part.kind === 'title' || part.kind === 'summary') facts.take(part.kind, value, line);
    else if (part.kind === 'heading') begin(tidyChapterTitle(line, chapters.length + 1));
    else if (part.kind !== 'note') (chapter ?? begin('')).lines.push(line);
    else if (chapter === undefined) facts.notes.push(line);
    else if (at > lastText) facts.endNotes.push(line);
    else (chapter.lines.length === 0 ? chapter.notes : chapter.endNotes).push(line);
  });
  const kept = chapters.filter(({ lines, title: name }) => lines.length > 0 || name !== '');
  return {
    ...emptyBroughtWork,
    kind: 'text',
    title: title.trim() === '' ? facts.title : title,
    creators: facts.creators,
    tags: facts.tags,
    language: facts.language,
    summary: markup(facts.summary),
    notes: markup(facts.notes),
    endNotes: markup(facts.endNotes),
    decisions: [text.wasRescued()],
    chapters: kept.map((chapter) => ({
      title: chapter.title,
      summary: '',
      notes: markup(chapter.notes),
      endNotes: markup(chapter.endNotes),
      format: 'text' as const,
      source: chapter.lines.join('\n\n'),
    })),
  };
}

/** What header lines say, under the names that writers give them. */
class Facts {
  title = '';
  language = '';
  readonly creators: string[] = [];
  readonly summary: string[] = [];
  readonly notes: string[] = [];
  readonly endNotes: string[] = [];
  tags: BroughtWork['tags'] = noTags;

  take(field: string, value: string, line: string): void {
    const name = field.replace(/\s/g, '');
    if (/^(?:story)?title$/.test(name) && this.title === '') this.title = value;
    else if (name === 'summary') this.summary.push(value);
    else if (/^(?:authors?|by|penname|writer)$/.test(name)) this.creators.push(value);
    else if (name === 'language') this.language = value;
    else {
      const type = tagTypes.find(([pattern]) => pattern.test(name))?.[1];
      if (type === undefined) this.notes.push(line);
      else this.tags = { ...this.tags, [type]: [...this.tags[type], ...namesIn(value)] };
    }
  }
}

const tagTypes = [
  [/^(?:rating|rated)$/, 'rating'],
  [/^fandoms?$/, 'fandom'],
  [/^(?:pairing|ship|relationship)s?$/, 'relationship'],
  [/^characters?$/, 'character'],
  [/^warnings?$/, 'warning'],
  [/^(?:genres?|tags)$/, 'freeform'],
] as const;

function namesIn(value: string): string[] {
  return value
    .split(/[,;]/)
    .map((name) => name.replace(/\.$/, '').trim())
    .filter((name) => name !== '');
}

function markup(lines: readonly string[]): string {
  const cleaned = cleanText(lines.join('\n\n'), 'text', 'notes');
  return cleaned.ok ? cleaned.html : '';
}
