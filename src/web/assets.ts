// Styles, scripts, fonts and icons as hashed files: built by esbuild when their sources changed,
// read from the cache folder otherwise.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type BuiltFile, bundle, sourceFiles } from './bundle.ts';

export type AssetAnswer = {
  readonly body: Uint8Array;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type Assets = {
  /** The hashed address of a file by its plain name: `site.css`, `enhance.js`, `comments.css`. */
  readonly href: (name: string) => string;
  /** The file under `/assets/`, or the worker, compressed as the client accepts; else null. */
  readonly respond: (path: string, acceptEncoding?: string) => AssetAnswer | null;
};

/**
 * Builds or finds the assets of the checkout at `root`. With a cache folder the second start
 * reads what the first has built (two milliseconds instead of a hundred); null builds in memory.
 */
export async function loadAssets(where: {
  readonly root: string;
  readonly cacheFolder: string | null;
}): Promise<Assets> {
  if (where.cacheFolder === null) return serve(inMemory(await bundle(where.root)));
  const folder = join(where.cacheFolder, `assets-${hashOfSources(where.root)}`);
  return serve(inFolder(folder) ?? keep(folder, await bundle(where.root)));
}

/** For tests that look at pages only: addresses without files behind them. */
export const unbuiltAssets: Assets = {
  href: (name) => `/assets/${name}`,
  respond: () => null,
};

/** It answers for all addresses below its own, so that it stands above them all. */
const workerAddress = '/worker.js';

// Its address never changes, so that nobody may keep it; its policy holds for what it asks for.
const workerHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
};

type Shelf = { readonly names: readonly string[]; readonly read: (name: string) => Uint8Array };

function serve(shelf: Shelf): Assets {
  const addresses = new Map(shelf.names.map((name) => [plainName(name), `/assets/${name}`]));
  const known = new Set(shelf.names);
  const answers = new Map<string, AssetAnswer>();
  return {
    href(name) {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`There is no asset named ${name}.`);
      return address;
    },
    respond(path, acceptEncoding = '') {
      const isWorker = path === workerAddress;
      const address = isWorker ? (addresses.get('worker.js') ?? '') : path;
      const name = address.slice('/assets/'.length);
      if (!address.startsWith('/assets/') || !known.has(name)) return null;
      const coding = isCompressible(name) ? codingFor(acceptEncoding) : null;
      const key = `${coding}:${name}`;
      let answer = answers.get(key);
      if (answer === undefined) {
        answer = answerFor(name, shelf.read(name), coding);
        answers.set(key, answer);
      }
      return isWorker ? { ...answer, headers: { ...answer.headers, ...workerHeaders } } : answer;
    },
  };
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

function answerFor(name: string, content: Uint8Array, coding: 'br' | 'gzip' | null): AssetAnswer {
  const headers: Record<string, string> = {
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  };
  if (isCompressible(name)) headers['Vary'] = 'Accept-Encoding';
  if (coding !== null) headers['Content-Encoding'] = coding;
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { body: compressed(content, coding), type, headers };
}

function compressed(content: Uint8Array, coding: 'br' | 'gzip' | null): Uint8Array {
  if (coding === 'gzip') return gzipSync(content, { level: 9 });
  if (coding === null) return content;
  // Quality 11 takes some 30 ms for the largest sheet, once in the life of a process.
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}

function isCompressible(name: string): boolean {
  return !/\.(?:woff2|png)$/.test(name);
}

function codingFor(acceptEncoding: string): 'br' | 'gzip' | null {
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding) ? 'gzip' : null;
}

/** `ABCD1234-site.css` is `site.css`. */
function plainName(name: string): string {
  return name.slice(name.indexOf('-') + 1);
}

function inMemory(files: readonly BuiltFile[]): Shelf {
  const contents = new Map(files.map(({ name, content }) => [name, content]));
  return { names: [...contents.keys()], read: (name) => contents.get(name)! };
}

function inFolder(folder: string): Shelf | null {
  try {
    return { names: readdirSync(folder), read: (name) => readFileSync(join(folder, name)) };
  } catch {
    return null;
  }
}

/** Writes beside and renames, so that a start cut short leaves no half-filled folder. */
function keep(folder: string, files: readonly BuiltFile[]): Shelf {
  const beside = `${folder}.${process.pid}.part`;
  try {
    mkdirSync(beside, { recursive: true });
    for (const { name, content } of files) writeFileSync(join(beside, name), content);
    renameSync(beside, folder);
    removeOthers(folder);
  } catch {
    // Read-only, full, or another process was first: the files in memory are as good.
    rmSync(beside, { recursive: true, force: true });
  }
  return inMemory(files);
}

function removeOthers(folder: string): void {
  const parent = join(folder, '..');
  for (const name of readdirSync(parent)) {
    const isOld = /^assets-[0-9a-f]+$/.test(name) && name !== basename(folder);
    if (isOld) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function hashOfSources(root: string): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(root)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
