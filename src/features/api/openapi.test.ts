// The OpenAPI document as a generator of clients meets it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';

type Node = { readonly [key: string]: unknown };

const address = '/api/v1/openapi.json';

describe('the OpenAPI document', () => {
  it('holds only references that lead somewhere, and parts without addresses', async (test) => {
    const app = await makeApp(test);
    const document = (await app.guest().get(address)).json<Node>();
    const references = stringsUnder(document, '$ref');
    assert.ok(references.length > 20);
    for (const reference of references) {
      assert.match(reference, /^#\/components\/schemas\/\w+$/);
      const path = reference.split('/').slice(1);
      const found = path.reduce<unknown>(
        (node, key) => (node as Node | undefined)?.[key],
        document,
      );
      assert.ok(found, reference);
    }
    assert.deepEqual(stringsUnder(document, '$id'), []);
  });

  it('says which parameters may be sent more than once', async (test) => {
    const app = await makeApp(test);
    const { paths } = (await app.guest().get(address)).json<{
      paths: { '/works': { get: { parameters: { name: string; schema: Node }[] } } };
    }>();
    const lists = paths['/works'].get.parameters.filter(({ schema }) => schema['type'] === 'array');
    assert.deepEqual(
      lists.map(({ name }) => name),
      ['include', 'exclude'],
    );
  });

  it('has an ETag, and is not sent again to who has it', async (test) => {
    const guest = (await makeApp(test)).guest();
    const etag = (await guest.get(address)).response.headers.get('etag') ?? '';
    const headers = { 'if-none-match': etag };
    assert.equal((await guest.send('GET', address, undefined, { headers })).status, 304);
  });
});

function stringsUnder(node: unknown, name: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === name && typeof value === 'string' ? [value] : stringsUnder(value, name),
  );
}
