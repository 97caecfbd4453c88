// Steps of `--peers`, each in a process of its own: the engine's answers, then those of a peer.

import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Answer, Engine } from '../../../src/engine/index.ts';
import { machine } from '../../machine.ts';
import { secondsOf, timed } from '../clock.ts';
import { type Asked, queryOf } from '../fixed-mix.ts';
import { archiveFolder } from '../make-archive.ts';
import { PackedArchive } from '../packed-archive.ts';
import { readRecorded, type Wanted } from '../recorded.ts';
import { buildEngine } from '../serving.ts';
import { inOutsideIds, type Peer, type PeerQuestion, peerQuestionOf } from './peer-question.ts';
import { PeerRows } from './peer-rows.ts';
import { postgresPeer } from './postgres-peer.ts';
import { sqlitePeer } from './sqlite-peer.ts';

/** The engine's answers to the first questions of the mix. */
export type EngineAnswers = {
  readonly machine: string;
  readonly answers: readonly Omit<Answer, 'next'>[];
};

/** Milliseconds by question. */
type Times = { readonly engine: readonly number[]; readonly peer: readonly number[] };

/**
 * What a peer took, and beside it, question by question, the engine: what else the machine does
 * meanwhile falls on both. Where the peer was stopped, the limit.
 */
export type PeerMeasured = {
  readonly fillSeconds: number;
  readonly cold: Times;
  readonly warm: Times;
  /** By question, the fastest way of those tried. */
  readonly ways: readonly string[];
  readonly stopped: readonly number[];
  readonly wrong: readonly string[];
};

export type PeerName = 'sqlite' | 'postgres';

const limitMs = 60_000;
const repeatedMsMost = 1000;

/** What the peers must answer. */
export function engineAnswers(wanted: Wanted, asked: number): EngineAnswers {
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  const before = machine();
  const engine = buildEngine(archive);
  archive.close();
  const questions = readRecorded(wanted).asked.slice(0, asked);
  const answers = questions.map((question) => {
    const { total, ids, facets } = engine.query(queryOf(question, wanted.works));
    return { total, ids, facets };
  });
  return { machine: before, answers };
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
    const mix = readRecorded(wanted).asked.slice(0, engine.answers.length);
    const both: Both = { peer, rows, mix, engine: buildEngine(archive), expected: engine.answers };
    return { fillSeconds: seconds, ...(await askBoth(both)) };
  } finally {
    await peer.close();
    archive.close();
  }
}

/** The peer, and an engine that nobody has asked yet. */
type Both = {
  readonly peer: Peer;
  readonly rows: PeerRows;
  readonly mix: readonly Asked[];
  readonly engine: Engine;
  readonly expected: EngineAnswers['answers'];
};

async function askBoth(both: Both): Promise<Omit<PeerMeasured, 'fillSeconds'>> {
  const { peer, rows, mix, engine, expected } = both;
  const questions = mix.map((asked, at) => peerQuestionOf(asked, expected[at]!.total, rows));
  const ways: string[] = [];
  for (const question of questions) ways.push(await bestWay(peer, question));
  const wrong: string[] = [];
  // In a row, so that neither is asked with the processor's caches full of the other's.
  const round = async (inARow: number): Promise<Times> => {
    const times: { engine: number[]; peer: number[] } = { engine: [], peer: [] };
    for (const [at, question] of questions.entries()) {
      const query = queryOf(mix[at]!, rows.count);
      const own = Array.from({ length: inARow }, () => timed(() => engine.query(query)));
      const theirs: number[] = [];
      // What takes long is not asked again: it would hardly be faster.
      while (theirs.length < inARow && (theirs[0] ?? 0) < repeatedMsMost) {
        const { ms, answer } = await take(peer, question, ways[at]!, limitMs);
        theirs.push(ms);
        if (answer === null || isDeepStrictEqual(inOutsideIds(answer, rows), expected[at]))
          continue;
        wrong.push(`question ${at}, ${ways[at]}`);
      }
      times.engine.push(Math.min(...own));
      times.peer.push(Math.min(...theirs));
    }
    return times;
  };
  await peer.forget();
  const cold = await round(1);
  const warm = await round(2);
  const stopped = [...questions.keys()].filter((at) => warm.peer[at] === limitMs);
  return { cold, warm, ways, stopped, wrong };
}

/** Tries every way where there are several; one that takes twice the best so far is stopped. */
async function bestWay(peer: Peer, question: PeerQuestion): Promise<string> {
  const ways = peer.ways(question);
  let [best, least] = [ways[0]!, limitMs];
  for (const way of ways.length > 1 ? ways : []) {
    const { ms, answer } = await take(peer, question, way, Math.min(limitMs, 2 * least + 10));
    if (answer !== null && ms < least) [best, least] = [way, ms];
  }
  return best;
}

async function take(peer: Peer, question: PeerQuestion, way: string, msMost: number) {
  await peer.prepare(question);
  const start = performance.now();
  const answer = await peer.ask(question, way, msMost);
  const ms = performance.now() - start;
  return { ms: answer === null ? msMost : ms, answer };
}
