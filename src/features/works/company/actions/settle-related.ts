// All that a work was made after, said at once: by a call, or by a file that is brought in.
import type { FieldError } from '../../../../kit/http/index.ts';
import type { Ids } from '../../../../kit/ids/index.ts';
import { recordChange, type Transaction } from '../../../../kit/sql/index.ts';
import type { WorkId } from '../../../../shared/ids.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { findWorkFacts } from '../../store/writes.ts';
import { relatedMax } from '../limits.ts';
import { text } from '../messages.ts';
import { insertRelated, listParents, removeRelatedRow, updateRelated } from '../store/related.ts';
import { type CheckedRelated, isKeptFrom } from './related.ts';

export type RelatedWishes = {
  readonly named: readonly CheckedRelated[];
  /** Rows that these take the place of; others stay. What stays as it was keeps its consent. */
  readonly replacing: readonly number[];
};

type Settling = {
  readonly ids: Ids;
  readonly member: Member;
  readonly work: WorkId;
  readonly at: number;
};

/** Makes what the work names those of the wishes; nothing is changed if there are errors. */
export async function settleRelated(
  transaction: Transaction,
  { ids, member, work, at }: Settling,
  { named, replacing }: RelatedWishes,
): Promise<FieldError[]> {
  const before = await listParents(transaction, work);
  const staying = before.filter((row) => !replacing.includes(row.id));
  const keys = [...staying.map((row) => keyOf(row.parent_work_id, row.url)), ...named.map(wished)];
  const refuse = (detail: string) => [{ field: 'relatedWorks', detail }];
  if (new Set(keys).size < keys.length) return refuse(text.relatedTwice());
  if (keys.length > relatedMax) return refuse(text.relatedTooMany({ most: relatedMax }));
  // Who consented to the one relation has not consented to the other.
  const same = (row: (typeof before)[number], one: CheckedRelated) =>
    keyOf(row.parent_work_id, row.url) === wished(one) && row.relation === one.relation;
  for (const one of named) {
    if (one.parent === null || before.some((row) => same(row, one))) continue;
    if (await isKeptFrom(transaction, member, one.parent)) return refuse(text.relatedApart());
  }
  const going = before.filter(
    (row) => !staying.includes(row) && !named.some((one) => same(row, one)),
  );
  for (const { id } of going) await removeRelatedRow(transaction, id);
  const first = (staying.at(-1)?.position ?? 0) + 1;
  for (const [index, one] of named.entries()) {
    const { parent, ...said } = one;
    const known = before.find((row) => same(row, one));
    const placed = { ...said, position: first + index };
    if (known !== undefined) await updateRelated(transaction, known.id, placed);
    else {
      const facts = parent === null ? null : await findWorkFacts(transaction, parent);
      const own = facts?.creatorUserIds.includes(member.userId) ?? false;
      await insertRelated(transaction, {
        ...placed,
        id: ids.next(),
        work_id: work,
        parent_work_id: parent,
        related_at: at,
        // Who has written both need not ask themselves.
        approved_at: own ? at : null,
        refused_at: null,
      });
    }
  }
  const parents = [...going.map((row) => row.parent_work_id), ...named.map(({ parent }) => parent)];
  await recordChange(transaction, 'work', [...new Set(parents.filter((id) => id !== null))], at);
  return [];
}

const keyOf = (parent: WorkId | null, url: string) => (parent === null ? url : String(parent));
const wished = ({ parent, url }: CheckedRelated) => keyOf(parent, url);
