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
import { knowsTag } from '../sight.ts';
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
  const fandoms = await listFandoms(ask.viewer, finding);
  const own = fandoms.filter(({ tag }) => isIn(tag.id, medium, index));
  return answerFandoms(ask, medium, own);
}

export async function showFandoms(ask: Ask, _parts: Parts, finding: Finding): Promise<Response> {
  return answerFandoms(ask, null, await listFandoms(ask.viewer, finding));
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
    ({ tag, place }) =>
      (letter === null || letterOf(place) === letter.letter) &&
      starts.every((start) => beginsSo(lookKey(tag.name), start)),
  );
  return order === 'name' ? chosen : chosen.sort((a, b) => b.works - a.works);
}

/** Media in the archive's own order. */
export function mediaOf(index: WorksIndex): KnownTag[] {
  const media = [...(index.byType.get('media') ?? [])].flatMap((id) => index.tags.get(id) ?? []);
  return media.sort((a, b) => a.sortOrder - b.sortOrder);
}

/** Null: in no medium at all. */
export function isIn(
  fandom: TagId,
  medium: KnownTag | null,
  { parents, tags }: WorksIndex,
): boolean {
  const above = parents.get(fandom);
  if (medium !== null) return above?.has(medium.id) ?? false;
  return ![...(above ?? [])].some((id) => tags.get(id)?.type === 'media');
}

/** With its place in the alphabet. */
type PlacedTag = CountedTag & { readonly place: string };

/** Fandoms with works that the viewer finds, from A to Z; synonyms count under their canonicals. */
export async function listFandoms(viewer: Viewer, finding: Finding): Promise<PlacedTag[]> {
  const index = await finding.index();
  const fandoms = [...(index.byType.get('fandom') ?? [])]
    .flatMap((id) => index.tags.get(id) ?? [])
    .filter((tag) => tag.status !== 'synonym' && knowsTag(viewer, tag, index));
  const counted = await countedTags(fandoms, viewer, finding, index);
  return counted
    .filter(({ works }) => works > 0)
    .map((fandom) => ({ ...fandom, place: placeOf(fandom.tag) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

// A key is made once for each name: making one costs more than all its comparisons. Names of
// fandoms are some tens of thousands in the largest archive.
const places = new Map<TagId, { readonly name: string; readonly place: string }>();

function placeOf({ id, name }: CountedTag['tag']): string {
  const known = places.get(id);
  if (known?.name === name) return known.place;
  const place = titleSortKey(name, 'en');
  places.set(id, { name, place });
  return place;
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
  const groups = Map.groupBy(tags, ({ place }) => letterOf(place));
  return [...groups].map(([letter, own]) => ({ letter, tags: own }));
}

/** `#` for digits and signs; scripts of many thousand signs share one heading each. */
function letterOf(place: string): string {
  const [first = ''] = place;
  if (/\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}/u.test(first)) return '文';
  if (/\p{scx=Hang}/u.test(first)) return '가';
  return /\p{L}/u.test(first) ? first.toUpperCase() : '#';
}
