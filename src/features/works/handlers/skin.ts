// The style sheet of a work, for whoever may see the work.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { orNotFound } from '../../../web/answer.ts';
import type { Ask } from '../../../web/ask.ts';
import { findSkin, sheetResponse } from '../../skins/index.ts';
import { isFor } from '../images/handlers.ts';
import { findWork } from '../store/reads.ts';

/** That the work was hidden reaches a guest's browser within the hour, as with its pictures. */
export async function showWorkSkin(ask: Ask, parts: Parts): Promise<Response> {
  const id = orNotFound(parseId<WorkId>(ask.params['id']));
  const { work } = await findWork(parts.database.read, ask.viewer, id);
  if (work === null || work.skin === null) throw new Refused(404);
  const skin = orNotFound(await findSkin(parts.database.read, work.skin));
  return sheetResponse(
    ask.request,
    skin,
    isFor(ask.guest, work) ? { 'cache-control': 'public, max-age=3600' } : {},
  );
}
