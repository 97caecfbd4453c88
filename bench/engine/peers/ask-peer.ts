// Steps of `--peers`, each in a process of its own: the engine's answers, then those of a peer.

import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../../src/engine/index.ts';
import { machine } from '../../machine.ts';
import { secondsOf, timed } from '../clock.ts';
import { queryOf } from '../fixed-mix.ts';
import { archiveFolder } from '../make-archive.ts';
import { PackedArchive } from '../packed-archive.ts';
import { readRecorded, type Wanted } from '../recorded.ts';
import { buildEngine } from '../serving.ts';
import { inOutsideIds, type Peer, type PeerQuestion, peerQuestionOf } from './peer-question.ts';
import { PeerRows } from './peer-rows.ts';
import { postgresPeer } from './postgres-peer.ts';
import { sqlitePeer } from './sqlite-peer.ts';

/** The engine's answers to the first questions of the mix. Milliseconds. */
export type EngineAnswers = {
  readonly machine: string;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
  readonly answers: readonly Omit<Answer, 'next'>[];
};

/** What a peer took for the same. Milliseconds; where it was stopped, the limit. */
export type PeerMeasured = {
  readonly fillSeconds: number;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
  /** By question, the fastest way of those tried. */
  readonly ways: readonly string[];
  readonly stopped: readonly number[];
  readonly wrong: readonly string[];
};

export type PeerName = 'sqlite' | 'postgres';

const limitMs = 60_000;

/** Asks the engine: once cold, then the better of two. */
export function measureEngineAnswers(wanted: Wanted, asked: number): EngineAnswers {
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  const questions = readRecorded(wanted).asked.slice(0, asked);
  const before = machine();
  const engine = buildEngine(archive);
  const answers: Omit<Answer, 'next'>[] = [];
  const ask = (each: (answer: Answer) => void): number[] =>
    questions.map((question) => {
      const query = queryOf(question, wanted.works);
      let answer: Answer | undefined;
      const ms = timed(() => {
        answer = engine.query(query);
      });
      each(answer!);
      return ms;
    });
  const cold = ask(({ total, ids, facets }) => answers.push({ total, ids, facets }));
  const [first, second] = [ask(() => {}), ask(() => {})];
  archive.close();
  return { machine: before, cold, warm: first.map((ms, at) => Math.min(ms, second[at]!)), answers };
}

/** Fills the peer, finds each question's best way, then asks cold and warm. */
export async function measurePeer(
  name: PeerName,
  wanted: Wanted,
  engine: EngineAnswers,
): Promise<PeerMeasured> {
  const folder = archiveFolder(wanted.works, wanted.seed);
  const archive = new PackedArchive(folder);
  const rows = new PeerRows(archive);
  const { result: peer, seconds } = await secondsOf(() =>
    name === 'sqlite'
      ? sqlitePeer(join(folder, `sqlite-${process.pid}`), rows)
      : postgresPeer(rows),
  );
  try {
    const questions = readRecorded(wanted)
      .asked.slice(0, engine.answers.length)
      .map((asked, at) => peerQuestionOf(asked, engine.answers[at]!.total, rows));
    return { fillSeconds: seconds, ...(await askPeer(peer, questions, rows, engine.answers)) };
  } finally {
    await peer.close();
    archive.close();
  }
}

async function askPeer(
  peer: Peer,
  questions: readonly PeerQuestion[],
  rows: PeerRows,
  expected: EngineAnswers['answers'],
): Promise<Omit<PeerMeasured, 'fillSeconds'>> {
  const wrong: string[] = [];
  const ways: string[] = [];
  for (const [at, question] of questions.entries()) {
    const { way, differing } = await bestWay(peer, question, rows, expected[at]!);
    ways.push(way);
    for (const each of differing) wrong.push(`question ${at}, ${each}`);
  }
  const round = async (): Promise<number[]> => {
    const times: number[] = [];
    for (const [at, question] of questions.entries()) {
      times.push((await take(peer, question, ways[at]!, limitMs)).ms);
    }
    return times;
  };
  await peer.forget();
  const cold = await round();
  const [first, second] = [await round(), await round()];
  const warm = first.map((ms, at) => Math.min(ms, second[at]!));
  const stopped = [...cold.keys()].filter((at) => cold[at] === limitMs);
  return { cold, warm, ways, stopped, wrong };
}

/** Asks in every way; what takes twice as long as the best so far is stopped where that can be. */
async function bestWay(
  peer: Peer,
  question: PeerQuestion,
  rows: PeerRows,
  expected: EngineAnswers['answers'][number],
): Promise<{ way: string; differing: string[] }> {
  const differing: string[] = [];
  let [best, least] = ['', limitMs];
  for (const way of peer.ways(question)) {
    const { ms, answer } = await take(peer, question, way, Math.min(limitMs, 2 * least + 10));
    if (answer === null) continue;
    if (best === '' || ms < least) [best, least] = [way, ms];
    if (!isDeepStrictEqual(inOutsideIds(answer, rows), expected)) differing.push(way);
  }
  return { way: best === '' ? peer.ways(question)[0]! : best, differing };
}

async function take(peer: Peer, question: PeerQuestion, way: string, msMost: number) {
  await peer.prepare(question);
  const start = performance.now();
  const answer = await peer.ask(question, way, msMost);
  const ms = performance.now() - start;
  return { ms: answer === null ? msMost : ms, answer };
}
