// Who looks after which fandom, and signing up for one oneself.
import { parseId, type TagId } from '../../../shared/ids.ts';
import { answerDone, answerPage } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import type { FormProblems } from '../../../web/controls.ts';
import { findTagsByName, splitTagNames } from '../../tags/index.ts';
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

/** Signs the wrangler up for a fandom, or off. */
export async function submitKeeping(ask: MemberAsk, desk: Desk): Promise<Response> {
  const form = await ask.form();
  const fandom = await fandomNamed(desk, form.text('fandom_id'), form.text('fandom'));
  if (fandom === null) {
    return showKeepers(ask, desk, {
      typed: form.text('fandom'),
      problems: [{ field: 'fandom', detail: text.fandomUnknown() }],
    });
  }
  const leaves = form.text('do') === 'leave';
  await desk.parts.database.write(async (transaction) => {
    if (leaves) await deleteKeeper(transaction, ask.viewer.userId, fandom.id);
    else await insertKeeper(transaction, ask.viewer.userId, fandom.id, desk.parts.clock.now());
  });
  const said = leaves ? text.left : text.kept;
  return answerDone(ask, backOf(form), said({ name: fandom.name }));
}

async function fandomNamed({ parts, finding }: Desk, id: string, typed: string) {
  const index = await finding.index();
  const numbered = parseId<TagId>(id);
  const [name = ''] = splitTagNames(typed);
  const named = await findTagsByName(parts.database.read, name, ['fandom']);
  const tag = numbered === null ? named[0] : index.tags.get(numbered);
  const canonical = tag?.synonymOf ? index.tags.get(tag.synonymOf) : tag;
  const isFandom = canonical?.type === 'fandom' && canonical.status === 'canonical';
  return isFandom ? canonical : null;
}
