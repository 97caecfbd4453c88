// A thread that is there while it is asked: started by the first question, ended when idle.
import { type RunningThread, startThread } from './index.ts';

export type AskingLimits = {
  /** A question that takes longer is given up, and the thread with it. */
  readonly answerMs: number;
  /** With nothing asked for so long, the thread ends and gives its memory back. */
  readonly idleMs: number;
  /** Questions that wait while one is answered; more are refused. */
  readonly waitingMost: number;
};

/** The question has no answer: too many wait, it took too long, or the thread broke. */
export class Unanswered extends Error {}

export type AskedThread<Question, Answer> = {
  /** One at a time, in order. Throws `Unanswered`. */
  ask(question: Question): Promise<Answer>;
  end(): Promise<void>;
};

type Asked<Question, Answer> = {
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: Unanswered) => void;
};

/** The module answers each message it takes with one message. */
export function askedThread<Question, Answer>(
  module: URL,
  limits: AskingLimits,
): AskedThread<Question, Answer> {
  const waiting: Asked<Question, Answer>[] = [];
  let thread: RunningThread<Question> | null = null;
  let present: Asked<Question, Answer> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = async () => {
    clearTimeout(timer);
    const ended = thread;
    thread = null;
    await ended?.end();
  };
  const giveUp = (reason: string) => {
    const failed = present;
    present = null;
    void stop();
    failed?.fail(new Unanswered(reason));
    next();
  };
  const start = (): RunningThread<Question> => {
    const started: RunningThread<Question> = startThread<Question, Answer>(module, {
      message: (answer) => {
        // What was given up may still be answered: that is nobody's answer any more.
        if (thread !== started) return;
        const answered = present;
        present = null;
        answered?.answer(answer);
        next();
      },
      ended: (reason) => {
        if (thread === started) giveUp(reason);
      },
    });
    return started;
  };
  const next = () => {
    clearTimeout(timer);
    present = waiting.shift() ?? null;
    if (present === null) {
      timer = setTimeout(stop, limits.idleMs).unref();
      return;
    }
    thread ??= start();
    timer = setTimeout(() => giveUp('it took too long'), limits.answerMs);
    thread.post(present.question);
  };
  return {
    ask: (question) =>
      new Promise((answer, fail) => {
        if (waiting.length >= limits.waitingMost) throw new Unanswered('too many are waiting');
        waiting.push({ question, answer, fail });
        if (present === null) next();
      }),
    end: async () => {
      for (const { fail } of waiting.splice(0)) fail(new Unanswered('it was ended'));
      present?.fail(new Unanswered('it was ended'));
      present = null;
      await stop();
    },
  };
}
