// From a plan to the documents: each step narrows what the steps before it left.
import {
  addTo,
  type DocumentList,
  type DocumentSet,
  emptySet,
  filtered,
  intersect,
  intersectBits,
  subtract,
  wordsFor,
} from './document-set.ts';
import type { Archive, Plan } from './plan.ts';
import { type ClosurePlan, withoutBearers } from './without-bearers.ts';

// From this share of the archive on, working out a derived truth for every document (and keeping
// it) is taken to be cheaper than asking it of the candidates each time.
const derivedShare = 1 / 16;

// Looking at what one document bears is taken to cost as much as pouring so many into a union.
const lookedShare = 32;

// A list so many times as long is not laid out to be looked at by few.
const passedShare = 4;

/** The documents of `within` that the plan finds. `within` itself is not changed. */
export function narrow(plan: Plan, within: DocumentSet, archive: Archive): DocumentSet {
  if (within.size === 0) return within;
  switch (plan.kind) {
    case 'everything':
      return within;
    case 'nothing':
      return emptySet;
    case 'closure':
    case 'bearers':
    case 'set':
      return among(plan, within, archive) ?? intersect(within, setOf(plan, archive));
    case 'all':
      return plan.of.reduce((left, part) => narrow(part, left, archive), within);
    case 'any':
      return anyWithin(plan.of, within, archive);
    case 'not':
      return without(plan.of, within, archive);
    case 'range':
      return inRange(plan, within, archive);
    case 'derived':
      return holding(plan, within, archive);
  }
}

type SetPlan = Extract<Plan, { kind: 'closure' | 'bearers' | 'set' }>;

function isSet(plan: Plan): plan is SetPlan {
  return plan.kind === 'closure' || plan.kind === 'bearers' || plan.kind === 'set';
}

function setOf(plan: SetPlan, { closures, postings }: Archive): DocumentSet {
  if (plan.kind === 'closure') return closures.setOf(plan.canonical);
  return plan.kind === 'set' ? plan.set : postings.setOf(plan.term);
}

// What few documents share with a long list is read off it in passing; null where that is no help.
function among(plan: SetPlan, within: DocumentSet, archive: Archive): DocumentList | null {
  if (within.kind === 'bits' || plan.kind === 'set') return null;
  if (within.size * passedShare > plan.estimate) return null;
  if (plan.kind === 'bearers') return archive.postings.among(plan.term, within);
  const standsAlone = archive.taxonomy.standsAlone(plan.canonical);
  return standsAlone ? archive.postings.among(plan.canonical, within) : null;
}

function anyWithin(parts: readonly Plan[], within: DocumentSet, archive: Archive): DocumentSet {
  return intersect(within, unionOf(parts, within, archive));
}

// Everything the parts find in `within`, and more; sets are poured in whole, because pouring is
// cheaper than intersecting, unless they are far larger than what they could add to.
function unionOf(parts: readonly Plan[], within: DocumentSet, archive: Archive): DocumentSet {
  const closures: number[] = [];
  for (const part of parts) if (part.kind === 'closure') closures.push(part.canonical);
  const joint = archive.joint.of(closures);
  if (closures.length === parts.length) return joint;
  const words = new Int32Array(wordsFor(archive.documents.span));
  addTo(words, joint);
  for (const part of parts) {
    if (part.kind === 'closure') continue;
    const pours = isSet(part) && (within.kind === 'bits' || part.estimate < within.size * 32);
    addTo(words, pours ? setOf(part, archive) : narrow(part, within, archive));
  }
  // Nobody asks how many there are.
  return { kind: 'bits', words, size: archive.documents.span };
}

function without(plan: Plan, within: DocumentSet, archive: Archive): DocumentSet {
  if (isSet(plan)) {
    return subtract(within, among(plan, within, archive) ?? setOf(plan, archive));
  }
  if (looksAtEach(plan, within, archive)) return withoutBearers(within, plan.of, archive);
  if (plan.kind !== 'any') return subtract(within, narrow(plan, within, archive));
  return subtract(within, unionOf(plan.of, within, archive));
}

// Few documents are asked for what they bear; the union over all the canonicals need not be made.
function looksAtEach(
  plan: Plan,
  within: DocumentSet,
  archive: Archive,
): plan is Extract<Plan, { kind: 'any' }> & { readonly of: readonly ClosurePlan[] } {
  if (plan.kind !== 'any' || within.size * lookedShare > plan.estimate) return false;
  if (!plan.of.every((part) => part.kind === 'closure')) return false;
  return !archive.joint.isKept(plan.of.map(({ canonical }) => canonical));
}

function inRange(
  plan: Extract<Plan, { kind: 'range' }>,
  within: DocumentSet,
  archive: Archive,
): DocumentSet {
  return archive.columnOf(plan.column).inRange(within, plan.min, plan.max);
}

function holding(
  plan: Extract<Plan, { kind: 'derived' }>,
  within: DocumentSet,
  { derived, documents }: Archive,
): DocumentSet {
  const { derived: kind, group } = plan;
  if (!derived.isKept(kind, group) && within.size < documents.span * derivedShare) {
    return filtered(within, (doc) => derived.holds(kind, group, doc));
  }
  return intersectBits(within, derived.bitsOf(kind, group));
}
