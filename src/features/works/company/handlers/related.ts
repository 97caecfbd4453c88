// Related works and gifts through forms.
import { parseId, type WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { answerDone, answerPage, orNotFound } from '../../../../web/answer.ts';
import type { MemberAsk } from '../../../../web/ask.ts';
import { ownWork } from '../../handlers/work.ts';
import { giftsUrl, invitationsUrl, relatedUrl } from '../../urls.ts';
import { answerGift } from '../actions/gifts.ts';
import { addRelated, answerRelated, type NewRelated, removeRelated } from '../actions/related.ts';
import { text } from '../messages.ts';
import { type RelatedForm, relatedPage } from '../pages/related-page.ts';
import { readRelated } from '../store/related.ts';

const empty: NewRelated = { relation: 'inspired', url: '', title: '', author: '' };

export async function showRelated(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerForm(ask, parts, empty, [], 200);
}

export async function submitRelated(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const sent = await ask.form();
  const fields: NewRelated = {
    relation: sent.text('relation') === 'translation' ? 'translation' : 'inspired',
    url: sent.text('url'),
    title: sent.text('title'),
    author: sent.text('author'),
  };
  const outcome = await addRelated(parts, ask.viewer, work.id, fields);
  if (!outcome.ok) return answerForm(ask, parts, fields, outcome.errors, 422);
  return answerDone(ask, relatedUrl(work), text.relatedSaved());
}

export async function submitRemoveRelated(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const id = orNotFound(parseId((await ask.form()).text('related')));
  await removeRelated(parts, ask.viewer, work.id, id);
  return answerDone(ask, relatedUrl(work), text.relatedRemoved());
}

export async function submitAnswerRelated(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await ownWork(ask, parts);
  const sent = await ask.form();
  const id = orNotFound(parseId(sent.text('related')));
  const said = sent.text('do') === 'show' ? 'show' : 'hide';
  await answerRelated(parts, ask.viewer, work.id, { id, said });
  return answerDone(ask, invitationsUrl(ask.viewer.login), text.relatedAnswered());
}

export async function submitRefuseGift(ask: MemberAsk, parts: Parts): Promise<Response> {
  return submitGift(ask, parts, 'refuse');
}

export async function submitAcceptGift(ask: MemberAsk, parts: Parts): Promise<Response> {
  return submitGift(ask, parts, 'accept');
}

async function submitGift(
  ask: MemberAsk,
  parts: Parts,
  said: 'refuse' | 'accept',
): Promise<Response> {
  const id = orNotFound(parseId<WorkId>(ask.params['id']));
  await answerGift(parts, ask.viewer, id, said);
  const sentence = said === 'refuse' ? text.giftIsRefused() : text.giftIsKept();
  return answerDone(ask, giftsUrl(ask.viewer.login), sentence);
}

async function answerForm(
  ask: MemberAsk,
  parts: Parts,
  fields: NewRelated,
  errors: RelatedForm['errors'],
  status: number,
): Promise<Response> {
  const work = await ownWork(ask, parts);
  const { parents } = await readRelated(parts.database.read, ask.viewer, work.id);
  return answerPage(ask, relatedPage(ask.frame(), { work, parents, fields, errors }), status);
}
