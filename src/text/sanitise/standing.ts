// Where in the new tree the walk stands, and where a block or a word that comes there may go:
// - a list takes items; what else comes in it goes on with its last item, or stands before it.
// - an item without a list gets one, and its brothers after it go into the same.
// - what may stand nowhere here (a heading in a cell's heading) loses its tags.
import { withoutAttribute } from './attributes.ts';
import {
  type Attributes,
  type Element,
  ElementMaker,
  isElement,
  makeRoot,
  noAttributes,
  takeOut,
} from './output-tree.ts';
import {
  itemNames,
  makePlace,
  nowhere,
  type Place,
  rootPlace,
  standsEmpty,
  tableNames,
} from './places.ts';
import { settle } from './settle.ts';

/** What a change of place means for the line of words that is being written. */
export type LineKeeper = {
  /** The line is over: what comes next does not stand in it. */
  endLine(): void;
  /** A block that has lost its tags begins or ends: its words are not its neighbour's. */
  partWords(): void;
};

/** The places from the root to where the walk is; may throw `MarkupRefused`. */
export class Standing {
  readonly root: Element = makeRoot();
  readonly maker = new ElementMaker();
  readonly #base: Place = rootPlace(this.root);
  readonly #lines: LineKeeper;
  #place: Place = this.#base;

  constructor(lines: LineKeeper) {
    this.#lines = lines;
  }

  get place(): Place {
    return this.#place;
  }

  /** Leaves places until it stands where it stood then. */
  backTo(then: Place): void {
    // An item may have closed the place that was made for stray words before it.
    let place = then;
    while (place.closed) place = place.outer ?? this.#base;
    while (this.#place !== place) this.#leave();
  }

  /** Called before an item is entered: stray words before it are over. */
  leaveStrayWords(name: string): void {
    if (itemNames.has(name)) while (this.#place.implied) this.#leave();
  }

  enter(wanted: string, attributes: Attributes): void {
    const name = this.#nameHere(wanted);
    const holder = name === null ? null : this.#holderOf(name);
    if (name === null || holder === null || holder.fixed) {
      this.enterNothing();
      return;
    }
    this.#lines.endLine();
    const outer = this.#place;
    const kept = name === 'li' && holder.name !== 'ol' ? unnumbered(attributes) : attributes;
    this.#place = makePlace({ name, attributes: kept, outer, holder });
    const spans = name === 'colgroup' && attributes.some(([one]) => one === 'span');
    if (standsEmpty.has(name) || spans) this.elementOf(this.#place);
  }

  enterNothing(): void {
    this.#lines.partWords();
    this.#place = nowhere(this.#place);
  }

  /** The nearest place that takes any block, or that takes words only and must keep whole. */
  flowHolder(): Place {
    for (let place: Place | null = this.#place; place !== null; place = place.outer) {
      if (place.role === 'flow' || place.fixed) return place;
      const item = this.#itemFor(place);
      if (item !== null) return item;
    }
    return this.#base;
  }

  /** The place where words go. */
  wordsPlace(): Place {
    for (let place: Place | null = this.#place; place !== null; place = place.outer) {
      if (place.role === 'flow' || place.role === 'words') return place;
      const item = this.#itemFor(place);
      if (item !== null) return item;
    }
    return this.#base;
  }

  /** The element of a place; made, with those around it, when something comes to stand in it. */
  elementOf(place: Place): Element {
    if (place.element !== null) return place.element;
    const unmade: Place[] = [];
    let at: Place = place;
    while (at.element === null) {
      unmade.push(at);
      at = at.holder ?? this.#base;
    }
    let element = at.element;
    for (const one of unmade.reverse()) {
      element = this.maker.append(one.name, one.attributes, element);
      one.element = element;
    }
    return element;
  }

  #leave(): void {
    const place = this.#place;
    if (place.role === 'none') this.#lines.partWords();
    else this.#lines.endLine();
    place.closed = true;
    this.#place = place.outer ?? this.#base;
    if (place.element === null) return;
    if (place.element.children.length > 0) settle(place.element, this.maker);
    else if (!standsEmpty.has(place.name) && place.name !== 'colgroup') {
      // All that stood in it showed nothing and was taken back.
      takeOut(place.element, place.holder?.element ?? this.root);
    }
  }

  /** What a block is called here: a caption outside its figure is a paragraph like any other. */
  #nameHere(wanted: string): string | null {
    const place = this.#place;
    if (wanted === 'summary' || wanted === 'figcaption') {
      const home = wanted === 'summary' ? 'details' : 'figure';
      if (place.name !== home || place.titled) return wanted === 'summary' ? 'p' : 'div';
      place.titled = true;
    }
    if (wanted === 'dd' && !takesDefinition(place)) return 'div';
    if (!tableNames.has(wanted) || place.role === 'table') return wanted;
    if (wanted === 'caption') return 'p';
    return wanted === 'td' || wanted === 'th' ? 'div' : null;
  }

  /** The place that takes a block of this name; makes a list around an item that has none. */
  #holderOf(name: string): Place {
    const place = this.#place;
    if (tableNames.has(name)) return place;
    if (name === 'li') return place.role === 'list' ? place : this.#impliedList('ul');
    if (name === 'dt' || name === 'dd') {
      return place.role === 'definitions' ? place : this.#impliedList('dl');
    }
    return this.flowHolder();
  }

  #impliedList(name: 'ul' | 'dl'): Place {
    const holder = this.flowHolder();
    if (holder.fixed) return holder;
    this.#lines.endLine();
    const element = impliedLast(holder, name);
    const list = makePlace({ name, attributes: noAttributes, outer: this.#place, holder, element });
    this.#place = list;
    this.elementOf(list).implied = true;
    // The empty definition that the last term was given, before its own came.
    const last = element?.children.at(-1);
    if (isElement(last, 'dd') && last.implied) element?.children.pop();
    return list;
  }

  /** Stray content goes on with the last item; before the first one a list is not there yet. */
  #itemFor(place: Place): Place | null {
    if (place.role !== 'list' && place.role !== 'definitions') return null;
    if (place.element === null) return null;
    this.#lines.endLine();
    const last = place.element.children.at(-1);
    const name = place.role === 'list' ? 'li' : 'dd';
    const item = makePlace({
      name,
      attributes: noAttributes,
      outer: this.#place,
      holder: place,
      implied: true,
      element: isElement(last, name) ? last : null,
    });
    this.elementOf(item);
    this.#place = item;
    return item;
  }
}

/** A definition needs a term before it: old pages indent with a bare `dd`. */
function takesDefinition(place: Place): boolean {
  return place.role === 'definitions' ? place.element !== null : impliedLast(place, 'dl') !== null;
}

function impliedLast(holder: Place, name: string): Element | null {
  const last = holder.element?.children.at(-1);
  return isElement(last, name) && last.implied ? last : null;
}

/** An item's number means something in a numbered list only. */
function unnumbered(attributes: Attributes): Attributes {
  return withoutAttribute(attributes, 'value');
}
