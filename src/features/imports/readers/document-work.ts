// What the documents of word processors have in common: a text, and a few facts about it.
import { withTaken } from '../brought-pictures.ts';
import {
  type BroughtChapter,
  type BroughtWork,
  emptyBroughtWork,
  noTags,
} from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { chaptersByHeadings, withTitleAbove } from './by-headings.ts';
import { withTidyTitles } from './chapter-lines.ts';
import type { DocumentPictures } from './document-pictures.ts';
import { readPage } from './nodes.ts';
import type { ProseWriter } from './prose-writer.ts';
import { localName, walkXml } from './xml.ts';

export type DocumentFacts = {
  readonly title: string;
  readonly creator: string;
  readonly language: string;
  readonly keywords: readonly string[];
};

/**
 * The work that was written; `facts`: XML with Dublin Core names in it, or what was read.
 * `pictures`: absent of a kind of document whose pictures stay behind. `notes`: by the numbers in
 * brackets with which the text refers to them; each comes below the chapter that does.
 */
export function workOfDocument(
  kind: 'docx' | 'odt' | 'rtf',
  writer: ProseWriter,
  facts: string | null | DocumentFacts,
  pictures?: DocumentPictures,
  notes: ReadonlyMap<number, string> = new Map(),
): BroughtWork {
  const { html, breaks } = writer.finish();
  const { title, creators, chapters } = withTitleAbove(chaptersByHeadings(readPage(html)));
  if (chapters.length === 0) throw new FileRefused(text.noText());
  const known = typeof facts === 'string' ? readFacts(facts) : facts;
  const decisions = [text.cutAtHeadings({ count: chapters.length })];
  if (breaks > 0) decisions.push(text.blanksAreBreaks({ count: breaks }));
  const met = writer.pictures;
  if (pictures === undefined && met > 0) decisions.push(text.picturesOfRtf({ count: met }));
  const work: BroughtWork = {
    ...emptyBroughtWork,
    kind,
    title: title || (known?.title ?? ''),
    creators: creatorsOf(creators, known),
    language: known?.language ?? '',
    tags: { ...noTags, freeform: known?.keywords ?? [] },
    chapters: withTidyTitles(withNotes(chapters, notes)),
    decisions,
  };
  return pictures === undefined ? work : withTaken(work, pictures.taken, met);
}

/** What the page says is seen by its writer; what the program noted of its owner is not. */
function creatorsOf(said: readonly string[], known: DocumentFacts | null): readonly string[] {
  if (said.length > 0) return said;
  return known === null || known.creator === '' ? [] : [known.creator];
}

function withNotes(
  chapters: readonly BroughtChapter[],
  notes: ReadonlyMap<number, string>,
): readonly BroughtChapter[] {
  if (notes.size === 0) return chapters;
  const below = chapters.map((): string[] => []);
  const referring = new Map<number, number>();
  for (const [at, { title, source }] of chapters.entries()) {
    // A heading has no markup; what it refers to stands below its chapter as well.
    for (const [, references = ''] of `<sup>${title}</sup>${source}`.matchAll(/<sup>([^<]*)/g)) {
      for (const [, number] of references.matchAll(/\[(\d+)\]/g)) {
        if (!referring.has(Number(number))) referring.set(Number(number), at);
      }
    }
  }
  for (const [number, note] of [...notes].sort(([a], [b]) => a - b)) {
    below.at(referring.get(number) ?? -1)?.push(note);
  }
  return chapters.map((chapter, at) => ({
    ...chapter,
    source: [chapter.source, ...(below[at] ?? [])].join('\n'),
  }));
}

function readFacts(source: string): DocumentFacts {
  const found = new Map<string, string>();
  let name = '';
  walkXml(source, {
    open: (opened) => {
      name = localName(opened);
    },
    close: () => {
      name = '';
    },
    words: (words) => {
      if (name !== '') found.set(name, (found.get(name) ?? '') + words);
    },
  });
  const value = (key: string) => (found.get(key) ?? '').trim();
  const keywords = [value('keywords'), value('keyword')].join(',').split(/\s*[,;]\s*/);
  return {
    title: value('title'),
    creator: value('initial-creator') || value('creator'),
    language: value('language'),
    keywords: keywords.filter((word) => word !== ''),
  };
}
