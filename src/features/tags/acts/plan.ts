// What each act does to a draft, and when it is refused.
import type { TagId } from '../../../shared/ids.ts';
import { caseKey } from '../../../text/index.ts';
import { text } from '../messages.ts';
import { tagNameProblem, tidyTagName } from '../name.ts';
import { allowedParents, isOpenType, type Tag } from '../tag.ts';
import type { Act, Tie } from './act.ts';
import type { Draft } from './draft.ts';
import { ActRefused } from './refusal.ts';

/** Drafts the act; throws ActRefused when it cannot be done. */
export async function planAct(draft: Draft, act: Act): Promise<void> {
  const tag = await openTag(draft, act.tag);
  switch (act.kind) {
    case 'canonise':
      if (tag.status === 'canonical') throw refused(text.alreadyCanonical({ name: tag.name }));
      return draft.stand(tag.id, { status: 'canonical', synonymOf: null });
    case 'decanonise':
      return decanonise(draft, tag);
    case 'free':
      if (tag.status !== 'synonym') throw refused(text.notSynonym({ name: tag.name }));
      return draft.stand(tag.id, { status: 'unwrangled', synonymOf: null });
    case 'unwrangleable':
      if (tag.status !== 'unwrangled') throw refused(text.notUnwrangled({ name: tag.name }));
      return draft.stand(tag.id, { status: 'unwrangleable', synonymOf: null });
    case 'wrangleable':
      if (tag.status !== 'unwrangleable') throw refused(text.notSetAside({ name: tag.name }));
      return draft.stand(tag.id, { status: 'unwrangled', synonymOf: null });
    case 'rename':
      return rename(draft, tag, act.name);
    case 'synonym':
      return merge(draft, tag, await draft.tag(act.target));
    default:
      return tieOrPart(draft, tag, act);
  }
}

async function openTag(draft: Draft, id: TagId): Promise<Tag> {
  const tag = await draft.tag(id);
  if (tag === undefined) throw new ActRefused(404, text.unknownTag({ id: String(id) }));
  if (!isOpenType(tag.type)) throw refused(text.vocabularyStays({ name: tag.name }));
  return tag;
}

async function decanonise(draft: Draft, tag: Tag): Promise<void> {
  if (tag.status !== 'canonical') throw refused(text.notCanonical({ name: tag.name }));
  await draft.stand(tag.id, { status: 'unwrangled', synonymOf: null });
  for (const id of await draft.synonymsOf(tag.id)) {
    await draft.stand(id, { status: 'unwrangled', synonymOf: null });
  }
  for (const tie of await everyTie(draft, tag.id)) await draft.tie(tie, false);
}

/** Every edge that the tag is an end of. */
export async function everyTie(draft: Draft, id: TagId): Promise<Tie[]> {
  return [
    ...(await draft.tiesOf('parent', 'below', id)),
    ...(await draft.tiesOf('parent', 'above', id)),
    ...(await draft.tiesOf('metatag', 'below', id)),
    ...(await draft.tiesOf('metatag', 'above', id)),
  ];
}

async function merge(draft: Draft, tag: Tag, target: Tag | undefined): Promise<void> {
  if (target?.id === tag.id) throw refused(text.synonymOfItself());
  if (target?.status !== 'canonical' || target.type !== tag.type) {
    throw refused(text.targetNotCanonical());
  }
  if (tag.synonymOf === target.id) {
    throw refused(text.alreadySynonym({ name: tag.name, of: target.name }));
  }
  const synonym = { status: 'synonym', synonymOf: target.id } as const;
  await draft.stand(tag.id, synonym);
  for (const id of await draft.synonymsOf(tag.id)) await draft.stand(id, synonym);
  const ties = await everyTie(draft, tag.id);
  await everyTie(draft, target.id);
  for (const tie of ties) await draft.tie(tie, false);
  for (const tie of ties) {
    const moved = movedTie(tie, tag.id, target.id);
    // An edge that would close a circle at its new place says nothing any more.
    if (tie.fact === 'metatag' && (await draft.standsBelow(moved.above, moved.below))) continue;
    await draft.tie(moved, true);
  }
}

/** The edge with one tag in the other's place. */
export function movedTie(tie: Tie, from: TagId, to: TagId): Tie {
  return {
    fact: tie.fact,
    above: tie.above === from ? to : tie.above,
    below: tie.below === from ? to : tie.below,
  };
}

async function rename(draft: Draft, tag: Tag, typed: string): Promise<void> {
  const name = tidyTagName(typed);
  const problem = tagNameProblem(name);
  if (problem !== null) throw refused(problem);
  if (name === tag.name) throw refused(text.sameName({ name }));
  await giveName(draft, tag, name);
}

/** Renames the tag; the old name leads to it from now on. Refuses a name that another bears. */
export async function giveName(draft: Draft, tag: Tag, name: string): Promise<void> {
  const bearer = await draft.bearerOf(tag.type, name, tag.id);
  if (bearer !== null) throw refused(text.nameTaken({ name, bearer: bearer.name }), 409);
  const [before, after] = [caseKey(tag.name), caseKey(name)];
  await draft.rename(tag.id, name);
  if (before === after) return;
  await draft.giveOldName(tag.type, after, null);
  await draft.giveOldName(tag.type, before, tag.id);
}

async function tieOrPart(draft: Draft, tag: Tag, act: Extract<Act, { target: TagId }>) {
  const fact = act.kind.endsWith('parent') ? 'parent' : 'metatag';
  const tie: Tie = { fact, above: act.target, below: tag.id };
  const above = await draft.tag(act.target);
  const names = { name: tag.name, above: above?.name ?? String(act.target) };
  if (act.kind.startsWith('remove')) {
    if (!(await draft.tie(tie, false))) throw refused(text.notTied(names));
    return;
  }
  const problem = fact === 'parent' ? parentProblem(above, tag) : metatagProblem(above, tag);
  if (problem !== null) throw refused(problem);
  if (await draft.isTied(tie)) throw refused(text.alreadyTied(names));
  if (fact === 'metatag' && (await draft.standsBelow(tie.above, tie.below))) {
    throw refused(text.metatagCycle(), 409);
  }
  await draft.tie(tie, true);
}

/** Why the one tag cannot be the other's parent; null when it can. */
export function parentProblem(parent: Tag | undefined, child: Tag): string | null {
  if (child.status === 'synonym') return text.synonymHasNoRelatives({ name: child.name });
  const allowed = allowedParents[child.type] ?? [];
  const fits = parent?.status === 'canonical' && allowed.includes(parent.type);
  return fits ? null : text.parentNotCanonical();
}

/** The same for a metatag and its subtag, circles aside. */
export function metatagProblem(metatag: Tag | undefined, subtag: Tag): string | null {
  const canonical = metatag?.status === 'canonical' && subtag.status === 'canonical';
  return canonical && metatag.type === subtag.type ? null : text.metatagNotCanonical();
}

function refused(detail: string, status: 409 | 422 = 422): ActRefused {
  return new ActRefused(status, detail);
}
