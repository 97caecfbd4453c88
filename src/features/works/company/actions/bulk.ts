// Changing many works of one's own at once: planned, shown, and then done whole or not at all.
import type { FieldError } from '../../../../kit/http/index.ts';
import { recordChange } from '../../../../kit/sql/index.ts';
import type { SeriesId, WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { caseKey } from '../../../../text/index.ts';
import { keepUnlessErrors, type Outcome } from '../../actions/outcome.ts';
import { requireOwnWork } from '../../actions/own-work.ts';
import { writeChange } from '../../actions/write-work.ts';
import { readPictures } from '../../images/settle.ts';
import { type CheckedWork, checkWork } from '../../input.ts';
import type { FieldDifference } from '../../pages/differences.ts';
import { readLanguages } from '../../store/languages.ts';
import { findWork } from '../../store/reads.ts';
import { readWorkSource } from '../../store/sources.ts';
import { updateWork } from '../../store/writes.ts';
import {
  inputOfVersion,
  versionOfWork,
  type WorkVersion,
  workDifferences,
} from '../../versions.ts';
import type { Work } from '../../work.ts';
import { text } from '../messages.ts';
import type { SeriesWish } from './places.ts';

/** Types of tags that are added and taken away by name. */
export const bulkTagTypes = ['fandom', 'relationship', 'character', 'freeform'] as const;
export type BulkTagType = (typeof bulkTagTypes)[number];

/** Null leaves a thing as it is in each work. */
export type BulkChange = {
  readonly add: Readonly<Record<BulkTagType, readonly string[]>>;
  readonly remove: Readonly<Record<BulkTagType, readonly string[]>>;
  /** By name, as the warnings, which replace those there are. */
  readonly rating: string | null;
  readonly warnings: readonly string[] | null;
  readonly language: string | null;
  readonly restricted: boolean | null;
  readonly series: { readonly id?: SeriesId; readonly title?: string } | null;
};

/** What a change would do to one work. */
export type PlannedWork = {
  readonly id: WorkId;
  readonly title: string;
  readonly differences: readonly FieldDifference[];
  readonly newSeries: boolean;
  readonly errors: readonly FieldError[];
};

type Planned = PlannedWork & {
  readonly checked: CheckedWork | null;
  readonly seriesWishes: readonly SeriesWish[] | null;
  readonly revision: number;
};

/** What the change would do to each of these works that is the member's own. */
export async function planChanges(
  parts: Parts,
  member: Member,
  ids: readonly WorkId[],
  change: BulkChange,
): Promise<Planned[]> {
  const { read } = parts.database;
  const languages = await readLanguages(read);
  const planned: Planned[] = [];
  for (const id of ids) {
    const { work } = await findWork(read, member, id);
    if (work === null || !work.own) continue;
    const before = versionOfWork(work, await readWorkSource(read, work));
    const after = changed(before, change);
    const pictures = await readPictures(parts, id);
    const { work: checked, errors } = checkWork(inputOfVersion(after), languages, pictures);
    const seriesWishes = seriesOf(work, change);
    const differences = workDifferences(before, after);
    const { title, revision } = work;
    const newSeries = seriesWishes !== null;
    planned.push({ id, title, differences, newSeries, errors, checked, seriesWishes, revision });
  }
  return planned;
}

function changed(before: WorkVersion, change: BulkChange): WorkVersion {
  const tags = { ...before.tags };
  for (const type of bulkTagTypes) {
    const gone = new Set(change.remove[type].map(caseKey));
    const kept = before.tags[type].filter((name) => !gone.has(caseKey(name)));
    const there = new Set(kept.map(caseKey));
    tags[type] = [...kept, ...change.add[type].filter((name) => !there.has(caseKey(name)))];
  }
  if (change.rating !== null) tags.rating = [change.rating];
  if (change.warnings !== null) tags.warning = change.warnings;
  return {
    ...before,
    language: change.language ?? before.language,
    restricted: change.restricted ?? before.restricted,
    tags,
  };
}

function seriesOf(work: Work, { series }: BulkChange): SeriesWish[] | null {
  if (series === null) return null;
  const same = (place: Work['series'][number]) =>
    place.id === series.id || (series.id === undefined && place.title === series.title);
  if (work.series.some(same)) return null;
  const present = work.series.map(({ id, position }) => ({ id, position }));
  return [...present, { ...series, position: null }];
}

/** Makes the change in every work it changes anything of; how many those are. */
export async function changeWorks(
  parts: Parts,
  member: Member,
  ids: readonly WorkId[],
  change: BulkChange,
): Promise<Outcome<number>> {
  const all = await planChanges(parts, member, ids, change);
  const planned = all.filter((one) => one.differences.length > 0 || one.newSeries);
  const wrong = planned.flatMap(({ title, errors }) => named(title, errors));
  if (wrong.length > 0) return { ok: false, errors: wrong };
  const at = parts.clock.now();
  return keepUnlessErrors(parts, async (transaction) => {
    const errors: FieldError[] = [];
    for (const { id, title, checked, seriesWishes, revision } of planned) {
      if (checked === null) continue;
      const company = seriesWishes === null ? {} : { company: { series: seriesWishes } };
      const one = { id, work: checked, change: { revision, ...company }, at };
      errors.push(...named(title, await writeChange(transaction, parts, member, one)));
    }
    return { value: planned.length, errors };
  });
}

function named(title: string, errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ detail }) => ({ field: '', detail: text.bulkProblem({ title, detail }) }));
}

/** Deletes works of one's own, all or none; each can be had back for 30 days. */
export async function deleteWorks(
  parts: Parts,
  member: Member,
  ids: readonly WorkId[],
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    for (const id of ids) {
      await requireOwnWork(transaction, member, id);
      await updateWork(transaction, id, { deleted_at: at });
    }
    await recordChange(transaction, 'work', ids, at);
  });
}
