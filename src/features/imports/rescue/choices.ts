// What a person changed of what was found: breaks made or taken away, and what a part is. They are
// kept in the form as short lists of places, so that nothing is stored before there is a draft.
import type { Form } from '../../../kit/http/index.ts';
import {
  type PieceKind,
  possibleBreaks,
  type Rescued,
  type StoryPiece,
} from '../../../text/index.ts';

export const partKinds = ['paragraph', 'heading', 'scene', 'note', 'title', 'summary'] as const;
/** What a part of a story is taken for; a field keeps its name. */
export type PartKind = (typeof partKinds)[number] | Extract<PieceKind, 'field'>;

export type Choices = {
  /** Places, by where the next sentence begins, whose break was made or taken away. */
  readonly turned: ReadonlySet<number>;
  /** What a part is, by where it begins. */
  readonly kinds: ReadonlyMap<number, PartKind>;
};

/** Where a sentence ends: a paragraph may end there, or go on. */
export type Place = {
  readonly at: number;
  readonly next: number;
  /** The chance that a paragraph ended there. */
  readonly chance: number;
};

export type Part = {
  readonly kind: PartKind;
  readonly from: number;
  readonly to: number;
  readonly sure: number;
  /** The break before it, where that can be taken away. */
  readonly before: Place | null;
  /** Where it could be broken. */
  readonly places: readonly Place[];
  readonly field?: string;
  readonly valueFrom?: number;
};

// Far more than anyone turns by hand.
const choicesMax = 20_000;
const kindField = 'kind-';

/** What the form says; with the press of a place's button, which is turned. */
export function readChoices(form: Form): Choices {
  const turned = new Set(form.text('turned').split(' ').slice(0, choicesMax).flatMap(placeOf));
  for (const place of placeOf(form.text('turn'))) {
    if (!turned.delete(place)) turned.add(place);
  }
  const kinds = new Map<number, PartKind>();
  const say = (from: string, kind: string) => {
    const known = partKinds.find((one) => one === kind);
    for (const place of placeOf(from)) if (known !== undefined) kinds.set(place, known);
  };
  for (const entry of form.text('kinds').split(' ').slice(0, choicesMax)) {
    const [from = '', kind = ''] = entry.split(':');
    say(from, kind);
  }
  for (const [name] of form.entries()) {
    if (name.startsWith(kindField)) say(name.slice(kindField.length), form.text(name));
  }
  return { turned, kinds };
}

/** The parts of a rescued text after what was changed of them, in order. */
export function partsOf(rescued: Rescued, { turned, kinds }: Choices): Part[] {
  const parts: Growing[] = [];
  const endsOf = placesIn(rescued);
  for (const piece of rescued.pieces) {
    const { from, to, sure } = piece;
    const last = parts.at(-1);
    const before = last === undefined ? null : { at: last.to, next: from, chance: sure };
    if (last !== undefined && before !== null && turned.has(from)) {
      last.places.push(before);
      last.to = to;
    } else parts.push({ ...piece, before, places: [] });
    for (const end of endsOf(piece)) {
      const part = parts.at(-1)!;
      if (turned.has(end.next)) {
        part.to = end.at;
        // What was cut off a heading or a header line is the story's; a note has paragraphs too.
        const kind = part.kind === 'note' ? 'note' : 'paragraph';
        parts.push({ kind, from: end.next, to, sure: 1, before: end, places: [] });
      } else part.places.push(end);
    }
  }
  return parts.map((part) => ({ ...part, kind: kinds.get(part.from) ?? part.kind }));
}

type Growing = Part & { to: number; places: Place[] };

/** Where sentences end within a piece; pieces are asked for in order. */
function placesIn({ ends, text }: Rescued): (piece: StoryPiece) => readonly Place[] {
  let at = 0;
  return ({ kind, from, to }) => {
    if (kind !== 'paragraph') return endsWithin(text, from, to);
    while (at < ends.length && ends[at]!.at <= from) at += 1;
    const first = at;
    while (at < ends.length && ends[at]!.next < to) at += 1;
    return ends.slice(first, at);
  };
}

/** A note or a header line may have taken too much with it. */
function endsWithin(text: string, from: number, to: number): Place[] {
  return possibleBreaks(text.slice(from, to).replace(/\s/gu, ' ')).map(({ at, next, chance }) => ({
    at: from + at,
    next: from + next,
    chance,
  }));
}

/** As hidden fields keep them. */
export function writeChoices({ turned, kinds }: Choices): { turned: string; kinds: string } {
  return {
    turned: [...turned].join(' '),
    kinds: Array.from(kinds, ([from, kind]) => `${from}:${kind}`).join(' '),
  };
}

function placeOf(said: string): number[] {
  return /^\d{1,8}$/.test(said) ? [Number(said)] : [];
}
