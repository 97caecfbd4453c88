// What the decoders of pictures have in memory at their most, at the largest size of each kind that
// is taken, and just above it.
import sharp, { type Sharp } from 'sharp';
import { runModule } from '../../src/kit/processes/index.ts';
import { machine, print, printTable } from '../machine.ts';

const goalMegabytes = 300;
const module = new URL('draw-one.ts', import.meta.url);

type Kind = {
  readonly name: string;
  readonly channels: 3 | 4;
  /** Of squares, which pack where softness would not: files have at most 10 MB. */
  readonly squares?: true;
  /** Millions of pixels. */
  readonly sizes: readonly number[];
  readonly write: (drawn: Sharp) => Sharp;
};

const kinds: readonly Kind[] = [
  { name: 'JPEG', channels: 3, sizes: [40, 41], write: (drawn) => drawn.jpeg() },
  {
    name: 'JPEG, progressive',
    channels: 3,
    sizes: [36, 37],
    write: (drawn) => drawn.jpeg({ progressive: true }),
  },
  {
    name: 'JPEG, progressive, 4:4:4',
    channels: 3,
    sizes: [24, 26],
    write: (drawn) => drawn.jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
  },
  {
    name: 'PNG',
    squares: true,
    channels: 3,
    sizes: [40],
    write: (drawn) => drawn.png({ compressionLevel: 6 }),
  },
  {
    name: 'PNG, interlaced, transparent',
    squares: true,
    channels: 4,
    sizes: [35, 36],
    write: (drawn) => drawn.png({ compressionLevel: 6, progressive: true }),
  },
  {
    name: 'PNG, 16 bits, interlaced, transparent',
    squares: true,
    channels: 4,
    sizes: [17, 18],
    write: (drawn) => drawn.toColourspace('rgb16').png({ compressionLevel: 6, progressive: true }),
  },
  { name: 'WebP', channels: 4, sizes: [35, 36], write: (drawn) => drawn.webp({ effort: 0 }) },
  {
    name: 'WebP, lossless',
    squares: true,
    channels: 4,
    sizes: [35],
    write: (drawn) => drawn.webp({ effort: 0, lossless: true }),
  },
  {
    name: 'GIF',
    squares: true,
    channels: 4,
    sizes: [35, 36],
    write: (drawn) => drawn.gif({ effort: 1 }),
  },
  { name: 'AVIF', channels: 3, sizes: [10, 11], write: (drawn) => drawn.avif({ effort: 0 }) },
  {
    name: 'AVIF, 4:4:4, transparent',
    channels: 4,
    sizes: [10],
    write: (drawn) => drawn.avif({ effort: 0, chromaSubsampling: '4:4:4' }),
  },
];

print(machine());
const rows: string[][] = [];
let most = 0;
for (const kind of kinds) {
  for (const million of kind.sizes) {
    const given = await make(kind, million);
    const answer = await runModule(module, given, { mostMs: 120_000 });
    const { said, megabytes, ms } = JSON.parse(answer.toString()) as Record<string, number>;
    if (said !== undefined && String(said).includes('x')) most = Math.max(most, megabytes ?? 0);
    rows.push([
      kind.name,
      `${million}`,
      (given.length / 1_000_000).toFixed(1),
      String(said),
      (megabytes ?? 0).toFixed(0),
      ((ms ?? 0) / 1_000).toFixed(1),
    ]);
  }
}
printTable(['kind', 'million pixels', 'file, MB', 'became', 'peak MB', 'seconds'], rows);
print(`at most ${most.toFixed(0)} MB of ${goalMegabytes}`);
process.exitCode = most <= goalMegabytes ? 0 : 1;

/** A soft cloud, as photographs are: it packs, and is not one colour. */
async function make({ channels, squares, write }: Kind, million: number): Promise<Buffer> {
  const width = Math.floor(Math.sqrt(million * 1_000_000));
  const background = { r: 90, g: 120, b: 60, alpha: 0.5 };
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const cloud = sharp({ create: { width: 300, height: 300, channels: 3, background, noise } });
  const small = channels === 4 ? cloud.ensureAlpha(0.5) : cloud;
  const pixels = await small.raw().toBuffer({ resolveWithObject: true });
  const { width: w, height: h, channels: c } = pixels.info;
  const large = sharp(pixels.data, { raw: { width: w, height: h, channels: c } }).resize(
    width,
    width,
    { kernel: squares ? 'nearest' : 'cubic' },
  );
  return write(large).toBuffer();
}
