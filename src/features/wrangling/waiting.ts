// Which tags wait for a wrangler: unwrangled ones on posted works, the most used first. Names that
// stand on drafts alone are in no list of works, and so in no queue.
import type { Sight } from '../../engine/index.ts';
import { type Clock, minuteMs, nextTurn } from '../../kit/time/index.ts';
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { type Finding, type KnownTag, sightOf, type WorksIndex } from '../finding/index.ts';
import { type OpenTagType, openTagTypes } from '../tags/index.ts';
import { queueDepth, tagsScannedAtOnce } from './limits.ts';

/** A tag that waits, and on how many works of the queue's fandom. */
export type WaitingTag = { readonly tag: KnownTag; readonly uses: number };

export type Waiting = Readonly<Record<OpenTagType, readonly WaitingTag[]>>;

/** Everything that waits on works of a fandom (its synonyms and subtags included). */
export async function waitingIn(finding: Finding, viewer: Viewer, fandom: TagId): Promise<Waiting> {
  const index = await finding.index();
  const { facets } = await index.life.query({
    ...sightOf(viewer, index),
    where: { kind: 'term', term: fandom },
    sort: { column: 'updated', direction: 'descending' },
    page: { number: 1, size: 0 },
    facets: { groups: openTagTypes, top: queueDepth },
  });
  return eachType((type) =>
    (facets[type] ?? []).flatMap(({ id, count }) => {
      const tag = index.tags.get(id as TagId);
      return tag?.status === 'unwrangled' ? [{ tag, uses: count }] : [];
    }),
  );
}

type Use = { readonly id: TagId; readonly uses: number };
type Scan = {
  readonly index: WorksIndex['engine'];
  readonly position: number;
  readonly at: number;
  readonly audience: number;
  readonly uses: Readonly<Record<OpenTagType, readonly Use[]>>;
};

/**
 * Everything that waits in the whole archive. What was counted is kept until something changes;
 * in an archive of very many tags it may be a minute old, but what is wrangled is gone at once.
 */
export class WaitingEverywhere {
  readonly #finding: Finding;
  readonly #clock: Clock;
  #scan: Scan | null = null;

  constructor(finding: Finding, clock: Clock) {
    this.#finding = finding;
    this.#clock = clock;
  }

  async of(viewer: Viewer): Promise<Waiting> {
    const index = await this.#finding.index();
    const { audience } = sightOf(viewer, index);
    if (this.#scan === null || !this.#isFresh(this.#scan, index, audience)) {
      this.#scan = {
        index: index.engine,
        position: index.engine.position,
        at: this.#clock.now(),
        audience,
        uses: await scan(index, audience),
      };
    }
    const { uses } = this.#scan;
    return eachType((type) =>
      uses[type].flatMap(({ id, uses: count }) => {
        const tag = index.tags.get(id);
        return tag?.status === 'unwrangled' ? [{ tag, uses: count }] : [];
      }),
    );
  }

  #isFresh(kept: Scan, { engine, byType }: WorksIndex, audience: number): boolean {
    if (kept.index !== engine || kept.audience !== audience) return false;
    if (kept.position === engine.position) return true;
    let tags = 0;
    for (const type of openTagTypes) tags += byType.get(type)?.size ?? 0;
    return tags > tagsScannedAtOnce && this.#clock.now() - kept.at < minuteMs;
  }
}

// Tags that are looked at before others go first.
const tagsInSlice = 20_000;

async function scan(
  { engine, tags, byType }: WorksIndex,
  audience: Sight['audience'],
): Promise<Scan['uses']> {
  const uses = eachType((): Use[] => []);
  let looked = 0;
  for (const type of openTagTypes) {
    for (const id of byType.get(type) ?? []) {
      if (++looked % tagsInSlice === 0) await nextTurn();
      if (tags.get(id)?.status !== 'unwrangled') continue;
      const count = engine.usesOf(id, audience);
      if (count > 0) uses[type].push({ id, uses: count });
    }
    uses[type].sort((a, b) => b.uses - a.uses || a.id - b.id);
  }
  return uses;
}

function eachType<Value>(of: (type: OpenTagType) => Value): Record<OpenTagType, Value> {
  return Object.fromEntries(openTagTypes.map((type) => [type, of(type)])) as Record<
    OpenTagType,
    Value
  >;
}
