// What the JSON API asks of finding, in its own words.
import type { Viewer } from '../../shared/viewer.ts';
import type { Tag } from '../tags/index.ts';
import type { Finding } from './finding.ts';
import type { WorksIndex } from './index/works-index.ts';
import { lookUpFor } from './look-up.ts';
import { type ReadFilter, readCall } from './parameters/read-filter.ts';

/**
 * The filter of a list call: `q`, `include` and `exclude` (a tag's number or `type:name`; a comma
 * inside one `include` means or), `sort` (`-` reverses). Never throws: what is not understood is
 * left out, with a warning whose places count in the parameter's value.
 */
export function filterOfCall(
  query: URLSearchParams,
  index: WorksIndex,
  viewer: Viewer,
): ReadFilter {
  return readCall(query, lookUpFor(viewer, index));
}

/** Whether the viewer may meet the tag's name: if not, there is no such tag for them. */
export function mayKnowTag(finding: Finding, viewer: Viewer, tag: Tag): Promise<boolean> {
  return finding.knows(viewer, tag);
}
