// Pictures, and works brought in, through the API.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { otwHtml } from '../../../test/kit/import-files.ts';
import { drawPicture } from '../../../test/kit/pictures.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { createToken } from '../accounts/index.ts';

type Sent = Readonly<Record<string, string | Uint8Array>>;

/** Calls with a token; `files` are sent as a form, by field and name: `files/a.html`. */
async function caller(app: TestApp, name: CastName, scopes: ('read' | 'write')[]) {
  const { userId } = await app.member(name);
  const token = await createToken(app.parts, userId, scopes, 'test');
  const authorization = `Bearer ${token}`;
  const json = (method: string, path: string, body?: unknown) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const sent = body === undefined ? undefined : JSON.stringify(body);
    return app.guest().send(method, `/api/v1${path}`, sent, { headers, follow: false });
  };
  const form = async (path: string, fields: Sent) => {
    const data = new FormData();
    for (const [field, value] of Object.entries(fields)) {
      const [part = '', file] = field.split('/');
      if (typeof value === 'string') data.append(part, value);
      else data.append(part, new File([value as BlobPart], file ?? 'a'));
    }
    const body = new Response(data);
    const headers = { authorization, 'content-type': body.headers.get('content-type') ?? '' };
    const sent = await body.arrayBuffer();
    return app.guest().send('POST', `/api/v1${path}`, sent, { headers, follow: false });
  };
  return { json, form };
}

type ImageAnswer = {
  readonly file: string;
  readonly url: string;
  readonly alt: string;
  readonly cover: boolean;
  readonly items: readonly ImageAnswer[];
};

type ImportAnswer = {
  readonly id: number;
  readonly file: string;
  readonly title?: string;
  readonly refusal: string | null;
  readonly decisions?: readonly string[];
  readonly work?: { readonly id: number; readonly already: boolean };
  readonly dryRun: boolean;
  readonly items: readonly ImportAnswer[];
  readonly errors?: readonly { readonly field: string }[];
};

eachDatabase((database) => {
  describe('a call', () => {
    it('adds a picture, changes its words, makes it the cover and removes it', async (test) => {
      const app = await makeApp(test, { database });
      const work = await postWork(app, 'ada');
      const { json, form } = await caller(app, 'ada', ['read', 'write']);
      const path = `/works/${work.id}/images`;
      const made = await form(path, { 'picture/a.jpg': await drawPicture(), alt: 'A lamp' });
      assert.equal(made.status, 201);
      const { file, url, alt } = made.json<ImageAnswer>();
      assert.equal(alt, 'A lamp');
      assert.match(
        made.response.headers.get('location') ?? '',
        new RegExp(`/api/v1${path}/${file}$`),
      );
      assert.equal((await (await app.as('ada')).get(new URL(url).pathname)).status, 200);
      const refused = await form(path, { 'picture/a.svg': Buffer.from('<svg/>') });
      assert.equal(refused.status, 422);
      const changed = await json('PATCH', `${path}/${file}`, { alt: 'A cat', cover: true });
      assert.deepEqual(
        [changed.json<ImageAnswer>().alt, changed.json<ImageAnswer>().cover],
        ['A cat', true],
      );
      const list = (await json('GET', path)).json<ImageAnswer>();
      assert.deepEqual(
        list.items.map((one) => [one.file, one.alt]),
        [[file, 'A cat']],
      );
      const other = await caller(app, 'ben', ['read', 'write']);
      assert.equal((await other.json('DELETE', `${path}/${file}`)).status, 403);
      const reader = await caller(app, 'ada', ['read']);
      assert.equal((await reader.json('DELETE', `${path}/${file}`)).status, 403);
      assert.equal((await json('DELETE', `${path}/${file}`)).status, 204);
      assert.deepEqual((await json('GET', path)).json<ImageAnswer>().items, []);
    });

    it('reports what files would become, and brings in what it is told to', async (test) => {
      const app = await makeApp(test, { database });
      const { json, form } = await caller(app, 'ada', ['read', 'write']);
      const files = {
        'files/cat.html': Buffer.from(otwHtml()),
        'files/none.pdf': Buffer.from('%PDF-1'),
      };
      const report = (await form('/imports', files)).json<ImportAnswer>();
      assert.equal(report.dryRun, true);
      const [cat, none] = report.items;
      assert.deepEqual(
        [cat?.file, cat?.title, cat?.refusal],
        ['cat.html', 'The Keeper’s Cat', null],
      );
      assert.match(none?.refusal ?? '', /PDF/);
      const works = () => app.parts.database.read.selectFrom('works').select('id').execute();
      assert.deepEqual(await works(), []);
      const waiting = (await json('GET', '/imports')).json<ImportAnswer>();
      assert.deepEqual(waiting.items, report.items);
      const address = `/imports/${cat?.id}/bring`;
      const unsaid = await json('POST', address, {});
      assert.deepEqual(
        [unsaid.status, unsaid.json<ImportAnswer>().errors?.[0]?.field],
        [422, 'mine'],
      );
      const ben = await caller(app, 'ben', ['read', 'write']);
      assert.equal((await ben.json('POST', address, { mine: true })).status, 404);
      assert.equal((await json('POST', address, { others: true })).status, 403);
      const brought = (await json('POST', address, { mine: true })).json<ImportAnswer>();
      assert.deepEqual([{ id: brought.work?.id }], await works());
      assert.equal((await json('POST', address, { mine: true })).status, 404);
      assert.equal((await json('DELETE', `/imports/${none?.id}`)).status, 204);
      assert.deepEqual((await json('GET', '/imports')).json<ImportAnswer>().items, []);
      const again = await form('/imports', { ...files, bring: '1', mine: '1' });
      const { dryRun, items } = again.json<ImportAnswer>();
      assert.deepEqual([dryRun, items[0]?.work], [false, { ...brought.work, already: true }]);
      assert.equal((await works()).length, 1);
    });

    it('without a file, a yes or the scope brings nothing in', async (test) => {
      const app = await makeApp(test, { database });
      const { form } = await caller(app, 'ada', ['read', 'write']);
      const files = { 'files/cat.html': Buffer.from(otwHtml()) };
      const field = async (fields: Sent) =>
        (await form('/imports', fields)).json<ImportAnswer>().errors?.map((one) => one.field);
      assert.deepEqual(await field({ bring: '0' }), ['files']);
      assert.deepEqual(await field({ ...files, bring: '1' }), ['mine']);
      const reader = await caller(app, 'ada', ['read']);
      assert.equal((await reader.form('/imports', files)).status, 403);
      const kept = await app.parts.database.read
        .selectFrom('waiting_imports')
        .select('id')
        .execute();
      assert.deepEqual(kept, []);
    });
  });
});
