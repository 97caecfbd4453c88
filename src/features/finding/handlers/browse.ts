// Ways to begin: media, fandoms, languages, the search for tags, suggestions while typing.
import type { Parts } from '../../../shared/parts.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { lookKey } from '../../../text/index.ts';
import { answerPage } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { type TagType, tagTypes } from '../../tags/index.ts';
import { worksPerPage } from '../../works/index.ts';
import type { Finding } from '../finding.ts';
import { beginsSo } from '../index/name-index.ts';
import type { KnownTag } from '../index/works-index.ts';
import { fandomsOfMediumShown } from '../limits.ts';
import { pagesOf, pageWanted } from '../listing.ts';
import {
  type CountedTag,
  languagesPage,
  type MediumView,
  mediaPage,
} from '../pages/browse-pages.ts';
import { tagSearchPage } from '../pages/tag-search-page.ts';
import { pageHref } from '../parameters/write-filter.ts';
import { knowsTag } from '../sight.ts';
import { tagSearchUrl } from '../urls.ts';
import { countedTags, listFandoms, mediaOf } from './fandoms.ts';
import { tagHref } from './tag-asked.ts';

export async function showMedia(ask: Ask, _parts: Parts, finding: Finding): Promise<Response> {
  const index = await finding.index();
  const { byMedium } = await listFandoms(ask.viewer, finding);
  const view = (medium: KnownTag | null): MediumView => {
    const own = byMedium.get(medium?.id ?? null) ?? [];
    const most = [...own].sort((a, b) => b.works - a.works).slice(0, fandomsOfMediumShown);
    return { medium, fandoms: most, count: own.length };
  };
  const shown = [...mediaOf(index).map(view), view(null)].filter(({ count }) => count > 0);
  return answerPage(ask, mediaPage(shown));
}

export async function showLanguages(ask: Ask, _parts: Parts, finding: Finding): Promise<Response> {
  return answerPage(ask, languagesPage(await finding.languages(ask.viewer)));
}

export async function showTagSearch(ask: Ask, _parts: Parts, finding: Finding): Promise<Response> {
  const typed = ask.query.get('q')?.trim() ?? '';
  const type = tagTypes.find((one) => one === ask.query.get('type')) ?? null;
  if (typed === '') return answerPage(ask, tagSearchPage({ typed, type, found: null }));
  const index = await finding.index();
  const tags = await searchTags(ask.viewer, typed, type, finding);
  const page = pageWanted(ask.query);
  const pages = pagesOf(tags.length);
  const query = new URLSearchParams({ q: typed, ...(type === null ? {} : { type }) });
  const shown = tags.slice((page - 1) * worksPerPage, page * worksPerPage).map((counted) => {
    const { synonymOf } = counted.tag;
    const canonical = synonymOf === null ? null : (index.tags.get(synonymOf) ?? null);
    return {
      ...counted,
      href: tagHref('page', counted.tag, ask.viewer, index),
      synonymOf: canonical,
    };
  });
  const found = {
    total: tags.length,
    tags: shown,
    page,
    pages,
    hrefFor: (number: number) => pageHref(tagSearchUrl, query, number),
  };
  return answerPage(ask, tagSearchPage({ typed, type, found }), page > pages ? 404 : 200);
}

/** Tags in whose names each word typed begins a word; canonical ones first, by their uses. */
async function searchTags(
  viewer: Viewer,
  typed: string,
  type: TagType | null,
  finding: Finding,
): Promise<CountedTag[]> {
  const index = await finding.index();
  const starts = lookKey(typed).split(' ');
  const longest = starts.reduce((a, b) => (b.length > a.length ? b : a));
  const tags = [...index.names.beginning(longest)]
    .flatMap((id) => index.tags.get(id) ?? [])
    .filter((tag) => type === null || tag.type === type)
    .filter((tag) => starts.every((start) => start === longest || beginsSo(tag.lookKey, start)))
    .filter((tag) => knowsTag(viewer, tag, index));
  const counted = await countedTags(tags, viewer, finding, index);
  const rank = ({ tag }: CountedTag) => (tag.status === 'canonical' ? 0 : 1);
  return counted.sort(
    (a, b) => rank(a) - rank(b) || b.works - a.works || (a.tag.name < b.tag.name ? -1 : 1),
  );
}
