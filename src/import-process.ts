// A process that reads one uploaded file: the file comes in, the works that it holds go out. All
// its memory goes with it.
import { setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { readInput } from './features/imports/index.ts';

// Pages go first.
setPriority(10);
for (const line of readInput(await buffer(process.stdin))) process.stdout.write(line);
