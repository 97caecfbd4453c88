// What `npm run bench -- engine` may be told.
import { parseArgs } from 'node:util';

const options = {
  works: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '7' },
  questions: { type: 'string', default: '1000' },
  /** Questions of each kind whose answers a plain scan checks. */
  checked: { type: 'string', default: '6' },
  growth: { type: 'boolean', default: false },
  /** Sizes of `--growth`, with commas between; empty: only what was kept is written. */
  sizes: { type: 'string', default: '100000,300000,1000000,3000000,10000000' },
  peers: { type: 'boolean', default: false },
  /** How many questions of the mix, from the first, the engine and its peers are asked. */
  asked: { type: 'string', default: '300' },
  soak: { type: 'boolean', default: false },
  fit: { type: 'boolean', default: false },
  steps: { type: 'string', default: '100000' },
  /** Of the table's own processes: which step, and where it leaves its figures. */
  step: { type: 'string' },
  out: { type: 'string' },
  given: { type: 'string' },
} as const;

/** The flags of a run. */
export type Flags = ReturnType<typeof readFlags>;

/** Throws a TypeError that names what it does not know. */
export function readFlags(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options });
  const number = (name: 'works' | 'seed' | 'questions' | 'checked' | 'steps' | 'asked') => {
    const value = Number(values[name].replaceAll('_', ''));
    if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`--${name} is no number`);
    return value;
  };
  return {
    ...values,
    works: number('works'),
    seed: number('seed'),
    questions: number('questions'),
    checked: number('checked'),
    steps: number('steps'),
    asked: number('asked'),
    sizes: sizesOf(values.sizes),
  };
}

function sizesOf(list: string): number[] {
  const sizes = list
    .split(',')
    .filter((each) => each !== '')
    .map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
    throw new TypeError('--sizes are whole numbers with commas between');
  }
  return sizes;
}
