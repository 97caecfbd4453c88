// Saying what a work was made after, and whether works made after one's own are shown there.
import { type FieldError, Refused } from '../../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../../kit/sql/index.ts';
import { parseId, type WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { countCharacters, normaliseLine } from '../../../../text/index.ts';
import { isKeptFromWork } from '../../../accounts/index.ts';
import { keepUnlessErrors, type Outcome } from '../../actions/outcome.ts';
import { requireOwnWork } from '../../actions/own-work.ts';
import { checkTitle } from '../../input.ts';
import { titleCharactersMax } from '../../limits.ts';
import { text as works } from '../../messages.ts';
import { findWork } from '../../store/reads.ts';
import { findWorkFacts, updateWork } from '../../store/writes.ts';
import { addressCharactersMax, relatedMax } from '../limits.ts';
import { text } from '../messages.ts';
import {
  findRelated,
  insertRelated,
  listParents,
  type Relation,
  removeRelatedRow,
  updateRelated,
} from '../store/related.ts';

export type NewRelated = {
  readonly relation: Relation;
  /** As typed: of a work here, or any address on the web. */
  readonly url: string;
  /** Of a work elsewhere. */
  readonly title: string;
  readonly author: string;
};

/** A work that another was made after, checked for one person: here, or an address elsewhere. */
export type CheckedRelated = {
  readonly relation: Relation;
  readonly parent: WorkId | null;
  readonly url: string;
  readonly title: string;
  readonly author: string;
};

/** Names a work that one's own work was made after. */
export async function addRelated(
  parts: Parts,
  member: Member,
  work: WorkId,
  given: NewRelated,
): Promise<Outcome<WorkId>> {
  const errors: FieldError[] = [];
  const checked = await checkRelated(parts, member, work, given, errors);
  if (errors.length > 0) return { ok: false, errors };
  const at = parts.clock.now();
  return keepUnlessErrors(parts, async (transaction) => {
    await requireOwnWork(transaction, member, work);
    const before = await listParents(transaction, work);
    const { parent, url, title, author } = checked;
    const twice = before.some((row) =>
      parent === null ? row.url === url : row.parent_work_id === parent,
    );
    if (twice) errors.push({ field: 'url', detail: text.relatedTwice() });
    if (before.length >= relatedMax) {
      errors.push({ field: 'url', detail: text.relatedTooMany({ most: relatedMax }) });
    }
    if (parent !== null && (await isKeptFrom(transaction, member, parent))) {
      errors.push({ field: 'url', detail: text.relatedApart() });
    }
    const own = parent !== null && (await isOwn(transaction, member, parent));
    await insertRelated(transaction, {
      id: parts.ids.next(),
      work_id: work,
      relation: given.relation,
      parent_work_id: parent,
      url,
      title,
      author,
      position: (before.at(-1)?.position ?? 0) + 1,
      related_at: at,
      // Who has written both need not ask themselves.
      approved_at: own ? at : null,
      refused_at: null,
    });
    await settle(transaction, work, parent, at);
    return { value: work, errors };
  });
}

/** Adds to `errors`, each of the field `url`. `work`: null before it is made. */
export async function checkRelated(
  parts: Pick<Parts, 'database' | 'settings'>,
  member: Member,
  work: WorkId | null,
  given: NewRelated,
  errors: FieldError[],
): Promise<CheckedRelated> {
  const refuse = (detail: string) => errors.push({ field: 'url', detail });
  const { relation } = given;
  const nowhere = { relation, parent: null, url: '', title: '', author: '' };
  const here = workAtAddress(given.url.trim(), parts.settings.url);
  if (here !== null) {
    const { standing } = await findWork(parts.database.read, member, here);
    if (standing !== 'seen') refuse(text.relatedUnknown());
    if (here === work) refuse(text.relatedItself());
    return { ...nowhere, parent: here };
  }
  const url = URL.parse(given.url.trim());
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || url.href.length > addressCharactersMax) {
    refuse(text.relatedAddress());
    return nowhere;
  }
  const title = checkTitle(given.title, errors);
  const author = normaliseLine(given.author);
  const characters = countCharacters(author);
  if (characters > titleCharactersMax) {
    const detail = works.tooLong({ characters, most: titleCharactersMax });
    errors.push({ field: 'author', detail });
  }
  return { relation, parent: null, url: url.href, title, author };
}

/** The work that an address of this archive leads to; null for any other address. */
export function workAtAddress(typed: string, siteUrl: string): WorkId | null {
  const path = typed.startsWith(`${siteUrl}/`) ? typed.slice(siteUrl.length) : typed;
  const found = /^\/works\/([0-9]{1,16})(?:[/?#].*)?$/.exec(path);
  return found === null ? null : parseId<WorkId>(found[1]);
}

async function isOwn(transaction: Transaction, member: Member, work: WorkId): Promise<boolean> {
  const facts = await findWorkFacts(transaction, work);
  return facts?.creatorUserIds.includes(member.userId) ?? false;
}

/** Whether a creator of that work keeps the member away from it. */
export async function isKeptFrom(
  transaction: Transaction,
  member: Member,
  id: WorkId,
): Promise<boolean> {
  const facts = await findWorkFacts(transaction, id);
  if (facts === null) return false;
  const { creatorUserIds: creatorIds, work } = facts;
  const anonymous = work.anonymous === 1;
  return isKeptFromWork(transaction, member.userId, { id, creatorIds, anonymous });
}

/** No longer says that one's own work was made after another. */
export async function removeRelated(
  parts: Parts,
  member: Member,
  work: WorkId,
  id: number,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await requireOwnWork(transaction, member, work);
    const row = await findRelated(transaction, id, 'work_id', work);
    if (row === null) return;
    await removeRelatedRow(transaction, id);
    await settle(transaction, work, row.parent_work_id, at);
  });
}

/** Shows a work on the member's own that it was made after, or takes it off again. */
export async function answerRelated(
  parts: Parts,
  member: Member,
  parent: WorkId,
  answer: { readonly id: number; readonly said: 'show' | 'hide' },
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await requireOwnWork(transaction, member, parent);
    const row = await findRelated(transaction, answer.id, 'parent_work_id', parent);
    if (row === null) throw new Refused(404);
    const shown = answer.said === 'show';
    await updateRelated(transaction, answer.id, {
      approved_at: shown ? at : null,
      refused_at: shown ? null : at,
    });
    await settle(transaction, row.work_id, parent, at);
  });
}

async function settle(
  transaction: Transaction,
  work: WorkId,
  parent: WorkId | null,
  at: number,
): Promise<void> {
  await updateWork(transaction, work, { edited_at: at });
  await recordChange(transaction, 'work', parent === null ? [work] : [work, parent], at);
}
