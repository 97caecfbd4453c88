// Where files are chosen.
import { html, nothing } from '../../../kit/html/index.ts';
import { errorSummary, type FormProblems, formFor, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { uploadBytesMax } from '../limits.ts';
import { text } from '../messages.ts';
import { text as rescueText } from '../rescue/messages.ts';
import { importUrl, rescueUrl, waitingUrl } from '../urls.ts';

const accepted = '.html,.htm,.xhtml,.epub,.docx,.odt,.rtf,.md,.markdown,.txt,.zip';

export function importPage(
  frame: Frame,
  { waiting, errors }: { readonly waiting: number; readonly errors: FormProblems },
): Page {
  const megabytes = Math.floor(uploadBytesMax / 1_000_000);
  const [problem] = errors;
  const described = problem === undefined ? 'files-hint' : 'files-hint files-problem';
  const said = problem && html`<p class="problem" id="files-problem">${problem.detail}</p>`;
  return {
    title: text.importTitle(),
    mainClass: 'works-import region',
    indexable: false,
    body: html`<h2 class="heading">${text.importTitle()}</h2>
${errorSummary(errors)}<p>${text.importLead()}</p>
<p><a href="${rescueUrl}">${rescueText.rescueLink()}</a></p>
${waiting > 0 && html`<p><a href="${waitingUrl}">${text.waitingLink({ count: waiting })}</a></p>`}
${formFor({
  action: importUrl,
  token: frame.formToken,
  upload: true,
  body: html`<div class="field"><label for="files">${text.filesLabel()}</label>
<p class="hint" id="files-hint">${text.filesHint({ megabytes })}</p>${said ?? nothing}
<input type="file" id="files" name="files" multiple accept="${accepted}"
 aria-describedby="${described}"></div>
${submitButtons([{ label: text.readButton() }])}`,
})}`,
  };
}
