// What is known of a work that was read, without the work itself.
import type { FieldError } from '../../kit/http/index.ts';
import type { BroughtWork, FileKind } from './brought-work.ts';
import type { JudgedWork } from './plan.ts';

/** What a list shows of a work that was read, whoever has brought it before. */
export type ReadFacts = {
  readonly title: string;
  readonly kind: FileKind;
  readonly creators: readonly string[];
  readonly sourceAddress: string | null;
  readonly chapters: number;
  readonly words: number;
  /** Of all its texts as they stand in the file; absent of works that wait since before. */
  readonly characters?: number;
  /** How many come along. */
  readonly pictures?: number;
  readonly decisions: readonly string[];
  readonly marks: readonly FieldError[];
  readonly holds: readonly string[];
};

/** What is shown of a work that was judged. */
export function factsOf(judged: JudgedWork): ReadFacts {
  const { brought } = judged;
  return {
    title: judged.work.title,
    kind: brought.kind,
    creators: brought.creators,
    sourceAddress: brought.sourceAddress,
    chapters: judged.chapters.length,
    words: judged.chapters.reduce((sum, { words }) => sum + words, 0),
    characters: charactersOf(brought),
    pictures: brought.pictures?.length ?? 0,
    decisions: judged.decisions,
    marks: judged.marks,
    holds: judged.holds,
  };
}

/** Of all texts; earlier versions count: they are read and written with the work. */
export function charactersOf({ chapters, revisions = [] }: BroughtWork): number {
  const length = ({
    source = '',
    notes,
    endNotes,
  }: Record<'notes' | 'endNotes', string> & {
    readonly source?: string;
  }) => source.length + notes.length + endNotes.length;
  const texts = [
    ...revisions.map(({ version }) => version),
    ...chapters.flatMap(({ revisions: before = [], ...chapter }) => [
      chapter,
      ...before.map(({ version }) => version),
    ]),
  ];
  return texts.reduce((sum, one) => sum + length(one), 0);
}
