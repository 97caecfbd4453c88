// One picture, drawn anew in a process of its own: what came of it, and its memory at the most.
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { redraw } from '../../src/kit/images/redraw.ts';

const started = performance.now();
const redrawn = await redraw(await buffer(process.stdin));
// What the system counts for `resourceUsage` begins with the memory of who started the process.
const status = readFileSync('/proc/self/status', 'utf8');
const megabytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_000;
const said = redrawn.ok ? `${redrawn.width}x${redrawn.height}` : redrawn.problem;
process.stdout.write(JSON.stringify({ said, megabytes, ms: performance.now() - started }));
