// The other end of the pool: an engine on a thread of its own, over the memory that is shared.
import { attachEngine, type Engine } from '../index.ts';
import type { FromThread, ToThread } from './messages.ts';

/** Takes the messages of a thread, in order; `post` takes its answers. Never throws. */
export function answerOnThread(post: (message: FromThread) => void): (message: ToThread) => void {
  let engine: Engine | null = null;
  return (message) => {
    try {
      if (message.kind === 'attach') engine = attachEngine(message.shape, message.shared);
      else if (engine !== null) take(engine, message, post);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // What has gone wrong at a change makes every later answer wrong: the thread must end.
      if (!('number' in message)) throw error;
      post({ kind: 'failed', number: message.number, reason });
    }
  };
}

function take(engine: Engine, message: ToThread, post: (message: FromThread) => void): void {
  if (message.kind === 'changes') for (const change of message.changes) engine.apply(change);
  if (message.kind === 'query') {
    post({ kind: 'answer', number: message.number, answer: engine.query(message.query) });
  }
  if (message.kind === 'count') {
    const counts = message.questions.map((question) => engine.count(question));
    post({ kind: 'counted', number: message.number, counts });
  }
  if (message.kind === 'terms') {
    const counts = engine.countTerms(message.ids, message.audience);
    post({ kind: 'counted', number: message.number, counts });
  }
  if (message.kind === 'pack') {
    const packing = engine.packing();
    let slice = packing.next();
    while (slice.done !== true) slice = packing.next();
    post({ kind: 'packed', number: message.number, packed: slice.value });
  }
}
