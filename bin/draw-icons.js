// Draws the icons of the installed app from the one that pages have, src/web/styles/icon.svg, into
// src/web/icons/. Run by hand when the drawing changes: `node bin/draw-icons.js`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const web = join(import.meta.dirname, '../src/web');
const drawing = readFileSync(join(web, 'styles/icon.svg'), 'utf8');
// Devices cut these to a shape of their own: colour to the edge, the drop inside the inner 80%.
const toTheEdge = drawing
  .replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"')
  .replace('<rect width="32" height="32" rx="7"', '<rect x="-5" y="-5" width="42" height="42"');

const icons = [
  { name: 'app-192.png', source: drawing, side: 192 },
  { name: 'app-512.png', source: drawing, side: 512 },
  { name: 'app-maskable.png', source: toTheEdge, side: 512 },
  { name: 'app-touch.png', source: toTheEdge, side: 180 },
];

for (const { name, source, side } of icons) {
  // The drawing is 32 or 42 units wide at 72 dots an inch.
  const density = (72 * side) / 32;
  await sharp(Buffer.from(source), { density })
    .resize(side, side)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(web, 'icons', name));
}
