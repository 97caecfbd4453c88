// The tags that wait: of one fandom, or of the whole archive, a type at a time.
import { parseId, type TagId } from '../../../shared/ids.ts';
import { answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { type OpenTagType, openTagTypes, type Tag } from '../../tags/index.ts';
import { lastActs } from '../history.ts';
import { queueRows } from '../limits.ts';
import { type QueueEntry, queuePage } from '../pages/queue-page.ts';
import { countNotes, listKeepers } from '../store.ts';
import { evidenceOf, suggestionsFor } from '../suggestions.ts';
import { type WaitingEverywhere, type WaitingTag, waitingIn } from '../waiting.ts';
import type { Desk } from './acts.ts';

export async function showQueue(
  ask: MemberAsk,
  desk: Desk,
  everywhere: WaitingEverywhere,
): Promise<Response> {
  const { viewer, query } = ask;
  const { read } = desk.parts.database;
  const fandom = await fandomOf(desk, query.get('fandom'));
  const types = typesOf(fandom);
  const type = types.find((one) => one === query.get('type')) ?? types[0] ?? 'character';
  const waiting =
    fandom === null
      ? await everywhere.of(viewer)
      : await waitingIn(desk.finding, viewer, fandom.id);
  const pages = Math.max(1, Math.ceil(waiting[type].length / queueRows));
  // Past the end there is nothing to say but the end: tags are done while the page is open.
  const page = Math.min(pages, Math.max(1, Number(query.get('page')) || 1));
  const shown = waiting[type].slice((page - 1) * queueRows, page * queueRows);
  const keepers = fandom === null ? [] : await listKeepers(read, [fandom.id]);
  const answer = queuePage({
    fandom,
    type,
    counts: types.map((one) => ({ type: one, count: waiting[one].length })),
    page,
    pages,
    entries: await entriesOf(ask, desk, shown),
    keepers: keepers.map(({ login }) => login),
    isKeeper: keepers.some(({ userId }) => userId === viewer.userId),
    last: await lastActs(read, viewer.userId),
    here: ask.frame().path,
    token: ask.frame().formToken,
  });
  return answerPage(ask, answer);
}

/** A fandom's works bear its fandoms too, but those are wrangled among all fandoms. */
function typesOf(fandom: Tag | null): readonly OpenTagType[] {
  return fandom === null ? openTagTypes : openTagTypes.filter((type) => type !== 'fandom');
}

async function fandomOf({ finding }: Desk, given: string | null): Promise<Tag | null> {
  if (given === null || given === '') return null;
  const id = orNotFound(parseId<TagId>(given));
  const { tags } = await finding.index();
  const tag = orNotFound(tags.get(id));
  const fandom = tag.synonymOf === null ? tag : orNotFound(tags.get(tag.synonymOf));
  return orNotFound(fandom.type === 'fandom' && fandom.status === 'canonical' ? fandom : null);
}

async function entriesOf(
  { viewer }: MemberAsk,
  { parts, finding }: Desk,
  waiting: readonly WaitingTag[],
): Promise<QueueEntry[]> {
  const notes = await countNotes(
    parts.database.read,
    waiting.map(({ tag }) => tag.id),
  );
  const index = await finding.index();
  const entries: QueueEntry[] = [];
  for (const { tag, uses } of waiting) {
    const evidence = await evidenceOf(index, viewer, tag);
    const suggestions = await suggestionsFor(parts, index, tag, evidence);
    entries.push({ tag, uses, evidence, suggestions, notes: notes.get(tag.id) ?? 0 });
  }
  return entries;
}
