// Threads of the process: modules that run beside the one that serves, and speak by messages.
import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';

// Of twenty: whoever serves has nine parts in ten of a core that both want.
const behind = 10;

/** What is heard of a thread. `ended`: it is gone, by itself or because it was ended. */
export type ThreadListener<Message> = {
  readonly message: (message: Message) => void;
  readonly ended: (reason: string) => void;
};

/** A thread that runs, and keeps the process alive until it is ended. */
export type RunningThread<Message> = {
  /** Sends plain data, which is copied; memory that is shared is not. */
  post(message: Message): void;
  end(): Promise<void>;
};

/** Runs the module at this place on a thread of its own. */
export function startThread<To, From>(module: URL, on: ThreadListener<From>): RunningThread<To> {
  const worker = new Worker(module);
  let reason = 'it came to its end';
  worker.on('message', on.message);
  worker.on('error', (error) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  worker.on('messageerror', (error) => {
    reason = error.message;
    void worker.terminate();
  });
  worker.on('exit', () => on.ended(reason));
  return {
    post: (message) => worker.postMessage(message),
    end: async () => {
      await worker.terminate();
    },
  };
}

/**
 * On a thread: takes each message in order, until the thread is ended from outside. The thread lets
 * the one that serves go first where both want the same core.
 */
export function takeMessages<To, From>(
  listen: (post: (message: From) => void) => (message: To) => void,
): void {
  if (parentPort === null) throw new Error('this module runs on a thread');
  const port = parentPort;
  // Elsewhere than on Linux it would be that of the whole process.
  if (process.platform === 'linux') {
    setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + behind));
  }
  port.on(
    'message',
    listen((message) => port.postMessage(message)),
  );
}
