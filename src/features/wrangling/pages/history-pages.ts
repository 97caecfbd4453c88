// History: acts with their undoing, one act with what it changed, an undo that was refused.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { isoTime } from '../../../kit/time/index.ts';
import { errorSummary, formFor, hiddenField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { KeptAct } from '../../tags/index.ts';
import type { ToldAct } from '../history.ts';
import { text } from '../messages.ts';
import { actUrl, historyUrl, undoUrl, wrangleTagUrl, wranglingUrl } from '../urls.ts';
import { type Names, nameOf, statusWord } from '../words.ts';

export type HistoryShown = {
  readonly title: string;
  readonly acts: readonly ToldAct[];
  readonly olderHref: string | null;
  readonly here: string;
  readonly token: string;
};

export function historyPage(shown: HistoryShown): Page {
  const { title, acts, olderHref } = shown;
  const older = html`<p><a rel="next" href="${olderHref ?? ''}">${text.older()}</a></p>`;
  return {
    ...frameOf(title),
    body: html`<h2 class="heading">${title}</h2>
<ul class="navigation actions"><li><a href="${wranglingUrl}">${text.deskTitle()}</a></li>
<li><a href="${historyUrl()}">${text.all()}</a></li></ul>
${acts.length === 0 ? html`<p>${text.historyEmpty()}</p>` : actsList(acts, shown)}
${olderHref === null ? nothing : older}`,
  };
}

function frameOf(title: string) {
  return {
    title,
    mainClass: 'wrangling-history region',
    styles: ['wrangling'],
    indexable: false,
  } as const;
}

type Undoing = { readonly here: string; readonly token: string };

/** Acts, the newest first, each with the button that undoes it. */
export function actsList(acts: readonly ToldAct[], undoing: Undoing): Html {
  const rows = acts.map(({ act, sentence, login }) => {
    const time = isoTime(act.at).slice(0, 16).replace('T', ' ');
    const isUndone = act.undoneBy !== null;
    return html`<li${isUndone && html` class="undone"`}>
<p><a href="${actUrl(act)}">${sentence}</a>${
      isUndone && html` <span class="mark">${text.undone()}</span>`
    }</p>
<p class="when">${time}${
      login !== null && html` · <a href="${historyUrl({ by: login })}">${login}</a>`
    } · <a href="${wrangleTagUrl({ id: act.tag })}">${text.wrangleTag()}</a></p>
${isUndone ? nothing : undoForm({ act: act.id }, text.undo(), undoing, sentence)}</li>`;
  });
  return html`<ol class="acts">${rows}</ol>`;
}

/** A button that undoes an act, or acts that were done together. */
export function undoForm(
  what: { readonly act: number } | { readonly batch: number },
  label: string,
  { here, token }: Undoing,
  sentence?: string,
): Html {
  const [[name = '', id = 0] = []] = Object.entries(what);
  const whole = sentence && html`<span class="landmark">: ${sentence}</span>`;
  return formFor({
    action: undoUrl,
    token,
    className: 'undo',
    body: html`${hiddenField('back', here)}${hiddenField(
      name,
      String(id),
    )}<button type="submit">${label}${whole}</button>`,
  });
}

export type ActShown = {
  readonly told: ToldAct;
  readonly names: Names;
  /** The others that were done with it; null: it was done alone. */
  readonly batchHref: string | null;
} & Undoing;

export function actPage({ told, names, batchHref, ...undoing }: ActShown): Page {
  const { act } = told;
  const together = html`<p><a href="${batchHref ?? ''}">${text.together()}</a></p>`;
  return {
    ...frameOf(text.actTitle()),
    body: html`<h2 class="heading">${text.actTitle()}</h2>
${actsList([told], undoing)}
${batchHref === null ? nothing : together}
<h3 class="heading">${text.actWhat()}</h3>
<ul>${stepsOf(act, names)}</ul>`,
  };
}

// A merge may have moved thousands: the first say what kind of thing it was.
const stepsShown = 100;

function stepsOf({ detail: { steps } }: KeptAct, names: Names): Html {
  const shown = steps.slice(0, stepsShown).map((step) => {
    if (step.fact === 'standing') {
      const [from, to] = [statusWord[step.from.status](), statusWord[step.to.status]()];
      return html`<li>${text.stepStanding({ name: nameOf(names, step.tag), from, to })}</li>`;
    }
    if (step.fact === 'name') {
      return html`<li>${text.stepName({ from: step.from, to: step.to })}</li>`;
    }
    if (step.fact === 'old-name') return html`<li>${text.stepOldName()}</li>`;
    const tied = { above: nameOf(names, step.above), below: nameOf(names, step.below) };
    return html`<li>${step.there ? text.stepTied(tied) : text.stepParted(tied)}</li>`;
  });
  const rest = steps.length - shown.length;
  return html`${shown}${rest > 0 && html`<li>${text.stepsMore({ count: rest })}</li>`}`;
}

export type RefusedUndo = {
  readonly problem: string;
  readonly standing: readonly ToldAct[];
} & Undoing;

export function refusedUndoPage({ problem, standing, ...undoing }: RefusedUndo): Page {
  const list = html`<h3 class="heading">${text.undoStanding()}</h3>
${actsList(standing, undoing)}`;
  return {
    ...frameOf(text.undoRefused()),
    body: html`<h2 class="heading">${text.undoRefused()}</h2>
${errorSummary([{ field: '', detail: problem }])}
${standing.length === 0 ? nothing : list}
<p><a href="${undoing.here}">${text.deskTitle()}</a></p>`,
  };
}
