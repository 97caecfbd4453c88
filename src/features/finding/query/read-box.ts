// What is typed into the box, as fields of the form where it fits them; the rest stays in the box.
import {
  allOf,
  printNode,
  type QueryLeaf,
  type QueryName,
  type QueryNode,
  type QueryOrder,
  type Span,
} from '../../../engine/query-language/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { countCharacters } from '../../../text/index.ts';
import { type TagType, tagNameCharactersMax, tidyTagName } from '../../tags/index.ts';
import { isLanguageTag } from '../../works/index.ts';
import type { Range, WorksFilter } from '../filter.ts';
import type { Column } from '../index/shape.ts';
import { beginningsMost, nearNamesSoughtMost, textLeavesMost } from '../limits.ts';
import { text } from '../messages.ts';
import { type FilterWarning, type Reading, splitNames } from '../parameters/reading.ts';
import { type Asking, type NameNote, type NamesLeaf, nameMeant } from './names-meant.ts';
import {
  isOwnField,
  type OwnField,
  ownWord,
  statesInOrder,
  stateWord,
  wordsOfField,
} from './own-words.ts';
import { noteOfName, warningSentence } from './sentences.ts';
import { parseWorksQuery, typesOfField } from './works-language.ts';

/** Fields of the form that a box may fill. */
export type FormFields = Pick<
  WorksFilter,
  'creators' | 'title' | 'language' | 'ranges' | 'states' | FlagName
>;

/** By the names of the filter's own fields. */
type FlagName = (typeof flagNames)[number];
const flagNames = ['complete', 'series', 'crossover', 'oneRelationship'] as const;

export type BoxRead = {
  readonly fields: FormFields;
  /** Canonical text of what no field takes. */
  readonly text: string;
  readonly order: QueryOrder | null;
  /** As it was typed; places of warnings count in it. */
  readonly typed: string;
  readonly warnings: readonly FilterWarning[];
};

/**
 * Tags go to `reading`, the rest to `fields` where they are free: what the form says itself stands.
 * `typed`: the box as it came, several boxes as one.
 */
export function readBox(
  reading: Reading,
  typed: readonly string[],
  fields: FormFields,
  fandomsOf: () => readonly TagId[],
): BoxRead {
  const box = new Box(reading, fields, fandomsOf);
  let offset = 0;
  for (const each of typed) {
    box.read(each, offset);
    offset += each.length + 1;
  }
  return { ...box.result(), typed: typed.join(' ') };
}

class Box {
  readonly #reading: Reading;
  readonly #fandomsOf: () => readonly TagId[];
  readonly #warnings: FilterWarning[] = [];
  #rest: QueryNode[] = [];
  #order: QueryOrder | null = null;
  #fields: FormFields;
  #texts = 0;
  #beginnings = 0;
  #unknowns = 0;

  constructor(reading: Reading, fields: FormFields, fandomsOf: () => readonly TagId[]) {
    this.#reading = reading;
    this.#fields = fields;
    this.#fandomsOf = fandomsOf;
  }

