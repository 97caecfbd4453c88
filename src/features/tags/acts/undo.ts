// Undoing an act: what it moved and nobody has moved since goes back. Where a later act stands on
// it, it is refused with the list of those, so that wranglers undo them first or let it be.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { caseKey } from '../../../text/index.ts';
import { text } from '../messages.ts';
import { listActsAfter } from '../store/acts.ts';
import type { Tag } from '../tag.ts';
import type { Act, KeptAct, Step, Tie } from './act.ts';
import type { Draft } from './draft.ts';
import { everyTie, giveName, metatagProblem, movedTie, parentProblem } from './plan.ts';
import { ActRefused } from './refusal.ts';

type StandingStep = Extract<Step, { fact: 'standing' }>;
type TieStep = Extract<Step, { fact: Tie['fact'] }>;

/** Drafts the undoing; answers with how many facts stay, because somebody has moved them since. */
export async function planUndo(
  draft: Draft,
  reader: Reader | Transaction,
  act: KeptAct,
): Promise<number> {
  if (act.undoneBy !== null) throw new ActRefused(409, text.alreadyUndone());
  const { about, steps } = act.detail;
  const later = await listStanding(reader, tagsOf(act), act.position);
  const own = steps.filter((step) => isAbout(step, about));
  refuseIfAny(later.filter((one) => one.detail.steps.some((step) => changes(step, own))));
  const standings = steps.filter((step) => step.fact === 'standing');
  // Read together what is asked for one by one below.
  await draft.load([...new Set(steps.flatMap(tagsIn))]);
  for (const id of [act.tag, ...(act.target === null ? [] : [act.target])])
    await everyTie(draft, id);
  let left = await undoNames(draft, steps, own, later);
  left += await undoStandings(draft, standings, own, later);
  left += await undoTies(draft, act, own);
  for (const { tag, from, to } of standings) {
    const falls = to.status === 'canonical' && from.status !== 'canonical';
    const joins = to.status !== 'synonym' && from.status === 'synonym';
    if (falls || joins) await leaveNothingBelow(draft, tag, later);
  }
  return left;
}

/** Later acts that are not undone. An undo and the later act that it undid say nothing together. */
async function listStanding(
  reader: Reader | Transaction,
  tags: readonly TagId[],
  position: number,
): Promise<KeptAct[]> {
  const later = await listActsAfter(reader, tags, position);
  const ids = new Set(later.map((one) => one.id));
  return later.filter(
    (one) => one.undoneBy === null && (one.undoes === null || !ids.has(one.undoes)),
  );
}

function tagsOf({ tag, target, detail }: KeptAct): TagId[] {
  const standings = detail.steps.flatMap((step) => (step.fact === 'standing' ? step.tag : []));
  return [...new Set([tag, ...(target === null ? [] : [target]), ...standings])];
}

function tagsIn(step: Step): TagId[] {
  if ('above' in step) return [step.above, step.below];
  return step.fact === 'standing' ? [step.tag, step.from.synonymOf ?? step.tag] : [];
}

/** Whether the step is what was asked for, not what only moved along with it. */
function isAbout(step: Step, about: Act): boolean {
  switch (step.fact) {
    case 'standing':
      return step.tag === about.tag && !('name' in about) && !isTying(about);
    case 'name':
      return step.tag === about.tag && about.kind === 'rename';
    case 'old-name':
      return false;
    default:
      return isTying(about) && step.below === about.tag && step.above === about.target;
  }
}

function isTying(about: Act): about is Extract<Act, { target: TagId }> {
  return 'target' in about && about.kind !== 'synonym';
}

/** Whether the step changes one of the same facts again. */
function changes(step: Step, own: readonly Step[]): boolean {
  return own.some((one) => {
    if (one.fact !== step.fact) return false;
    if ('tag' in one && 'tag' in step) return one.tag === step.tag;
    return 'above' in one && 'above' in step && sameTie(one, step);
  });
}

function sameTie(one: Tie, other: Tie): boolean {
  return one.fact === other.fact && one.above === other.above && one.below === other.below;
}

function refuseIfAny(standing: readonly KeptAct[]): void {
  if (standing.length > 0) {
    throw new ActRefused(409, text.standsUnder({ acts: standing.length }), standing);
  }
}

