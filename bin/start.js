// `npm start`: installs what is missing and serves, by default with the demo.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing } from './install.js';
import { root, runOnNode24 } from './node24.js';

// What tests need comes too, so that `npm test` after it installs nothing; not on a server.
installMissing({ development: process.env.NODE_ENV !== 'production' });
await runOnNode24('src/cli.ts', ['serve', ...process.argv.slice(2)], demoByDefault());

// The demo is for trying Inkstead out on one's own machine: it is not the default once others can
// reach the archive, and whoever has set it, here or in inkstead.toml, is not overruled.
function demoByDefault() {
  const { INKSTEAD_DEMO: demo, INKSTEAD_HOST, INKSTEAD_DATA: data } = process.env;
  const written = readIfThere(join(data || join(root, 'data'), 'inkstead.toml'));
  const host = INKSTEAD_HOST ?? /^\s*host\s*=\s*["'](.*?)["']/m.exec(written)?.[1] ?? 'localhost';
  const isSet = demo !== undefined || /^\s*demo\s*=/m.test(written);
  return isSet || !/^(localhost$|127\.|\[?::1\]?$)/i.test(host) ? {} : { INKSTEAD_DEMO: '1' };
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
