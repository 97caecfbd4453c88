// Which canonical tags a name in a text may mean: by the index of names, in memory.
import { nextTurn } from '../../kit/time/index.ts';
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { lookKey } from '../../text/index.ts';
import { type TagType, tagTypes } from '../tags/index.ts';
import { audienceOfViewer } from '../works/index.ts';
import { belowFandoms, type NearTags } from './below-fandoms.ts';
import type { Finding } from './finding.ts';
import type { EdgeSet } from './index/edges.ts';
import type { Fit, NameIndex } from './index/name-index.ts';
import type { TagTable } from './index/tag-table.ts';
import { narrowMost } from './limits.ts';
import { leadsSomewhere } from './sight.ts';

export type NamedTag = {
  readonly id: TagId;
  readonly name: string;
  /** The text has all of the name, what stands in parentheses at its end aside; else a part. */
  readonly whole: boolean;
  /** It is at home in one of the fandoms that were given. */
  readonly below: boolean;
  /** About how often it is used: 0 to 255. */
  readonly score: number;
  /** The canonical fandoms that it is at home in. */
  readonly fandoms: readonly { readonly id: TagId; readonly name: string }[];
};

export type NamesWanted = {
  readonly type: TagType;
  /** As they stand in the text. */
  readonly names: readonly string[];
  readonly fandoms: readonly TagId[];
};

/**
 * For each name the canonicals that bear it whole, themselves or by a synonym whose name the viewer
 * may know; of those at home in the fandoms, also those of which it is the first or last word. A
 * word that very many names have is a part of nobody's beyond the fandoms. No I/O beyond the index;
 * lets others by between its steps.
 */
export async function tagsNamedInText(
  finding: Finding,
  viewer: Viewer,
  { type, names, fandoms }: NamesWanted,
): Promise<ReadonlyMap<string, readonly NamedTag[]>> {
  const index = await finding.index();
  // Between two turns another index may answer: places are those of this one.
  const { packedTags, names: known } = index;
  const asked: Asked = {
    index,
    viewer,
    names: known,
    tags: packedTags.byId,
    parents: packedTags.parentEdges,
    wanted: tagTypes.indexOf(type),
    near: belowFandoms(packedTags, fandoms),
  };
  const scores = await packedTags.uses.seenBy(audienceOfViewer(viewer), index);
  const keys = new Map(names.map((name) => [name, lookKey(name)]));
  const widespread = new Set([...keys.values()].filter((key) => isWidespread(known, key)));
  const atHome = widespread.size === 0 ? new Map() : await namesAtHome(widespread, asked);
  const found = new Map<string, readonly NamedTag[]>();
  let looked = 0;
  for (const [name, key] of keys) {
    const places = widespread.has(key) ? [...named(asked, key), ...(atHome.get(key) ?? [])] : null;
    const some = places ?? known.fitting(wholeWords(key));
    const tags = bearersOf(key, some, asked);
    found.set(name, tags.map((bearer) => namedTag(bearer, asked, scores)).sort(byLikelihood));
    looked += some.length + placesOfName;
    if (looked < placesOfTurn) continue;
    looked = 0;
    await nextTurn();
  }
  return found;
}

type Index = Awaited<ReturnType<Finding['index']>>;

type Asked = {
  readonly index: Index;
  readonly viewer: Viewer;
  readonly names: NameIndex;
  readonly tags: TagTable;
  readonly parents: EdgeSet;
  /** Place of the type in `tagTypes`. */
  readonly wanted: number;
  readonly near: NearTags | null;
};

type Bearer = { readonly place: number; readonly whole: boolean };

// Some 2 ms, at a tenth of a microsecond for each place; to look a name up costs as much as some.
const placesOfTurn = 20_000;
const placesOfName = 200;

function wholeWords(key: string): Fit[] {
  return key.split(' ').map((word) => ({ word, slips: 0, isBeginning: false }));
}

function isWidespread(names: NameIndex, key: string): boolean {
  return wholeWords(key).every((fit) => names.sizeOf(fit) > narrowMost);
}

function named({ names, tags }: Asked, key: string): number[] {
  return names.named(key).map((id) => tags.placeOf(id));
}

