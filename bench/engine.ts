// The tag engine: its table of budgets, its peers, its growth, its soak.
//   npm run bench -- engine --works 10000000   every budget, from 20,000 works up (100,000)
//   npm run bench -- engine --works 1000000 --peers   beside SQLite and PostgreSQL
//   npm run bench -- engine --growth           100,000 to 10,000,000; writes docs/engine-growth.md
//   npm run bench -- engine --soak             100,000 random steps end equal to a rebuild
//   npm run bench -- engine --fit              the synthetic works beside those they are fitted to
import { soak } from '../test/kit/engine-soak.ts';
import { printFit } from './engine/fit.ts';
import { readFlags } from './engine/flags.ts';
import { printGrowth } from './engine/growth/print-growth.ts';
import { printRatios } from './engine/peers/print-ratios.ts';
import { printBudgets } from './engine/print-budgets.ts';
import { type Step, takeStep } from './engine/steps.ts';
import { print } from './machine.ts';

const flags = readFlags(process.argv.slice(2));
if (flags.step !== undefined) await takeStep(flags.step as Step, flags);
else if (flags.fit) printFit(flags.works);
else if (flags.soak) await printSoak(flags.steps, flags.seed);
else if (flags.growth) process.exitCode = printGrowth(flags);
else if (flags.peers) process.exitCode = printRatios(flags);
else process.exitCode = printBudgets(flags);

async function printSoak(steps: number, seed: number): Promise<void> {
  const start = performance.now();
  const { edits, queries, packed, loaded, attached } = await soak(steps, seed);
  print(
    `${steps} steps from seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s: ` +
      `${edits} edits, ${queries} questions answered as by a plain scan; packed ${packed} times, ` +
      `saved and loaded ${loaded}, attached ${attached}; the end equals a rebuild`,
  );
}
