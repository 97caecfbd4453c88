// Fandoms of a medium or of the whole archive: by use, from A to Z, by a part of the name. A few
// stand on one page, thousands on a page for each letter.
import { Refused } from '../../../kit/http/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { lookKey, titleSortKey } from '../../../text/index.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { nameOfSlug } from '../../tags/index.ts';
import { mediumFandomsUrl } from '../../tags/urls.ts';
import type { Finding } from '../finding.ts';
import { beginsSo } from '../index/name-index.ts';
import type { KnownTag, WorksIndex } from '../index/works-index.ts';
import { fandomsPerPage } from '../limits.ts';
import { pageWanted } from '../listing.ts';
import type { CountedTag } from '../pages/browse-pages.ts';
import { type FandomsView, fandomsPage, type Letter } from '../pages/fandoms-page.ts';
import { pageHref } from '../parameters/write-filter.ts';
import { knowsTag, sightOf } from '../sight.ts';
import { fandomsUrl } from '../urls.ts';
import { tagHref } from './tag-asked.ts';

export async function showMediumFandoms(
  ask: Ask,
  _parts: Parts,
  finding: Finding,
): Promise<Response> {
  const index = await finding.index();
  const wanted = lookKey(nameOfSlug(ask.params['slug'] ?? ''));
  const medium = mediaOf(index).find((tag) => tag.lookKey === wanted);
  if (medium === undefined) throw new Refused(404);
  const { byMedium } = await listFandoms(ask.viewer, finding);
  return answerFandoms(ask, medium, byMedium.get(medium.id) ?? []);
}

export async function showFandoms(ask: Ask, _parts: Parts, finding: Finding): Promise<Response> {
  const { all } = await listFandoms(ask.viewer, finding);
  return answerFandoms(ask, null, all);
}

function answerFandoms(ask: Ask, medium: KnownTag | null, all: readonly PlacedTag[]): Response {
  const address = medium === null ? fandomsUrl : mediumFandomsUrl(medium);
  const letters = byLetter(all);
  const isLong = all.length > fandomsPerPage;
  const typed = ask.query.get('q')?.trim() ?? '';
  const letter = letters.find((one) => one.letter === ask.query.get('letter')) ?? null;
  const byUse = ask.query.get('sort') === 'works' || (isLong && letter === null);
  const order = typed !== '' || byUse ? 'use' : 'name';
  const chosen = choose(all, { typed, letter: typed === '' ? letter : null, order });
  const query = new URLSearchParams({
    ...(typed === '' ? {} : { q: typed }),
    ...(letter === null || typed !== '' ? {} : { letter: letter.letter }),
    ...(byUse && !isLong ? { sort: 'works' } : {}),
  });
  const page = pageWanted(ask.query);
  const pages = Math.max(1, Math.ceil(chosen.length / fandomsPerPage));
  const shown = chosen.slice((page - 1) * fandomsPerPage, page * fandomsPerPage);
  const view: FandomsView = {
    medium,
    address,
    typed,
    total: all.length,
    found: chosen.length,
    letters: letters.map((one) => one.letter),
    letter: typed === '' ? (letter?.letter ?? null) : null,
    order,
    isLong,
    groups: order === 'name' ? byLetter(shown) : [{ letter: '', tags: shown }],
    page,
    pages,
    hrefFor: (number) => pageHref(address, query, number),
  };
  return answerPage(ask, fandomsPage(view), page > pages ? 404 : 200);
}

type Choosing = {
  readonly typed: string;
  readonly letter: Letter | null;
  readonly order: 'use' | 'name';
};

/** Those of a letter, or in whose names each word typed begins a word. */
function choose(all: readonly PlacedTag[], { typed, letter, order }: Choosing): PlacedTag[] {
  const starts = typed === '' ? [] : lookKey(typed).split(' ');
  const chosen = all.filter(
    (fandom) =>
      (letter === null || fandom.letter === letter.letter) &&
      starts.every((start) => beginsSo(lookKey(fandom.tag.name), start)),
  );
  return order === 'name' ? chosen : chosen.sort((a, b) => b.works - a.works);
}

