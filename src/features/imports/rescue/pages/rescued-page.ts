// What was found of a text, beside it: every sentence end is a button, every part says what it is.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import { lineOf, type Rescued } from '../../../../text/index.ts';
import {
  errorSummary,
  type FormProblems,
  hiddenField,
  submitButtons,
  textArea,
  textField,
  tokenField,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { rescueUrl } from '../../urls.ts';
import {
  type Choices,
  type Part,
  type PartKind,
  type Place,
  partKinds,
  writeChoices,
} from '../choices.ts';
import { shownPartsMax } from '../limits.ts';
import { text } from '../messages.ts';

export type RescuedForm = {
  readonly source: string;
  readonly look: string;
  readonly rescued: Rescued;
  readonly choices: Choices;
  readonly parts: readonly Part[];
  readonly title: string;
  /** The first part that is shown. */
  readonly first: number;
  readonly errors: FormProblems;
};

export function rescuedPage(frame: Frame, form: RescuedForm): Page {
  const { rescued, errors, look, first } = form;
  const kept = writeChoices(form.choices);
  const draft = { label: text.draftButton(), name: 'do', value: 'draft' };
  return {
    title: text.foundHeading(),
    mainClass: 'works-rescue region',
    indexable: false,
    styles: ['imports'],
    body: html`<h2 class="heading">${text.foundHeading()}</h2>
${errorSummary(errors)}<p>${foundLine(form)}</p>
${rescued.mended > 0 && html`<p>${text.mendedLine({ count: rescued.mended })}</p>`}
${rescued.wrapped && html`<p>${text.wrappedLine()}</p>`}
<p class="hint">${text.howTo()}</p><p class="hint keys" hidden>${text.howToKeys()}</p>
<form action="${rescueUrl}" method="post" novalidate class="rescue" data-enhance="rescue">
${tokenField(frame.formToken)}${hiddenField('look', look)}${hiddenField('turned', kept.turned)}
${hiddenField('kinds', kept.kinds)}${hiddenField('length', String(rescued.text.length))}
${hiddenField('first', String(first))}
${submitButtons([{ label: text.changeKinds() }, draft])}
<div class="beside"><section class="result" aria-labelledby="result">
<h3 class="heading" id="result">${text.resultHeading()}</h3>
${pages(form)}${renderParts(form)}${pages(form)}</section>
<section class="source" aria-labelledby="source">
<h3 class="heading" id="source">${text.sourceHeading()}</h3>
${textArea({ name: 'text', label: text.textLabel(), value: form.source, rows: 20 })}
<p><button type="submit" name="do" value="again">${text.againButton()}</button></p></section></div>
${textField({
  name: 'title',
  label: text.titleLabel(),
  hint: text.titleHint(),
  value: form.title,
  problems: errors,
})}${submitButtons([draft])}
</form>`,
  };
}

function foundLine({ parts }: RescuedForm): string {
  const count = (...kinds: PartKind[]) => parts.filter(({ kind }) => kinds.includes(kind)).length;
  return text.foundLine({
    paragraphs: count('paragraph'),
    scenes: count('scene'),
    chapters: count('heading'),
    notes: count('note'),
    facts: count('field', 'title', 'summary'),
  });
}

function pages({ parts, first }: RescuedForm): Html {
  if (parts.length <= shownPartsMax) return nothing;
  const last = Math.min(parts.length, first + shownPartsMax);
  const button = (label: string, to: number) =>
    html`<button type="submit" name="show" value="${to}">${label}</button>`;
  return html`<p class="pages">${text.shownParts({ first: first + 1, last, total: parts.length })}
${first > 0 && button(text.earlier(), Math.max(0, first - shownPartsMax))}
${last < parts.length && button(text.later(), last)}</p>`;
}

/** All stand in one flow, so that a break is made or unmade in its place. */
function renderParts({ parts, first, rescued }: RescuedForm): Html {
  const shown = parts.slice(first, first + shownPartsMax);
  const rendered = shown.map((part) => renderPart(rescued.text, part));
  return html`<div class="flow" dir="auto">${rendered}</div>`;
}

function renderPart(source: string, part: Part): Html {
  const said: Html[] = [];
  let from = part.from;
  for (const place of part.places) {
    said.push(html`<span>${lineOf(source, from, place.at)}</span> ${turn(place, false)} `);
    from = place.next;
  }
  said.push(html`<span>${lineOf(source, from, part.to)}</span>`);
  const before = part.before === null ? nothing : turn(part.before, true);
  const kind = html`<span class="kind ${part.kind}">${kindOf(part)}</span>`;
  return html` <span class="head">${before} ${kind}</span> ${said}`;
}

function turn({ next, chance }: Place, broken: boolean): Html {
  const percent = Math.round(chance * 100);
  const sure = html`<span class="sure">${text.percent({ percent })}</span>`;
  return html`<button type="submit" class="end" id="end-${next}" name="turn" value="${next}"
 formaction="${rescueUrl}#end-${next}" aria-pressed="${String(broken)}" data-percent="${percent}"
 aria-label="${text.breakLabel({ percent })}">¶${sure}</button>`;
}

function kindOf({ from, kind }: Part): Html {
  const kinds: readonly PartKind[] = kind === 'field' ? ['field', ...partKinds] : partKinds;
  const options = kinds.map((one) => {
    const name = text[`kind/${one}`]();
    return html`<option value="${one}"${one === kind && html` selected`}>${name}</option>`;
  });
  return html`<select name="kind-${from}" aria-label="${text.kindLabel()}">${options}</select>`;
}
