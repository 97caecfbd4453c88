// From the parts of a rescued text to a draft.
import { createHash } from 'node:crypto';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { bringIn } from '../actions.ts';
import { planImport, readSurroundings } from '../plan.ts';
import type { Part } from './choices.ts';
import { text } from './messages.ts';
import { workOf } from './work-of.ts';

export type DraftMade =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly reason: string };

/** Makes a draft of the person's own; the same parts twice are one draft. */
export async function makeDraft(
  parts: Parts,
  member: Member,
  source: string,
  found: readonly Part[],
  title: string,
): Promise<DraftMade> {
  const work = workOf(source, found, title);
  if (work.chapters.length === 0) return { ok: false, reason: text.nothingToKeep() };
  const digest = createHash('sha256').update(JSON.stringify(work)).digest('hex');
  const { read } = parts.database;
  const surroundings = await readSurroundings(read);
  const planned = await planImport(read, surroundings, work, { owner: member.userId, digest });
  if (!planned.ok) return planned;
  const given = { plan: planned.plan, owner: member, by: member, fileName: text.pasted(), digest };
  const { id } = await bringIn(parts, given);
  return { ok: true, id };
}
