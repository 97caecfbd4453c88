// Where a text is given that lost its structure.
import { html, nothing } from '../../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  radioGroup,
  submitButtons,
  textArea,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { rescueUrl } from '../../urls.ts';
import { rescueCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';

export type RescueForm = {
  readonly text: string;
  readonly look: string;
  readonly errors: FormProblems;
};

export function rescuePage(frame: Frame, { text: typed, look, errors }: RescueForm): Page {
  const problem = errors.find(({ field }) => field === 'file');
  const described = problem === undefined ? 'file-hint' : 'file-hint file-problem';
  const said = problem && html`<p class="problem" id="file-problem">${problem.detail}</p>`;
  return {
    title: text.rescueTitle(),
    mainClass: 'works-rescue region',
    indexable: false,
    styles: ['imports'],
    body: html`<h2 class="heading">${text.rescueTitle()}</h2>
${errorSummary(errors)}<p>${text.rescueLead()}</p>
${formFor({
  action: rescueUrl,
  token: frame.formToken,
  upload: true,
  body: html`${textArea({
    name: 'text',
    label: text.textLabel(),
    hint: text.textHint({ most: rescueCharactersMax }),
    value: typed,
    rows: 14,
    problems: errors,
  })}<div class="field"><label for="file">${text.fileLabel()}</label>
<p class="hint" id="file-hint">${text.fileHint()}</p>${said ?? nothing}
<input type="file" id="file" name="file" accept=".txt,.text,.asc,text/plain"
 aria-describedby="${described}"></div>${radioGroup({
   name: 'look',
   legend: text.lookLegend(),
   value: look,
   options: [
     { value: 'missing', label: text.lookMissing() },
     { value: 'everywhere', label: text.lookEverywhere() },
     { value: 'nowhere', label: text.lookNowhere() },
   ],
 })}${submitButtons([{ label: text.findButton() }])}`,
})}`,
  };
}
