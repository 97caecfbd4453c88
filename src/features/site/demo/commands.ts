// `demo`: the demo archive, and archives of any size to try things out on.

import {
  BadUsage,
  type Command,
  type CommandCall,
  CommandFailed,
} from '../../../shared/command.ts';
import { hasPeople } from '../../accounts/index.ts';
import { growArchive } from './grow.ts';
import { text } from './messages.ts';
import { placeDemo } from './seed.ts';

// Beyond it the names of a growth would begin to repeat, and hours would pass.
const worksMost = 10_000_000;

export const demoCommands: readonly Command[] = [
  {
    words: 'demo',
    usage: '[--works N]',
    summary:
      'fill an empty archive with the demo; with --works, grow any archive by N synthetic works ' +
      'with the tags of a large one and texts of 20 to some 400 words',
    options: { works: true },
    operands: [0, 0],
    run: async (call) => (call.options.has('works') ? grow(call) : seed(call)),
  },
];

async function seed({ parts, print, json }: CommandCall): Promise<void> {
  if (await hasPeople(parts.database.read)) throw new CommandFailed(text.notEmpty());
  const works = await placeDemo(parts);
  print(json ? JSON.stringify({ works }) : text.seeded({ works }));
}

async function grow(call: CommandCall): Promise<void> {
  const { parts, print, json } = call;
  const works = readCount(call.options.get('works')?.at(-1) ?? '');
  const grown = await growArchive(parts, {
    works,
    progress: (done) => call.progress(text.growing({ done, works })),
    signal: call.stopped(),
  });
  if (grown.works < works) throw new CommandFailed(text.stopped({ done: grown.works, works }));
  print(json ? JSON.stringify(grown) : text.grown(grown));
}

function readCount(typed: string): number {
  const count = /^[0-9]{1,8}$/.test(typed) ? Number(typed) : 0;
  if (count < 1 || count > worksMost) throw new BadUsage(text.worksRange({ most: worksMost }));
  return count;
}
