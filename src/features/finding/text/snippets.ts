// A line or two of a found work with the words that were typed, for lists.
import type { Reader } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import {
  analyseQuestion,
  matchesIn,
  plainText,
  type SnippetPart,
  snippetAround,
  type WantedWord,
} from '../../../text/index.ts';
import {
  type FindableWork,
  listFindableWorks,
  readTextsOfChapters,
  readTextsOfWorks,
} from '../../works/index.ts';
import type { TextLeaf } from './leaf.ts';

/** As long as a short summary. */
const snippetUnits = 240;
/** Characters looked through in one work, and for one list: some 10 and 100 ms. */
const workCharacters = 120_000;
const listCharacters = 1_000_000;
const charactersOfWord = 6;

export type SnippetRules = {
  /** What was typed and wanted; of a title nothing is shown, it is there already. */
  readonly leaves: readonly TextLeaf[];
  /** Whether the viewer is past the gate of the work; if not, only its summary is shown. */
  readonly mayRead: (id: WorkId) => boolean;
};

/**
 * For works that hold the words where this viewer may read them: the stretch that has most of
 * them. Works that are hidden, unrevealed or drafts have none for anybody, whatever ids are given.
 */
export async function snippetsOf(
  reader: Reader,
  viewer: Viewer,
  ids: readonly WorkId[],
  { leaves, mayRead }: SnippetRules,
): Promise<ReadonlyMap<WorkId, readonly SnippetPart[]>> {
  const snippets = new Map<WorkId, readonly SnippetPart[]>();
  const shown = leaves.filter(({ field }) => field !== 'title');
  if (ids.length === 0 || shown.length === 0) return snippets;
  const { works } = await listFindableWorks(reader, { ids });
  const open = works.filter(({ forMembers }) => !forMembers || viewer.kind !== 'guest');
  let left = listCharacters;
  for (const work of open) {
    const wanted = wantedIn(work, shown);
    const looked = mayRead(work.id)
      ? await inChapters(reader, work, wanted, Math.min(left, workCharacters))
      : { snippet: null, characters: 0 };
    left -= looked.characters;
    const snippet = looked.snippet ?? (await inLines(reader, work, wanted, mayRead(work.id)));
    if (snippet !== null) snippets.set(work.id, snippet);
  }
  return snippets;
}

function wantedIn({ language }: FindableWork, leaves: readonly TextLeaf[]): WantedWord[] {
  return leaves.flatMap(({ words, phrase, prefix }) =>
    analyseQuestion(words, { phrase, prefix, languages: [language] }),
  );
}

type Looked = { readonly snippet: readonly SnippetPart[] | null; readonly characters: number };

/** The chapter with the most different words; the first that has them all. */
async function inChapters(
  reader: Reader,
  { chapters, language }: FindableWork,
  wanted: readonly WantedWord[],
  most: number,
): Promise<Looked> {
  let characters = 0;
  let snippet: Looked['snippet'] = null;
  let best = 0;
  for (const { id, words } of chapters) {
    characters += words * charactersOfWord;
    if (characters > most) break;
    const html = (await readTextsOfChapters(reader, [id])).get(id)?.html ?? '';
    const text = plainText(html);
    const matches = matchesIn(text, wanted, language);
    const different = new Set(matches.map((match) => match.wanted)).size;
    if (different <= best) continue;
    best = different;
    snippet = snippetAround(text, matches, snippetUnits);
    if (best === wanted.length) break;
  }
  return { snippet, characters: Math.min(characters, most) };
}

async function inLines(
  reader: Reader,
  { id, language }: FindableWork,
  wanted: readonly WantedWord[],
  notesToo: boolean,
): Promise<readonly SnippetPart[] | null> {
  const text = (await readTextsOfWorks(reader, [id])).get(id);
  if (text === undefined) return null;
  const { summary, notes, endNotes } = text;
  for (const html of notesToo ? [summary, notes, endNotes] : [summary]) {
    const plain = plainText(html);
    const snippet = snippetAround(plain, matchesIn(plain, wanted, language), snippetUnits);
    if (snippet !== null) return snippet;
  }
  return null;
}
