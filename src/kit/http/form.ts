// What a browser sent in a form: bounded before it is read, and refused when it is not UTF-8.
import { readMultipart, type UploadedFile } from './multipart.ts';
import { Refused } from './refused.ts';

/** The fields of a form, in order. Unknown ones are ignored by whoever reads. */
export class Form {
  readonly #fields: ReadonlyMap<string, readonly string[]>;
  readonly #files: readonly (readonly [string, UploadedFile])[];

  constructor(
    fields: Iterable<readonly [string, string]>,
    files: readonly (readonly [string, UploadedFile])[] = [],
  ) {
    this.#files = files;
    const byName = new Map<string, string[]>();
    for (const [name, value] of fields) {
      const values = byName.get(name);
      if (values === undefined) byName.set(name, [value]);
      else values.push(value);
    }
    this.#fields = byName;
  }

  /** The last value of that name (a checkbox after its hidden twin wins), or the empty string. */
  text(name: string): string {
    return this.#fields.get(name)?.at(-1) ?? '';
  }

  /** Every value of that name, in order. */
  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? [];
  }

  /** Every file that was chosen in the field of that name, in order. */
  files(name: string): readonly UploadedFile[] {
    return this.#files.filter(([field]) => field === name).map(([, file]) => file);
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** A ticked box: present and neither empty nor 0. */
  ticked(name: string): boolean {
    const value = this.text(name);
    return value !== '' && value !== '0';
  }

  entries(): IterableIterator<[string, readonly string[]]> {
    return this.#fields.entries();
  }
}

/** Reads a body of at most `limitBytes`; more is refused with 413 before it is all read. */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limitBytes) throw tooLarge(limitBytes);
  if (request.body === null) return new Uint8Array();
  // Read into one place: pieces that are joined at the end take the body's size twice.
  let body = Buffer.allocUnsafe(announced > 0 ? announced : 64_000);
  let size = 0;
  for await (const piece of request.body) {
    const end = size + piece.byteLength;
    if (end > limitBytes) throw tooLarge(limitBytes);
    if (end > body.length) {
      const larger = Buffer.allocUnsafe(Math.min(Math.max(end, body.length * 2), limitBytes));
      body.copy(larger, 0, 0, size);
      body = larger;
    }
    body.set(piece, size);
    size = end;
  }
  return body.subarray(0, size);
}

/** Each field is an object of ours: millions of empty ones take a hundred times their bytes. */
const fieldsMax = 20_000;

/** Reads a form of at most 20,000 fields, urlencoded or multipart, which may bring files. */
export async function readForm(request: Request, limitBytes: number): Promise<Form> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase();
  const body = await readBody(request, limitBytes);
  if (body.byteLength === 0) return new Form([]);
  if (type.startsWith('application/x-www-form-urlencoded') || type === '') {
    return new Form(urlencodedFields(decodeUtf8(body)));
  }
  if (type.startsWith('multipart/form-data')) {
    const declared = request.headers.get('content-type') ?? '';
    const { fields, files } = readMultipart(body, declared, fieldsMax, decodeUtf8);
    return new Form(fields, files);
  }
  throw new Refused(415, { detail: 'This address takes a form.' });
}

/** Decodes bytes as UTF-8; anything else is refused with 400, never repaired by guessing. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
}

function urlencodedFields(body: string): [string, string][] {
  const fields: [string, string][] = [];
  const pairs = body.split('&', fieldsMax + 1);
  if (pairs.length > fieldsMax) throw tooManyFields();
  for (const pair of pairs) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    fields.push([decodePart(name), at < 0 ? '' : decodePart(pair.slice(at + 1))]);
  }
  return fields;
}

function decodePart(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A stray "%" is a character; bytes that are not UTF-8 are not.
    const repaired = spaced.replace(/%(?![0-9a-f]{2})/gi, '%25');
    try {
      return decodeURIComponent(repaired);
    } catch {
      throw notUtf8();
    }
  }
}

function tooLarge(limitBytes: number): Refused {
  const megabytes = Math.floor(limitBytes / 1_000_000);
  return new Refused(413, {
    detail: `That is more than ${megabytes} MB, the most this address takes. Nothing was changed.`,
  });
}

function tooManyFields(): Refused {
  return new Refused(413, {
    detail: `That is more than ${fieldsMax} fields, the most a form may have. Nothing was changed.`,
  });
}

function notUtf8(): Refused {
  return new Refused(400, {
    detail: 'What was sent is not UTF-8 text. Nothing was changed.',
  });
}
