// `import PATH...`: the same plan and the same acts as the form's, for files and folders of any
// size. Each work is one transaction, so that it can be stopped at any moment and run again.
import { listInputs, type OpenInput, openInput } from '../../kit/files/index.ts';
import { Refused } from '../../kit/http/index.ts';
import { BadUsage, type Command, type CommandCall, CommandFailed } from '../../shared/command.ts';
import type { WorkId } from '../../shared/ids.ts';
import { hasRole, type Member } from '../../shared/viewer.ts';
import { findMember, findOnlyAdmin } from '../accounts/index.ts';
import { workUrl } from '../works/urls.ts';
import { bringIn, sayLeft } from './actions.ts';
import { bringInForOthers } from './authors.ts';
import { comingOf } from './coming.ts';
import { type FoundFile, filesOf } from './files.ts';
import { text } from './messages.ts';
import { type ImportPlan, planImport, readSurroundings, type Surroundings } from './plan.ts';
import { FileRefused } from './refused-file.ts';
import { findBrought } from './store/imports.ts';
import { claimUrl } from './urls.ts';

/** `import`. */
export const importCommands: readonly Command[] = [
  {
    words: 'import',
    usage: 'PATH... [--as USER] [--for-others] [--dry-run] [--publish]',
    summary: 'bring in works from files, zips and folders; without --as, as the one admin’s',
    options: { as: true, 'for-others': false, 'dry-run': false, publish: false },
    operands: [1, 10_000],
    run: importFiles,
  },
];

/** What became of one file. */
type Outcome = {
  readonly file: string;
  readonly outcome:
    | 'draft'
    | 'posted'
    | 'held'
    | 'others'
    | 'planned'
    | 'already'
    | 'refused'
    | 'passed-over';
  readonly title?: string;
  readonly kind?: string;
  readonly id?: WorkId;
  readonly chapters?: number;
  readonly words?: number;
  readonly reason?: string;
  /** Another file of a dry run that is the same work. */
  readonly sameAs?: string;
  readonly decisions?: readonly string[];
  readonly marks?: ImportPlan['marks'];
  readonly holds?: readonly string[];
  /** What another member has brought from the same address. */
  readonly broughtByOther?: WorkId;
  /** Of authors who are new: by their links they claim their works. */
  readonly claims?: readonly { readonly name: string; readonly link: string }[];
};

type Bringing = {
  readonly call: CommandCall;
  readonly owner: Member;
  readonly surroundings: Surroundings;
  readonly isDry: boolean;
  /** Which file of a dry run has what another has as well. */
  readonly seen: Map<string, string>;
};

async function importFiles(call: CommandCall): Promise<void> {
  const { parts, options } = call;
  const login = options.get('as')?.at(-1);
  const { read } = parts.database;
  const owner = login === undefined ? await findOnlyAdmin(read) : await findMember(read, login);
  if (owner === null && login === undefined) throw new BadUsage(text.commandAs());
  if (owner === null) throw new CommandFailed(text.commandNobody({ login: login ?? '' }));
  if (options.has('for-others') && !hasRole(owner, 'archivist')) {
    throw new CommandFailed(text.commandNoArchivist({ login: owner.login }));
  }
  const surroundings = await readSurroundings(parts.database.read);
  const isDry = options.has('dry-run');
  const bringing: Bringing = { call, owner, surroundings, isDry, seen: new Map() };
  const stopped = call.stopped();
  const outcomes: Outcome[] = [];
  for await (const outcome of outcomesOf(bringing)) {
    outcomes.push(outcome);
    if (!call.json) printOutcome(call, outcome);
    call.progress(text.progress({ done: outcomes.length }));
    if (stopped.aborted) break;
  }
  conclude(call, outcomes, isDry);
  if (stopped.aborted) throw new CommandFailed(text.commandStopped({ done: outcomes.length }));
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused').length;
  if (refused > 0) throw new CommandFailed(refusedText(refused, outcomes.length, isDry));
}

function refusedText(count: number, met: number, isDry: boolean): string {
  if (isDry) return text.commandWouldRefuse({ count });
  const refused = text.commandRefused({ count });
  return met > count ? text.commandOthersDone({ refused }) : refused;
}

async function* outcomesOf(bringing: Bringing): AsyncGenerator<Outcome> {
  for (const path of bringing.call.operands) {
    const inputs = await listInputs(path);
    if (inputs === null) {
      yield { file: path, outcome: 'refused', reason: text.notFound() };
      continue;
    }
    for (const { name, isChosen } of inputs) {
      const input = openInput(name);
      if (input === null) {
        yield { file: name, outcome: 'refused', reason: text.notFound() };
        continue;
      }
      try {
        yield* outcomesOfInput(bringing, name, input, isChosen);
      } finally {
        input.close();
      }
    }
  }
}

async function* outcomesOfInput(
  bringing: Bringing,
  name: string,
  source: OpenInput,
  isChosen: boolean,
): AsyncGenerator<Outcome> {
  for (const met of filesOf({ name, source }, isChosen)) {
    if (met.kind === 'refused') {
      yield { file: met.name, outcome: 'refused', reason: met.reason };
    } else if (met.kind === 'passed-over') {
      yield { file: met.name, outcome: 'passed-over' };
    } else yield await outcomeOf(bringing, met.file);
  }
}

