// Bookmarks from a file: what each would become, and keeping them.
import type { FieldError } from '../../../kit/http/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import { parseId, type SeriesId, type WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { lookKey } from '../../../text/index.ts';
import { emptyFilter, type Finding } from '../../finding/index.ts';
import { findSeries, workAtAddress } from '../../works/index.ts';
import { freshOf, keepBookmark, type ToKeep } from '../actions.ts';
import type { Subject } from '../bookmark.ts';
import { checkBookmark, checkElsewhere, emptyBookmark, shelfName, webAddress } from '../forms.ts';
import { isKeptFrom } from '../kept-away.ts';
import { text } from '../messages.ts';
import type { ShelfId } from '../shelf.ts';
import { makeShelf } from '../shelf-actions.ts';
import { listShelves } from '../store/shelves.ts';
import { keyOfSubject, listOwnKeys } from '../store/transfer.ts';
import type { Entry } from './entry.ts';

/** Works that were brought in from these addresses, by address. */
export type WorksOfSources = (
  reader: Reader,
  addresses: readonly string[],
) => Promise<ReadonlyMap<string, WorkId>>;

/** What would become of an entry; `there`: the member has bookmarked it already. */
export type Planned =
  | { readonly entry: Entry; readonly outcome: 'fresh' | 'there'; readonly keep: ToKeep }
  | { readonly entry: Entry; readonly outcome: 'double' }
  | { readonly entry: Entry; readonly outcome: 'refused'; readonly why: string };

type Meant = { readonly entry: Entry; readonly subject: Subject | null; readonly why: string };

/** Writes nothing. Of what is named twice the first counts. */
export async function planImport(
  parts: Parts,
  finding: Finding,
  member: Member,
  entries: readonly Entry[],
  worksOfSources: WorksOfSources,
): Promise<Planned[]> {
  const there = await listOwnKeys(parts.database.read, member.userId);
  const meant = await subjectsOf(parts, finding, member, entries, worksOfSources);
  const seen = new Set<string>();
  return meant.map(({ entry, subject, why }): Planned => {
    if (subject === null) return { entry, outcome: 'refused', why };
    const key = keyOfSubject(subject);
    if (seen.has(key)) return { entry, outcome: 'double' };
    seen.add(key);
    const keep = toKeep(entry, subject, parts.clock.now());
    if (typeof keep === 'string') return { entry, outcome: 'refused', why: keep };
    return { entry, outcome: there.has(key) ? 'there' : 'fresh', keep };
  });
}

/** What each points to: a work or a series here that the member sees, or an address elsewhere. */
async function subjectsOf(
  { database: { read }, settings }: Parts,
  finding: Finding,
  member: Member,
  entries: readonly Entry[],
  worksOfSources: WorksOfSources,
): Promise<Meant[]> {
  const addresses = entries.map(({ address }) => address.trim());
  const sources = await worksOfSources(read, addresses);
  const here = addresses.map((address) => workAtAddress(address, settings.url));
  const works = new Set([...here, ...sources.values()].flatMap((id) => id ?? []));
  // Nothing is kept out of what one has bookmarked oneself.
  const page = { number: 1, size: Math.max(1, works.size) };
  const found = await finding.find(member, emptyFilter, {
    page,
    facets: 0,
    scope: { works, own: true },
  });
  const seen = new Set(found.ids);
  const meant: Meant[] = [];
  for (const [at, entry] of entries.entries()) {
    const address = addresses[at] as string;
    const own = here[at] ?? null;
    const brought = sources.get(address) ?? null;
    const series = own === null ? seriesAt(address, settings.url) : null;
    if (entry.kind === 'gone') meant.push({ entry, subject: null, why: text.whyGone() });
    else if (own !== null) meant.push(seenWork(entry, own, seen));
    else if (series !== null) {
      const known = await findSeries(read, member, series);
      const subject = known && ({ kind: 'series', series } as const);
      meant.push({ entry, subject, why: text.whyUnseen() });
    } else if (brought !== null && seen.has(brought)) meant.push(seenWork(entry, brought, seen));
    else meant.push(elsewhere(entry, address));
  }
  return meant;
}

function seenWork(entry: Entry, work: WorkId, seen: ReadonlySet<WorkId>): Meant {
  const subject = seen.has(work) ? ({ kind: 'work', work } as const) : null;
  return { entry, subject, why: text.whyUnseen() };
}

