// A process that draws one picture anew: a file comes in, the picture goes out. All its memory goes
// with it.
import { setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { writeAnswer } from './kit/images/index.ts';
import { redraw } from './kit/images/redraw.ts';

// Pages go first.
setPriority(10);
process.stdout.write(writeAnswer(await redraw(await buffer(process.stdin))));
