// What a file says of others, for a work that is brought in: what cannot be said here is left out.
import type { Transaction } from '../../../../kit/sql/index.ts';
import type { WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { countCharacters } from '../../../../text/index.ts';
import { giftNameCharactersMax, giftsMax, relatedMax } from '../limits.ts';
import { settleGifts } from './gifts.ts';
import { type CheckedRelated, checkRelated, type NewRelated } from './related.ts';
import { settleRelated } from './settle-related.ts';

export type BroughtCompany = {
  readonly gifts: readonly string[];
  readonly related: readonly CheckedRelated[];
  /** The file is of an archive elsewhere. */
  readonly elsewhere: boolean;
};

/** What of it can be said of a work of this member; before any transaction. */
export async function checkBroughtCompany(
  parts: Parts,
  member: Member,
  said: { readonly gifts: readonly string[]; readonly related: readonly NewRelated[] },
): Promise<Omit<BroughtCompany, 'elsewhere'>> {
  const short = said.gifts.filter((name) => countCharacters(name) <= giftNameCharactersMax);
  const related: CheckedRelated[] = [];
  for (const one of said.related.slice(0, relatedMax)) {
    const errors: { field: string; detail: string }[] = [];
    const checked = await checkRelated(parts, member, null, one, errors);
    const known = (other: CheckedRelated) =>
      checked.parent === null ? other.url === checked.url : other.parent === checked.parent;
    if (errors.length === 0 && !related.some(known)) related.push(checked);
  }
  return { gifts: [...new Set(short)].slice(0, giftsMax), related };
}

/** Says it of the work, in the transaction that brings it in. */
export async function placeBroughtCompany(
  transaction: Transaction,
  parts: Pick<Parts, 'ids'>,
  { member, work, at }: { readonly member: Member; readonly work: WorkId; readonly at: number },
  { gifts, related, elsewhere }: BroughtCompany,
): Promise<void> {
  const giving = { member, work, at };
  // A refused name leaves the others.
  const problems = await settleGifts(transaction, giving, gifts, { elsewhere });
  if (problems.length > 0) await settleGifts(transaction, giving, gifts, { elsewhere: true });
  for (const one of related) {
    const settling = { ids: parts.ids, ...giving };
    await settleRelated(transaction, settling, { named: [one], replacing: [] });
  }
}
