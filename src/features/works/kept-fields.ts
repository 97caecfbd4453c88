// The fields of an open form as they are kept: everything but tokens and buttons.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Form } from '../../kit/http/index.ts';

const never = /^(?:authenticity_token|_method|do|autosave_\w+)$/;

export function packFields(form: Form): Uint8Array {
  const entries = [...form.entries()].filter(([name]) => !never.test(name));
  return deflateRawSync(Buffer.from(JSON.stringify(entries)));
}

/** Takes bytes of `packFields`. */
export function unpackFields(bytes: Uint8Array): Form {
  const entries = JSON.parse(inflateRawSync(bytes).toString('utf8')) as [string, string[]][];
  return new Form(
    entries.flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  );
}
