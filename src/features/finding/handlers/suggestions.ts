// Suggestions while somebody types, for fields of tags and for programs.
import { jsonResponse } from '../../../kit/http/index.ts';
import { parseId, type TagId } from '../../../shared/ids.ts';
import type { Ask } from '../../../web/ask.ts';
import type { OpenTagType } from '../../tags/index.ts';
import type { Finding } from '../finding.ts';
import type { WorksIndex } from '../index/works-index.ts';
import { fandomsLookedAtMost, suggestionsShown } from '../limits.ts';
import { lookUpFor } from '../look-up.ts';
import { suggestNames } from '../suggest.ts';

/**
 * `fandom` has numbers of fandoms already chosen, `fandoms` names; with `counts=1` the answer says
 * besides how many works there are and which synonym fits.
 */
export function showSuggestions(type: OpenTagType | null) {
  return async (ask: Ask, finding: Finding): Promise<Response> => {
    const suggested = await suggestNames(finding, ask.viewer, {
      type,
      term: ask.query.get('term') ?? '',
      limit: suggestionsShown,
      fandoms: fandomsChosen(ask, await finding.index()),
    });
    const isCounted = ask.query.get('counts') === '1';
    return jsonResponse(
      suggested.map(({ tag, works, matched }) => ({
        id: String(tag.id),
        name: tag.name,
        ...(isCounted ? { works, matched } : {}),
      })),
    );
  };
}

function fandomsChosen({ query, viewer }: Ask, index: WorksIndex): TagId[] {
  const lookUp = lookUpFor(viewer, index);
  const listed = (name: string) =>
    (query.get(name) ?? '').split(',', fandomsLookedAtMost).map((each) => each.trim());
  const numbered = listed('fandom').flatMap((value) => {
    const id = parseId<TagId>(value);
    return (id === null ? null : lookUp.tag(id)) ?? [];
  });
  const named = listed('fandoms').flatMap((name) => lookUp.tagsNamed(name, ['fandom']));
  return [...numbered, ...named].map(({ id }) => id);
}