/** Media in the archive's own order. */
export function mediaOf(index: WorksIndex): KnownTag[] {
  const media = [...(index.byType.get('media') ?? [])].flatMap((id) => index.tags.get(id) ?? []);
  return media.sort((a, b) => a.sortOrder - b.sortOrder);
}

/** With its place in the alphabet. */
type PlacedTag = CountedTag & { readonly place: string; readonly letter: string };

type Fandoms = {
  /** From A to Z. */
  readonly all: readonly PlacedTag[];
  readonly byMedium: ReadonlyMap<TagId | null, readonly PlacedTag[]>;
};
type KeptFandoms = { readonly position: number; readonly of: Map<number, Promise<Fandoms>> };

// By audience, until anything changes: to place tens of thousands takes tens of milliseconds.
const keptOf = new WeakMap<WorksIndex['engine'], KeptFandoms>();

/** Fandoms with works that the viewer finds; synonyms count under their canonicals. */
export async function listFandoms(viewer: Viewer, finding: Finding): Promise<Fandoms> {
  const index = await finding.index();
  const sight = sightOf(viewer, index);
  // Works that only this viewer finds may stand in fandoms that nobody else knows.
  if (sight.added !== undefined) return fandomsOf(viewer, finding, index);
  const { engine } = index;
  let kept = keptOf.get(engine);
  if (kept?.position !== engine.position) {
    kept = { position: engine.position, of: new Map() };
    keptOf.set(engine, kept);
  }
  const { of } = kept;
  const known = of.get(sight.audience);
  if (known !== undefined) return known;
  const fandoms = fandomsOf(viewer, finding, index);
  of.set(sight.audience, fandoms);
  fandoms.catch(() => of.delete(sight.audience));
  return fandoms;
}

async function fandomsOf(viewer: Viewer, finding: Finding, index: WorksIndex): Promise<Fandoms> {
  const fandoms = [...(index.byType.get('fandom') ?? [])]
    .flatMap((id) => index.tags.get(id) ?? [])
    .filter((tag) => tag.status !== 'synonym' && knowsTag(viewer, tag, index));
  const counted = await countedTags(fandoms, viewer, finding, index);
  const all = counted
    .filter(({ works }) => works > 0)
    .map((fandom) => ({ ...fandom, ...placeOf(fandom.tag) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const byMedium = new Map<TagId | null, PlacedTag[]>();
  for (const fandom of all) {
    const above = [...(index.parents.get(fandom.tag.id) ?? [])];
    const media = above.filter((id) => index.tags.get(id)?.type === 'media');
    for (const medium of media.length === 0 ? [null] : media) {
      const own = byMedium.get(medium);
      if (own === undefined) byMedium.set(medium, [fandom]);
      else own.push(fandom);
    }
  }
  return { all, byMedium };
}

// A key is made once for each name: making one costs more than all its comparisons. Names of
// fandoms are some tens of thousands in the largest archive.
const places = new Map<TagId, { readonly name: string; readonly placed: Placed }>();
type Placed = Pick<PlacedTag, 'place' | 'letter'>;

function placeOf({ id, name }: CountedTag['tag']): Placed {
  const known = places.get(id);
  if (known?.name === name) return known.placed;
  const place = titleSortKey(name, 'en');
  const placed = { place, letter: letterOf(place) };
  places.set(id, { name, placed });
  return placed;
}

/** Each with its address and its works, in the order given. */
export async function countedTags(
  tags: readonly KnownTag[],
  viewer: Viewer,
  finding: Finding,
  index: WorksIndex,
): Promise<CountedTag[]> {
  const works = await finding.count(
    viewer,
    tags.map((tag) => tag.id),
  );
  return tags.map((tag, at) => ({
    tag,
    href: tagHref('works', tag, viewer, index),
    works: works[at] as number,
  }));
}

function byLetter(tags: readonly PlacedTag[]): Letter[] {
  const groups = Map.groupBy(tags, ({ letter }) => letter);
  return [...groups].map(([letter, own]) => ({ letter, tags: own }));
}

/** `#` for digits and signs; scripts of many thousand signs share one heading each. */
function letterOf(place: string): string {
  const [first = ''] = place;
  if (/\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}/u.test(first)) return '文';
  if (/\p{scx=Hang}/u.test(first)) return '가';
  return /\p{L}/u.test(first) ? first.toUpperCase() : '#';
}
