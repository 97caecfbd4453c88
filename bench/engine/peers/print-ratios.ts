// The engine beside SQLite and PostgreSQL: the same questions, the same answers, the times.
import { print, printTable, quantile } from '../../machine.ts';
import { shown } from '../clock.ts';
import type { Flags } from '../flags.ts';
import type { Wanted } from '../recorded.ts';
import { stepApart } from '../steps.ts';
import type { EngineAnswers, PeerMeasured } from './ask-peer.ts';
import { postgresIndexes } from './postgres-peer.ts';
import { sqliteIndexes } from './sqlite-peer.ts';

const sizes = [
  { name: 'to 10,000 works', most: 10_000 },
  { name: 'to 300,000 works', most: 300_000 },
  { name: 'above', most: Number.POSITIVE_INFINITY },
] as const;
const goals = { p50: 100, p99: 30 } as const;

/** Prints the ratios; 1 when a peer and the engine answered otherwise. */
export function printRatios(flags: Flags): number {
  const { works, seed, questions, checked } = flags;
  const wanted: Wanted = { works, seed, questions, checked };
  stepApart('record', wanted);
  const engine = stepApart('answers', { ...wanted, asked: flags.asked });
  const peers = {
    SQLite: stepApart('sqlite', wanted, engine),
    PostgreSQL: stepApart('postgres', wanted, engine),
  };
  printConditions(wanted, engine, peers);
  printSizes(engine);
  for (const [name, peer] of Object.entries(peers)) {
    for (const how of ['warm', 'cold'] as const) {
      print();
      printTable(
        [`${name}, ${how}`, 'n', 'p50', 'p99', 'engine p50', 'p99', 'times p50', 'p99'],
        placesBySize(engine).map(([size, places]) => row(size, places, how, peer)),
      );
    }
  }
  printGoals(engine, peers);
  return printWrong(peers);
}

type Peers = Readonly<Record<string, PeerMeasured>>;

function printConditions(wanted: Wanted, engine: EngineAnswers, peers: Peers): void {
  print(engine.machine);
  print(
    `${wanted.works.toLocaleString('en')} works; the first ${engine.answers.length} questions of ` +
      `the fixed mix: filter, exact total, exact top ten of seven groups, page; milliseconds`,
  );
  print('the engine: one thread, asked the same just before the peer; cold: for the first time,');
  print('before anything was kept; warm: asked again twice in a row, the better, as the peers are');
  print('peers: every way they know is tried on each question first, and the fastest kept;');
  print('what takes more than a second is asked once, not twice;');
  print('cold: their own caches empty, the file in the system’s memory');
  const lines = { SQLite: sqliteIndexes, PostgreSQL: postgresIndexes };
  for (const [name, given] of Object.entries(lines)) {
    const { fillSeconds, ways } = peers[name]!;
    print(`${name}, filled in ${fillSeconds.toFixed(0)} s: ${given.join('\n  ')}`);
    print(`  ways taken: ${tally(ways)}`);
  }
}

// Most tags stand on few works, and a tag drawn by its use is still often a rare one.
function printSizes({ answers }: EngineAnswers): void {
  const totals = answers.map(({ total }) => total);
  const at = [0.1, 0.5, 0.9, 0.99].map((share) => quantile(totals, share).toLocaleString('en'));
  print(`works found, 10 / 50 / 90 / 99 % of the questions below: ${at.join(' / ')}`);
}

function tally(ways: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const way of ways) counts.set(way, (counts.get(way) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.map(([way, count]) => `${way}: ${count}`).join('; ');
}

function placesBySize({ answers }: EngineAnswers): [string, number[]][] {
  const all = [...answers.keys()];
  let least = -1;
  const bySize = sizes.map(({ name, most }): [string, number[]] => {
    const from = least;
    least = most;
    return [name, all.filter((at) => answers[at]!.total > from && answers[at]!.total <= most)];
  });
  return [['all', all], ...bySize];
}

function row(
  name: string,
  places: readonly number[],
  how: 'warm' | 'cold',
  peer: PeerMeasured,
): string[] {
  const own = spread(peer[how].engine, places);
  const theirs = spread(peer[how].peer, places);
  const least = peer.stopped.some((at) => places.includes(at)) ? '>=' : '';
  return [
    name,
    String(places.length),
    shown(theirs.p50),
    `${least}${shown(theirs.p99)}`,
    shown(own.p50),
    shown(own.p99),
    ratio(theirs.p50 / own.p50),
    `${least}${ratio(theirs.p99 / own.p99)}`,
  ];
}

function spread(times: readonly number[], places: readonly number[]) {
  const picked = places.map((at) => times[at]!);
  return { p50: quantile(picked, 0.5), p99: quantile(picked, 0.99) };
}

function ratio(value: number): string {
  if (Number.isNaN(value)) return '-';
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

function printGoals(engine: EngineAnswers, peers: Peers): void {
  const all = [...engine.answers.keys()];
  print();
  for (const [name, peer] of Object.entries(peers)) {
    const own = spread(peer.warm.engine, all);
    const theirs = spread(peer.warm.peer, all);
    for (const at of ['p50', 'p99'] as const) {
      const times = theirs[at] / own[at];
      const verdict = times >= goals[at] ? 'reached' : 'MISSED';
      print(`${name}, warm ${at}: ${ratio(times)} times; goal ${goals[at]}: ${verdict}`);
    }
    // The engine's worst and a peer's worst are other questions: question by question as well.
    const each = all.map((place) => peer.warm.peer[place]! / peer.warm.engine[place]!);
    const quantiles = [0.01, 0.5, 0.99].map((share) => ratio(quantile(each, share)));
    print(`  question by question, 1 % / half / 99 % of them below: ${quantiles.join(' / ')}`);
  }
}

function printWrong(peers: Peers): number {
  let all = 0;
  for (const [name, { wrong, stopped }] of Object.entries(peers)) {
    all += wrong.length;
    const differing = `other answers than the engine's: ${wrong.length}`;
    print(`${name}: stopped after 60 s: ${stopped.length}; ${differing}`);
    for (const each of wrong.slice(0, 10)) print(`  ${each}`);
  }
  return all === 0 ? 0 : 1;
}
