// A series and the works of it that the asker sees.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type SeriesId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { answerPage, orNotFound } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import type { FollowItem } from '../../../web/follow-form.ts';
import { bookmarkFold, readOwnBookmark } from '../../bookmarks/index.ts';
import { seriesBookmarksUrl } from '../../bookmarks/urls.ts';
import type { Finding } from '../../finding/index.ts';
import { findSeries, refusedSeries, worksPerPage } from '../../works/index.ts';
import { seriesUrl } from '../../works/urls.ts';
import { seriesPage } from '../pages/series-page.ts';

export function showSeries(beside: SeriesBeside) {
  return (ask: Ask, parts: Parts) => answerSeries(ask, parts, beside);
}

type SeriesBeside = { readonly followItem: FollowItem; readonly finding: Finding };

async function answerSeries(
  ask: Ask,
  parts: Parts,
  { followItem, finding }: SeriesBeside,
): Promise<Response> {
  const { database } = parts;
  const id = orNotFound(parseId<SeriesId>(ask.params['id']));
  const series = await findSeries(database.read, ask.viewer, id);
  if (series === null) throw await refusedSeries(database.read, ask.viewer, id);
  const pages = Math.max(1, Math.ceil(series.workIds.length / worksPerPage));
  const page = parseId(ask.query.get('page') ?? '1') ?? 1;
  if (page > pages) throw new Refused(404);
  const shown = series.workIds.slice((page - 1) * worksPerPage, page * worksPerPage);
  const blurbs = await finding.blurbs(ask.viewer, shown);
  const hrefFor = (number: number) => `${seriesUrl(series)}?page=${number}`;
  const follow = await followItem(ask, parts, { kind: 'series', id: series.id });
  const own = await readOwnBookmark(ask, parts, { kind: 'series', series: id });
  const bookmark = bookmarkFold(ask.frame(), seriesBookmarksUrl(series), own);
  // Its feed is for everybody: of what only members see there is none.
  const fed = (await findSeries(database.read, ask.guest, id)) !== null;
  const beside = { follow, bookmark, fed };
  return answerPage(ask, seriesPage(series, blurbs, { page, pages, hrefFor }, beside));
}
