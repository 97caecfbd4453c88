// What the form of one waiting work sends: every decision as its owner wants it.
import type { Form } from '../../kit/http/index.ts';
import { splitTagNames } from '../tags/index.ts';
import type { BroughtChapter, BroughtWork } from './brought-work.ts';
import { headingMarkup } from './readers/prose-writer.ts';

/** What is to become of a chapter. */
export const chapterFates = ['own', 'join', 'leave'] as const;
export type ChapterFate = (typeof chapterFates)[number];

/** The work with what the form says of it. */
export function readWaitingForm(form: Form, work: BroughtWork): BroughtWork {
  const names = (field: string) => splitTagNames(form.text(field));
  const rating = form.text('rating');
  return {
    ...work,
    title: form.text('title'),
    language: form.text('language'),
    summary: form.text('summary'),
    notes: form.text('notes'),
    endNotes: form.text('endNotes'),
    tags: {
      rating: rating === '' ? [] : [rating],
      warning: form.all('warnings'),
      category: form.all('categories'),
      fandom: names('fandoms'),
      relationship: names('relationships'),
      character: names('characters'),
      freeform: names('freeforms'),
    },
    series: form.ticked('series') ? work.series : [],
    chapters: readChapters(form, work.chapters),
  };
}

function readChapters(form: Form, chapters: readonly BroughtChapter[]): BroughtChapter[] {
  const kept: BroughtChapter[] = [];
  for (const [at, chapter] of chapters.entries()) {
    const fate = form.text(`chapters[${at}][fate]`);
    const title = form.text(`chapters[${at}][title]`);
    const before = kept.at(-1);
    if (fate === 'leave') continue;
    const joins = fate === 'join' && before !== undefined && before.format === chapter.format;
    if (joins) kept[kept.length - 1] = joined(before, { ...chapter, title });
    else kept.push({ ...chapter, title });
  }
  return kept;
}

/** One chapter of two; no word of the second is lost, its heading becomes a line of the text. */
function joined(first: BroughtChapter, second: BroughtChapter): BroughtChapter {
  const { format, title } = second;
  const lines = {
    html: headingMarkup(title),
    markdown: `### ${title}`,
    text: title,
  };
  const heading = title === '' ? [] : [lines[format]];
  const together = (a: string, b: string) => [a, b].filter((one) => one !== '').join('\n');
  return {
    ...first,
    summary: together(first.summary, second.summary),
    notes: together(first.notes, second.notes),
    endNotes: together(first.endNotes, second.endNotes),
    source: [first.source, ...heading, second.source].join('\n\n'),
  };
}
