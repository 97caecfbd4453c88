import { html } from '../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textArea,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { holdRulesUrl } from '../urls.ts';

export type HoldRulesShown = {
  readonly tags: string;
  readonly words: string;
  readonly errors: FormProblems;
};

export function holdRulesPage(frame: Frame, { tags, words, errors }: HoldRulesShown): Page {
  return {
    title: text.rulesTitle(),
    mainClass: 'moderation-show region',
    indexable: false,
    body: html`<h2 class="heading">${text.rulesTitle()}</h2>
${errorSummary(errors)}${formFor({
  action: holdRulesUrl,
  token: frame.formToken,
  body: html`<p>${text.rulesLead()}</p>
${textArea({ name: 'tags', label: text.rulesTags(), value: tags, problems: errors })}
${textArea({ name: 'words', label: text.rulesWords(), value: words, problems: errors })}
${submitButtons([{ label: text.rulesSave() }])}`,
})}`,
  };
}
