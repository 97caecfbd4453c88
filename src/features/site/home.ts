// The first page: what this is, where to begin, and what is new.
import type { Parts } from '../../shared/parts.ts';
import { answerPage } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { emptyFilter, type Finding } from '../finding/index.ts';
import { homeFandomsShown, homeWorksShown } from './limits.ts';
import { homePage } from './pages/home-page.ts';
import { readSettingsOfSite } from './site-settings.ts';

export function showHome(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { read } = parts.database;
    const found = await finding.find(ask.viewer, emptyFilter, {
      page: { number: 1, size: homeWorksShown },
      facets: homeFandomsShown,
    });
    const newest = await finding.blurbs(ask.viewer, found.ids);
    const { name, description } = await readSettingsOfSite(read);
    const fandoms = found.facets.fandom ?? [];
    const home = { name, description, viewer: ask.viewer, total: found.total, fandoms, newest };
    return answerPage(ask, homePage(home));
  };
}
