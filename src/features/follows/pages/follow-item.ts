// The button to follow something; tools read the item's class and the button's value.
import { type Html, html } from '../../../kit/html/index.ts';
import { formFor, hiddenField } from '../../../web/controls.ts';
import type { Subject } from '../follow.ts';
import { text } from '../messages.ts';
import { subscriptionsUrl } from '../urls.ts';

export type FollowButton = {
  readonly login: string;
  readonly token: string;
  readonly subject: Subject;
  readonly follows: boolean;
  /** Where the form leads back to. */
  readonly back: string;
  /** Names the subject where a page has several such buttons. */
  readonly name?: string;
};

export function followItem(button: FollowButton): Html {
  return html`<li class="subscribe">${followForm(button)}</li>`;
}

export function followForm({ login, token, subject, follows, back, name }: FollowButton): Html {
  const long = follows ? text.unfollowNamed : text.followNamed;
  const label = name === undefined ? '' : html` aria-label="${long({ name })}"`;
  const value = follows ? text.unfollow() : text.follow();
  return formFor({
    action: subscriptionsUrl(login),
    token,
    className: 'inline',
    body: [
      hiddenField('kind', subject.kind),
      hiddenField('id', String(subject.id)),
      hiddenField('back', back),
      html`<input type="submit" name="commit" value="${value}"${label}>`,
    ],
  });
}
