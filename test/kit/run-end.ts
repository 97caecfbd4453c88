// Loaded ahead of every test file by `npm test`: a file that has done its tests but holds something
// open would hang the run. It is failed, and what it holds is named.
import { after } from 'node:test';

// On a busy machine a browser alone takes many seconds to close.
const lingerMsMax = 60_000;

if (process.env['NODE_TEST_CONTEXT'] === 'child-v8') after(watchForTheEnd);

function watchForTheEnd(): void {
  setTimeout(() => {
    const held = process.getActiveResourcesInfo().filter((each) => each !== 'PipeWrap');
    console.error(`The tests of this file are done, but it holds open: ${held.join(', ')}`);
    process.exit(1);
  }, lingerMsMax).unref();
}
