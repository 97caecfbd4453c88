// A process that reads one uploaded file, or judges one work: what it is given comes in, what it
// found goes out. All its memory goes with it.
import { setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { answerInput } from './features/imports/index.ts';

// Pages go first.
setPriority(10);
for (const piece of answerInput(await buffer(process.stdin))) process.stdout.write(piece);
