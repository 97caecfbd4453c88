import { html } from '../../../kit/html/index.ts';
import { errorSummary, formFor, submitButtons } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { takeoutUrl } from '../urls.ts';

/** What a takeout holds, and the button that makes one. */
export function takeoutPage(works: number, token: string, problem: string | null): Page {
  return {
    title: text.title(),
    mainClass: 'takeout-index region',
    indexable: false,
    body: html`<h2 class="heading">${text.title()}</h2>
${errorSummary(problem === null ? [] : [{ field: '', detail: problem }])}
<p>${text.lead()}</p>
<p>${text.whatWorks({ count: works })}</p>
<p>${text.whatNot()}</p>
${formFor({ action: takeoutUrl, token, body: submitButtons([{ label: text.button() }]) })}`,
  };
}
