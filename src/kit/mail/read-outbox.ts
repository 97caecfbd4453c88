// Reads the outbox's files back: what nodemailer writes for us, not mail at large.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What may be shown of a mail without its text, which can hold links that log somebody in. */
export type OutboxEntry = {
  readonly file: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly to: string;
  readonly subject: string;
};

/** A mail with its plain text. */
export type OutboxMail = OutboxEntry & { readonly text: string };

/** The newest `most` mails, the newest last. An outbox that was never used is empty. */
export async function listOutbox(folder: string, most = 1000): Promise<OutboxEntry[]> {
  const mails = await readOutbox(folder, most);
  return mails.map(({ file, time, to, subject }) => ({ file, time, to, subject }));
}

/** The same with their texts: for the operator's terminal only. */
export async function readOutbox(folder: string, most = 1000): Promise<OutboxMail[]> {
  const files = (await namesIn(folder)).filter((name) => timeOf(name) !== null).sort();
  const mails: OutboxMail[] = [];
  for (const file of files.slice(Math.max(0, files.length - most))) {
    const raw = await readFile(join(folder, file), 'latin1');
    const { headers, body } = parsePart(raw);
    mails.push({
      file,
      time: timeOf(file) as number,
      to: decodeWords(headers.get('to') ?? ''),
      subject: decodeWords(headers.get('subject') ?? ''),
      text: textOf({ headers, body }).replaceAll('\r\n', '\n').trimEnd(),
    });
  }
  return mails;
}

/** Removes the mails that were kept before that time; says how many. */
export async function pruneOutbox(folder: string, before: number): Promise<number> {
  const old = (await namesIn(folder)).filter((name) => {
    const time = timeOf(name);
    return time !== null && time < before;
  });
  for (const name of old) await rm(join(folder, name), { force: true });
  return old.length;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

// 20240509T080509123Z-token.eml
function timeOf(file: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[\w-]+\.eml$/.exec(file)?.slice(1);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day, hour, minute, second, ms] = parts.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

// A part's bytes are held as latin1: one character each.
type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

function parsePart(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { headers, body: raw.slice(end + 4) };
}

function textOf(part: Part): string {
  const type = part.headers.get('content-type') ?? '';
  const boundary = /^multipart\/.*boundary="?([^";]+)/.exec(type)?.[1];
  if (boundary === undefined) return decodeBody(part);
  const parts = `\r\n${part.body}`.split(`\r\n--${boundary}`).slice(1, -1);
  const plain = parts
    .map((raw) => parsePart(raw.slice(2)))
    .find(({ headers }) => headers.get('content-type')?.startsWith('text/plain'));
  return plain === undefined ? '' : decodeBody(plain);
}

function decodeBody({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  const bytes = encoding === 'quoted-printable' ? fromQuoted(body.replaceAll('=\r\n', '')) : body;
  return Buffer.from(bytes, 'latin1').toString();
}

// RFC 2047: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=; white space between two such words is not part of them.
const word = String.raw`=\?UTF-8\?([QB])\?([^?]*)\?=`;
const run = new RegExp(String.raw`${word}(?:\s+${word})*`, 'gi');

function decodeWords(value: string): string {
  return value.replace(run, (words) => {
    const decoded = [...words.matchAll(new RegExp(word, 'gi'))].map(([, form, body = '']) => {
      if (form?.toUpperCase() === 'B') return Buffer.from(body, 'base64');
      return Buffer.from(fromQuoted(body.replaceAll('_', ' ')), 'latin1');
    });
    return Buffer.concat(decoded).toString();
  });
}

function fromQuoted(text: string): string {
  return text.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => {
    return String.fromCharCode(Number.parseInt(digits, 16));
  });
}
