// The tags of one type in the filters: each can be wanted or kept out.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText } from '../../../web/controls.ts';
import type { TagType, WorkTagType } from '../../tags/index.ts';
import type { Choice, ChoiceGroup } from '../choices.ts';
import { text } from '../messages.ts';
import { excludeName, includeName } from '../parameters/names.ts';

const groupNames: Readonly<Record<TagType, () => string>> = {
  media: () => text.media(),
  rating: () => text.ratings(),
  warning: () => text.warnings(),
  category: () => text.categories(),
  fandom: () => text.fandoms(),
  relationship: () => text.relationships(),
  character: () => text.characters(),
  freeform: () => text.freeforms(),
};

/** The name of a type in the plural, as headings and legends have it. */
export function groupName(type: TagType): string {
  return groupNames[type]();
}

/** Nothing where no work bears a tag of the type and none is chosen. */
export function tagChoices({ type, choices, active }: ChoiceGroup): Html {
  if (choices.length === 0) return nothing;
  const label = groupName(type);
  const open = active > 0 ? html` open` : nothing;
  return html`<details${open}><summary>${label}${inUse(active)}</summary>
<fieldset class="tag-choices"><legend class="landmark">${label}</legend>
<ul>${choices.map((choice) => tagChoice(type, choice))}</ul>
</fieldset></details>
`;
}

function tagChoice(type: WorkTagType, { tag, count, state }: Choice): Html {
  const { id, name } = tag;
  const checked = html` checked`;
  const label = text.keepOutNamed({ name });
  const empty = count === 0 ? html` data-none="yes"` : nothing;
  const wanted = html`<input type="checkbox" name="${includeName(type)}" value="${id}"${
    state === 'wanted' && checked
  }>`;
  const out = html`<input type="checkbox" name="${excludeName(type)}" value="${id}"${
    state === 'out' && checked
  }>`;
  const sign = html`<span class="sign"></span><span class="landmark">${label}</span>`;
  return html`<li${empty}><label>${wanted} <span class="name">${name}</span>
<span class="count">${numberText(count)}</span></label><label class="out"
 title="${text.keepOut()}">${out}${sign}</label></li>
`;
}

/** A number in a disc; nothing for none. */
export function inUse(count: number): Html {
  if (count === 0) return nothing;
  return html` <span class="in-use">${count}<span class="landmark"> ${text.inUse()}</span></span>`;
}
