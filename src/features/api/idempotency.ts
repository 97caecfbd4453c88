// A call that is sent twice is done once: the first answer's status and subject are kept in the
// same transaction as what the call made, and the answer is built anew for the second.
import { Refused } from '../../kit/http/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { text } from './messages.ts';
import { findAnswer, insertAnswer } from './store.ts';

export type Creation<Id extends number> = {
  /** The route's name: keys are told apart by it. */
  readonly route: string;
  readonly bodyHash: string;
  /** Makes the thing; `alongside` must run in the transaction that does. */
  readonly make: (alongside: (transaction: Transaction, id: Id) => Promise<void>) => Promise<Id>;
};

/** Makes the thing, or finds what the same key made within a day. Ignored without a key. */
export async function createOnce<Id extends number>(
  ask: Ask,
  parts: Parts,
  creation: Creation<Id>,
): Promise<Id> {
  const header = ask.request.headers.get('idempotency-key');
  if (header === null || ask.apiToken === null) return creation.make(async () => {});
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new Refused(400, { type: 'bad-idempotency-key', detail: text.keyTooLong() });
  }
  const key = { token_id: ask.apiToken.id, route: creation.route, idempotency_key: header };
  const at = parts.clock.now();
  const notBefore = at - dayMs;
  const kept = await replay();
  if (kept !== null) return kept;
  try {
    return await creation.make((transaction, id) => {
      const { bodyHash } = creation;
      const answer = { ...key, body_hash: bodyHash, status: 201, subject_id: id, at };
      return insertAnswer(transaction, answer, notBefore);
    });
  } catch (error) {
    // The same call was running beside this one and came first: nothing of ours is kept.
    const other = error instanceof Refused ? null : await replay();
    if (other === null) throw error;
    return other;
  }

  async function replay(): Promise<Id | null> {
    const found = await findAnswer(parts.database.read, key, notBefore);
    if (found === null) return null;
    if (found.body_hash !== creation.bodyHash) {
      throw new Refused(409, { type: 'idempotency-key-reused', detail: text.otherBody() });
    }
    return found.subject_id as Id;
  }
}
