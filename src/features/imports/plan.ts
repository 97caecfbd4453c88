// What will become of a file: the work as it would come in, every decision, what is over a limit,
// whether it is here already, and what has to wait for a moderator. Nothing is written.
import type { FieldError } from '../../kit/http/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import { checkSkin, languageCharactersMax, languageOfWords, plainText } from '../../text/index.ts';
import { listTagsOfType } from '../tags/index.ts';
import {
  type CheckedChapter,
  type CheckedWork,
  checkBroughtChapter,
  checkBroughtWork,
  type Language,
  type Languages,
  languagesOf,
  type PackedVersion,
  readLanguages,
} from '../works/index.ts';
import type { BroughtWork } from './brought-work.ts';
import { findHoldReasons, type HoldRule, listHoldRules } from './holding.ts';
import { text } from './messages.ts';
import { findFromAddress } from './store/authors.ts';
import { findBrought } from './store/imports.ts';
import { mapTags, type Vocabulary } from './tag-mapping.ts';

/** A work as it would come in, whoever has brought it before. */
export type JudgedWork = {
  readonly brought: BroughtWork;
  readonly work: CheckedWork;
  readonly chapters: readonly CheckedChapter[];
  /** Their first versions, where they were packed beforehand. */
  readonly packed?: readonly PackedVersion[];
  /** The days of its chapters, in milliseconds, where the file says them. */
  readonly dates: readonly (number | null)[];
  readonly decisions: readonly string[];
  /** Over a limit or missing: it comes in, and cannot be posted before it is mended. */
  readonly marks: readonly FieldError[];
  /** Why it waits for a moderator; empty: it does not. */
  readonly holds: readonly string[];
};

export type ImportPlan = JudgedWork & {
  /** The same file or address was brought before: by the owner, who gets it once. */
  readonly duplicateOf: WorkId | null;
  /** What another member has brought from the same address: told to archivists alone. */
  readonly broughtByOther: WorkId | null;
};

export type Planned =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly reason: string };

/** What does not change from one file to the next. */
export type Surroundings = {
  readonly own: Vocabulary;
  readonly languages: readonly Language[];
  readonly rules: readonly HoldRule[];
};

export async function readSurroundings(reader: Reader): Promise<Surroundings> {
  const [rating, warning, category, { all: languages }, rules] = await Promise.all([
    listTagsOfType(reader, 'rating'),
    listTagsOfType(reader, 'warning'),
    listTagsOfType(reader, 'category'),
    readLanguages(reader),
    listHoldRules(reader),
  ]);
  return { own: { rating, warning, category }, languages, rules };
}

export type PlanWishes = {
  readonly owner: UserId;
  readonly digest: string;
  /** An archivist brings it, who is told what others have brought. */
  readonly byArchivist?: boolean;
};

/** Plans one work. */
export async function planImport(
  reader: Reader,
  surroundings: Surroundings,
  brought: BroughtWork,
  wishes: PlanWishes,
): Promise<Planned> {
  const found = judgeBrought(surroundings, brought);
  if (!found.ok) return found;
  const plan: ImportPlan = { ...found.judged, ...(await readDuplicates(reader, brought, wishes)) };
  return { ok: true, plan };
}

/** What is here already: the owner’s own, and, for archivists, another member’s. */
export async function readDuplicates(
  reader: Reader,
  { sourceAddress }: Pick<BroughtWork, 'sourceAddress'>,
  wishes: PlanWishes,
): Promise<Pick<ImportPlan, 'duplicateOf' | 'broughtByOther'>> {
  const duplicateOf = await findBrought(reader, wishes.owner, wishes.digest, sourceAddress);
  const tells = wishes.byArchivist === true && duplicateOf === null && sourceAddress !== null;
  const broughtByOther = tells ? await findFromAddress(reader, sourceAddress, 'members') : null;
  return { duplicateOf, broughtByOther };
}

export type Judged =
  | { readonly ok: true; readonly judged: JudgedWork }
  | { readonly ok: false; readonly reason: string };

