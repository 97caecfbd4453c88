// What the form of a work, and a call about it, says of others: series, co-creators, gifts,
// related works.
import type { FieldError } from '../../../../kit/http/index.ts';
import type { Transaction } from '../../../../kit/sql/index.ts';
import type { WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { askPeople, withdrawJoins } from './creators.ts';
import { settleGifts } from './gifts.ts';
import { type SeriesWish, settleSeries } from './places.ts';
import { type RelatedWishes, settleRelated } from './settle-related.ts';

/** Absent parts stay as they are. */
export type CompanyWishes = {
  /** All the series that the work shall stand in. */
  readonly series?: readonly SeriesWish[];
  /** Names of people to be asked. */
  readonly coCreators?: readonly string[];
  /** Names of all whom the work shall be for. */
  readonly gifts?: readonly string[];
  /** What the work was made after. */
  readonly related?: RelatedWishes;
  /** Questions to others than these are taken back. */
  readonly coCreatorsOnly?: boolean;
};

type Settling = {
  readonly parts: Parts;
  readonly member: Member;
  readonly work: WorkId;
  readonly at: number;
};

/** Brings these parts of the member's own work about; nothing may be kept if there are errors. */
export async function settleCompany(
  transaction: Transaction,
  asked: Settling,
  wishes: CompanyWishes,
): Promise<FieldError[]> {
  const settling = { ...asked, ids: asked.parts.ids };
  const errors: FieldError[] = [];
  if (wishes.series !== undefined) {
    errors.push(...(await settleSeries(transaction, settling, wishes.series)));
  }
  if (wishes.coCreators !== undefined) {
    const asking = { ...settling, kind: 'join', field: 'coCreators' } as const;
    if (wishes.coCreatorsOnly === true) await withdrawJoins(transaction, settling.work);
    errors.push(...(await askPeople(transaction, asking, wishes.coCreators)));
  }
  if (wishes.gifts !== undefined) {
    errors.push(...(await settleGifts(transaction, settling, wishes.gifts)));
  }
  if (wishes.related !== undefined) {
    errors.push(...(await settleRelated(transaction, settling, wishes.related)));
  }
  return errors;
}
