// Which canonical tags a name in a text may mean: by the index of names, in memory.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { lookKey } from '../../text/index.ts';
import { type TagType, tagTypes } from '../tags/index.ts';
import { audienceOfViewer } from '../works/index.ts';
import { belowFandoms } from './below-fandoms.ts';
import type { Finding } from './finding.ts';
import { narrowMost } from './limits.ts';
import { leadsSomewhere } from './sight.ts';

export type NamedTag = {
  readonly id: TagId;
  readonly name: string;
  /** The text has all of the name, what stands in its parentheses aside; else a part of it. */
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
 * For each name the canonicals that bear it, whole or as their first or last word, themselves or
 * by a synonym whose name the viewer may know. A name that very many tags have a word of is
 * looked up as a whole only. No I/O beyond the index.
 */
export async function tagsNamedInText(
  finding: Finding,
  viewer: Viewer,
  { type, names, fandoms }: NamesWanted,
): Promise<ReadonlyMap<string, readonly NamedTag[]>> {
  const index = await finding.index();
  const { byId, parentEdges, uses } = index.packedTags;
  const near = belowFandoms(index.packedTags, fandoms);
  const scores = uses.seenBy(audienceOfViewer(viewer), index.engine);
  const [wanted, fandomType] = [tagTypes.indexOf(type), tagTypes.indexOf('fandom')];
  const namedTag = (place: number, whole: boolean): NamedTag => ({
    id: byId.idAt(place),
    name: byId.at(place).name,
    whole,
    below: near?.has(place) ?? false,
    score: scores[place] ?? 0,
    fandoms: parentEdges
      .above(place)
      .filter((above) => byId.typeAt(above) === fandomType && byId.isCanonical(above))
      .map((above) => ({ id: byId.idAt(above), name: byId.at(above).name })),
  });
  const tagsOf = (name: string): NamedTag[] => {
    const found = new Map<number, NamedTag>();
    for (const place of placesOf(index, lookKey(name))) {
      if (byId.typeAt(place) !== wanted) continue;
      const target = byId.meantAt(place);
      if (target < 0) continue;
      const fit = fitOf(byId.at(place).name, lookKey(name));
      if (fit === null || (found.get(target)?.whole ?? false)) continue;
      if (target !== place && !leadsSomewhere(viewer, byId.at(place), index)) continue;
      found.set(target, namedTag(target, fit === 'whole'));
    }
    return [...found.values()].sort(byLikelihood);
  };
  return new Map(names.map((name) => [name, tagsOf(name)]));
}

type Index = Awaited<ReturnType<Finding['index']>>;

function placesOf({ names, packedTags }: Index, key: string): Iterable<number> {
  const fits = key.split(' ').map((word) => ({ word, slips: 0, isBeginning: false }));
  if (fits.some((fit) => names.sizeOf(fit) <= narrowMost)) return names.fitting(fits);
  return names.named(key).map((id) => packedTags.byId.placeOf(id));
}

/** How a name in a text stands in a tag's: "Ada Quill (The Keepers)" is whole as "Ada Quill". */
function fitOf(tag: string, key: string): 'whole' | 'part' | null {
  const bare = lookKey(tag.replace(/\s*\([^()]*\)\s*$/, ''));
  if (bare === key) return 'whole';
  if (bare.split(' ').length > 3) return null;
  return bare.startsWith(`${key} `) || bare.endsWith(` ${key}`) ? 'part' : null;
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
