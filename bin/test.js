// `npm test`: installs what is missing, then hands over to test/kit/run.ts on Node 24.
import { installMissing } from './install.js';
import { runOnNode24 } from './node24.js';

installMissing({ development: true });
await runOnNode24('test/kit/run.ts', process.argv.slice(2));
