// One HTML file: a download of an OTW archive, or any other page.
import { applySheets, type MarkupNode } from '../../../text/index.ts';
import { type BroughtWork, emptyBroughtWork, noTags } from '../brought-work.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { chaptersByHeadings, withTitleAbove } from './by-headings.ts';
import { withTidyTitles } from './chapter-lines.ts';
import { decodeText } from './encodings.ts';
import { attribute, elementsBelow, findBelow, readPage, wordsOf } from './nodes.ts';
import { isOtwDownload, readOtwDownload } from './otw-page.ts';

/** Reads a page; throws `FileRefused`. */
export function readHtmlFile(bytes: Uint8Array): BroughtWork {
  const { text: source, decisions } = decodeText(bytes);
  const page = readPage(source);
  applySheets(page);
  if (isOtwDownload([page])) return { ...readOtwDownload([page], 'otw-html'), decisions };
  return { ...readPlainPage(page, decisions), language: languageOfPage(source) };
}

/** A page is read as a fragment, which has no element `html`. */
function languageOfPage(source: string): string {
  const [, said] = /<html\s[^<>]*?\blang\s*=\s*["']?([\w-]+)/i.exec(source.slice(0, 4_000)) ?? [];
  return said ?? '';
}

function readPlainPage(page: MarkupNode, decisions: readonly string[]): BroughtWork {
  const { title, creators, chapters } = withTitleAbove(chaptersByHeadings(page));
  if (chapters.length === 0) throw new FileRefused(text.noText());
  const named = findBelow(page, (node) => node.name === 'title');
  const meta = (name: string) =>
    elementsBelow(page)
      .filter((node) => node.name === 'meta' && attribute(node, 'name').toLowerCase() === name)
      .map((node) => attribute(node, 'content').trim())
      .find((content) => content !== '');
  const author = meta('author');
  const keywords = meta('keywords')?.split(/\s*,\s*/) ?? [];
  return {
    ...emptyBroughtWork,
    kind: 'html',
    title: title || wordsOf(named),
    creators: creators.length > 0 || author === undefined ? creators : [author],
    tags: { ...noTags, freeform: keywords.filter((word) => word !== '') },
    summary: meta('description') ?? '',
    chapters: withTidyTitles(chapters),
    decisions: [...decisions, text.cutAtHeadings({ count: chapters.length })],
  };
}
