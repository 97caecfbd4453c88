// Doing what a form asks for: looked at first where it moves much, then done in one transaction.
import type { FieldError } from '../../../kit/http/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { returnPath } from '../../accounts/index.ts';
import { type Finding, sightOf } from '../../finding/index.ts';
import {
  ActRefused,
  type ActsPreview,
  findTagsByName,
  makeTag,
  performActs,
  previewActs,
  type TagMover,
  type TagType,
  tagNameProblem,
  tidyTagName,
} from '../../tags/index.ts';
import { type AskedActs, lookedAt, readAsked, wantsPreview } from '../asked-acts.ts';
import { text } from '../messages.ts';
import { actsPage } from '../pages/acts-page.ts';
import { wranglingUrl } from '../urls.ts';

/** What every handler of the desk works with. */
export type Desk = {
  readonly parts: Parts;
  readonly finding: Finding;
  readonly movers: readonly TagMover[];
};

export async function submitActs(ask: MemberAsk, desk: Desk): Promise<Response> {
  const form = await ask.form();
  const asking = { ...desk, viewer: ask.viewer };
  let asked = await readAsked(form, asking);
  if (form.has('make') && asked.missing !== null) {
    const problem = await makeCanonical(desk, ask.viewer, asked.missing);
    if (problem !== null)
      return refused(ask, desk, form, asked, [{ field: 'target', detail: problem }]);
    asked = await readAsked(form, asking);
  }
  if (asked.problems.length > 0) return refused(ask, desk, form, asked, []);
  const wasSeen = form.has('confirm') && form.text('looked') === lookedAt(asked.typed);
  const mayGo = wasSeen || !(wantsPreview(asked) || form.has('look') || form.has('confirm'));
  if (!mayGo) return show(ask, desk, form, asked, [], 200);
  try {
    const done = await desk.parts.database.write((transaction) =>
      performActs(transaction, asked.acts, doingOf(desk, ask.viewer)),
    );
    return answerDone(ask, backOf(form), text.done({ count: done.length }));
  } catch (refusal) {
    if (!(refusal instanceof ActRefused)) throw refusal;
    return refused(ask, desk, form, asked, [{ field: '', detail: refusal.message }]);
  }
}

type SentForm = Awaited<ReturnType<MemberAsk['form']>>;

export function doingOf({ parts, movers }: Desk, { userId }: Member) {
  return { ids: parts.ids, at: parts.clock.now(), by: userId, movers };
}

/** The page of this site that the form came from. */
export function backOf(form: SentForm): string {
  return returnPath(form.text('back')) ?? wranglingUrl;
}

function refused(
  ask: MemberAsk,
  desk: Desk,
  form: SentForm,
  asked: AskedActs,
  problems: readonly FieldError[],
): Promise<Response> {
  return show(ask, desk, form, asked, [...asked.problems, ...problems], 422);
}

async function show(
  ask: MemberAsk,
  desk: Desk,
  form: SentForm,
  asked: AskedActs,
  problems: readonly FieldError[],
  status: number,
): Promise<Response> {
  const preview = await previewActs(desk.parts.database.read, asked.acts, desk.movers);
  const page = actsPage({
    asked,
    preview,
    works: await countWorks(desk, ask.viewer, preview),
    problems,
    back: backOf(form),
    token: ask.frame().formToken,
  });
  return answerPage(ask, page, status);
}

/** Works that the wrangler finds by any of the tags. */
async function countWorks(
  { finding }: Desk,
  viewer: Member,
  { tags }: ActsPreview,
): Promise<number> {
  if (tags.length === 0) return 0;
  const index = await finding.index();
  return index.engine.count({
    ...sightOf(viewer, index),
    where: { kind: 'anyTerm', terms: tags as readonly TagId[] },
  });
}

/** Makes a tag of that name canonical, new if need be; answers with what is wrong with it. */
export async function makeCanonical(
  desk: Desk,
  viewer: Member,
  wanted: { readonly type: TagType; readonly name: string },
): Promise<string | null> {
  const name = tidyTagName(wanted.name);
  const problem = tagNameProblem(name);
  if (problem !== null) return problem;
  const doing = doingOf(desk, viewer);
  try {
    await desk.parts.database.write(async (transaction) => {
      const [known] = await findTagsByName(transaction, name, [wanted.type]);
      const tag = known ?? (await makeTag(transaction, wanted.type, name, 'unwrangled', doing));
      await performActs(transaction, [{ kind: 'canonise', tag: tag.id }], doing);
    });
    return null;
  } catch (refusal) {
    if (refusal instanceof ActRefused) return refusal.message;
    throw refusal;
  }
}
