// Tags to offer while somebody types: by the beginnings of words in their names, then by what
// nearly so begins.
import type { TagId } from '../../shared/ids.ts';
import { hasRole, type Viewer } from '../../shared/viewer.ts';
import { lookKey } from '../../text/index.ts';
import { type TagType, tagTypes } from '../tags/index.ts';
import { audienceOfViewer } from '../works/index.ts';
import { belowFandoms, type NearTags } from './below-fandoms.ts';
import type { Finding } from './finding.ts';
import type { Fit } from './index/name-index.ts';
import { beginsSo } from './index/name-index.ts';
import type { KnownTag, WorksIndex } from './index/works-index.ts';
import {
  areNested,
  type Likely,
  LikelyTags,
  standingApart,
  typedWordsMost,
  waysToSlip,
} from './likely-tags.ts';
import {
  leadingLookedAtMost,
  leadingStep,
  narrowMost,
  ownWorksLookedAtMost,
  unwrangledLookedAtMost,
  walkedPerLookedAt,
} from './limits.ts';
import { rankedPlaces, ranksEnd } from './ranked.ts';
import { knowsTag, leadsSomewhere, sightOf } from './sight.ts';

export type Suggesting = {
  /** Null: any type that stands on works. */
  readonly type: TagType | null;
  readonly term: string;
  readonly limit: number;
  /** Tags below any of these fandoms come first. */
  readonly fandoms?: readonly TagId[];
};

export type Suggestion = {
  readonly tag: KnownTag;
  /** How many works the viewer finds by it. */
  readonly works: number;
  /** The synonym that what was typed begins, if the viewer may know it. */
  readonly matched: string | null;
};

/** As `suggestNames`, the tags alone. */
export async function suggestTags(
  finding: Finding,
  viewer: Viewer,
  suggesting: Suggesting,
): Promise<KnownTag[]> {
  return (await suggestNames(finding, viewer, suggesting)).map(({ tag }) => tag);
}

/**
 * Tags in whose names each word typed begins a word; with fewer than `limit` of them, those that
 * nearly do. The very name first, then those below the fandoms, canonical ones by their uses, then
 * the others. A synonym leads to its canonical. A name that nobody has wrangled is offered to its
 * own creators and to wranglers at once, to others when two creators are known to use it; never one
 * that the viewer could not see.
 */
export async function suggestNames(
  finding: Finding,
  viewer: Viewer,
  { type, term, limit, fandoms = [] }: Suggesting,
): Promise<Suggestion[]> {
  const index = await finding.index();
  const typed = lookKey(term);
  if (typed === '') return [];
  const wanted = tagTypes.map((one) => (type === null ? one !== 'media' : one === type));
  const audience = audienceOfViewer(viewer);
  const scores = await index.packedTags.uses.seenBy(audience, index);
  const near = belowFandoms(index.packedTags, fandoms);
  const words = typed.split(' ').slice(0, typedWordsMost);
  const asked: Asked = { finding, viewer, index, typed, words, wanted, near, scores, limit };
  const found = new Map<TagId, Suggestion>();
  const take = (some: readonly Suggestion[]) => {
    for (const each of some) if (!found.has(each.tag.id)) found.set(each.tag.id, each);
  };
  take(await counted(namedSo(asked), asked));
  for (let slips = 0; slips <= 2 && found.size < limit; slips++) {
    const ways = waysToSlip(words, slips);
    if (ways.length === 0) continue;
    take(await counted(likelyCanonicals(ways, asked).all(), asked));
    if (found.size < limit) take(await offeredOnes(ways, limit - found.size, asked));
  }
  return [...found.values()].slice(0, limit);
}

type Asked = {
  readonly finding: Finding;
  readonly viewer: Viewer;
  readonly index: WorksIndex;
  /** The look key of what was typed, and its words. */
  readonly typed: string;
  readonly words: readonly string[];
  /** By place in `tagTypes`. */
  readonly wanted: readonly boolean[];
  /** Null: no fandom is chosen. */
  readonly near: NearTags | null;
  /** By place of a tag: about how often it is used. */
  readonly scores: Uint8Array;
  readonly limit: number;
};

/** Canonicals of that very name, and those of which a synonym has it. */
function namedSo(asked: Asked): readonly Likely[] {
  const likely = new LikelyTags(asked.limit);
  const { byId } = asked.index.packedTags;
  const places = asked.index.names.named(asked.typed).map((id) => byId.placeOf(id));
  offerMeant(likely, places, () => true, asked);
  return likely.all();
}

/** Thrice as many as are asked for: the order among them is by exact counts. */
function likelyCanonicals(ways: readonly Fit[][], asked: Asked): LikelyTags {
  return leadingCanonicals(ways, asked) ?? allCanonicals(ways, asked);
}

