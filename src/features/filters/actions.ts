// Keeping, changing and forgetting filters: a member's own acts.
import type { FieldError } from '../../kit/http/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { caseKey } from '../../text/index.ts';
import { numbersIn } from '../finding/index.ts';
import { findTagsByIds } from '../tags/index.ts';
import { filtersMax } from './limits.ts';
import { text } from './messages.ts';
import type { FilterId, SavedFilter } from './saved-filter.ts';
import {
  deleteFilter,
  findFilter,
  insertFilter,
  listFilters,
  updateFilter,
  writeDefault,
  writeFilterTags,
} from './store.ts';

/** What a form says of a filter, read and found sound. */
export type FilterInput = Pick<SavedFilter, 'name' | 'query' | 'list' | 'isDefault'>;

/** Keeps a new filter; null, or what stands against it. */
export async function saveFilter(
  parts: Parts,
  member: Member,
  input: FilterInput,
): Promise<FieldError | null> {
  const id = parts.ids.next() as FilterId;
  const at = parts.clock.now();
  const user = member.userId;
  return parts.database.write(async (transaction) => {
    const there = await listFilters(transaction, user);
    if (there.length >= filtersMax) {
      return { field: '', detail: text.tooMany({ most: filtersMax }) };
    }
    if (isTaken(input.name, there)) return { field: 'name', detail: text.nameTaken() };
    await insertFilter(transaction, user, { id, ...input }, at);
    await writeRest(transaction, user, { id, ...input }, false);
    return null;
  });
}

/** Changes one of the member's own; null, or what stands against it. False: there is none. */
export async function changeFilter(
  parts: Parts,
  member: Member,
  id: FilterId,
  input: FilterInput,
): Promise<FieldError | null | false> {
  const at = parts.clock.now();
  const user = member.userId;
  return parts.database.write(async (transaction) => {
    const there = await listFilters(transaction, user);
    const before = there.find((one) => one.id === id);
    if (before === undefined) return false;
    const others = there.filter((one) => one !== before);
    if (isTaken(input.name, others)) return { field: 'name', detail: text.nameTaken() };
    await updateFilter(transaction, { id, ...input, list: before.list }, at);
    await writeRest(transaction, user, { id, ...input }, before.isDefault);
    return null;
  });
}

/** False if the member has no such filter. */
export function forgetFilter(parts: Parts, member: Member, id: FilterId): Promise<boolean> {
  return parts.database.write(async (transaction) => {
    if ((await findFilter(transaction, member.userId, id)) === null) return false;
    await deleteFilter(transaction, id);
    return true;
  });
}

/** Makes it the member's default filter, or theirs no longer. False: there is none. */
export function chooseDefault(
  parts: Parts,
  member: Member,
  id: FilterId,
  isDefault: boolean,
): Promise<boolean> {
  return parts.database.write(async (transaction) => {
    const filter = await findFilter(transaction, member.userId, id);
    if (filter === null) return false;
    if (isDefault !== filter.isDefault) {
      await writeDefault(transaction, member.userId, isDefault ? id : null);
    }
    return true;
  });
}

function isTaken(name: string, there: readonly SavedFilter[]): boolean {
  return there.some((other) => caseKey(other.name) === caseKey(name));
}

async function writeRest(
  transaction: Transaction,
  user: UserId,
  { id, query, isDefault }: FilterInput & { readonly id: FilterId },
  wasDefault: boolean,
): Promise<void> {
  await writeTagsOf(transaction, id, query);
  if (isDefault !== wasDefault) await writeDefault(transaction, user, isDefault ? id : null);
}

/** Says anew which tags a filter's query has. */
export async function writeTagsOf(
  transaction: Transaction,
  id: FilterId,
  query: string,
): Promise<void> {
  // A number in a query may be no tag's.
  const known = await findTagsByIds(transaction, numbersIn(query));
  await writeFilterTags(transaction, id, [...known.keys()]);
}
