// The tag engine: its table of budgets, its peers, its growth, its soak.
//   npm run bench -- engine --works 10000000   every budget, from 20,000 works up (100,000)
//   npm run bench -- engine --peers            SQLite and PostgreSQL asked the same
//   npm run bench -- engine --growth           docs/engine-growth.md and its picture
//   npm run bench -- engine --soak             100,000 random steps end equal to a rebuild
//   npm run bench -- engine --fit              the synthetic works beside those they are fitted to
import { printFit } from './engine/fit.ts';
import { readFlags } from './engine/flags.ts';
import { printBudgets } from './engine/print-budgets.ts';
import { type Step, takeStep } from './engine/steps.ts';

const flags = readFlags(process.argv.slice(2));
if (flags.step !== undefined) await takeStep(flags.step as Step, flags);
else if (flags.fit) printFit(flags.works);
else process.exitCode = await printBudgets(flags);
