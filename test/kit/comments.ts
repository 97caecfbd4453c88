// Comments for tests: written, answered and decided as people do it, by forms.

import { writeRules } from '../../src/features/comments/index.ts';
import type { WorkId } from '../../src/shared/ids.ts';
import type { CastName, TestApp } from './app.ts';
import type { Fields, Visit, Visitor } from './visitor.ts';

/** What a guest says of themself. */
export const guestWords = { 'comment[name]': 'Passing Ship', 'comment[email]': 'ship@example.org' };

/** Writes under a work, on its page with comments. */
export async function say(
  who: Visitor,
  work: WorkId,
  text: string,
  more: Fields = {},
): Promise<Visit> {
  const page = await who.get(`/works/${work}?show_comments=true`);
  return who.submit(page, `/works/${work}/comments`, { 'comment[text]': text, ...more });
}

/** Sends what the form would, where there is none. */
export async function push(who: Visitor, path: string, fields: Fields): Promise<Visit> {
  const { token } = (await who.get('/token_dispenser.json')).json<{ token: string }>();
  return who.post(path, { authenticity_token: token, ...fields });
}

/** The number of the comment with these words. */
export async function idOf(app: TestApp, words: string): Promise<number> {
  const row = await app.parts.database.read
    .selectFrom('comments')
    .select('id')
    .where('source', '=', words)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Answers it on the page for that. */
export async function answer(
  who: Visitor,
  id: number,
  text: string,
  more: Fields = {},
): Promise<Visit> {
  const page = await who.get(`/comments/${id}/reply`);
  return who.submit(page, '/works/', { 'comment[text]': text, ...more });
}

/** Does with it what moderators and creators may: `do` of the form. */
export function decide(who: Visitor, id: number, what: string): Promise<Visit> {
  return push(who, `/comments/${id}/decide`, { do: what });
}

/** Says who may write under the work. */
export async function rules(
  app: TestApp,
  work: WorkId,
  who: 'everyone' | 'nobody',
  moderated = false,
) {
  await app.parts.database.write((transaction) =>
    writeRules(transaction, [work], { who, moderated }),
  );
}

/** Visitors of the cast, in the order of their names. */
export async function cast(app: TestApp, ...names: CastName[]): Promise<Visitor[]> {
  return Promise.all(names.map((name) => app.as(name)));
}
