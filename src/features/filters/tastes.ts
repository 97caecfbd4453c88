// The default filter as finding applies it.
import type { Reader } from '../../kit/sql/index.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Taste } from '../finding/index.ts';
import { findDefaultFilter } from './store.ts';
import { editFilterUrl } from './urls.ts';

/** What the member's default filter keeps out of lists. */
export async function tastesOfFilters(reader: Reader, member: Member): Promise<readonly Taste[]> {
  const filter = await findDefaultFilter(reader, member.userId);
  if (filter === null) return [];
  const keepsOut = { kind: 'unlike', query: filter.query } as const;
  return [{ of: 'filter', label: filter.name, href: editFilterUrl(filter), keepsOut }];
}
