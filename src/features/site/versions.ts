// What the archive's pages about itself said before.
import { Refused } from '../../kit/http/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerPage } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { findVersion, listVersions } from '../policies/index.ts';
import type { PageName } from './default-pages.ts';
import { versionPage, versionsPage } from './pages/versions-pages.ts';
import { markupOfPage } from './site-settings.ts';

export function showVersions(page: PageName) {
  return async (ask: Ask, parts: Parts): Promise<Response> =>
    answerPage(ask, versionsPage(page, await listVersions(parts.database.read, page)));
}

export function showVersion(page: PageName) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { read } = parts.database;
    const number = parseId<number>(ask.params['number']);
    const version = number === null ? null : await findVersion(read, page, number);
    if (version === null) throw new Refused(404);
    const [newest] = await listVersions(read, page);
    const isNewest = newest?.version === version.version;
    const markup = markupOfPage(version.source);
    return answerPage(ask, versionPage(page, { version: version.version, isNewest, markup }));
  };
}
