// Every act upon one tag, and its relatives with the way to part them.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { hiddenField, textField, tokenField } from '../../../web/controls.ts';
import { autocompleteUrl } from '../../finding/urls.ts';
import { allowedParents, isOpenType, type Tag } from '../../tags/index.ts';
import type { ActWord } from '../asked-acts.ts';
import { relativesShown } from '../limits.ts';
import { text } from '../messages.ts';
import { actsUrl } from '../urls.ts';
import { actWord } from '../words.ts';
import { tagLink } from './acts-page.ts';
import type { TagShown } from './tag-page.ts';

/** Which acts there are for a tag that stands so. */
function wordsFor({ status, type }: Tag): { lone: readonly ActWord[]; pair: readonly ActWord[] } {
  const parent = allowedParents[type] === undefined ? [] : (['add-parent'] as const);
  switch (status) {
    case 'canonical':
      return {
        lone: ['decanonise'],
        pair: [...parent, 'add-metatag', 'take-subtag', 'take-synonym', 'synonym'],
      };
    case 'synonym':
      return { lone: ['free', 'canonise'], pair: ['synonym'] };
    case 'unwrangled':
      return { lone: ['canonise', 'unwrangleable'], pair: ['synonym', 'canonise-in', ...parent] };
    case 'unwrangleable':
      return { lone: ['wrangleable', 'canonise'], pair: ['synonym', ...parent] };
  }
}

export function renderActs(shown: TagShown): Html {
  const { tag } = shown;
  const { lone, pair } = wordsFor(tag);
  const buttons = lone.map((word) => {
    const value = `${word}:${tag.id}`;
    return html`<button type="submit" name="quick" value="${value}">${actWord[word]()}</button>\n`;
  });
  return html`<h3 class="heading">${text.acts()}</h3>
${form(shown, html`<div class="lone">${buttons}</div>`)}
${pair.map((word) => pairForm(shown, word))}
${form(
  shown,
  html`${hiddenField('act', 'rename')}${hiddenField('tag', String(tag.id))}${textField({
    name: 'name',
    id: 'rename',
    label: text.actRename(),
    value: tag.name,
    autocomplete: 'off',
  })}<button type="submit">${text.actRename()}</button>`,
  'one-field',
)}`;
}

function form({ here, token }: TagShown, body: Html, className?: string): Html {
  return html`<form action="${actsUrl}" method="post" novalidate${
    className && html` class="${className}"`
  }>
${tokenField(token)}${hiddenField('back', here)}
${body}
</form>`;
}

function pairForm(shown: TagShown, word: ActWord): Html {
  const { tag } = shown;
  const id = `target_${word}`;
  const isParent = word === 'add-parent' || word === 'canonise-in';
  const of = isParent || !isOpenType(tag.type) ? ('tag' as const) : tag.type;
  return form(
    shown,
    html`${hiddenField('act', word)}${hiddenField('tag', String(tag.id))}<div class="field">
<label for="${id}">${actWord[word]()}</label>
<input type="text" id="${id}" name="target" autocomplete="off" data-enhance="autocomplete"
 data-address="${autocompleteUrl(of)}" data-label="${actWord[word]()}"></div>
<button type="submit">${text.doIt()}</button>`,
    'one-field',
  );
}

export function renderRelatives(shown: TagShown): Html {
  const { tag, relatives, moreChildren, inherited, target } = shown;
  const drop = (word: string) => (one: Tag) => `${word}:${tag.id}:${one.id}`;
  const lists = [
    list(text.synonyms(), relatives.synonyms, (one) => `free:${one.id}`, text.free),
    list(text.parents(), relatives.parents, drop('remove-parent'), text.remove),
    list(text.inherited(), inherited, null, text.remove),
    list(text.metatags(), relatives.metatags, drop('remove-metatag'), text.remove),
    list(
      text.subtags(),
      relatives.subtags,
      (one) => `remove-metatag:${one.id}:${tag.id}`,
      text.remove,
    ),
    list(
      text.children(),
      relatives.children,
      (one) => `remove-parent:${one.id}:${tag.id}`,
      text.remove,
      moreChildren,
    ),
  ];
  const isAlone = [...Object.values(relatives), inherited].every((tags) => tags.length === 0);
  return html`<h3 class="heading">${text.relatives()}</h3>
${isAlone && target === null ? html`<p>${text.noRelatives()}</p>` : form(shown, html`${lists}`)}`;
}

function list(
  heading: string,
  tags: readonly Tag[],
  valueFor: ((one: Tag) => string) | null,
  label: () => string,
  more = 0,
): Html {
  if (tags.length === 0) return nothing;
  const rows = tags
    .slice(0, relativesShown)
    .map(
      (one) =>
        html`<li>${tagLink(one)}${
          valueFor !== null &&
          html` <button type="submit" name="quick" value="${valueFor(
            one,
          )}">${label()}<span class="landmark"> ${one.name}</span></button>`
        }</li>`,
    );
  const rest = Math.max(0, tags.length - relativesShown) + more;
  return html`<h4 class="heading">${heading}</h4>
<ul class="relatives">${rows}${
    rest > 0 && html`<li>${text.moreRelatives({ count: rest })}</li>`
  }</ul>`;
}