function elsewhere(entry: Entry, typed: string): Meant {
  const address = webAddress(typed);
  const subject = address === null ? null : ({ kind: 'elsewhere', address } as const);
  return { entry, subject, why: text.whyNoAddress() };
}

function seriesAt(address: string, site: string): SeriesId | null {
  if (!address.startsWith(`${site}/`)) return null;
  const found = /^\/series\/([0-9]{1,16})(?:[/?#].*)?$/.exec(address.slice(site.length));
  return found === null ? null : parseId<SeriesId>(found[1]);
}

/** What the form would have made of it; a sentence: why not. */
function toKeep(entry: Entry, subject: Subject, now: number): ToKeep | string {
  const errors: FieldError[] = [];
  const { notes, rec, address, creators, fandoms } = entry;
  const typed = {
    ...emptyBookmark,
    notes,
    tags: entry.tags.join(', '),
    rec,
    private: entry.private,
    address,
    // What has no name is named by where it stands.
    title: entry.title.trim() === '' ? address.slice(0, 100) : entry.title,
    creators,
    fandoms,
  };
  const said = checkBookmark(typed, errors);
  const kept = subject.kind === 'elsewhere' ? checkElsewhere(typed, errors) : null;
  const [wrong] = errors;
  if (wrong !== undefined) return wrong.detail;
  return { subject, said, elsewhere: kept, at: Math.min(entry.at ?? now, now) };
}

export type Kept = {
  readonly kept: number;
  readonly changed: number;
  /** The member has as many as anybody may. */
  readonly full: boolean;
};

/** Bookmarks of one transaction: others wait for it. */
const atOnce = 100;

/** Keeps what is planned. `replace`: what the member has already is changed as the file says. */
export async function performImport(
  parts: Parts,
  member: Member,
  planned: readonly Planned[],
  replace: boolean,
): Promise<Kept> {
  const wanted = planned.flatMap((each) => {
    if (each.outcome === 'fresh') return [each];
    return each.outcome === 'there' && replace ? [each] : [];
  });
  const names = new Set(wanted.flatMap(({ entry }) => entry.shelves.map((name) => name.trim())));
  const shelves = await shelvesNamed(parts, member, names);
  const total = { kept: 0, changed: 0, full: false };
  for (let from = 0; from < wanted.length && !total.full; from += atOnce) {
    const part = wanted.slice(from, from + atOnce).map((each) => ({
      fresh: freshOf(parts),
      isNew: each.outcome === 'fresh',
      keep: onShelves(each.keep, each.entry, shelves),
    }));
    const kept = await parts.database.write(async (transaction) => {
      const done: boolean[] = [];
      for (const { keep, fresh } of part) {
        const own = (await isKeptFrom(transaction, member, keep.subject)) ? alone(keep) : keep;
        done.push((await keepBookmark(transaction, member, own, fresh)) !== null);
      }
      return done;
    });
    const count = (isNew: boolean) =>
      part.filter((each, at) => each.isNew === isNew && kept[at]).length;
    total.kept += count(true);
    total.changed += count(false);
    total.full = kept.includes(false);
  }
  return total;
}

function alone(keep: ToKeep): ToKeep {
  return { ...keep, said: { ...keep.said, private: true } };
}

function onShelves(keep: ToKeep, { shelves }: Entry, ids: ReadonlyMap<string, ShelfId>): ToKeep {
  const on = shelves.flatMap((name) => ids.get(lookKey(name)) ?? []);
  return { ...keep, said: { ...keep.said, shelves: on.length === 0 ? null : { on, fresh: '' } } };
}

/** The member's shelves of these names; those that are not there are made, as far as they may. */
async function shelvesNamed(
  parts: Parts,
  member: Member,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ShelfId>> {
  const own = await listShelves(parts.database.read, member, member.userId);
  const ids = new Map(own.map(({ id, name }) => [lookKey(name), id]));
  for (const typed of names) {
    const name = shelfName(typed);
    if (name === null || ids.has(lookKey(name))) continue;
    const made = await makeShelf(parts, member, { name, public: false });
    if (typeof made === 'number') ids.set(lookKey(name), made);
  }
  return ids;
}
