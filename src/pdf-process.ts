// A process that sets one book: a book as JSON comes in, a PDF goes out. All its memory goes with
// it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import {
  fontFiles,
  glyphsOf,
  lackingScripts,
  pdfDocument,
  unpackBook,
  withWordsAlone,
} from './features/exports/index.ts';
import { nativePackage, typesetterFamily } from './kit/processes/index.ts';
import { secondMs } from './kit/time/index.ts';

// Pages go first.
setPriority(10);
const book = unpackBook(await readAll(process.stdin));
const fonts = fontFiles.map((name) => readFileSync(fileURLToPath(import.meta.resolve(name))));
const glyphs = fonts.map((font) => glyphsOf(new DataView(font.buffer, font.byteOffset)));
const lacking = lackingScripts(JSON.stringify({ ...book, pictures: [] }), (sign) =>
  glyphs.some((has) => has(sign)),
);
const compiler = loadTypesetter().create({ workspace: '/', fontArgs: [{ fontBlobs: fonts }] });
for (const { address, bytes } of book.pictures) compiler.mapShadow(address, Buffer.from(bytes));
process.stdout.write(setBook());

/** A text that the typesetter gives up on is set again as words alone: nobody goes without. */
function setBook(): Buffer {
  try {
    return setSource(pdfDocument(book, lacking));
  } catch {
    return setSource(pdfDocument(withWordsAlone(book), lacking));
  }
}

function setSource(mainFileContent: string): Buffer {
  const creationTimestamp = Math.floor(book.editedAt / secondMs);
  return compiler.pdf({ mainFileContent }, { creationTimestamp });
}

type Compiler = {
  /** Lays a file where the book finds it. */
  mapShadow(path: string, content: Buffer): void;
  pdf(
    input: { readonly mainFileContent: string },
    wishes: { readonly creationTimestamp: number },
  ): Buffer;
};

type Typesetter = {
  create(needs: {
    readonly workspace: string;
    readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[];
  }): Compiler;
};

function loadTypesetter(): Typesetter {
  const name = nativePackage(typesetterFamily);
  if (name === null) throw new Error('there is no typesetter for this platform');
  const loaded: { readonly NodeCompiler: Typesetter } = createRequire(import.meta.url)(name);
  return loaded.NodeCompiler;
}
