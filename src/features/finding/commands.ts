// The operator's commands for the search index. They work on the file on this disk, which servers
// load when they start; what they are asked for reaches running servers by the database.
import { headPosition } from '../../kit/sql/index.ts';
import { dayMs, hourMs, isoTime, minuteMs, secondMs } from '../../kit/time/index.ts';
import { type Command, type CommandCall, CommandFailed } from '../../shared/command.ts';
import type { Parts } from '../../shared/parts.ts';
import { buildCopy, catchUp, type IndexCopy } from './index/index-copy.ts';
import { type Difference, differencesOf } from './index/index-differences.ts';
import { text } from './index/messages.ts';
import { loadIndex, readSaved, type SavedIndex, saveIndex } from './index/saved-index.ts';
import { findOrMakeLife, readLife, wishForGeneration } from './index/store.ts';
import { createTextIndex, type TextIndex } from './text/text-index.ts';

/** `index status`, `index rebuild`, `index verify`. */
export const findingCommands: readonly Command[] = [
  {
    words: 'index status',
    usage: '',
    summary: 'say what the saved search index holds and how far it is behind the database',
    options: {},
    operands: [0, 0],
    run: status,
  },
  {
    words: 'index rebuild',
    usage: '',
    summary: 'build the search index anew from the database, while the archive serves',
    options: {},
    operands: [0, 0],
    run: rebuild,
  },
  {
    words: 'index verify',
    usage: '',
    summary: 'compare the saved search index with the database; exit 1 where they differ',
    options: {},
    operands: [0, 0],
    run: verify,
  },
];

// More than anybody reads.
const differencesShown = 50;

async function status({ parts, print, json }: CommandCall): Promise<void> {
  const { indexFiles, database, clock } = parts;
  const saved = await readSaved(indexFiles);
  const head = await headPosition(database.read);
  const texts = await createTextIndex(database).status();
  const ofTexts = text.texts({ ...texts, filled: texts.filled ? 'yes' : 'no' });
  if (typeof saved === 'string') {
    if (json) return print(JSON.stringify({ saved: null, reason: saved, head, texts }));
    print(saved === 'absent' ? text.absent() : text.refused({ reason: saved }));
    return print(ofTexts);
  }
  const { works, terms, position, savedAt, form, contents, generation } = saved;
  const bytes = bytesOf(saved);
  const behind = head - position;
  const ageMs = Math.max(0, clock.now() - savedAt);
  const wanted = (await readLife(database.read))?.generation ?? 0;
  const moment = isoTime(savedAt);
  const told = { works, terms, position, head, behind, bytes, savedAt: moment, ageMs };
  if (json)
    return print(JSON.stringify({ saved: { ...told, form, contents, generation, wanted }, texts }));
  print(text.saved({ works, terms }));
  print(text.position({ position, behind }));
  const age = ageInWords(ageMs);
  print(text.kept({ moment, age, form, contents, generation, megabytes: megabytes(bytes) }));
  print(ofTexts);
}

async function rebuild(call: CommandCall): Promise<void> {
  const { parts, print, json } = call;
  const { indexFiles, database, random, clock } = parts;
  const signal = call.stopped();
  const lock = await indexFiles.lock();
  if (lock === null) throw new CommandFailed(text.locked());
  try {
    const life = await findOrMakeLife(database, random);
    const copy = await buildCopy(database.read, {
      generation: life.generation + 1,
      now: clock.now(),
      progress: (works) => call.progress(text.reading({ works })),
      signal,
    });
    await follow(copy, parts);
    const saved = await saveIndex(parts, copy, life);
    // Only now: who is asked for it finds it.
    await wishForGeneration(database, copy.generation);
    await rebuildTexts(createTextIndex(database), call, signal);
    const { works, terms } = saved;
    const bytes = bytesOf(saved);
    if (json) return print(JSON.stringify({ works, terms, bytes, generation: copy.generation }));
    print(text.rebuilt({ works, terms, megabytes: megabytes(bytes) }));
  } catch (error) {
    if (signal.aborted) throw new CommandFailed(text.stopped());
    throw error;
  } finally {
    await lock.release();
  }
}

/** Full text is written anew while it serves; one that is damaged is emptied first. */
async function rebuildTexts(
  texts: TextIndex,
  call: CommandCall,
  signal: AbortSignal,
): Promise<void> {
  const fill = async () => {
    while (!(await texts.goOn())) {
      signal.throwIfAborted();
      const { texts: count } = await texts.status();
      call.progress(text.textsRead({ texts: count }));
    }
  };
  await texts.renew();
  try {
    await fill();
  } catch {
    signal.throwIfAborted();
    await texts.empty();
    await fill();
  }
}

async function verify(call: CommandCall): Promise<void> {
  const { parts, print, json } = call;
  const { indexFiles, database } = parts;
  const loaded = await loadIndex(indexFiles, database.read, await readLife(database.read));
  if (loaded.kind === 'absent') throw new CommandFailed(text.absent());
  if (loaded.kind === 'refused') {
    throw new CommandFailed(text.refused({ reason: loaded.reason }));
  }
  const { copy } = loaded;
  await follow(copy, parts);
  const found: Difference[] = [];
  let count = 0;
  const comparing = {
    reader: database.read,
    refresh: () => follow(copy, parts),
    progress: (works: number) => call.progress(text.comparing({ works })),
  };
  for await (const difference of differencesOf(copy, comparing)) {
    count += 1;
    if (found.length < differencesShown) found.push(difference);
  }
  const works = copy.engine.documentCount;
  const terms = copy.tags.byId.size;
  if (json) print(JSON.stringify({ works, terms, differences: count, first: found }));
  else {
    for (const { of, ...rest } of found) print(text.different({ kind: of, ...rest }));
    if (count > found.length) print(text.more());
  }
  if (count > 0) throw new CommandFailed(text.differs({ count }));
  if (!json) print(text.same({ works, terms }));
}

/** To the newest change and the newest count. */
async function follow(copy: IndexCopy, { database, clock }: Parts): Promise<void> {
  const head = await headPosition(database.read);
  await catchUp(copy, database.read, { head, now: clock.now(), countersToo: true });
}

function bytesOf({ engine, beside }: SavedIndex): number {
  return engine.bytes + beside.bytes;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function ageInWords(ms: number): string {
  const [unitMs, unit] = ([
    [dayMs, 'd'],
    [hourMs, 'h'],
    [minuteMs, 'min'],
  ].find(([unitMs]) => ms >= (unitMs as number)) ?? [secondMs, 's']) as [number, string];
  return `${Math.floor(ms / unitMs)} ${unit}`;
}
