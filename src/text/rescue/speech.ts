// Where speech begins and ends in running text, whichever marks its writer uses.

/** Which marks a text puts around speech. */
export type Marks = {
  /** Single quotes are speech, not quotes inside speech. */
  readonly single: boolean;
  /** A dash at the start of a sentence is speech: `— Yes, he said.` */
  readonly dash: boolean;
  /** `»Yes«`: the guillemets point inwards. */
  readonly inward: boolean;
};

/** One mark: 1 opens speech, -1 closes it. */
export type Mark = { readonly at: number; readonly turn: 1 | -1; readonly size: number };

const opens = '“«「『〝〈《﹁﹃';
const closes = '”»」』〞〟〉》﹂﹄';
const doubled = /["“”„‟«»「」『』〝〞〟﹁﹂﹃﹄]/gu;
const singleOpening = /(?:^|[\s—–(])[‘'](?=\p{Lu})/gmu;
const singleClosing = /[.,!?…—–][’'](?=\s|$|[—–)])/gmu;
const dashOpening = /(?:^|[.!?…]\s+)(?:—|–|―|--)\s?(?=\p{Lu}|[¿¡])/gmu;
const anyMark = /["“”„‟«»「」『』〝〞〟〈〉《》﹁﹂﹃﹄]/gu;
const anySingleMark = /["“”„‟«»「」『』〝〞〟〈〉《》﹁﹂﹃﹄‘’']/gu;
const dashMark = /(?:—|–|―|--)/gu;

/** Which marks a text uses, by counting: a mark that is rare beside another is not speech. */
export function marksOf(text: string): Marks {
  const doubles = count(text, doubled) / 2;
  const singles = Math.min(count(text, singleOpening), count(text, singleClosing));
  const dashes = count(text, dashOpening);
  const inward = count(text, /(?:^|\s)»(?=\p{L})/gmu) > count(text, /(?:^|\s)«\s?(?=\p{L})/gmu);
  return {
    single: singles > 2 * doubles && singles > 1,
    dash: dashes > 2 * doubles && dashes > singles && dashes > 1,
    inward,
  };
}

/** The marks of one stretch of text, in order. */
export function speechMarks(text: string, marks: Marks): Mark[] {
  if (marks.dash) return dashTurns(text);
  const found: Mark[] = [];
  let open = false;
  const pattern = marks.single ? anySingleMark : anyMark;
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
    const at = hit.index;
    const turn = turnOf(text, at, open, marks);
    if (turn === 0) continue;
    found.push({ at, turn, size: 1 });
    open = turn === 1;
  }
  return found;
}

function turnOf(text: string, at: number, open: boolean, marks: Marks): 1 | -1 | 0 {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === '«' || mark === '»') return (mark === '«') !== marks.inward ? 1 : -1;
  if (mark === '„' || mark === '‟') return 1;
  if (mark === '"') return straightTurn(before, after, open);
  if (mark === "'" || mark === '’') return apostropheTurn(mark, before, after, open);
  if (mark === '‘') return 1;
  // „So“ closes with what opens elsewhere.
  if (mark === '“' && open && !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after)) return -1;
  if (opens.includes(mark)) return 1;
  if (mark === '”' && !open && /\s/.test(before) && /[\p{L}\p{N}]/u.test(after)) return 1;
  return closes.includes(mark) ? -1 : 0;
}

function straightTurn(before: string, after: string, open: boolean): 1 | -1 {
  const free = /[\s([]/.test(before);
  const ends = /[\s.,;:!?)\]…]/.test(after);
  if (free && !ends) return 1;
  if (!free && ends) return -1;
  return open ? -1 : 1;
}

function apostropheTurn(mark: string, before: string, after: string, open: boolean): 1 | -1 | 0 {
  if (mark === "'" && !open && /[\s(—–]/.test(before) && /[\p{Lu}…—]/u.test(after)) return 1;
  return open && /[.,!?…—–-]/.test(before) && /[\s)—–]/.test(after) ? -1 : 0;
}

// Characters in which a sentence that a dash led in is looked for the end of.
const dashReach = 1_000;

/** Speech led in by a dash ends at the dash before its tag, or with its sentence. */
function dashTurns(text: string): Mark[] {
  const found: Mark[] = [];
  dashMark.lastIndex = 0;
  for (let hit = dashMark.exec(text); hit !== null; hit = dashMark.exec(text)) {
    const at = hit.index;
    const size = hit[0].length;
    const head = text.slice(Math.max(0, at - 2), at);
    const next = text.slice(at + size, at + size + 2).trimStart();
    const starts = at === 0 || /[.!?…]\s$/u.test(head);
    const last = found.at(-1);
    if (starts && /^[\p{Lu}¿¡]/u.test(next)) {
      found.push({ at, turn: 1, size });
      // Without a second dash, it is over with its sentence.
      const stop = /[.!?…](?=\s|$)/u.exec(text.slice(at, at + dashReach));
      if (stop !== null) found.push({ at: at + stop.index, turn: -1, size: 1 });
    } else if (last?.turn === -1 && last.at > at && /\s$/.test(head)) {
      found[found.length - 1] = { at, turn: -1, size };
    }
  }
  return found;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