async function undoNames(
  draft: Draft,
  steps: readonly Step[],
  own: readonly Step[],
  later: readonly KeptAct[],
): Promise<number> {
  for (const step of steps) {
    if (step.fact !== 'name') continue;
    const tag = await draft.tag(step.tag);
    if (tag?.name !== step.to) throw new ActRefused(409, text.changedSince());
    const key = caseKey(step.from);
    const takers = later.filter((one) => one.detail.steps.some((each) => gives(each, key)));
    if (own.includes(step)) refuseIfAny(takers);
    await giveName(draft, tag, step.from);
  }
  return 0;
}

function gives(step: Step, nameKey: string): boolean {
  return step.fact === 'name' && caseKey(step.to) === nameKey;
}

async function undoStandings(
  draft: Draft,
  steps: readonly StandingStep[],
  own: readonly Step[],
  later: readonly KeptAct[],
): Promise<number> {
  let left = 0;
  // What others point to comes first: a synonym goes back only to a canonical.
  const first = (step: StandingStep) => (step.from.status === 'canonical' ? 0 : 1);
  for (const step of [...steps].sort((a, b) => first(a) - first(b))) {
    const tag = await draft.tag(step.tag);
    const isThere = tag?.status === step.to.status && tag.synonymOf === step.to.synonymOf;
    const target = step.from.synonymOf;
    const fits = target === null || (await draft.tag(target))?.status === 'canonical';
    if (isThere && fits) await draft.stand(step.tag, step.from);
    else if (!own.includes(step)) left++;
    else {
      const about = (each: Step) => each.fact === 'standing' && each.tag === target;
      refuseIfAny(later.filter((one) => one.detail.steps.some(about)));
      throw new ActRefused(409, text.changedSince());
    }
  }
  return left;
}

async function undoTies(draft: Draft, act: KeptAct, own: readonly Step[]): Promise<number> {
  const steps = act.detail.steps.filter((step): step is TieStep => 'above' in step);
  let left = 0;
  const gone: TieStep[] = [];
  for (const step of steps) {
    if (step.there && !(await draft.tie(step, false))) gone.push(step);
  }
  for (const step of steps.filter((one) => !one.there)) {
    const isMoved = gone.some((one) => placesOf(step, act).some((place) => sameTie(one, place)));
    const fits = !isMoved && (await mayBeTied(draft, step));
    if (fits) await draft.tie(step, true);
    else if (own.includes(step)) throw new ActRefused(409, text.cannotBeTiedAgain());
    else left++;
  }
  return left;
}

/** Where else the edge may stand: a merge moved it, or the undoing of one. */
function placesOf(tie: Tie, { tag, target }: KeptAct): Tie[] {
  return target === null ? [] : [movedTie(tie, tag, target), movedTie(tie, target, tag)];
}

async function mayBeTied(draft: Draft, { fact, above, below }: Tie): Promise<boolean> {
  const [parent, child] = [await draft.tag(above), await draft.tag(below)];
  if (child === undefined) return false;
  if (fact === 'parent') return parentProblem(parent, child) === null;
  return metatagProblem(parent, child) === null && !(await draft.standsBelow(above, below));
}

/** A tag that is canonical no more keeps no synonyms and edges; if acts made them, they stand. */
async function leaveNothingBelow(
  draft: Draft,
  id: TagId,
  later: readonly KeptAct[],
): Promise<void> {
  const tag = (await draft.tag(id)) as Tag;
  const synonyms = await draft.synonymsOf(id);
  const ties = [
    ...(await draft.tiesOf('parent', 'above', id)),
    ...(await draft.tiesOf('metatag', 'above', id)),
    ...(await draft.tiesOf('metatag', 'below', id)),
    // What is now a synonym has no parents either.
    ...(tag.status === 'synonym' ? await draft.tiesOf('parent', 'below', id) : []),
  ];
  const made = (step: Step) =>
    step.fact === 'standing'
      ? synonyms.includes(step.tag) && step.to.synonymOf === id
      : 'above' in step && step.there && ties.some((tie) => sameTie(tie, step));
  refuseIfAny(later.filter((one) => one.detail.steps.some(made)));
  for (const synonym of synonyms) {
    await draft.stand(synonym, { status: 'unwrangled', synonymOf: null });
  }
  for (const tie of ties) await draft.tie(tie, false);
}
