import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused, readForm } from './index.ts';

function sent(data: FormData): Request {
  return new Request('http://127.0.0.1/', { method: 'POST', body: data });
}

test('a form brings its fields and its files, byte for byte', async () => {
  const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 256);
  const data = new FormData();
  data.append('title', 'Größe\n"x"');
  data.append('files', new File([bytes], 'C:\\texts\\a "b".docx'));
  data.append('files', new File(['second'], 'two.txt'));
  data.append('none', new File([], ''));
  const form = await readForm(sent(data), 10_000);
  assert.equal(form.text('title'), 'Größe\r\n"x"');
  const [first, second] = form.files('files');
  assert.deepEqual(Buffer.from(first?.bytes ?? []), Buffer.from(bytes));
  assert.equal(first?.name, 'a "b".docx');
  assert.equal(Buffer.from(second?.bytes ?? []).toString(), 'second');
  assert.deepEqual(form.files('none'), []);
  assert.equal(form.has('files'), false);
});

test('a file need not be UTF-8, a field must', async () => {
  const body = (disposition: string) =>
    Buffer.concat([
      Buffer.from(`--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from('\r\n--x--\r\n'),
    ]);
  const read = (disposition: string) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const request = { method: 'POST', body: body(disposition), headers };
    return readForm(new Request('http://127.0.0.1/', request), 10_000);
  };
  const form = await read('name="f"; filename="a"');
  assert.equal(form.files('f')[0]?.bytes.length, 3);
  await assert.rejects(read('name="f"'), Refused);
});

test('a body that is larger than it may be is refused, announced or not', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const request = { method: 'POST', body: 'x'.repeat(5_000), headers };
  await assert.rejects(readForm(new Request('http://127.0.0.1/', request), 1_000), /more than/);
});
