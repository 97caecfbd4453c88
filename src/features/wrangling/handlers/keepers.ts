// Who looks after which fandom, and signing up for one oneself.
import type { FieldError } from '../../../kit/http/index.ts';
import { parseId, type TagId } from '../../../shared/ids.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import type { FormProblems } from '../../../web/controls.ts';
import { findTagsByName, splitTagNames, type Tag } from '../../tags/index.ts';
import { fandomRows } from '../limits.ts';
import { text } from '../messages.ts';
import { keepersPage } from '../pages/keepers-page.ts';
import { deleteKeeper, insertKeeper, listKeepers, listKept, listKeptFandoms } from '../store.ts';
import { backOf, type Desk } from './acts.ts';

type Refused = { readonly typed: string; readonly problems: FormProblems };

export async function showKeepers(
  ask: MemberAsk,
  desk: Desk,
  refused: Refused = { typed: '', problems: [] },
): Promise<Response> {
  const { read } = desk.parts.database;
  const asked = ask.query.get('show');
  const show = asked === 'mine' || asked === 'free' ? asked : 'all';
  const { tags, byType } = await desk.finding.index();
  const kept = new Set(
    await (show === 'mine' ? listKept(read, ask.viewer.userId) : listKeptFandoms(read)),
  );
  const fandoms = [...(byType.get('fandom') ?? [])]
    .flatMap((id) => tags.get(id) ?? [])
    .filter(({ id, status }) => {
      if (status !== 'canonical') return false;
      return show === 'all' || kept.has(id) === (show === 'mine');
    })
    .sort((a, b) => (a.lookKey < b.lookKey ? -1 : 1));
  const pages = Math.max(1, Math.ceil(fandoms.length / fandomRows));
  const page = Math.min(pages, Math.max(1, Number(ask.query.get('page')) || 1));
  const shown = fandoms.slice((page - 1) * fandomRows, page * fandomRows);
  const keepers = await listKeepers(
    read,
    shown.map(({ id }) => id),
  );
  const answer = keepersPage({
    fandoms: shown.map((fandom) => ({
      fandom,
      logins: keepers.filter((one) => one.fandom === fandom.id).map(({ login }) => login),
    })),
    show,
    page,
    pages,
    me: ask.viewer.login,
    here: ask.frame().path,
    token: ask.frame().formToken,
    ...refused,
  });
  return answerPage(ask, answer, refused.problems.length === 0 ? 200 : 422);
}

/** Signs the wrangler up for fandoms, or off: all that are named, or none. */
export async function submitKeeping(ask: MemberAsk, desk: Desk): Promise<Response> {
  const form = await ask.form();
  const typed = form.text('fandom');
  const id = parseId<TagId>(form.text('fandom_id'));
  const { tags } = await desk.finding.index();
  const numbered = id === null ? undefined : tags.get(id);
  const names = numbered === undefined ? splitTagNames(typed) : [numbered.name];
  const fandoms: Tag[] = [];
  const problems: FieldError[] = [];
  for (const name of names.length === 0 ? [''] : names) {
    const fandom = await fandomNamed(desk, name);
    if (fandom !== null) fandoms.push(fandom);
    else problems.push({ field: 'fandom', detail: text.fandomUnknown({ name }) });
  }
  if (problems.length > 0) return showKeepers(ask, desk, { typed, problems });
  const leaves = form.text('do') === 'leave';
  const { userId } = ask.viewer;
  await desk.parts.database.write(async (transaction) => {
    for (const fandom of fandoms) {
      if (leaves) await deleteKeeper(transaction, userId, fandom.id);
      else await insertKeeper(transaction, userId, fandom.id, desk.parts.clock.now());
    }
  });
  const said = leaves ? text.left : text.kept;
  const named = fandoms.map(({ name }) => `“${name}”`).join(', ');
  return answerDone(ask, backOf(form), said({ names: named }));
}

/** The canonical fandom that the name means. */
async function fandomNamed({ parts, finding }: Desk, name: string): Promise<Tag | null> {
  const { tags } = await finding.index();
  const [tag] = await findTagsByName(parts.database.read, name, ['fandom']);
  const canonical = tag?.synonymOf ? tags.get(tag.synonymOf) : tag;
  return canonical?.status === 'canonical' ? canonical : null;
}
