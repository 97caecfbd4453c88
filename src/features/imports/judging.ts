// Judging a work that waits, once its owner has said yes: a long one by a process of its own, as it
// was read, so that pages wait for none of it.
import { takePieces } from '../../kit/processes/index.ts';
import { minuteMs } from '../../kit/time/index.ts';
import { type CheckedChapter, type DrawnPictures, packVersion } from '../works/index.ts';
import { packPictures, packWorkBeside, splitPictures, unpackWork } from './brought-pictures.ts';
import type { BroughtWork } from './brought-work.ts';
import { type ComingWork, comingOf, withShown } from './coming.ts';
import { judgeHereCharactersMax } from './limits.ts';
import { type JudgedWork, judgeBrought, type Surroundings } from './plan.ts';
import { charactersOf, factsOf, type ReadFacts } from './read-facts.ts';
import { FileRefused } from './refused-file.ts';

/** Asks the process. Throws Refused 503 where too much waits, and `FileRefused` where it fails. */
export type AskProcess = (
  input: readonly (string | Uint8Array)[],
  mostMs: number,
) => Promise<Buffer[]>;

export type WaitingToCome = {
  readonly packed: Uint8Array;
  readonly facts: Pick<ReadFacts, 'creators' | 'sourceAddress' | 'characters' | 'pictures'>;
  readonly surroundings: Surroundings;
  readonly siteUrl: string;
};

/** Opens a packed work to come in: a short one here, others beside. Throws `FileRefused`. */
export type OpenComing = (waiting: WaitingToCome) => ComingWork;

/** What is shown of a work that its owner has changed. Throws `FileRefused`. */
export type JudgeChanged = (work: BroughtWork, surroundings: Surroundings) => Promise<Changed>;

export type Changed = { readonly packed: Uint8Array; readonly facts: ReadFacts };

export type Judging = { readonly openComing: OpenComing; readonly judgeChanged: JudgeChanged };

const mostMs = 3 * minuteMs;

export function createJudging(ask: AskProcess): Judging {
  return { openComing: createOpenComing(ask), judgeChanged: createJudgeChanged(ask) };
}

function createJudgeChanged(ask: AskProcess): JudgeChanged {
  return async (work, surroundings) => {
    if (charactersOf(work) <= judgeHereCharactersMax) {
      return { packed: await packWorkBeside(work), facts: judgedFacts(surroundings, work) };
    }
    const packed = await packWorkBeside(work);
    const answer = await ask(asInput({ ask: 'facts', surroundings }, packed), mostMs);
    const found = takeHead<SentFacts>(answer);
    if (found.reason !== null) throw new FileRefused(found.reason);
    return { packed, facts: found.facts };
  };
}

function judgedFacts(surroundings: Surroundings, work: BroughtWork): ReadFacts {
  const found = judgeBrought(surroundings, work);
  if (!found.ok) throw new FileRefused(found.reason);
  return factsOf(found.judged);
}

function createOpenComing(ask: AskProcess): OpenComing {
  return (waiting) => {
    const { characters = Number.POSITIVE_INFINITY, pictures = 1 } = waiting.facts;
    if (characters <= judgeHereCharactersMax && pictures === 0) return judgeHere(waiting);
    const { packed, surroundings, siteUrl } = waiting;
    const { creators, sourceAddress } = waiting.facts;
    return {
      creators,
      sourceAddress,
      async pictures() {
        if (pictures === 0) return [];
        return splitPictures(
          Buffer.concat(await ask(asInput({ ask: 'pictures' }, packed), mostMs)),
        );
      },
      async judged(shown) {
        const head = { ask: 'judge', surroundings, siteUrl, shown } as const;
        return fromAnswer(await ask(asInput(head, packed), mostMs));
      },
    };
  };
}

function judgeHere({ packed, surroundings, siteUrl }: WaitingToCome): ComingWork {
  const found = judgeBrought(surroundings, unpackWork(packed));
  if (!found.ok) throw new FileRefused(found.reason);
  return comingOf(found.judged, siteUrl);
}

// Between the processes: to it a line of JSON and the packed work; back the size of a head, the
// head as JSON, and what its sizes say.

/** What is asked of a packed work: its pictures, what is shown of it, how it comes in. */
export type JudgingHead =
  | { readonly ask: 'pictures' }
  | { readonly ask: 'facts'; readonly surroundings: Surroundings }
  | {
      readonly ask: 'judge';
      readonly surroundings: Surroundings;
      readonly siteUrl: string;
      readonly shown: DrawnPictures;
    };

function asInput(head: JudgingHead, packed: Uint8Array): (string | Uint8Array)[] {
  return [`${JSON.stringify(head)}\n`, packed];
}

type SentFacts = { readonly reason: string } | { readonly reason: null; readonly facts: ReadFacts };

type SentHead =
  | { readonly reason: string }
  | {
      readonly reason: null;
      readonly judged: Omit<JudgedWork, 'chapters' | 'packed'>;
      /** Of each chapter: the bytes of its JSON and of its first version, and the words of that. */
      readonly sizes: readonly (readonly [json: number, packed: number, words: number])[];
    };

/** In the process: the answer, in pieces. */
export function* answerJudging(head: JudgingHead, packed: Uint8Array): Generator<Uint8Array> {
  if (head.ask === 'pictures') {
    yield packPictures(packed);
    return;
  }
  const found = judgeBrought(head.surroundings, unpackWork(packed));
  if (!found.ok) {
    yield* sizedHead({ reason: found.reason });
    return;
  }
  if (head.ask === 'facts') {
    yield* sizedHead({ reason: null, facts: factsOf(found.judged) });
    return;
  }
  const { chapters, ...judged } = withShown(found.judged, head.siteUrl, head.shown);
  const pieces = chapters.map((chapter) => {
    const version = packVersion(chapter);
    return { json: Buffer.from(JSON.stringify(chapter)), ...version };
  });
  const sizes = pieces.map(({ json, content, words }) => {
    return [json.length, content.length, words] as const;
  });
  const said = { ...judged, brought: withoutTexts(judged.brought) };
  yield* sizedHead({ reason: null, judged: said, sizes });
  for (const { json, content } of pieces) {
    yield json;
    yield content;
  }
}

const headSizeBytes = 4;

function* sizedHead(sent: SentHead | SentFacts): Generator<Uint8Array> {
  const json = Buffer.from(JSON.stringify(sent));
  const size = Buffer.alloc(headSizeBytes);
  size.writeUInt32LE(json.length);
  yield size;
  yield json;
}

/** What is read of it later: all but the texts, which are in the chapters, and the pictures. */
function withoutTexts({ pictures: _, ...work }: BroughtWork): BroughtWork {
  const chapters = work.chapters.map((chapter) => ({ ...chapter, source: '' }));
  return { ...work, chapters };
}

function takeHead<Head extends SentHead | SentFacts>(answer: Buffer[]): Head {
  const size = takePieces(answer, headSizeBytes).readUInt32LE();
  return JSON.parse(takePieces(answer, size).toString('utf8')) as Head;
}

function fromAnswer(answer: Buffer[]): JudgedWork {
  const head = takeHead<SentHead>(answer);
  if (head.reason !== null) throw new FileRefused(head.reason);
  const read = head.sizes.map(([json, content, words]) => ({
    chapter: JSON.parse(takePieces(answer, json).toString('utf8')) as CheckedChapter,
    version: { content: takePieces(answer, content), words },
  }));
  return {
    ...head.judged,
    chapters: read.map(({ chapter }) => chapter),
    packed: read.map(({ version }) => version),
  };
}
