// The policy where something is posted: said in a sentence, and consent to it asked for as long as
// it was not given.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  checkbox,
  dayText,
  errorSummary,
  fieldset,
  formFor,
  submitButtons,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { ConsentStanding } from '../../policies/index.ts';
import { text } from '../messages.ts';
import { workUrl } from '../urls.ts';

export type ConsentAsked = {
  readonly consent: ConsentStanding;
  /** The version whose box was ticked, empty if none was. */
  readonly ticked: string;
  readonly problems: readonly FieldError[];
  /** Without it the form can be sent in a browser all the same: not all of its ways post. */
  readonly optional?: boolean;
};

/** A field `policy` that sends the version agreed to; without one where consent stands. */
export function consentPart({ consent, ticked, problems, optional }: ConsentAsked): Html {
  const { version, agreedAt } = consent;
  return fieldset(
    text.policyHeading(),
    html`<p>${text.policyStatement()} <a href="/policy">${text.policyLink()}</a>.
${agreedAt === null ? nothing : text.policyAgreed({ day: dayText(agreedAt) })}</p>
${
  agreedAt === null
    ? checkbox({
        name: 'policy',
        value: String(version),
        label: text.policyConsent(),
        checked: ticked === String(version),
        required: optional !== true,
        problems,
      })
    : nothing
}`,
  );
}

/** Where a draft is posted by a button and consent is missing. */
export function consentPage(
  frame: Frame,
  work: { readonly id: number; readonly title: string },
  consent: ConsentStanding,
): Page {
  const problems = [{ field: 'policy', detail: text.policyNeeded() }];
  const title = text.policyFirst();
  return {
    title,
    mainClass: 'works-post region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(problems)}${formFor({
  action: `${workUrl(work)}/post`,
  token: frame.formToken,
  body: [
    consentPart({ consent, ticked: '', problems }),
    submitButtons([{ label: text.policyPost({ title: work.title }) }], workUrl(work)),
  ],
})}`,
  };
}
