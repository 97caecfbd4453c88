import { html } from '../../../kit/html/index.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { errorSummary, formFor, submitButtons } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { firstAdminUrl } from '../urls.ts';
import { emailField, loginField, newPasswordField, opening, type Typed } from './fields.ts';

export type FirstAdminForm = Typed & {
  readonly viewer: Viewer;
  readonly formToken: string;
  /** The link's own token, which is part of the form's address. */
  readonly token: string;
};

/** A guest makes the admin's account; a member takes the role. */
export function firstAdminPage(shown: FirstAdminForm): Page {
  const { viewer } = shown;
  const body =
    viewer.kind === 'member'
      ? html`<p>${text.promoteLead({ login: viewer.login })}</p>
${submitButtons([{ label: text.promoteButton() }])}`
      : [
          loginField(shown),
          emailField(shown),
          newPasswordField(shown),
          submitButtons([{ label: text.firstAdminButton() }]),
        ];
  return {
    title: text.firstAdminTitle(),
    mainClass: 'system region',
    indexable: false,
    body: html`${opening(text.firstAdminTitle(), text.firstAdminLead())}
${errorSummary(shown.problems ?? [])}
${formFor({ action: `${firstAdminUrl}/${shown.token}`, token: shown.formToken, body })}`,
  };
}
