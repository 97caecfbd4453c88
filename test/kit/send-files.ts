// Files sent through the form that brings works in, as a browser without script does.
import type { Visit, Visitor } from './visitor.ts';

/** Sends files by their names; the page that shows what was read of them. */
export async function sendFiles(
  visitor: Visitor,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Visit> {
  const page = await visitor.get('/works/import');
  const token = page.form('/works/import').all('input')[0]?.attribute('value') ?? '';
  const data = new FormData();
  data.append('authenticity_token', token);
  for (const [name, content] of Object.entries(files)) {
    data.append('files', new File([content as BlobPart], name));
  }
  const body = new Response(data);
  const headers = { 'content-type': body.headers.get('content-type') ?? '' };
  return visitor.send('POST', '/works/import', await body.arrayBuffer(), { headers });
}
