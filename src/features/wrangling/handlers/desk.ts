// The desk itself: one's own fandoms with what waits in each, the whole archive, the last acts.

import type { TagId } from '../../../shared/ids.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { mayWrangle, suggestTags } from '../../finding/index.ts';
import {
  findTagsByLook,
  findTagsByName,
  type OpenTagType,
  openTagTypes,
  type Tag,
  tidyTagName,
} from '../../tags/index.ts';
import { tellActs } from '../history.ts';
import { fandomsCounted, tagsFound } from '../limits.ts';
import { text } from '../messages.ts';
import { deskPage, type FandomQueue } from '../pages/desk-page.ts';
import { foundPage } from '../pages/found-page.ts';
import { listKept } from '../store.ts';
import { wrangleTagUrl } from '../urls.ts';
import { type Waiting, type WaitingEverywhere, waitingIn } from '../waiting.ts';
import { type Desk, makeCanonical } from './acts.ts';

export async function showDesk(
  ask: MemberAsk,
  desk: Desk,
  everywhere: WaitingEverywhere,
): Promise<Response> {
  const { viewer } = ask;
  const { read } = desk.parts.database;
  const { tags } = await desk.finding.index();
  const kept = (await listKept(read, viewer.userId))
    .flatMap((id) => tags.get(id) ?? [])
    .sort((a, b) => (a.lookKey < b.lookKey ? -1 : 1));
  const fandoms: FandomQueue[] = [];
  for (const fandom of kept) {
    const isCounted = fandoms.length < fandomsCounted;
    const counts = isCounted ? countsOf(await waitingIn(desk.finding, viewer, fandom.id)) : null;
    fandoms.push({ fandom, counts });
  }
  const page = deskPage({
    fandoms,
    everything: countsOf(await everywhere.of(viewer)),
    acts: await tellActs(read, { by: viewer.userId, limit: 5 }),
    here: ask.frame().path,
    token: ask.frame().formToken,
    login: viewer.login,
  });
  return answerPage(ask, page);
}

function countsOf(waiting: Waiting): Readonly<Record<OpenTagType, number>> {
  const counts = openTagTypes.map((type) => [type, waiting[type].length] as const);
  return Object.fromEntries(counts) as Record<OpenTagType, number>;
}

/** Tags by name, for their pages: the one that is meant at once, or those that it may be. */
export async function showFound(
  ask: MemberAsk,
  desk: Desk,
  refused: { readonly type: string; readonly name: string; readonly problem: string } | null = null,
): Promise<Response> {
  const { viewer } = ask;
  const name = tidyTagName(refused?.name ?? ask.query.get('name') ?? '');
  const found = new Map<TagId, Tag>();
  const same = await findTagsByLook(desk.parts.database.read, name, openTagTypes);
  const begun = await suggestTags(desk.finding, viewer, {
    type: null,
    term: name,
    limit: tagsFound,
  });
  for (const tag of [...same, ...begun]) {
    if (await mayWrangle(desk.parts.database.read, desk.finding, viewer, tag))
      found.set(tag.id, tag);
  }
  const page = foundPage({
    name,
    tags: [...found.values()].slice(0, tagsFound),
    make: { type: refused?.type ?? 'freeform', name },
    problems: refused === null ? [] : [{ field: 'name', detail: refused.problem }],
    token: ask.frame().formToken,
  });
  return answerPage(ask, page, refused === null ? 200 : 422);
}

/** Makes a canonical that no work bears yet. */
export async function submitNewTag(ask: MemberAsk, desk: Desk): Promise<Response> {
  const form = await ask.form();
  const typed = form.text('type');
  const type = openTagTypes.find((one) => one === typed) ?? 'freeform';
  const name = tidyTagName(form.text('name'));
  const problem = await makeCanonical(desk, ask.viewer, { type, name });
  if (problem !== null) return showFound(ask, desk, { type, name, problem });
  const [tag] = await findTagsByName(desk.parts.database.read, name, [type]);
  return answerDone(ask, wrangleTagUrl(orNotFound(tag)), text.made({ name }));
}
