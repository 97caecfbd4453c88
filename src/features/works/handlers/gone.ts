// The refusal of what was deleted: whoever may have it back is led there.
import { Refused } from '../../../kit/http/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { SeriesId, WorkId } from '../../../shared/ids.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { text as company } from '../company/messages.ts';
import { findSeriesFacts } from '../company/store/series.ts';
import { text } from '../messages.ts';
import { findDeletedTitle } from '../store/reads.ts';
import { undeleteSeriesUrl, undeleteWorkUrl } from '../urls.ts';

/** For a work that is gone for this viewer; `detail` says so. */
export async function refusedWork(
  reader: Reader,
  viewer: Viewer,
  id: WorkId,
  detail: string,
): Promise<Refused> {
  const title = viewer.kind === 'guest' ? null : await findDeletedTitle(reader, viewer, id);
  if (title === null) return new Refused(410, { detail });
  const link = { href: undeleteWorkUrl({ id }), label: text.undeleteQuestion({ title }) };
  return new Refused(410, { detail, link });
}

/** For a series that is not there: others than its creators learn nothing of what it was. */
export async function refusedSeries(
  reader: Reader,
  viewer: Viewer,
  id: SeriesId,
): Promise<Refused> {
  const facts = viewer.kind === 'guest' ? null : await findSeriesFacts(reader, id);
  const own = viewer.kind === 'member' && facts?.creatorUserIds.includes(viewer.userId);
  if (!own || facts === null || facts.series.deleted_at === null) return new Refused(404);
  const label = company.undeleteSeriesQuestion({ title: facts.series.title });
  const link = { href: undeleteSeriesUrl({ id }), label };
  return new Refused(410, { detail: company.seriesDeleted(), link });
}
