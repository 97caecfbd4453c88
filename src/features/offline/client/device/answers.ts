// What the archive's answers to things done without a connection mean.

/** `later`: nothing came of it, and it is sent again; `refused`: never, for the reason given. */
export type Outcome = 'done' | 'later' | { readonly refused: string };

type Said = {
  readonly sentence?: string;
  readonly type?: string;
  readonly detail?: string;
  readonly title?: string;
};

/**
 * Of an answer for script, or of a problem document, in the archive's own words; something between
 * the two that answers with a page says only its status.
 * @throws where the answer is cut off, as when its page is left: a worker in between may end the
 *   text early without an error, and then only its JSON shows it.
 */
export async function outcomeOf(answer: Response): Promise<Outcome> {
  const { status } = answer;
  // A redirect leads to the page that says it is done.
  if (answer.ok || answer.type === 'opaqueredirect') return 'done';
  // The archive is busy, read-only or broken, or does not know us any more.
  if ([401, 408, 429].includes(status) || status >= 500) return 'later';
  const words = await answer.text();
  if (!answer.headers.get('content-type')?.includes('json')) return { refused: `${status}` };
  const { sentence, type, detail, title }: Said = JSON.parse(words);
  // The token, not the thing done, was refused.
  if (type === 'form-too-old') return 'later';
  return { refused: sentence ?? detail ?? title ?? `${status}` };
}

/** @throws where there is none, as when the connection went away again. */
export async function tokenOf(answer: Response): Promise<string> {
  const { token }: { readonly token?: string } = await answer.json();
  if (!answer.ok || !token) throw new Error(`no token: ${answer.status}`);
  return token;
}
