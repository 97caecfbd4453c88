// Files as strangers make them: each is refused, or read within bounds.
import { writeZip } from '../../src/kit/archive/index.ts';
import { otwHtml } from '../../test/kit/import-files.ts';

/** By their names; those of more than so many bytes left out. */
export async function harmfulFiles(
  most = Number.MAX_SAFE_INTEGER,
): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = [];
  const put = (name: string, content: string | Uint8Array) => {
    files.push([name, typeof content === 'string' ? Buffer.from(content) : content]);
  };
  const modified = { modified: 0 };
  const zeros = new Uint8Array(400_000_000);
  put('bomb.zip', await writeZip([{ path: 'a.txt', bytes: zeros }], modified));
  put('large.docx', zeros.subarray(0, 200_000_000));
  put('deep.html', '<div>'.repeat(10_000));
  put('tags.html', `<p>${'<i>a</i>'.repeat(1_000_000)}</p>`);
  const marks = Array.from({ length: 250 }, (_, at) => `<b id="m${at}">`);
  put('formats.html', `<p>${marks.join('')}${'<p>x'.repeat(1_000_000)}`);
  const long = [{ title: '', text: `<p>${'word '.repeat(3_000_000)}</p>` }];
  put('long.html', otwHtml({ id: 1, chapters: long }));
  const many = Array.from({ length: 10_000 }, (_, at) => ({ path: `p${at}.txt`, text: 'x' }));
  const container = { path: 'META-INF/container.xml', text: '<c/>' };
  put('many.epub', await writeZip([container, ...many], modified));
  const runs = '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(550_000);
  const document = `<w:document><w:body>${runs}</w:body></w:document>`;
  put('runs.docx', await writeZip([{ path: 'word/document.xml', text: document }], modified));
  put(
    'noise.txt',
    Uint8Array.from({ length: 10_000_000 }, (_, at) => (at * 31) % 256),
  );
  return files.filter(([, bytes]) => bytes.byteLength <= most);
}
