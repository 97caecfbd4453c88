// Skins of the member who asks, and those of the archive: the list, one of them, its form.
import { Refused } from '../../kit/http/index.ts';
import { parseId, type SkinId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { changeSkin, createSkin, deleteSkin, mayUse } from './actions.ts';
import { text } from './messages.ts';
import { type SkinForm, skinFormPage } from './pages/skin-form-page.ts';
import { skinPage } from './pages/skin-page.ts';
import { skinsPage } from './pages/skins-page.ts';
import { sheetResponse } from './sheet.ts';
import type { Skin } from './skin.ts';
import { findSkin, listSkinsFor } from './store.ts';
import { skinsUrl, skinUrl } from './urls.ts';

export async function showSkins(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerPage(ask, skinsPage(await listSkinsFor(parts.database.read, ask.viewer.userId)));
}

export async function showSkin(ask: MemberAsk, parts: Parts): Promise<Response> {
  const skin = await skinAsked(ask, parts);
  return answerPage(ask, skinPage(skin, skin.owner === ask.viewer.userId));
}

export async function showSheet(ask: MemberAsk, parts: Parts): Promise<Response> {
  return sheetResponse(ask.request, await skinAsked(ask, parts));
}

export function showNewSkin(ask: MemberAsk): Response {
  const empty = { id: null, title: '', source: '', offered: false, errors: [] };
  return answerPage(ask, skinFormPage(ask.frame(), ask.viewer, empty));
}

export async function submitNewSkin(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = await readForm(ask);
  const outcome = await createSkin(parts, ask.viewer, typed);
  if (outcome.ok) return answerDone(ask, skinUrl(outcome), text.saved());
  return refused(ask, { id: null, ...typed, errors: outcome.errors });
}

export async function showEditSkin(ask: MemberAsk, parts: Parts): Promise<Response> {
  const skin = await skinAsked(ask, parts);
  if (skin.owner !== ask.viewer.userId) throw new Refused(404);
  return answerPage(ask, skinFormPage(ask.frame(), ask.viewer, { ...skin, errors: [] }));
}

export async function submitSkin(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = idAsked(ask);
  const typed = await readForm(ask);
  const outcome = orNotFound(await changeSkin(parts, ask.viewer, id, typed));
  if (outcome.ok) return answerDone(ask, skinUrl({ id }), text.saved());
  return refused(ask, { id, ...typed, errors: outcome.errors });
}

export async function submitDeleteSkin(ask: MemberAsk, parts: Parts): Promise<Response> {
  if (!(await deleteSkin(parts, ask.viewer, idAsked(ask)))) throw new Refused(404);
  return answerDone(ask, skinsUrl, text.deleted());
}

async function readForm(ask: MemberAsk) {
  const form = await ask.form();
  return {
    title: form.text('title'),
    source: form.text('source'),
    offered: form.ticked('offered'),
  };
}

function refused(ask: MemberAsk, form: SkinForm): Response {
  return answerPage(ask, skinFormPage(ask.frame(), ask.viewer, form), 422);
}

/** The member's own, or one that the archive offers. */
async function skinAsked(ask: MemberAsk, parts: Parts): Promise<Skin> {
  const skin = await findSkin(parts.database.read, idAsked(ask));
  if (skin === null || !mayUse(ask.viewer, skin)) throw new Refused(404);
  return skin;
}

function idAsked(ask: MemberAsk): SkinId {
  return orNotFound(parseId<SkinId>(ask.params['id']));
}