function allCanonicals(ways: readonly Fit[][], asked: Asked): LikelyTags {
  const likely = new LikelyTags(asked.limit * 3);
  for (const fits of ways) {
    const ranked = rankedPlaces(asked.index.names.fitting(fits), (place) => rankAt(place, asked));
    offerInOrder(likely, ranked, fitAt(fits, asked), asked);
  }
  return likely;
}

/** Of a name by what it means; -1: it is of no type that is wanted, or means nothing. */
function rankAt(place: number, { index, wanted, near, scores }: Asked): number {
  const { byId } = index.packedTags;
  const target = byId.meantAt(place);
  if (target < 0 || !wanted[byId.typeAt(place)]) return -1;
  return scores[target]! + (near?.has(target) ? rankOfNear : 0);
}

/**
 * Of words that fit in very many names: those below the fandoms and the most used of all, as long
 * as one of them may rank among the likely; null when the words are rarer, or too few of those that
 * lead have them.
 */
function leadingCanonicals(ways: readonly Fit[][], asked: Asked): LikelyTags | null {
  const { index, near, viewer, limit } = asked;
  const { names, packedTags } = index;
  const [fits = []] = ways;
  const sizes = fits.map((fit) => (fit.slips === 0 ? names.sizeOf(fit) : 0));
  if (ways.length > 1 || Math.min(...sizes) <= narrowMost) return null;
  const { byId, uses } = packedTags;
  const leading = uses.leadingFor(audienceOfViewer(viewer));
  const likely = new LikelyTags(limit * 3);
  const hasWords = fitAt(fits, asked);
  const isFit: IsFit = (place) => hasWords(place) && names.fitsAt(place, fits);
  const put = Math.min(leading.puts, near?.puts ?? leading.puts);
  offerMeant(likely, byId.putSince(put), isFit, asked);
  offerMeant(likely, leading.risen, isFit, asked);
  const walked = sizes.reduce((sum, size) => sum + size, 0);
  const most = Math.min(leadingLookedAtMost, Math.ceil(walked / walkedPerLookedAt));
  if (near !== null) {
    const { places, ranks } = rankedPlaces(near.names, (place) => rankAt(place, asked));
    const first = { places: places.subarray(0, most), ranks };
    if (offerInOrder(likely, first, isFit, asked)) return likely;
    // Some of those below the fandoms, which come before all others, were not looked at.
    if (places.length > most) return null;
  }
  const first = { places: leading.places.subarray(0, most), ranks: leading.scores };
  return offerInOrder(likely, first, isFit, asked) ? likely : null;
}

/** False: they do not suffice, as far as was looked. */
function offerInOrder(
  likely: LikelyTags,
  { places, ranks }: { readonly places: Uint32Array; readonly ranks: ArrayLike<number> },
  isFit: IsFit,
  asked: Asked,
): boolean {
  const enough = asked.limit * 3;
  for (let from = 0; from < places.length; from += leadingStep) {
    const end = Math.min(places.length, from + leadingStep);
    offerMeant(likely, places.subarray(from, end), isFit, asked);
    if (likely.countFrom(ranks[end - 1]!) >= enough) return true;
  }
  return false;
}

const rankOfNear = ranksEnd / 2;

/** Offers what the names at the places mean. */
function offerMeant(
  likely: LikelyTags,
  places: ArrayLike<number>,
  isFit: IsFit,
  { index, viewer, wanted, near, scores }: Asked,
): void {
  const { byId } = index.packedTags;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    const target = byId.meantAt(place);
    if (target < 0) continue;
    const rank = scores[target]! + (near?.has(target) ? rankOfNear : 0);
    if (rank < likely.least || !wanted[byId.typeAt(place)]) continue;
    const known = likely.get(target);
    if (known !== undefined && place !== target) continue;
    // Asked last of what needs no look at works: most that are walked through rank too low.
    if (!isFit(place)) continue;
    if (known !== undefined) known.matched = -1;
    else if (place === target) likely.add({ place, matched: -1, rank });
    else if (leadsSomewhere(viewer, byId.at(place), index)) {
      likely.add({ place: target, matched: place, rank });
    }
  }
}