  result(): Omit<BoxRead, 'typed'> {
    // Several boxes make one text, which is read with the next address: signs alone in one of them
    // say nothing beside the words of another, and the bounds are for all.
    const whole = printNode(allOf(this.#rest));
    const again = parseWorksQuery(whole);
    for (const warning of again.warnings) {
      const isBound = warning.code === 'tooLong' || warning.code === 'tooMany';
      if (isBound) this.#warn(warningSentence(warning, whole), { start: 0, end: 0 }, 0);
    }
    return {
      fields: this.#fields,
      text: printNode(again.where),
      order: this.#order,
      warnings: this.#warnings.toSorted((a, b) => a.start - b.start),
    };
  }

  read(typed: string, offset: number): void {
    const parsed = parseWorksQuery(typed);
    for (const warning of parsed.warnings)
      this.#warn(warningSentence(warning, typed), warning, offset);
    this.#order = parsed.order ?? this.#order;
    const parts = parsed.where.kind === 'all' ? parsed.where.of : [parsed.where];
    // Fandoms first: they tell which Will is meant.
    const rest = new Set(parts.filter((part) => !this.#takes(part, offset, isOfFandom)));
    for (const part of rest) {
      if (this.#takes(part, offset, (leaf) => !isOfFandom(leaf))) rest.delete(part);
    }
    for (const part of rest) {
      const kept = this.#withinBounds(part, offset);
      if (kept === null) continue;
      this.#rest.push(kept);
      for (const leaf of namesIn(kept)) this.#sayNames(leaf, offset);
    }
  }

  /** Whether a field of the form takes the part. */
  #takes(part: QueryNode, offset: number, isWanted: (leaf: QueryLeaf) => boolean): boolean {
    const leaf = part.kind === 'not' ? part.of : part;
    if (leaf.kind === 'all' || leaf.kind === 'any' || leaf.kind === 'not') return false;
    if (!isWanted(leaf)) return false;
    if (leaf.kind === 'names' && typesOfField(leaf.field) !== null) {
      return this.#takesTags(leaf, part.kind === 'not', offset);
    }
    return part.kind !== 'not' && this.#takesFact(leaf, offset);
  }

  #takesTags(leaf: NamesLeaf, isOut: boolean, offset: number): boolean {
    if (leaf.of.some((name) => name.kind === 'beginning')) return false;
    const types = typesOfField(leaf.field) ?? [];
    const meant = leaf.of.map((name) => nameMeant(name, types, this.#asking()));
    const names = leaf.of.flatMap((name, at) =>
      meant[at]?.tags.length === 0 && name.kind !== 'id' ? [tidyTagName(name.text)] : [],
    );
    const tags = meant.flatMap((each) => each.tags);
    const unknown = isOut || tags.length === 0 ? names : [];
    if (unknown.some((name) => !fitsField(name))) return false;
    this.#sayNames(leaf, offset);
    const type = types.length === 1 ? (types[0] ?? null) : null;
    const named = unknown.map((name) => ({ type, name }));
    if (isOut) {
      this.#reading.exclude.push(...tags);
      this.#reading.unknownExcluded.push(...named);
    } else if (tags.length > 0) this.#reading.include.push(tags);
    else this.#reading.unknownIncluded.push(...named);
    return true;
  }

  #takesFact(leaf: QueryLeaf, offset: number): boolean {
    const fields = this.#fields;
    switch (leaf.kind) {
      case 'names':
        if (leaf.field === 'state') return this.#takesStates(leaf, offset);
        return !isOwnField(leaf.field) && this.#takesName(leaf, offset);
      case 'words':
        return this.#takesTitle(leaf);
      case 'number':
      case 'date':
        return this.#takesRange(leaf.field as Column, leaf);
      case 'flag': {
        const field = leaf.field === 'otp' ? 'oneRelationship' : leaf.field;
        const name = flagNames.find((one) => one === field);
        if (name === undefined || fields[name] !== null) return false;
        this.#fields = { ...fields, [name]: leaf.wanted };
        return true;
      }
      case 'age':
        return false;
    }
  }

  #takesStates({ of }: NamesLeaf, offset: number): boolean {
    const words = of.map((name) => (name.kind === 'name' ? stateWord(name.text) : null));
    const known = words.filter((word) => word !== null);
    if (this.#fields.states.length > 0 || known.length < words.length) return false;
    for (const name of of) this.#sayOwn('state', name, offset);
    this.#fields = { ...this.#fields, states: statesInOrder(known) };
    return true;
  }

  #takesName({ field, of }: NamesLeaf, offset: number): boolean {
    const [name] = of;
    if (of.length !== 1 || name?.kind !== 'name' || name.text.includes(',')) return false;
    if (field === 'creator') {
      if (!this.#reading.lookUp.hasCreator(name.text)) {
        this.#warn(text.warnNoSuchCreator({ name: name.text }), name, offset);
      }
      const creators = [...new Set([...this.#fields.creators, tidyTagName(name.text)])];
      this.#fields = { ...this.#fields, creators };
      return true;
    }
    const known = this.#languageOf(name.text);
    if (this.#fields.language !== '') return false;
    if (known === null) {
      if (!isLanguageTag(name.text)) return false;
      this.#warn(text.warnNoSuchLanguage({ value: name.text }), name, offset);
    }
    this.#fields = { ...this.#fields, language: known ?? name.text.toLowerCase() };
    return true;
  }

  #languageOf(name: string): string | null {
    return this.#reading.lookUp.languages.named(name)?.tag ?? null;
  }

  #takesTitle({ field, of }: Extract<QueryLeaf, { kind: 'words' }>): boolean {
    const [words] = of;
    const isPlain = of.length === 1 && words !== undefined && !words.phrase && !words.prefix;
    if (field !== 'title' || !isPlain || words.text.includes('*')) return false;
    const title = `${this.#fields.title} ${words.text}`.trim();
    this.#fields = { ...this.#fields, title };
    return true;
  }

  #takesRange(column: Column, { min, max }: Range): boolean {
    const { ranges } = this.#fields;
    if (ranges[column] !== undefined || column === 'posted') return false;
    if (column === 'chapters' && (min !== 1 || max !== 1)) return false;
    const range = {
      ...(min !== undefined && min > 0 && { min }),
      ...(max !== undefined && { max }),
    };
    // Every work has 0 or more.
    if (Object.keys(range).length > 0) {
      this.#fields = { ...this.#fields, ranges: { ...ranges, [column]: range } };
    }
    return true;
  }

  #asking(): Asking {
    return { lookUp: this.#reading.lookUp, fandoms: this.#fandomsOf() };
  }

  #sayNames(leaf: NamesLeaf, offset: number): void {
    const types = typesOfField(leaf.field);
    for (const name of leaf.of) {
      if (isOwnField(leaf.field)) this.#sayOwn(leaf.field, name, offset);
      else if (types !== null) {
        const { note } = nameMeant(name, types, this.#asking());
        if (note !== null)
          this.#warn(noteOfName(name, note, this.#near(name, types, note)), name, offset);
      } else if (name.kind !== 'name') {
        this.#warn(text.warnNotName(), name, offset);
      } else if (leaf.field === 'language' && this.#languageOf(name.text) === null) {
        this.#warn(text.warnNoSuchLanguage({ value: name.text }), name, offset);
      } else if (leaf.field === 'creator' && !this.#reading.lookUp.hasCreator(name.text)) {
        this.#warn(text.warnNoSuchCreator({ name: name.text }), name, offset);
      }
    }
  }

  #sayOwn(field: OwnField, name: QueryName, offset: number): void {
    if (name.kind !== 'name') this.#warn(text.warnNotName(), name, offset);
    else if (!this.#reading.lookUp.marks) this.#warn(text.warnGuestMarks(), name, offset);
    else if (field !== 'shelf' && ownWord(field, name.text) === null) {
      const words = wordsOfField(field).join(', ');
      this.#warn(text.warnOwnWord({ value: name.text, field, words }), name, offset);
    }
  }

  /** What was likely meant by a name that no tag bears, for the first few of them. */
  #near(name: QueryName, types: readonly TagType[], note: NameNote): readonly string[] {
    if (note.kind !== 'unknown' || name.kind === 'id') return [];
    this.#unknowns += 1;
    if (this.#unknowns > nearNamesSoughtMost) return [];
    return this.#reading.lookUp.namesNear(name.text, types);
  }

  /** The part without words and beginnings of names beyond the bounds; null: nothing is left. */
  #withinBounds(part: QueryNode, offset: number): QueryNode | null {
    if (part.kind === 'not') {
      const of = this.#withinBounds(part.of, offset);
      return of === null ? null : { kind: 'not', of };
    }
    if (part.kind === 'all' || part.kind === 'any') {
      const of = part.of.flatMap((each) => this.#withinBounds(each, offset) ?? []);
      const [only] = of;
      return of.length > 1 ? { kind: part.kind, of } : (only ?? null);
    }
    if (part.kind === 'names') return this.#fewBeginnings(part, offset);
    if (part.kind !== 'words') return part;
    this.#texts += part.of.length;
    if (this.#texts <= textLeavesMost) return part;
    if (this.#texts - part.of.length <= textLeavesMost) {
      this.#warn(text.warnManyWords({ most: textLeavesMost }), part, offset);
    }
    return null;
  }

  #fewBeginnings(leaf: NamesLeaf, offset: number): NamesLeaf | null {
    const before = this.#beginnings;
    this.#beginnings += leaf.of.filter((name) => name.kind === 'beginning').length;
    if (this.#beginnings === before || this.#beginnings <= beginningsMost) return leaf;
    if (before <= beginningsMost) {
      this.#warn(text.warnManyBeginnings({ most: beginningsMost }), leaf, offset);
    }
    return null;
  }

  #warn(message: string, { start, end }: Span, offset: number): void {
    this.#warnings.push({ message, start: start + offset, end: end + offset });
  }
}

/** Whether a field of names holds it as one name. */
function fitsField(name: string): boolean {
  return splitNames(name).length === 1 && countCharacters(name) <= tagNameCharactersMax;
}

function isOfFandom(leaf: QueryLeaf): boolean {
  return leaf.kind === 'names' && leaf.field === 'fandom';
}

function namesIn(node: QueryNode): NamesLeaf[] {
  if (node.kind === 'not') return namesIn(node.of);
  if (node.kind === 'all' || node.kind === 'any') return node.of.flatMap(namesIn);
  return node.kind === 'names' ? [node] : [];
}