/** Judges one work by itself, without a look at what is here. */
export function judgeBrought(surroundings: Surroundings, brought: BroughtWork): Judged {
  const { tags, decisions: tagDecisions } = mapTags(brought.tags, surroundings.own);
  const languages = languagesOf(surroundings.languages);
  const chapters = brought.chapters.map((chapter) => checkBroughtChapter(chapter));
  const said = brought.language;
  const seen = said === '' ? languageSeen(chapters, languages) : null;
  const language = seen ?? languages.named(said);
  const input = {
    title: brought.title,
    summary: brought.summary,
    notes: brought.notes,
    endNotes: brought.endNotes,
    language: language?.tag ?? 'en',
    restricted: false,
    expectedChapters: brought.expectedChapters,
    tags,
  };
  const checked = checkBroughtWork(input, languages);
  const refused = firstRefusal(checked.errors, chapters);
  if (refused !== null) return { ok: false, reason: refused };
  const decisions = [...brought.decisions, ...tagDecisions, ...companySaid(brought)];
  if (brought.skin !== undefined) decisions.push(saySkin(brought.skin));
  if (seen !== null) decisions.push(text.languageSeen({ language: seen.name }));
  if (language === null) {
    decisions.push(said === '' ? text.languageSupposed() : text.languageUnknown({ said }));
  }
  const marks = [...checked.marks, ...chapters.flatMap(({ marks: own }, at) => atChapter(own, at))];
  const work = checked.value;
  const texts = [
    ...[work.summary, work.notes, work.endNotes],
    ...chapters.flatMap(({ value }) => [value.summary, value.notes, value.endNotes, value.text]),
  ].map(({ html }) => html);
  const judged: JudgedWork = {
    brought,
    work,
    chapters: chapters.map(({ value }) => value),
    dates: datesOf(brought),
    decisions,
    marks,
    holds: findHoldReasons(surroundings.rules, brought, texts),
  };
  return { ok: true, judged };
}

/** The language that the text is plainly in, if it is one of the archive's. */
function languageSeen(chapters: readonly Checked[], languages: Languages): Language | null {
  let words = '';
  for (const { value } of chapters) {
    if (words.length >= languageCharactersMax) break;
    words += `${plainText(value.text.html.slice(0, languageCharactersMax * 2))}\n`;
  }
  const tag = languageOfWords(words);
  return tag === null ? null : languages.named(tag);
}

/** A style that is not allowed here stays behind, and the work comes in. */
function saySkin({ title, source }: NonNullable<BroughtWork['skin']>): string {
  return checkSkin(source).ok ? text.skinKept({ title }) : text.skinLeftOut({ title });
}

/** Works that wait since an older version name neither. */
function companySaid({ gifts = [], related = [] }: Partial<BroughtWork>): string[] {
  return [
    ...(gifts.length === 0 ? [] : [text.giftsKept({ names: gifts.join(', ') })]),
    ...related.map(({ title }) => text.relatedKept({ title })),
  ];
}

type Checked = ReturnType<typeof checkBroughtChapter>;

function firstRefusal(errors: readonly FieldError[], chapters: readonly Checked[]): string | null {
  const [error] = errors;
  if (error !== undefined) return text.fieldRefused({ field: error.field, reason: error.detail });
  for (const [at, chapter] of chapters.entries()) {
    const [first] = chapter.errors;
    if (first !== undefined) {
      return text.chapterRefused({ number: at + 1, reason: first.detail });
    }
  }
  const isEmpty = chapters.every(({ value }) => value.text.html.trim() === '');
  return isEmpty ? text.noText() : null;
}

function atChapter(marks: readonly FieldError[], at: number): FieldError[] {
  return marks.map(({ field, detail }) => ({ field: `chapters/${at}/${field}`, detail }));
}

/** The first chapters stand where the work began, the last where it was last added to. */
function datesOf({ published, updated, chapters }: BroughtWork): (number | null)[] {
  const begun = dayMs(published);
  const last = dayMs(updated) ?? begun;
  return chapters.map((_, at) => (at > 0 && at === chapters.length - 1 ? last : begun));
}

function dayMs(day: string | null): number | null {
  const time = day === null ? Number.NaN : Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(time) ? null : time;
}