/** By key: whose names it is a part of among those at home in the fandoms. */
async function namesAtHome(
  keys: ReadonlySet<string>,
  { tags, wanted, near }: Asked,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, number[]>();
  if (near === null) return found;
  for (let place = 0; place < tags.end; place++) {
    if (place % (placesOfTurn * 10) === 0) await nextTurn();
    if (!near.has(place) || tags.typeAt(place) !== wanted) continue;
    const words = bareKeyAt(tags, place).split(' ');
    const parts = words.flatMap((_, at) => [words.slice(0, at + 1), words.slice(at)]);
    for (const part of new Set(parts.map((some) => some.join(' ')))) {
      if (!keys.has(part)) continue;
      const places = found.get(part);
      if (places === undefined) found.set(part, [place]);
      else places.push(place);
    }
  }
  return found;
}

/** Each canonical once, as a whole where it is that by one of its names. */
function bearersOf(
  key: string,
  places: ArrayLike<number>,
  { index, viewer, tags, wanted, near }: Asked,
): Bearer[] {
  const found = new Map<number, Bearer>();
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    if (tags.typeAt(place) !== wanted) continue;
    const target = tags.meantAt(place);
    if (target < 0 || found.get(target)?.whole) continue;
    const fit = fitOf(tags, place, key);
    if (fit === null || (fit === 'part' && !near?.has(target))) continue;
    if (target !== place && !leadsSomewhere(viewer, tags.at(place), index)) continue;
    found.set(target, { place: target, whole: fit === 'whole' });
  }
  return [...found.values()];
}

function namedTag({ place, whole }: Bearer, asked: Asked, scores: Uint8Array): NamedTag {
  const { tags, parents, near } = asked;
  const isFandom = (above: number) => tags.typeAt(above) === fandomType && tags.isCanonical(above);
  const fandoms = parents.above(place).filter(isFandom);
  return {
    id: tags.idAt(place),
    name: tags.nameAt(place),
    whole,
    below: near?.has(place) ?? false,
    score: scores[place] ?? 0,
    fandoms: fandoms.map((above) => ({ id: tags.idAt(above), name: tags.nameAt(above) })),
  };
}

const fandomType = tagTypes.indexOf('fandom');

/** How a name in a text stands in a tag's: "Ada Quill (The Keepers)" is whole as "Ada Quill". */
function fitOf(tags: TagTable, place: number, key: string): 'whole' | 'part' | null {
  const own = tags.keyAt(place);
  if (!own.startsWith(key) && !own.includes(` ${key}`)) return null;
  const bare = bareKeyAt(tags, place);
  if (bare === key) return 'whole';
  if (bare.split(' ').length > 3) return null;
  return bare.startsWith(`${key} `) || bare.endsWith(` ${key}`) ? 'part' : null;
}

/** Without what stands in parentheses at its end. */
function bareKeyAt(tags: TagTable, place: number): string {
  const name = tags.nameAt(place);
  if (!name.endsWith(')')) return tags.keyAt(place);
  return lookKey(name.replace(/\s*\([^()]*\)$/, ''));
}

function byLikelihood(a: NamedTag, b: NamedTag): number {
  const rank = ({ below, whole, score }: NamedTag) =>
    (below ? 1_000 : 0) + (whole ? 500 : 0) + score;
  return rank(b) - rank(a) || (a.name < b.name ? -1 : 1);
}

/** Canonicals of a type that bear one of these very names, signs aside. */
export async function canonicalsNamed(
  finding: Finding,
  type: TagType,
  names: readonly string[],
): Promise<{ readonly id: TagId; readonly name: string }[]> {
  const index = await finding.index();
  const { byId } = index.packedTags;
  const wanted = tagTypes.indexOf(type);
  const ids = new Set(names.flatMap((name) => index.names.named(lookKey(name))));
  return [...ids]
    .map((id) => byId.placeOf(id))
    .filter((place) => place >= 0 && byId.typeAt(place) === wanted && byId.isCanonical(place))
    .map((place) => ({ id: byId.idAt(place), name: byId.at(place).name }));
}
