import type { Skin } from './skin.ts';

/** The sheet as a file of its own; `headers` say who may keep it. */
export function sheetResponse(
  request: Request,
  { id, css, editedAt }: Pick<Skin, 'id' | 'css' | 'editedAt'>,
  headers: { readonly 'cache-control'?: string } = {},
): Response {
  const etag = `"${id}-${editedAt}"`;
  const all = { 'content-type': 'text/css; charset=utf-8', etag, ...headers };
  const isKept = request.headers.get('if-none-match') === etag;
  return new Response(isKept ? null : css, { status: isKept ? 304 : 200, headers: all });
}
