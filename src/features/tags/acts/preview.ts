// What acts would do, without doing them.
import type { Reader } from '../../../kit/sql/index.ts';
import type { TagId, UserId } from '../../../shared/ids.ts';
import type { Act } from './act.ts';
import { Draft } from './draft.ts';
import type { TagMover } from './movers.ts';
import { planAct } from './plan.ts';
import { ActRefused } from './refusal.ts';

/** One act of a preview: why it would be refused, or null. */
export type PreviewedAct = { readonly act: Act; readonly problem: string | null };

/** What several acts would touch; the works are counted by whoever knows them. */
export type ActsPreview = {
  readonly acts: readonly PreviewedAct[];
  /** Tags that the acts are about, or whose status would change with them. */
  readonly tags: readonly TagId[];
  /** Edges that would be made or taken away. */
  readonly ties: number;
  readonly filters: number;
  readonly people: number;
};

/**
 * Works out the acts one after another on what is committed, those that would be refused left out;
 * writes nothing and waits for nobody.
 */
export async function previewActs(
  reader: Reader,
  acts: readonly Act[],
  movers: readonly TagMover[],
): Promise<ActsPreview> {
  const tags = new Set<TagId>();
  const previewed: PreviewedAct[] = [];
  const draft = new Draft(reader);
  for (const act of acts) {
    const problem = await problemOf(draft, act);
    previewed.push({ act, problem });
    if (problem === null) tags.add(act.tag);
  }
  for (const step of draft.steps) if (step.fact === 'standing') tags.add(step.tag);
  const ties = draft.steps.filter((step) => 'above' in step).length;
  const people = new Set<UserId>();
  let filters = 0;
  for (const mover of movers) {
    const touched = await mover.touched(reader, [...tags]);
    filters += touched.filters;
    for (const person of touched.people) people.add(person);
  }
  return { acts: previewed, tags: [...tags], ties, filters, people: people.size };
}

async function problemOf(draft: Draft, act: Act): Promise<string | null> {
  try {
    await planAct(draft, act);
    return null;
  } catch (refusal) {
    if (refusal instanceof ActRefused) return refusal.message;
    throw refusal;
  }
}
