// A form with files in it, as browsers send it: parts between boundaries. Files are pieces of the
// body that was read, never copies of it.
import { Refused } from './refused.ts';

/** A file of a form. */
export type UploadedFile = {
  /** The last name of its path, as the browser says; nothing is stored under it. */
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** What a multipart body holds: texts, and files as pieces of it. */
export type Multipart = {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: readonly (readonly [name: string, file: UploadedFile])[];
};

const headBytesMax = 16_000;

/** Parts the body. Throws Refused 400 when it was cut short, 413 beyond so many parts. */
export function readMultipart(
  body: Uint8Array,
  contentType: string,
  partsMax: number,
  decode: (bytes: Uint8Array) => string,
): Multipart {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (boundary === undefined || boundary.length > 200) throw cutShort();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const fields: [string, string][] = [];
  const files: [string, UploadedFile][] = [];
  // What stands before the first boundary is for nobody; the first has no line before it.
  const start = bytes.indexOf(delimiter.subarray(2));
  if (start < 0) throw cutShort();
  let at = start + delimiter.length - 2;
  while (bytes.toString('latin1', at, at + 2) !== '--') {
    const headEnd = bytes.indexOf('\r\n\r\n', at);
    if (headEnd < 0 || headEnd - at > headBytesMax) throw cutShort();
    const end = bytes.indexOf(delimiter, headEnd + 2);
    if (end < 0) throw cutShort();
    const content = bytes.subarray(headEnd + 4, Math.max(end, headEnd + 4));
    const { name, fileName } = readHead(decode(bytes.subarray(at, headEnd)));
    if (name !== null && fileName === null) fields.push([name, decode(content)]);
    // A field for files that was left empty is sent as a file without name or bytes.
    else if (name !== null && (fileName !== '' || content.length > 0)) {
      files.push([name, { name: fileName ?? '', bytes: content }]);
    }
    if (fields.length + files.length > partsMax) throw tooMany(partsMax);
    at = end + delimiter.length;
  }
  return { fields, files };
}

function readHead(head: string): { name: string | null; fileName: string | null } {
  const line = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const value = (key: string) => {
    const found = new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(line)?.[1];
    return found?.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n') ?? null;
  };
  const fileName = value('filename');
  return { name: value('name'), fileName: fileName?.replace(/^.*[/\\]/, '') ?? null };
}

function cutShort(): Refused {
  return new Refused(400, { detail: 'The form could not be read: it was cut short.' });
}

function tooMany(most: number): Refused {
  return new Refused(413, {
    detail: `That is more than ${most} fields, the most a form may have. Nothing was changed.`,
  });
}