async function outcomeOf(bringing: Bringing, file: FoundFile): Promise<Outcome> {
  try {
    return await bringFile(bringing, file);
  } catch (error) {
    if (!(error instanceof FileRefused || error instanceof Refused)) throw error;
    return { file: file.name, outcome: 'refused', reason: error.message };
  }
}

async function bringFile(bringing: Bringing, file: FoundFile): Promise<Outcome> {
  const { call, owner, surroundings, isDry, seen } = bringing;
  const { parts } = call;
  const digest = file.digest();
  const there = await findBrought(parts.database.read, owner.userId, digest, null);
  if (there !== null) return { file: file.name, outcome: 'already', id: there };
  const brought = file.read();
  const byArchivist = hasRole(owner, 'archivist');
  const wishes = { owner: owner.userId, digest, byArchivist };
  const planned = await planImport(parts.database.read, surroundings, brought, wishes);
  if (!planned.ok) throw new FileRefused(planned.reason);
  const { plan } = planned;
  const facts = { ...factsOf(plan), file: file.name };
  if (plan.duplicateOf !== null) return { ...facts, outcome: 'already', id: plan.duplicateOf };
  if (isDry) {
    const keys = [digest, brought.sourceAddress].filter((key) => key !== null);
    const sameAs = keys.flatMap((key) => seen.get(key) ?? [])[0];
    if (sameAs !== undefined) return { ...facts, outcome: 'already', sameAs };
    for (const key of keys) seen.set(key, file.name);
    return { ...facts, outcome: 'planned' };
  }
  if (call.options.has('for-others')) {
    const given = { by: owner, fileName: file.name, digest };
    return { ...facts, ...(await bringForOthers(call, plan, given)) };
  }
  const publish = call.options.has('publish');
  const done = await bringIn(parts, {
    plan,
    owner,
    by: owner,
    fileName: file.name,
    digest,
    publish,
  });
  const drafted = plan.holds.length > 0 || done.held ? 'held' : 'draft';
  const outcome = done.already ? 'already' : done.posted ? 'posted' : drafted;
  const decisions = [...plan.decisions, ...sayLeft(done.left)];
  return { ...facts, outcome, id: done.id, decisions };
}

async function bringForOthers(
  { parts }: CommandCall,
  plan: ImportPlan,
  given: Parameters<typeof bringInForOthers>[2],
): Promise<Pick<Outcome, 'outcome' | 'id' | 'claims' | 'decisions'>> {
  const coming = comingOf(plan, parts.settings.url);
  const { id, already, posted, held, left, authors } = await bringInForOthers(parts, coming, given);
  const claims = authors.flatMap(({ name, claim }) =>
    claim === null ? [] : [{ name, link: `${parts.settings.url}${claimUrl(claim)}` }],
  );
  const waits = plan.holds.length > 0 || held ? 'held' : 'draft';
  const decisions = [...plan.decisions, ...sayLeft(left)];
  return { outcome: already ? 'already' : posted ? 'others' : waits, id, claims, decisions };
}

function factsOf(plan: ImportPlan): Omit<Outcome, 'outcome' | 'file'> {
  return {
    title: plan.work.title,
    kind: plan.brought.kind,
    chapters: plan.chapters.length,
    words: plan.chapters.reduce((sum, { words }) => sum + words, 0),
    decisions: plan.decisions,
    marks: plan.marks,
    holds: plan.holds,
    ...(plan.broughtByOther === null ? {} : { broughtByOther: plan.broughtByOther }),
  };
}

const sentences = {
  draft: text.lineDraft,
  posted: text.linePosted,
  held: text.lineHeld,
  others: text.lineOthers,
  planned: text.lineWould,
  already: text.lineAlready,
  refused: text.lineRefused,
  'passed-over': text.linePassedOver,
} as const;

function printOutcome(call: CommandCall, done: Outcome): void {
  const { parts } = call;
  // Names in a stranger's zip may hold what moves a terminal.
  const print = (line: string) => call.print(line.replace(/\p{Cc}/gu, '\ufffd'));
  const { file, title = '', id, chapters = 0, reason = '', sameAs } = done;
  if (sameAs !== undefined) {
    print(text.lineSameAs({ file, other: sameAs }));
    return;
  }
  const address = id === undefined ? '' : `${parts.settings.url}${workUrl({ id })}`;
  print(sentences[done.outcome]({ file, title, address, chapters, reason }));
  if (done.outcome === 'already') return;
  for (const said of done.decisions ?? []) print(text.lineDecision({ said }));
  for (const { field, detail } of done.marks ?? []) print(text.lineMark({ field, said: detail }));
  for (const claim of done.claims ?? []) print(text.lineClaim(claim));
  if (done.broughtByOther !== undefined) print(text.lineDecision({ said: text.lineOthersHave() }));
  for (const said of done.holds ?? []) print(text.lineHold({ said }));
}

function conclude({ print, json }: CommandCall, outcomes: readonly Outcome[], isDry: boolean) {
  const count = (...wanted: readonly Outcome['outcome'][]) =>
    outcomes.filter(({ outcome }) => wanted.includes(outcome)).length;
  const counts = {
    brought: count('draft', 'posted', 'held', 'others', 'planned'),
    already: count('already'),
    refused: count('refused'),
  };
  if (json) print(JSON.stringify({ dryRun: isDry, ...counts, files: outcomes }));
  else print(isDry ? text.commandWould(counts) : text.commandSum(counts));
}
