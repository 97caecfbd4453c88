// What the holder sees of their next of kin, and the kin of the holder.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  dayText,
  errorSummary,
  formFor,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { Stage } from '../actions.ts';
import { kinWaitDays, kinWordsMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { Kinship } from '../store.ts';
import { kinOfUrl, kinTakeoutUrl, ownKinUrl } from '../urls.ts';

export type OwnKin = {
  readonly login: string;
  readonly formToken: string;
  readonly own: (Kinship & { readonly stage: Stage }) | null;
  readonly naming: readonly Kinship[];
  readonly typed: string;
  readonly problems: readonly FieldError[];
};

export function ownKinPage(shown: OwnKin): Page {
  const { login, formToken, own, naming, typed, problems } = shown;
  return {
    title: text.ownTitle(),
    mainClass: 'preferences-kin dashboard region',
    indexable: false,
    styles: ['accounts'],
    body: html`<h2 class="heading">${text.ownTitle()}</h2>
<p>${text.ownLead({ days: kinWaitDays })}</p>
<p>${text.ownMay()}</p>
${errorSummary(problems)}
<p>${own === null ? text.ownNone() : whereItIs(own)}</p>
${own === null ? nothing : renderOwnButtons(shown, own.stage)}
${formFor({
  action: ownKinUrl(login),
  token: formToken,
  body: [
    textField({
      name: 'login',
      label: text.ownLogin(),
      value: typed,
      autocomplete: 'off',
      required: true,
      problems,
    }),
    submitButtons([{ label: text.ownName(), name: 'do', value: 'name' }]),
  ],
})}
${naming.length === 0 ? nothing : renderNaming(naming)}`,
  };
}

function whereItIs({ stage, kin, due_at }: Kinship & { readonly stage: Stage }): string {
  const day = dayText(due_at ?? 0);
  return {
    named: text.ownNamed({ kin }),
    accepted: text.ownAccepted({ kin }),
    asked: text.ownAsked({ kin }),
    waiting: text.ownWaiting({ kin, day }),
    // Who reads this is there.
    seen: text.ownWaiting({ kin, day }),
    open: text.ownOpen({ kin }),
  }[stage];
}

function renderOwnButtons({ login, formToken }: OwnKin, stage: Stage): Html {
  const isBegun = stage !== 'named' && stage !== 'accepted';
  const here = { label: text.ownHere(), name: 'do', value: 'here' };
  const forget = { label: text.ownForget(), name: 'do', value: 'forget' };
  return formFor({
    action: ownKinUrl(login),
    token: formToken,
    body: submitButtons(isBegun ? [here, forget] : [forget]),
  });
}

function renderNaming(naming: readonly Kinship[]): Html {
  const rows = naming.map(
    ({ holder }) => html`<li><a href="${kinOfUrl(holder)}">${text.ofTitle({ holder })}</a></li>\n`,
  );
  return html`<h3 class="heading">${text.namingHeading()}</h3>
<ul>
${rows}</ul>`;
}

export type KinOf = {
  readonly formToken: string;
  readonly known: Kinship;
  readonly stage: Stage;
  readonly typed: string;
  readonly problems: readonly FieldError[];
};

export function kinOfPage(shown: KinOf): Page {
  const title = text.ofTitle({ holder: shown.known.holder });
  return {
    title,
    mainClass: 'kin-show region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(shown.problems)}
${renderStage(shown)}`,
  };
}

function renderStage(shown: KinOf): Html {
  const { holder, due_at } = shown.known;
  switch (shown.stage) {
    case 'named':
      return html`<p>${text.ofNamed({ holder })}</p>
${buttons(shown, [
  { label: text.ofAccept(), value: 'accept' },
  { label: text.ofDecline(), value: 'decline' },
])}`;
    case 'accepted':
      return html`<p>${text.ofAccepted({ holder })}</p>
${renderAsking(shown)}
${buttons(shown, [{ label: text.ofDecline(), value: 'decline' }])}`;
    case 'asked':
      return html`<p>${text.ofAsked()}</p>`;
    case 'waiting':
      return html`<p>${text.ofWaiting({ holder, day: dayText(due_at ?? 0) })}</p>`;
    case 'seen':
      return html`<p>${text.ofSeen({ holder })}</p>`;
    case 'open':
      return renderActs(shown);
  }
}

function renderAsking({ formToken, known, typed, problems }: KinOf): Html {
  return formFor({
    action: kinOfUrl(known.holder),
    token: formToken,
    body: [
      textArea({
        name: 'words',
        label: text.ofWords(),
        value: typed,
        limit: kinWordsMax,
        required: true,
        problems,
      }),
      submitButtons([{ label: text.ofAsk(), name: 'do', value: 'ask' }]),
    ],
  });
}

function renderActs(shown: KinOf): Html {
  const { formToken, known } = shown;
  return html`<p>${text.ofOpen({ holder: known.holder })}</p>
<h3 class="heading">${text.takeout()}</h3>
<p>${text.takeoutSays()}</p>
${formFor({
  action: kinTakeoutUrl(known.holder),
  token: formToken,
  body: submitButtons([{ label: text.takeout() }]),
})}
<h3 class="heading">${text.adopt()}</h3>
<p>${text.adoptSays()}</p>
${buttons(shown, [{ label: text.adopt(), value: 'adopt' }])}
<h3 class="heading">${text.orphan()}</h3>
<p>${text.orphanSays()}</p>
${buttons(shown, [{ label: text.orphan(), value: 'orphan' }])}`;
}

function buttons(
  { formToken, known }: KinOf,
  choices: readonly { readonly label: string; readonly value: string }[],
): Html {
  return formFor({
    action: kinOfUrl(known.holder),
    token: formToken,
    body: submitButtons(choices.map(({ label, value }) => ({ label, name: 'do', value }))),
  });
}
