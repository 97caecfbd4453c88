// Where works and tags are found. Lists are the same for every guest without cookies.
import type { Parts } from '../../shared/parts.ts';
import { answerPage } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { answerFeed, feedFormats } from '../../web/feeds.ts';
import type { FollowItem } from '../../web/follow-form.ts';
import { type Answer, type Route, route } from '../../web/routes.ts';
import { mediaUrl } from '../tags/urls.ts';
import { worksUrl } from '../works/urls.ts';
import { feedOf } from './feeds.ts';
import type { Finding } from './finding.ts';
import { showLanguages, showMedia, showTagSearch } from './handlers/browse.ts';
import { showFandoms, showMediumFandoms } from './handlers/fandoms.ts';
import { showSuggestions } from './handlers/suggestions.ts';
import { showTag, showTagFeed, showTagWorks } from './handlers/tags.ts';
import { showSearch, showWorks } from './handlers/works.ts';
import { queryHelpPage } from './pages/query-help-page.ts';
import {
  autocompleteUrl,
  fandomsUrl,
  languagesUrl,
  queryHelpUrl,
  searchUrl,
  tagSearchUrl,
  worksFeedPath,
} from './urls.ts';

type Show = (ask: Ask, parts: Parts, finding: Finding) => Answer;

/** The routes of finding over one index. */
export function findingRoutes(finding: Finding, followItem: FollowItem): readonly Route[] {
  const list = (path: string, show: Show) =>
    route('GET', path, 'anyone', (ask: Ask, parts: Parts) => show(ask, parts, finding), {
      sameForGuests: true,
    });
  const question = (path: string, show: Show) => {
    const made = list(path, show);
    return { ...made, options: { ...made.options, isQuestion: true } };
  };
  const suggesting = (['fandom', 'character', 'relationship', 'freeform'] as const).map(
    (type) => [autocompleteUrl(type), type] as const,
  );
  return [
    question(worksUrl, showWorks),
    question(searchUrl, showSearch),
    question(tagSearchUrl, showTagSearch),
    list('/tags/:slug', showTag(followItem)),
    question('/tags/:slug/works', showTagWorks),
    ...feedFormats.flatMap((format) => [
      list(`${worksFeedPath}.${format}`, (ask, parts) =>
        answerFeed(ask, parts, feedOf(finding, 'works'), '', format),
      ),
      list(`/tags/:slug/feed.${format}`, showTagFeed(format)),
    ]),
    list(mediaUrl, showMedia),
    list('/media/:slug/fandoms', showMediumFandoms),
    list(fandomsUrl, showFandoms),
    list(languagesUrl, showLanguages),
    list(queryHelpUrl, (ask) => answerPage(ask, queryHelpPage())),
    // Every letter typed is another address: kept, they would push out what many ask for.
    ...[[autocompleteUrl('tag'), null] as const, ...suggesting].map(([path, type]) =>
      route('GET', path, 'anyone', (ask: Ask) => showSuggestions(type)(ask, finding)),
    ),
  ];
}
