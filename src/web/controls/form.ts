// The form around the fields: address, method, token, buttons.
import { type Html, type HtmlValue, html, nothing } from '../../kit/html/index.ts';
import { text } from '../messages.ts';

export type FormShape = {
  readonly action: string;
  /** The form token of this session: `frame.formToken`. */
  readonly token: string;
  readonly body: HtmlValue;
  /** For routes of another method: sent as `_method`. */
  readonly method?: 'patch' | 'put' | 'delete';
  readonly id?: string;
  readonly className?: string;
  /** Keeps what is typed on the device until a flash with the same `savedForm`. Begin it with the
   * person's log-in name, so that nobody else on the device meets it: `ada/works/new`. */
  readonly keepTypedAs?: string;
  readonly upload?: boolean;
  /** The piece of script that the form is given: `data-enhance`. Not beside `keepTypedAs`. */
  readonly enhance?: string;
};

/** A form that changes something: POST, with the token. Fields are judged by the server, which
 * names every problem at once, so the browser's own check is off. */
export function formFor(shape: FormShape): Html {
  const { action, body, className, enhance, id, method, token, upload } = shape;
  const { keepTypedAs } = shape;
  return html`<form action="${action}" method="post" novalidate${id && html` id="${id}"`}${
    className && html` class="${className}"`
  }${upload && html` enctype="multipart/form-data"`}${
    enhance && html` data-enhance="${enhance}"`
  }${keepTypedAs && keepTyped(keepTypedAs)}>
${tokenField(token)}${method ? hiddenField('_method', method) : nothing}
${body}
</form>`;
}

function keepTyped(key: string): Html {
  return html` data-enhance="unsaved" data-key="${key}" data-kept="${text.keptText()}"
 data-restore="${text.keptRestore()}" data-discard="${text.keptDiscard()}"`;
}

export function tokenField(token: string): Html {
  return hiddenField('authenticity_token', token);
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** Fields that belong together, under one legend. */
export function fieldset(legend: string, body: HtmlValue, hint?: string): Html {
  return html`<fieldset class="group">
<legend>${legend}</legend>
${hint && html`<p class="hint">${hint}</p>`}
${body}
</fieldset>`;
}

export type Button = {
  readonly label: string;
  readonly name?: string;
  readonly value?: string;
  /** Sends the form somewhere else than the others. */
  readonly address?: string;
  /** The piece of script that the button is given: `data-enhance`. */
  readonly enhance?: string;
};

/** The first button is the main one. With `cancelHref`, a link back beside them. */
export function submitButtons(buttons: readonly Button[], cancelHref?: string): Html {
  const shown = buttons.map(
    ({ label, name, value, address, enhance }, at) =>
      html`<button type="submit"${at === 0 && html` class="main"`}${
        name && html` name="${name}" value="${value ?? '1'}"`
      }${address && html` formaction="${address}"`}${
        enhance && html` data-enhance="${enhance}"`
      }>${label}</button>\n`,
  );
  const cancel = cancelHref ? html`<a href="${cancelHref}">${text.cancel()}</a>` : nothing;
  return html`<div class="submit actions">${shown}${cancel}</div>`;
}

export type Confirmation = {
  readonly question: string;
  readonly explanation?: HtmlValue;
  readonly action: string;
  readonly token: string;
  readonly method?: 'patch' | 'put' | 'delete';
  readonly button: string;
  readonly cancelHref: string;
  /** More hidden fields to send. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** The page body before something that is hard to undo: one question, one button, one way back. */
export function confirmForm(asked: Confirmation): Html {
  const hidden = Object.entries(asked.fields ?? {}).map(([name, value]) =>
    hiddenField(name, value),
  );
  return html`<h2 class="heading">${asked.question}</h2>
${asked.explanation && html`<div class="explanation">${asked.explanation}</div>`}
${formFor({
  action: asked.action,
  token: asked.token,
  method: asked.method,
  className: 'confirm',
  body: [hidden, submitButtons([{ label: asked.button }], asked.cancelHref)],
})}`;
}
