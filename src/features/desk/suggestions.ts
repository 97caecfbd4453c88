// What a text suggests for its own tags, each with what it is founded on. Nothing is set by it.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { TextName, TextNames, WarningSign } from '../../text/index.ts';
import { canonicalsNamed, type Finding, type NamedTag, tagsNamedInText } from '../finding/index.ts';
import { pairsShownMost, suggestedCharactersMost, suggestedFandomsMost } from './limits.ts';

export type Suggested = { readonly id: TagId; readonly name: string };
export type SuggestedCharacter = Suggested & {
  /** As the text calls them. */
  readonly called: string;
  readonly count: number;
  readonly snippet: string;
  readonly passages: ReadonlySet<number>;
  readonly paragraphs: ReadonlySet<number>;
};
export type SuggestedFandom = Suggested & { readonly characters: readonly string[] };
export type SuggestedPair = Suggested & {
  /** Passages that have both, and paragraphs. */
  readonly together: number;
  readonly close: number;
};

export type Suggestions = {
  readonly fandoms: readonly SuggestedFandom[];
  readonly characters: readonly SuggestedCharacter[];
  readonly relationships: readonly SuggestedPair[];
  readonly warnings: readonly WarningSign[];
  readonly language: string | null;
  readonly passages: number;
};

/** `fandoms`: those that the form names; without any, those that the names lead to count. */
export async function suggestFromText(
  finding: Finding,
  viewer: Viewer,
  read: TextNames,
  fandoms: readonly TagId[],
): Promise<Suggestions> {
  const names = read.names.map(({ name }) => name);
  const look = (near: readonly TagId[]) =>
    tagsNamedInText(finding, viewer, { type: 'character', names, fandoms: near });
  const first = await look(fandoms);
  const likely = fandoms.length > 0 ? [] : likelyFandoms(read.names, first);
  const near = fandoms.length > 0 ? fandoms : likely.map(({ id }) => id);
  const characters = charactersOf(read.names, near === fandoms ? first : await look(near));
  return {
    fandoms: likely,
    characters,
    relationships: await pairsOf(finding, characters, read.passages),
    warnings: read.signs,
    language: read.language,
    passages: read.passages,
  };
}

/** Fandoms of which two or more characters are named in full, or one that no other fandom has. */
function likelyFandoms(
  names: readonly TextName[],
  found: ReadonlyMap<string, readonly NamedTag[]>,
): SuggestedFandom[] {
  const fandoms = new Map<TagId, { name: string; characters: Set<string>; weight: number }>();
  for (const { name, count } of names) {
    const whole = (found.get(name) ?? []).filter((tag) => tag.whole);
    // A bare first name is borne in many fandoms.
    if (!name.includes(' ') && whole.length > 1) continue;
    for (const tag of whole) {
      for (const { id, name: title } of tag.fandoms) {
        const one = fandoms.get(id) ?? { name: title, characters: new Set<string>(), weight: 0 };
        one.characters.add(tag.name);
        one.weight += count / whole.length;
        fandoms.set(id, one);
      }
    }
  }
  return [...fandoms]
    .map(([id, { name, characters, weight }]) => ({
      id,
      name,
      characters: [...characters],
      weight,
    }))
    .filter(({ characters, weight }) => characters.length > 1 || weight > 2)
    .sort((a, b) => b.characters.length - a.characters.length || b.weight - a.weight)
    .slice(0, suggestedFandomsMost)
    .map(({ id, name, characters }) => ({ id, name, characters: characters.slice(0, 5) }));
}

/** A part of a name is somebody's only in a fandom that is known, and only if nobody else's. */
function charactersOf(
  names: readonly TextName[],
  found: ReadonlyMap<string, readonly NamedTag[]>,
): SuggestedCharacter[] {
  const characters = new Map<TagId, SuggestedCharacter>();
  for (const { name, count, passages, paragraphs, snippet } of names) {
    const tag = meantBy(name, found.get(name) ?? []);
    if (tag === null) continue;
    const known = characters.get(tag.id);
    // "Ada Quill" is counted among "Ada" already.
    const isLarger = known === undefined || known.count < count;
    characters.set(tag.id, {
      id: tag.id,
      name: tag.name,
      called: isLarger ? name : known.called,
      count: isLarger ? count : known.count,
      snippet: isLarger ? snippet : known.snippet,
      passages: new Set([...(known?.passages ?? []), ...passages]),
      paragraphs: new Set([...(known?.paragraphs ?? []), ...paragraphs]),
    });
  }
  return [...characters.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, suggestedCharactersMost);
}

function meantBy(name: string, tags: readonly NamedTag[]): NamedTag | null {
  const below = tags.filter((tag) => tag.below);
  if (below.length > 0) {
    const whole = below.filter((tag) => tag.whole);
    const [only, another] = whole.length > 0 ? whole : below;
    // Of two of the name, the one that nearly everybody means.
    const isClear = another === undefined || (only?.score ?? 0) > another.score + 40;
    return isClear ? (only ?? null) : null;
  }
  const whole = tags.filter((tag) => tag.whole);
  return whole.length === 1 && name.includes(' ') ? (whole[0] ?? null) : null;
}

/** Known relationships of those who are often together. */
async function pairsOf(
  finding: Finding,
  characters: readonly SuggestedCharacter[],
  passages: number,
): Promise<SuggestedPair[]> {
  const pairs = characters.flatMap((one, at) =>
    characters.slice(at + 1).map((other) => ({
      one,
      other,
      together: one.passages.intersection(other.passages).size,
      close: one.paragraphs.intersection(other.paragraphs).size,
    })),
  );
  pairs.sort((a, b) => b.together - a.together || b.close - a.close);
  const known: SuggestedPair[] = [];
  const likely = pairs.filter((pair) => areOftenTogether(pair, passages));
  for (const { one, other, together, close } of likely.slice(0, pairsShownMost * 4)) {
    if (known.length >= pairsShownMost) break;
    const tags = await canonicalsNamed(finding, 'relationship', spellings(one.name, other.name));
    known.push(...tags.map((tag) => ({ ...tag, together, close })));
  }
  return known;
}

// In a long text whoever is in it meets everybody at some time.
const shareOfPassages = 1 / 20;
// One scene tells of two who share so many of its paragraphs; where it is one of several, of more.
const closeInShort = 3;
const closeInLong = 5;
const passagesOfShort = 2;

function areOftenTogether(
  { together, close }: { readonly together: number; readonly close: number },
  passages: number,
): boolean {
  if (together < passages * shareOfPassages) return false;
  const closeLeast = passages > passagesOfShort ? closeInLong : closeInShort;
  return together > 1 || close >= closeLeast;
}

/** How a relationship of the two may be written; signs do not matter to the look-up. */
function spellings(one: string, other: string): string[] {
  const bare = (name: string) => name.replace(/\s*\([^()]*\)\s*$/, '');
  const [a, b] = [bare(one), bare(other)];
  return [`${one}/${other}`, `${other}/${one}`, `${a}/${b}`, `${b}/${a}`];
}
