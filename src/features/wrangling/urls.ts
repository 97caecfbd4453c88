type Numbered = { readonly id: number };

export const wranglingUrl = '/wrangling';
export const actsUrl = '/wrangling/acts';
export const actUrl = (act: Numbered) => `/wrangling/acts/${act.id}`;
export const undoUrl = '/wrangling/undo';
export const keepersUrl = '/wrangling/fandoms';
export const wrangleFindUrl = '/wrangling/tags';
/** By the number: it stays when the tag is renamed. */
export const wrangleTagUrl = (tag: Numbered) => `/wrangling/tags/${tag.id}`;
export const tagNotesUrl = (tag: Numbered) => `/wrangling/tags/${tag.id}/notes`;

/** The queue of a fandom, or of the whole archive (null); page 1 when it is not said. */
export function queueUrl(fandom: Numbered | null, type: string, page = 1): string {
  const query = new URLSearchParams({
    ...(fandom === null ? {} : { fandom: String(fandom.id) }),
    type,
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return `/wrangling/queue?${query}`;
}

/** History of all, of one tag, of one wrangler, of acts done together; `before` a position. */
export function historyUrl(
  of: {
    readonly tag?: number;
    readonly by?: string;
    readonly batch?: number;
    readonly before?: number;
  } = {},
): string {
  const query = new URLSearchParams(
    Object.entries(of).map(([name, value]) => [name, String(value)]),
  );
  return query.size === 0 ? '/wrangling/history' : `/wrangling/history?${query}`;
}
