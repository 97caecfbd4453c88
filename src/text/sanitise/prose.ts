// Sets words into paragraphs. It hears what the walk over the source meets (blocks, formats, words,
// breaks) and builds a tree that obeys HTML's content models by the way it is built:
// - words stand in a line: a paragraph, a heading, a cell. A block ends the line; formats that are
//   open go on in the next one, so `<b>one<div>two</div></b>` loses nothing.
// - white space is one space between words and none at the ends, except in `pre`.
// - where text is prose, a newline is a break, a blank line or two breaks part paragraphs, and
//   three or more leave a gap: the class `u-gap` on the paragraph after it.
import { isVisible } from '../characters.ts';
import { withClass, withoutClass } from './attributes.ts';
import { type Format, openFormat } from './formats.ts';
import { OpenFormats } from './open-formats.ts';
import {
  type Attributes,
  appendWords,
  type Element,
  noAttributes,
  takeOut,
} from './output-tree.ts';
import { blockNames, type Place, standsEmpty } from './places.ts';
import { Standing } from './standing.ts';

export type ProseRules = {
  /** A newline is a break and a blank line parts paragraphs: not so in what Markdown has made. */
  readonly newlinesCount: boolean;
  readonly classes: boolean;
};

/** Where the walk stands: given back to `returnTo` when it leaves what it entered. */
export type Mark = { readonly place: Place; readonly format: Format | null };

type Line = {
  readonly element: Element;
  readonly parent: Element | null;
  readonly place: Place;
  /** A paragraph that may be parted in two. */
  readonly parts: boolean;
  started: boolean;
  visible: boolean;
};

/** What has come since the last words. */
type Pause = { space: boolean; breaks: number; newlines: number; gap: boolean };

