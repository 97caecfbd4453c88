// One tag with all that can be done to it, and what wranglers tell each other about it.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import { parseId, type TagId } from '../../../shared/ids.ts';
import { countCharacters, normaliseText } from '../../../text/index.ts';
import { answerDone, answerPage, orNotFound } from '../../../web/answer.ts';
import type { MemberAsk } from '../../../web/ask.ts';
import { childrenOf, mayWrangle, type WorksIndex } from '../../finding/index.ts';
import { findFamily, findTagsByIds, isOpenType, type Tag } from '../../tags/index.ts';
import { lastActs, tellActs } from '../history.ts';
import { noteCharactersMax, relativesShown } from '../limits.ts';
import { text } from '../messages.ts';
import { tagPage } from '../pages/tag-page.ts';
import { deleteNote, insertNote, listNotes } from '../store.ts';
import { evidenceOf, sameCompany, suggestionsFor } from '../suggestions.ts';
import { wrangleTagUrl } from '../urls.ts';
import type { Desk } from './acts.ts';

export async function showTag(ask: MemberAsk, desk: Desk): Promise<Response> {
  return answerTag(ask, desk, await tagOf(ask, desk), { note: '', problems: [] });
}

async function tagOf(ask: MemberAsk, { parts, finding }: Desk): Promise<Tag> {
  const id = orNotFound(parseId<TagId>(ask.params['id']));
  const tag = orNotFound((await findTagsByIds(parts.database.read, [id])).get(id));
  if (!(await mayWrangle(parts.database.read, finding, ask.viewer, tag))) throw new Refused(404);
  return tag;
}

async function answerTag(
  ask: MemberAsk,
  desk: Desk,
  tag: Tag,
  form: { readonly note: string; readonly problems: readonly FieldError[] },
): Promise<Response> {
  const { viewer } = ask;
  const { finding, parts } = desk;
  const { read } = parts.database;
  const index = await finding.index();
  const isOpen = isOpenType(tag.type);
  const evidence = await evidenceOf(index, viewer, tag);
  const wrangled = tag.status === 'synonym' || !isOpen;
  const suggestions = wrangled
    ? []
    : [
        ...(await suggestionsFor(parts, index, tag, evidence)),
        ...(await sameCompany(finding, viewer, tag, evidence)),
      ];
  const family = await findFamily(read, tag.id);
  const children = await childrenOf(finding, viewer, tag.id, relativesShown, (one) =>
    mayWrangle(read, finding, viewer, one),
  );
  const relatives = {
    ...family,
    synonyms: await shownOf(ask, desk, family.synonyms),
    children: children.tags,
  };
  const page = tagPage({
    tag,
    isOpen,
    target: tag.synonymOf === null ? null : (index.tags.get(tag.synonymOf) ?? null),
    evidence,
    suggestions,
    relatives,
    moreChildren: Object.values(children.more).reduce((sum, some) => sum + some, 0),
    inherited: inheritedFandoms(index, tag, family.parents),
    history: await tellActs(read, { tag: tag.id, limit: 10 }),
    last: await lastActs(read, viewer.userId),
    notes: await listNotes(read, tag.id),
    me: viewer.userId,
    here: ask.frame().path,
    token: ask.frame().formToken,
    ...form,
  });
  return answerPage(ask, page, form.problems.length === 0 ? 200 : 422);
}

async function shownOf(ask: MemberAsk, { parts, finding }: Desk, tags: readonly Tag[]) {
  const shown: Tag[] = [];
  for (const tag of tags)
    if (await mayWrangle(parts.database.read, finding, ask.viewer, tag)) shown.push(tag);
  return shown;
}

/** A relationship stands in the fandoms of its characters. */
function inheritedFandoms(index: WorksIndex, tag: Tag, parents: readonly Tag[]): Tag[] {
  if (tag.type !== 'relationship') return [];
  const fandoms = parents
    .filter((one) => one.type === 'character')
    .flatMap((one) => [...(index.parents.get(one.id) ?? [])]);
  const own = new Set(parents.map((one) => one.id));
  return [...new Set(fandoms)].flatMap((id) => (own.has(id) ? [] : (index.tags.get(id) ?? [])));
}

export async function submitNote(ask: MemberAsk, desk: Desk): Promise<Response> {
  const tag = await tagOf(ask, desk);
  const { parts } = desk;
  const form = await ask.form();
  const by = ask.viewer.userId;
  const gone = parseId<number>(form.text('delete'));
  if (gone !== null) {
    const there = await parts.database.write((transaction) => deleteNote(transaction, gone, by));
    if (!there) throw new Refused(404);
    return answerDone(ask, `${wrangleTagUrl(tag)}#notes`, text.noteDeleted());
  }
  const note = normaliseText(form.text('note')).trim();
  const problem = noteProblem(note);
  if (problem !== null) {
    return answerTag(ask, desk, tag, { note, problems: [{ field: 'note', detail: problem }] });
  }
  await parts.database.write((transaction) =>
    insertNote(transaction, {
      id: parts.ids.next(),
      tag: tag.id,
      by,
      at: parts.clock.now(),
      body: note,
    }),
  );
  return answerDone(ask, `${wrangleTagUrl(tag)}#notes`, text.noteLeft());
}

function noteProblem(note: string): string | null {
  if (note === '') return text.noteMissing();
  if (countCharacters(note) <= noteCharactersMax) return null;
  return text.noteTooLong({ most: noteCharactersMax });
}
