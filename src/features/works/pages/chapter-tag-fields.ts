// Tags of a chapter: their fields on its form, and how readers of the chapter see them.
import { type Html, html } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { checkboxGroup, tagField } from '../../../web/controls.ts';
import type { Tag } from '../../tags/index.ts';
import { type ChapterFields, chapterNames } from '../forms.ts';
import { text } from '../messages.ts';
import { tagLink } from './blurb.ts';

/** Folded while there are none: most chapters have no tags of their own. */
export function chapterTagControls(
  fields: ChapterFields,
  warnings: readonly Tag[],
  errors: readonly FieldError[],
): Html {
  const names = [
    ['fandoms', 'fandom', text.fandoms()],
    ['relationships', 'relationship', text.relationships()],
    ['characters', 'character', text.characters()],
    ['freeforms', 'freeform', text.freeforms()],
  ] as const;
  const wrong = errors.some(
    ({ field }) => field === 'warnings' || names.some(([n]) => n === field),
  );
  const filled = fields.warnings.length > 0 || names.some(([name]) => fields[name] !== '');
  return html`<details${(wrong || filled) && html` open`}>
<summary>${text.sectionChapterTags()}</summary>
<p class="hint">${text.chapterTagsHint()}</p>
${checkboxGroup({
  name: chapterNames.warnings,
  legend: text.warnings(),
  options: warnings.map(({ id, name }) => ({ value: String(id), label: name })),
  values: fields.warnings,
  problems: errors,
})}${names.map(([name, type, label]) =>
  tagField({
    name: chapterNames[name],
    label,
    value: fields[name],
    address: `/autocomplete/${type}`,
    problems: errors,
  }),
)}</details>`;
}

/** Above the text of a chapter. Not by the names that tools take for the work's tags. */
export function chapterTagList(tags: readonly Tag[]): Html {
  return html`<ul class="chapter-tags commas" aria-label="${text.sectionChapterTags()}">${tags.map(
    (tag) => html`<li class="${tag.type}">${tagLink(tag)}</li> `,
  )}</ul>`;
}
