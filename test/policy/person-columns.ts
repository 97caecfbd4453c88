/** Columns that name a person without a foreign key. */
export const personColumns: ReadonlySet<string> = new Set([
  'user_id',
  'pseud_id',
  'by_id',
  'created_by',
  'person_id',
  'actor_id',
]);
