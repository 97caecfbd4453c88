// Writing, changing and removing skins: a member's own acts. A sheet is checked outside the
// transaction; what is kept for pages is what the check wrote.
import type { FieldError } from '../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../kit/sql/index.ts';
import type { SkinId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { hasRole, type Member } from '../../shared/viewer.ts';
import { checkSkin, countCharacters, normaliseLine, normaliseText } from '../../text/index.ts';
import { skinsMax, skinTitleMax } from './limits.ts';
import { sayProblem, text } from './messages.ts';
import type { Skin } from './skin.ts';
import {
  countSkins,
  findSkin,
  findSkinByTitle,
  insertSkin,
  removeSkin,
  updateSkin,
} from './store.ts';

/** What a form says of a skin. */
export type SkinInput = {
  readonly title: string;
  readonly source: string;
  /** For every writer; of an admin alone it is heard. */
  readonly offered: boolean;
};

export type SkinOutcome =
  | { readonly ok: true; readonly id: SkinId }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Keeps a new skin of the member's. */
export async function createSkin(
  parts: Parts,
  member: Member,
  input: SkinInput,
): Promise<SkinOutcome> {
  const checked = checkInput(member, input);
  if (!checked.ok) return checked;
  const id = parts.ids.next() as SkinId;
  const skin = { ...checked.skin, id, owner: member.userId, editedAt: parts.clock.now() };
  const errors = await parts.database.write((transaction) => place(transaction, skin));
  return errors.length === 0 ? { ok: true, id } : { ok: false, errors };
}

async function place(transaction: Transaction, skin: Skin): Promise<FieldError[]> {
  if ((await countSkins(transaction, skin.owner)) >= skinsMax) {
    return [{ field: '', detail: text.tooMany({ most: skinsMax }) }];
  }
  if ((await findSkinByTitle(transaction, skin.owner, skin.title)) !== null) {
    return [{ field: 'title', detail: text.titleTaken() }];
  }
  await insertSkin(transaction, skin);
  return [];
}

/** Changes one of the member's own; null: there is none. */
export async function changeSkin(
  parts: Parts,
  member: Member,
  id: SkinId,
  input: SkinInput,
): Promise<SkinOutcome | null> {
  const checked = checkInput(member, input);
  const at = parts.clock.now();
  return parts.database.write(async (transaction) => {
    const before = await findSkin(transaction, id);
    if (before === null || before.owner !== member.userId) return null;
    if (!checked.ok) return checked;
    const other = await findSkinByTitle(transaction, member.userId, checked.skin.title);
    if (other !== null && other.id !== id) {
      return { ok: false, errors: [{ field: 'title', detail: text.titleTaken() }] };
    }
    // Its address names the moment: two changes within one must not share it.
    const editedAt = Math.max(at, before.editedAt + 1);
    await updateSkin(transaction, { ...before, ...checked.skin, editedAt });
    await recordChange(transaction, 'skin', [id], at);
    return { ok: true, id };
  });
}

/** False if the member has no such skin. */
export function deleteSkin(parts: Parts, member: Member, id: SkinId): Promise<boolean> {
  const at = parts.clock.now();
  return parts.database.write(async (transaction) => {
    const skin = await findSkin(transaction, id);
    if (skin === null || skin.owner !== member.userId) return false;
    await removeSkin(transaction, id);
    await recordChange(transaction, 'skin', [id], at);
    return true;
  });
}

/**
 * The member's skin of that title and sheet, made if there is none: for works that come with one.
 * Null where the sheet is not allowed here, or the member has too many.
 */
export async function placeSkin(
  transaction: Transaction,
  parts: Pick<Parts, 'ids' | 'clock'>,
  member: Member,
  brought: { readonly title: string; readonly source: string },
): Promise<SkinId | null> {
  const checked = checkInput(member, { ...brought, offered: false });
  if (!checked.ok) return null;
  const { title } = checked.skin;
  for (const name of [title, `${title.slice(0, skinTitleMax - 4)} (2)`]) {
    const there = await findSkinByTitle(transaction, member.userId, name);
    if (there !== null && there.css !== checked.skin.css) continue;
    if (there !== null) return there.id;
    const id = parts.ids.next() as SkinId;
    const editedAt = parts.clock.now();
    const skin = { ...checked.skin, title: name, id, owner: member.userId, editedAt };
    return (await place(transaction, skin)).length === 0 ? id : null;
  }
  return null;
}

/** Whether the member may give it to a work. */
export function mayUse(member: Member, skin: Skin): boolean {
  return skin.offered || skin.owner === member.userId;
}

type CheckedInput =
  | { readonly ok: true; readonly skin: Pick<Skin, 'title' | 'source' | 'css' | 'offered'> }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

function checkInput(member: Member, input: SkinInput): CheckedInput {
  const errors: FieldError[] = [];
  const title = normaliseLine(input.title);
  const characters = countCharacters(title);
  if (characters === 0) errors.push({ field: 'title', detail: text.titleMissing() });
  if (characters > skinTitleMax) {
    errors.push({ field: 'title', detail: text.titleTooLong({ most: skinTitleMax }) });
  }
  const source = normaliseText(input.source);
  const checked = checkSkin(source);
  if (!checked.ok) {
    errors.push(...checked.problems.map((one) => ({ field: 'source', detail: sayProblem(one) })));
  } else if (checked.css === '') {
    errors.push({ field: 'source', detail: text.sourceMissing() });
  }
  if (errors.length > 0 || !checked.ok) return { ok: false, errors };
  const offered = input.offered && hasRole(member, 'admin');
  return { ok: true, skin: { title, source, css: checked.css, offered } };
}
