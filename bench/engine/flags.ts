// What `npm run bench -- engine` may be told.
import { parseArgs } from 'node:util';

const options = {
  works: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '7' },
  questions: { type: 'string', default: '1000' },
  /** Questions of each kind whose answers a plain scan checks. */
  checked: { type: 'string', default: '6' },
  peers: { type: 'boolean', default: false },
  growth: { type: 'boolean', default: false },
  soak: { type: 'boolean', default: false },
  fit: { type: 'boolean', default: false },
  steps: { type: 'string', default: '100000' },
  /** Milliseconds after which a peer's answer is no longer waited for. */
  'peer-limit': { type: 'string', default: '60000' },
  /** Of the table's own processes: which step, and where it leaves its figures. */
  step: { type: 'string' },
  out: { type: 'string' },
} as const;

/** The flags of a run. */
export type Flags = ReturnType<typeof readFlags>;

/** Throws a TypeError that names what it does not know. */
export function readFlags(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options });
  const number = (name: 'works' | 'seed' | 'questions' | 'checked' | 'steps' | 'peer-limit') => {
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
    peerLimitMs: number('peer-limit'),
  };
}