/** Builds one text; may throw `MarkupRefused` from any of its methods. */
export class Prose {
  readonly #rules: ProseRules;
  readonly #standing = new Standing({
    endLine: () => this.#endLine(),
    partWords: () => this.#partWords(),
  });
  readonly #open = new OpenFormats(this.#standing.maker);
  #format: Format | null = null;
  #line: Line | null = null;
  #pause: Pause = noPause();

  constructor(rules: ProseRules) {
    this.#rules = rules;
  }

  /** Where the words that come next stand inside a link, which can hold no other. */
  get inLink(): boolean {
    return this.#format?.inLink ?? false;
  }

  /** Not where white space is kept as it is: a picture would stand among drawn letters. */
  get holdsPictures(): boolean {
    return !this.#standing.place.raw;
  }

  mark(): Mark {
    return { place: this.#standing.place, format: this.#format };
  }

  returnTo(mark: Mark): void {
    this.#standing.backTo(mark.place);
    this.#format = mark.format;
  }

  openFormat(name: string, attributes: Attributes = noAttributes): void {
    this.#format = openFormat(this.#format, name, attributes);
  }

  /** Opens a block, or nothing where none may stand; the mark leads back to before it. */
  openBlock(name: string, attributes: Attributes): Mark {
    this.#standing.leaveStrayWords(name);
    const mark = this.mark();
    if (this.#format?.ruby) this.#standing.enterNothing();
    else this.#standing.enter(name, attributes);
    return mark;
  }

  /** Text: white space in it is folded, and newlines mean what they mean where it stands. */
  words(text: string): void {
    if (this.#standing.place.raw) {
      this.#rawWords(text);
      return;
    }
    let from = 0;
    folds.lastIndex = 0;
    for (let match = folds.exec(text); match !== null; match = folds.exec(text)) {
      this.#visibleWords(text.slice(from, match.index));
      this.#whiteSpace(match[0]);
      from = folds.lastIndex;
    }
    this.#visibleWords(from === 0 ? text : text.slice(from));
  }

  /** A picture stands in the line like a word. */
  picture(attributes: Attributes): void {
    const line = this.#takeUpLine();
    this.#standing.maker.append('img', attributes, this.#open.innermost(line.element));
    line.visible = true;
  }

  space(): void {
    this.#pause.space = true;
  }

  lineBreak(): void {
    if (this.#standing.place.raw) this.#rawWords('\n');
    else if (this.#format?.ruby) this.#pause.space = true;
    else this.#pause.breaks += 1;
  }

  rule(attributes: Attributes): void {
    const holder = this.#format?.ruby ? null : this.#standing.flowHolder();
    if (holder === null || holder.fixed) {
      this.#partWords();
      return;
    }
    this.#endLine();
    this.#standing.maker.append('hr', attributes, this.#standing.elementOf(holder));
    this.#pause = noPause();
  }

  finish(): Element {
    this.#endLine();
    return this.#standing.root;
  }

  #visibleWords(text: string): void {
    if (text === '') return;
    const line = this.#takeUpLine();
    appendWords(this.#open.innermost(line.element), text);
    line.visible ||= isVisible(text);
  }

  #rawWords(text: string): void {
    if (text === '') return;
    const line = this.#line ?? this.#startLine();
    this.#open.closeFor(this.#format, line.element);
    if (line.started && this.#pause.breaks > 0)
      appendWords(this.#open.innermost(line.element), '\n');
    this.#pause = noPause();
    this.#open.openFor(this.#format, line.element);
    appendWords(this.#open.innermost(line.element), text);
    line.started = true;
    line.visible ||= isVisible(text);
  }

  #whiteSpace(run: string): void {
    this.#pause.space = true;
    if (!this.#rules.newlinesCount || this.#format?.ruby || !run.includes('\n')) return;
    const newlines = run.split('\n').length - 1;
    this.#pause.newlines = Math.max(this.#pause.newlines, newlines);
  }

  /** A block that has lost its tags begins or ends here: its words are not its neighbour's. */
  #partWords(): void {
    if (this.#format?.ruby) this.#pause.space = true;
    else if (this.#line?.started) this.#pause.breaks = Math.max(this.#pause.breaks, 1);
  }

  /** The line that the next words go into, with what was between written out. */
  #takeUpLine(): Line {
    let line = this.#line;
    if (line?.started && line.parts) {
      const { breaks, newlines } = this.#pause;
      if (breaks >= 2 || newlines >= 2) {
        this.#endLine();
        this.#pause.gap ||= breaks >= 3 || newlines >= 3;
        line = null;
      }
    }
    line ??= this.#startLine();
    this.#open.closeFor(this.#format, line.element);
    if (line.started) this.#writePause(line);
    this.#pause = noPause();
    this.#open.openFor(this.#format, line.element);
    line.started = true;
    return line;
  }

  #writePause(line: Line): void {
    const { space, breaks, newlines } = this.#pause;
    const within = this.#open.innermost(line.element);
    const written = Math.max(breaks, line.parts && newlines > 0 ? 1 : 0);
    for (let at = 0; at < written; at += 1) this.#standing.maker.append('br', noAttributes, within);
    if (written === 0 && space) appendWords(within, ' ');
  }

  #startLine(): Line {
    const place = this.#standing.wordsPlace();
    const line =
      place.role === 'flow' && !place.wraps ? this.#looseLine(place) : this.#ownLine(place);
    this.#line = line;
    return line;
  }

  /** Words straight in a list item or a cell. */
  #looseLine(place: Place): Line {
    const element = this.#standing.elementOf(place);
    const last = element.children.at(-1);
    const goesOn = last !== undefined && (last.kind === 'words' || !blockNames.has(last.name));
    if (goesOn) this.#pause.breaks = Math.max(this.#pause.breaks, 1);
    return { element, parent: null, place, parts: false, started: goesOn, visible: false };
  }

  /** Words in an element that holds nothing else, made now: `p` where nobody wrote one. */
  #ownLine(place: Place): Line {
    const loose = place.role === 'flow';
    const holder = loose ? place : (place.holder ?? place);
    const parent = this.#standing.elementOf(holder);
    const parts = loose || (place.name === 'p' && holder.wraps);
    const rest = { parent, place, parts, started: false, visible: false };
    if (place.fixed) return { element: this.#standing.elementOf(place), ...rest };
    let attributes = loose ? noAttributes : place.attributes;
    if (place.continued) attributes = withoutClass(attributes, 'u-gap');
    const gap = this.#pause.gap || this.#pause.breaks > 0;
    if (gap && parts && this.#rules.classes && parent.children.length > 0) {
      attributes = withClass(attributes, 'u-gap');
    }
    place.continued = true;
    const element = this.#standing.maker.append(loose ? 'p' : place.name, attributes, parent);
    return { element, ...rest };
  }

  /** Ends the line; one that shows nothing is taken back, and leaves a gap. */
  #endLine(): void {
    const line = this.#line;
    if (line === null) return;
    this.#open.closeFor(null, line.element);
    this.#line = null;
    const kept = line.visible || line.parent === null || standsEmpty.has(line.place.name);
    this.#pause = noPause();
    if (kept) return;
    takeOut(line.element, line.parent ?? this.#standing.root);
    if (line.place.fixed) line.place.element = null;
    this.#pause.gap = true;
  }
}

// White space that is not one plain space between two words of the same text.
const folds = /[\t\n\f\r ]*\n[\t\n\f\r ]*|[\t\f\r ]{2,}|[\t\f\r]|^ | $/g;

function noPause(): Pause {
  return { space: false, breaks: 0, newlines: 0, gap: false };
}
