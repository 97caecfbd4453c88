// The words that a filter looks for in texts, one question each.
import { leavesOf, type QueryWords } from '../../../engine/query-language/index.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import type { WorksFilter } from '../filter.ts';
import type { SearchText, TextField, TextHits, TextLeaf } from '../text/leaf.ts';
import { parseWorksQuery } from './works-language.ts';

/** `wanted`: works that have the words are asked for, not those without. */
export type AskedLeaf = { readonly leaf: TextLeaf; readonly wanted: boolean };

/** What full text answered to a filter's leaves, and when it was asked. */
export type FoundText = {
  readonly now: number;
  hitsOf(leaf: TextLeaf): TextHits;
};

const noHits: TextHits = { ids: new Float64Array(0), scores: new Map() };

/** Every leaf of the filter, each once. */
export function textLeavesOf(filter: WorksFilter): AskedLeaf[] {
  const asked: AskedLeaf[] = [];
  if (filter.title !== '') asked.push({ leaf: titleLeaf(filter.title), wanted: true });
  for (const { leaf, negative } of leavesOf(parseWorksQuery(filter.text).where)) {
    if (leaf.kind !== 'words') continue;
    for (const words of leaf.of) {
      asked.push({ leaf: textLeaf(leaf.field, words), wanted: !negative });
    }
  }
  return asked;
}

/** Whether the filter asks for works with certain words: then the best come first. */
export function looksForWords(filter: Pick<WorksFilter, 'title' | 'text'>): boolean {
  if (filter.title !== '') return true;
  if (filter.text === '') return false;
  for (const { leaf, negative } of leavesOf(parseWorksQuery(filter.text).where)) {
    if (leaf.kind === 'words' && !negative) return true;
  }
  return false;
}

/** Words that must all be in the title, as the form's field has them. */
export function titleLeaf(words: string): TextLeaf {
  return { kind: 'text', field: 'title', words, phrase: false, prefix: false };
}

/** A leaf for words of a field; null: of any. */
export function textLeaf(field: string | null, { text, phrase, prefix }: QueryWords): TextLeaf {
  const words = text.replaceAll('*', ' ');
  return { kind: 'text', field: (field ?? 'any') as TextField, words, phrase, prefix };
}

/** Asks full text for all of a filter's leaves. */
export async function findText(
  searchText: SearchText,
  filter: WorksFilter,
  viewer: Viewer,
  now: number,
): Promise<FoundText> {
  const hits = new Map<string, TextHits>();
  const ranked = filter.sort === 'relevance';
  for (const { leaf } of textLeavesOf(filter)) {
    const key = JSON.stringify(leaf);
    if (!hits.has(key)) hits.set(key, await searchText(leaf, viewer, { ranked }));
  }
  return { now, hitsOf: (leaf) => hits.get(JSON.stringify(leaf)) ?? noHits };
}
