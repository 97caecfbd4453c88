// Answers that a caller may ask for again by the same Idempotency-Key.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { IdempotentAnswersTable } from './schema.ts';

export type AnswerKey = Pick<IdempotentAnswersTable, 'token_id' | 'route' | 'idempotency_key'>;

export async function findAnswer(
  reader: Reader,
  key: AnswerKey,
  notBefore: number,
): Promise<Pick<IdempotentAnswersTable, 'body_hash' | 'status' | 'subject_id'> | null> {
  const row = await reader
    .selectFrom('idempotent_answers')
    .select(['body_hash', 'status', 'subject_id'])
    .where('token_id', '=', key.token_id)
    .where('route', '=', key.route)
    .where('idempotency_key', '=', key.idempotency_key)
    .where('at', '>=', notBefore)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps an answer; fails on the primary key if another call has just kept one. */
export async function insertAnswer(
  transaction: Transaction,
  answer: IdempotentAnswersTable,
  notBefore: number,
): Promise<void> {
  await transaction
    .deleteFrom('idempotent_answers')
    .where('token_id', '=', answer.token_id)
    .where('at', '<', notBefore)
    .execute();
  await transaction.insertInto('idempotent_answers').values(answer).execute();
}