/** Names that nobody has wrangled and that the viewer may be offered: their own, then by uses. */
async function offeredOnes(
  ways: readonly Fit[][],
  most: number,
  asked: Asked,
): Promise<Suggestion[]> {
  const { index, viewer, wanted, near, scores } = asked;
  const { byId } = index.packedTags;
  const likely = new LikelyTags(unwrangledLookedAtMost);
  const rankOf = (place: number): number => {
    if (!byId.isFree(place) || !wanted[byId.typeAt(place)]) return -1;
    return scores[place]! + (near?.has(place) ? rankOfNear : 0);
  };
  for (const fits of ways) {
    const isFit = fitAt(fits, asked);
    const { places, ranks } = rankedPlaces(index.names.fitting(fits), rankOf);
    for (let at = 0; at < places.length && ranks[at]! >= likely.least; at++) {
      if (!isFit(places[at]!)) continue;
      likely.add({ place: places[at]!, matched: -1, rank: ranks[at]! });
    }
  }
  const drafted = await ownNames(ways, likely.isCut, asked);
  const own = new Set(drafted.map((tag) => tag.id));
  const others = await counted(likely.all(), asked);
  const offered = others.filter(({ tag }) => !own.has(tag.id));
  const all = [...drafted.map((tag) => ({ tag, works: 0, matched: null })), ...offered];
  const chosen: Suggestion[] = [];
  for (const each of all) {
    if (chosen.length >= most) break;
    if (own.has(each.tag.id) || isOffered(each.tag, viewer, index)) chosen.push(each);
  }
  return chosen;
}

/** Of the viewer's drafts, and where the index has too many to look at, of their works. */
async function ownNames(
  ways: readonly Fit[][],
  isCut: boolean,
  { finding, viewer, index, words, wanted }: Asked,
): Promise<KnownTag[]> {
  // Slips are mended in names that the index holds; one's own are typed as they are.
  if (viewer.kind === 'guest' || ways[0]?.some(({ slips }) => slips > 0)) return [];
  const tags = new Map((await finding.draftTags(viewer)).map((tag) => [tag.id, tag]));
  const works = isCut ? [...index.creators.worksOf(viewer.userId)] : [];
  for (const work of works.slice(0, ownWorksLookedAtMost)) {
    for (const id of index.engine.document(work)?.terms ?? []) {
      const tag = index.tags.get(id as TagId);
      if (tag !== undefined) tags.set(tag.id, tag);
    }
  }
  return [...tags.values()].filter(
    (tag) =>
      (tag.status === 'unwrangled' || tag.status === 'unwrangleable') &&
      wanted[tagTypes.indexOf(tag.type)] === true &&
      words.every((word) => beginsSo(tag.lookKey, word)),
  );
}

/** Whether the name at a place where all words fit has one for each of them. */
type IsFit = (place: number) => boolean;

function fitAt(fits: readonly Fit[], { index, words }: Asked): IsFit {
  // Words that are mistyped may both be near to one word of the name.
  const mayMeet = fits.length > 1 && (areNested(words) || fits.some(({ slips }) => slips > 0));
  if (!mayMeet) return () => true;
  const standApart = standingApart(fits);
  return (place) => standApart(index.packedTags.byId.keyAt(place));
}

/** With exact counts: those below the fandoms first, then by how many works the viewer finds. */
async function counted(
  likely: readonly Likely[],
  { finding, viewer, index, near }: Asked,
): Promise<Suggestion[]> {
  const { byId, uses } = index.packedTags;
  const tags = likely.map(({ place }) => byId.at(place));
  const works = await finding.count(
    viewer,
    tags.map((tag) => tag.id),
  );
  const audience = audienceOfViewer(viewer);
  return likely
    .map(({ place, matched }, at) => {
      const tag = tags[at] as KnownTag;
      const own = works[at] as number;
      uses.note(audience, tag.id, own);
      const synonym = matched < 0 ? null : byId.at(matched);
      const isKnown = synonym !== null && knowsTag(viewer, synonym, index);
      const suggestion = { tag, works: own, matched: isKnown ? synonym.name : null };
      return { suggestion, isNear: near?.has(place) ?? false };
    })
    .sort((a, b) => Number(b.isNear) - Number(a.isNear) || order(a.suggestion, b.suggestion))
    .map(({ suggestion }) => suggestion);
}

function order(a: Suggestion, b: Suggestion): number {
  return b.works - a.works || (a.tag.name < b.tag.name ? -1 : 1);
}

/** Whether a name that nobody has wrangled may be offered to the viewer. */
function isOffered(tag: KnownTag, viewer: Viewer, index: WorksIndex): boolean {
  if (!knowsTag(viewer, tag, index)) return false;
  return hasRole(viewer, 'wrangler') || isEstablished(tag, viewer, index);
}

/** The viewer uses the tag, or two creators do, by works that the viewer sees under their names. */
function isEstablished(tag: KnownTag, viewer: Viewer, index: WorksIndex): boolean {
  const { audience } = sightOf(viewer, index);
  const own = viewer.kind === 'guest' ? null : viewer.userId;
  const people = new Set<number>();
  for (const id of index.engine.documentsWith(tag.id)) {
    if (index.creators.of(id).some(({ userId }) => userId === own)) return true;
    if ((index.audienceOf(id) & audience) === 0) continue;
    // To count whoever is anonymous would tell that they are somebody else.
    for (const { userId } of index.creators.namedOn(id)) people.add(userId);
    if (people.size > 1) return true;
  }
  return false;
}
