// Tags through the API: suggestions while one types, and one tag by its number.
import { Refused } from '../../../kit/http/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { parseId } from '../../../shared/ids.ts';
import { type Finding, mayKnowTag, suggestTags } from '../../finding/index.ts';
import { workTagTypes } from '../../tags/index.ts';
import { type CallHandler, requireReading, tagged } from '../call.ts';
import { tagJson } from '../work-json.ts';
import { readLimit } from './list.ts';

export function listTagsCall(finding: Finding): CallHandler {
  return async (ask) => {
    requireReading(ask);
    const type = workTagTypes.find((one) => one === ask.query.get('type')) ?? null;
    const tags = await suggestTags(finding, ask.viewer, {
      type,
      term: ask.query.get('q') ?? '',
      limit: readLimit(ask.query),
    });
    return tagged(ask, { items: tags.map(tagJson) });
  };
}

export function showTagCall(finding: Finding): CallHandler {
  return async (ask) => {
    requireReading(ask);
    const id = parseId<TagId>(ask.params['id']);
    const index = await finding.index();
    const tag = id === null ? undefined : index.tags.get(id);
    // A name that stands only on works the caller may not see is not known to them.
    if (tag === undefined || !(await mayKnowTag(finding, ask.viewer, tag))) throw new Refused(404);
    return tagged(ask, { ...tagJson(tag), type: tag.type });
  };
}
