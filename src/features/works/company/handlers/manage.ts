// Choosing many works of one's own and changing, deleting or orphaning them.
import { type FieldError, type Form, Refused } from '../../../../kit/http/index.ts';
import { dayMs } from '../../../../kit/time/index.ts';
import { parseId, type WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { answerDone, answerPage } from '../../../../web/answer.ts';
import type { MemberAsk } from '../../../../web/ask.ts';
import { readVocabularies } from '../../handlers/work.ts';
import { undeleteDays } from '../../limits.ts';
import { manageWorksUrl } from '../../urls.ts';
import { changeWorks, deleteWorks, planChanges } from '../actions/bulk.ts';
import { orphanWorks } from '../actions/orphan.ts';
import { asBulkChange, chosenWorks, readBulkFields } from '../bulk-form.ts';
import { bulkMax } from '../limits.ts';
import { text } from '../messages.ts';
import {
  bulkFormPage,
  deleteManyPage,
  managePage,
  orphanPage,
  previewPage,
} from '../pages/manage-works.ts';
import { listDeleted } from '../store/deleted.ts';
import { listManaged } from '../store/orphans.ts';

export async function showManage(ask: MemberAsk, parts: Parts): Promise<Response> {
  requireSelf(ask);
  return answerManage(ask, parts, [], 200);
}

type Chosen = { readonly ids: readonly WorkId[]; readonly sent: Form };
type Act = (ask: MemberAsk, parts: Parts, chosen: Chosen) => Promise<Response>;

const acts: Readonly<Record<string, Act>> = {
  edit: (ask, parts, chosen) => answerBulkForm(ask, parts, chosen, [], 200),
  preview: answerPreview,
  apply: submitBulk,
  delete: async (ask, _parts, { ids }) =>
    answerPage(ask, deleteManyPage(ask.frame(), of(ask), ids)),
  'delete-now': submitDelete,
  orphan: async (ask, _parts, { ids }) => answerPage(ask, orphanPage(ask.frame(), of(ask), ids)),
  'orphan-now': submitOrphan,
};

export async function submitManage(ask: MemberAsk, parts: Parts): Promise<Response> {
  requireSelf(ask);
  const sent = await ask.form();
  const owned = await listManaged(parts.database.read, ask.viewer.userId);
  const there = new Set(owned.filter((one) => one.deletedAt === null).map(({ id }) => id));
  const ids = chosenWorks(sent).filter((id) => there.has(id));
  const problem = (detail: string) =>
    answerManage(ask, parts, [{ field: 'works', detail }], 422, ids);
  if (ids.length === 0) return problem(text.manageNothingChosen());
  if (ids.length > bulkMax) return problem(text.manageTooMany({ most: bulkMax }));
  const wanted = sent.text('do');
  const act = Object.hasOwn(acts, wanted) ? acts[wanted] : undefined;
  if (act === undefined) throw new Refused(404);
  return act(ask, parts, { ids, sent });
}

async function answerPreview(ask: MemberAsk, parts: Parts, chosen: Chosen): Promise<Response> {
  const fields = readBulkFields(chosen.sent);
  const planned = await planChanges(parts, ask.viewer, chosen.ids, asBulkChange(fields));
  const errors = planned.flatMap(({ title, errors: wrong }) =>
    wrong.map(({ detail }) => ({ field: '', detail: text.bulkProblem({ title, detail }) })),
  );
  if (errors.length > 0) return answerBulkForm(ask, parts, chosen, errors, 422);
  return answerPage(ask, previewPage(ask.frame(), { login: of(ask), planned, fields }));
}

async function submitBulk(ask: MemberAsk, parts: Parts, chosen: Chosen): Promise<Response> {
  const change = asBulkChange(readBulkFields(chosen.sent));
  const outcome = await changeWorks(parts, ask.viewer, chosen.ids, change);
  if (!outcome.ok) return answerBulkForm(ask, parts, chosen, outcome.errors, 422);
  return answerDone(ask, manageWorksUrl(of(ask)), text.bulkDone({ count: outcome.value }));
}

async function submitDelete(ask: MemberAsk, parts: Parts, { ids }: Chosen): Promise<Response> {
  await deleteWorks(parts, ask.viewer, ids);
  return answerDone(ask, manageWorksUrl(of(ask)), text.deleteManyDone({ count: ids.length }));
}

async function submitOrphan(
  ask: MemberAsk,
  parts: Parts,
  { ids, sent }: Chosen,
): Promise<Response> {
  await orphanWorks(parts, ask.viewer, ids, { keepName: sent.text('name') === 'keep' });
  return answerDone(ask, manageWorksUrl(of(ask)), text.orphanDone({ count: ids.length }));
}

async function answerBulkForm(
  ask: MemberAsk,
  parts: Parts,
  { ids, sent }: Chosen,
  errors: readonly FieldError[],
  status: number,
): Promise<Response> {
  const vocabularies = await readVocabularies(ask, parts);
  const form = { login: of(ask), ids, fields: readBulkFields(sent), vocabularies, errors };
  return answerPage(ask, bulkFormPage(ask.frame(), form), status);
}

async function answerManage(
  ask: MemberAsk,
  parts: Parts,
  errors: readonly FieldError[],
  status: number,
  chosen: readonly WorkId[] = [],
): Promise<Response> {
  const owned = await listManaged(parts.database.read, ask.viewer.userId);
  const works = owned.filter(({ deletedAt }) => deletedAt === null);
  const since = parts.clock.now() - undeleteDays * dayMs;
  const deleted = await listDeleted(parts.database.read, ask.viewer.userId, since);
  const pages = Math.max(1, Math.ceil(works.length / bulkMax));
  const page = Math.min(parseId(ask.query.get('page') ?? '1') ?? 1, pages);
  const shown = works.slice((page - 1) * bulkMax, page * bulkMax);
  const hrefFor = (number: number) => `${manageWorksUrl(of(ask))}?page=${number}`;
  const list = { login: of(ask), works: shown, deleted, chosen, errors };
  return answerPage(ask, managePage(ask.frame(), list, { page, pages, hrefFor }), status);
}

function of(ask: MemberAsk): string {
  return ask.viewer.login;
}

/** One's works to manage are nobody else's business: another login's address is not there. */
function requireSelf(ask: MemberAsk): void {
  if (ask.path !== manageWorksUrl(of(ask))) throw new Refused(404);
}
