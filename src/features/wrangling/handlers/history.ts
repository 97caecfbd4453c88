// What was done, and undoing it.
import { Refused } from '../../../kit/http/index.ts';
import { parseId, type TagId, type UserId } from '../../../shared/ids.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { findPerson } from '../../accounts/index.ts';
import { mayWrangle } from '../../finding/index.ts';
import { ActRefused, findAct, findTagsByIds, listActs, undoActs } from '../../tags/index.ts';
import { namesFor, tell, tellActs } from '../history.ts';
import { historyRows } from '../limits.ts';
import { text } from '../messages.ts';
import { actPage, historyPage, refusedUndoPage } from '../pages/history-pages.ts';
import { historyUrl, wranglingUrl } from '../urls.ts';
import { backOf, type Desk, doingOf } from './acts.ts';

export async function showHistory(ask: MemberAsk, desk: Desk): Promise<Response> {
  const { read } = desk.parts.database;
  const before = parseId<number>(ask.query.get('before') ?? undefined);
  const wanted = await wantedOf(ask, desk);
  const acts = await tellActs(read, {
    ...wanted.of,
    ...(before === null ? {} : { before }),
    limit: historyRows + 1,
  });
  const shown = acts.slice(0, historyRows);
  const last = shown.at(-1)?.act.position;
  const page = historyPage({
    title: wanted.title,
    acts: shown,
    olderHref:
      acts.length > historyRows && last !== undefined
        ? historyUrl({ ...wanted.query, before: last })
        : null,
    here: ask.frame().path,
    token: ask.frame().formToken,
  });
  return answerPage(ask, page);
}

async function wantedOf({ query, viewer }: MemberAsk, { parts, finding }: Desk) {
  const { read } = parts.database;
  const tagId = query.get('tag');
  if (tagId !== null) {
    const tag = await tagOf(read, tagId);
    if (!(await mayWrangle(read, finding, viewer, tag))) throw new Refused(404);
    const title = text.historyOfTag({ name: tag.name });
    return { title, of: { tag: tag.id }, query: { tag: tag.id } };
  }
  const login = query.get('by');
  if (login !== null) {
    const person = orNotFound(await findPerson(read, viewer, login));
    const title = text.historyOfPerson({ login: person.login });
    return { title, of: { by: person.id as UserId }, query: { by: person.login } };
  }
  const batch = parseId<number>(query.get('batch') ?? undefined);
  if (batch !== null) {
    return { title: text.historyOfBatch(), of: { batch }, query: { batch } };
  }
  return { title: text.historyOfAll(), of: {}, query: {} };
}

async function tagOf(read: Desk['parts']['database']['read'], given: string) {
  const id = orNotFound(parseId<TagId>(given));
  return orNotFound((await findTagsByIds(read, [id])).get(id));
}

export async function showAct(ask: MemberAsk, { parts }: Desk): Promise<Response> {
  const { read } = parts.database;
  const id = orNotFound(parseId<number>(ask.params['id']));
  const act = orNotFound(await findAct(read, id));
  const others = await listActs(read, { batch: act.batch, limit: 2 });
  const [told] = await tell(read, [act]);
  const tags = act.detail.steps.flatMap((step) => {
    if (step.fact === 'standing') return [step.tag];
    return 'above' in step ? [step.above, step.below] : [];
  });
  const page = actPage({
    told: orNotFound(told),
    names: {
      ...(await namesFor(read, [act])),
      tags: await findTagsByIds(read, [...new Set(tags)]),
    },
    batchHref: others.length > 1 ? historyUrl({ batch: act.batch }) : null,
    here: ask.frame().path,
    token: ask.frame().formToken,
  });
  return answerPage(ask, page);
}

/** Undoes one act, or all that were done together. */
export async function submitUndo(ask: MemberAsk, desk: Desk): Promise<Response> {
  const form = await ask.form();
  const { read } = desk.parts.database;
  const batch = parseId<number>(form.text('batch'));
  const one = parseId<number>(form.text('act'));
  const acts =
    batch === null
      ? [orNotFound(one)]
      : (await listActs(read, { batch, limit: batchMax }))
          .filter(({ undoneBy }) => undoneBy === null)
          .map(({ id }) => id);
  if (acts.length === 0) throw new Refused(404, { detail: text.historyEmpty() });
  try {
    const done = await desk.parts.database.write((transaction) =>
      undoActs(transaction, acts, doingOf(desk, ask.viewer)),
    );
    const left = done.reduce((sum, each) => sum + each.left, 0);
    const sentence = text.undoneWith({ count: done.length });
    const back = form.has('back') ? backOf(form) : wranglingUrl;
    return answerDone(
      ask,
      back,
      left === 0 ? sentence : `${sentence} ${text.undoneLeft({ left })}`,
    );
  } catch (refusal) {
    if (!(refusal instanceof ActRefused) || refusal.status === 404) throw refusal;
    const page = refusedUndoPage({
      problem: refusal.message,
      standing: await tell(read, refusal.standing),
      here: form.has('back') ? backOf(form) : wranglingUrl,
      token: ask.frame().formToken,
    });
    return answerPage(ask, page, refusal.status);
  }
}

const batchMax = 1000;
