// Where a creator keeps the pictures of a work.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import {
  checkbox,
  errorSummary,
  formFor,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { imagesUrl, imageUrl, workUrl } from '../../urls.ts';
import type { Image } from '../image.ts';
import { altCharactersMax, imageBytesMax } from '../limits.ts';
import { text } from '../messages.ts';

/** A picture, and how many texts of the work show it. */
type ListedImage = Image & { readonly texts: number };

export type ImagesForm = {
  readonly work: { readonly id: number; readonly title: string };
  readonly images: readonly ListedImage[];
  readonly errors: readonly FieldError[];
  /** Words that were sent with a picture that was refused. */
  readonly typed: string;
};

export function imagesPage(frame: Frame, form: ImagesForm): Page {
  const { work, images, errors } = form;
  const title = text.picturesOf({ title: work.title });
  const list = images.map((image, at) => renderImage(frame, work, image, at + 1));
  return {
    title,
    mainClass: 'works-images region',
    indexable: false,
    styles: ['works'],
    body: html`<h2 class="heading">${title}</h2>
<p><a href="${workUrl(work)}">${work.title}</a></p>
${errorSummary(errors)}<p>${text.lead()}</p>
<h3 class="heading">${text.add()}</h3>
${renderUpload(frame, form)}
${images.length === 0 ? html`<p>${text.none()}</p>` : html`<ol class="pictures">${list}</ol>`}`,
  };
}

function renderUpload(frame: Frame, { work, errors, typed }: ImagesForm): Html {
  const megabytes = imageBytesMax / 1_000_000;
  const problem = errors.find(({ field }) => field === 'picture');
  const described = problem === undefined ? 'picture-hint' : 'picture-hint picture-problem';
  return formFor({
    action: imagesUrl(work),
    token: frame.formToken,
    upload: true,
    body: html`<div class="field"><label for="picture">${text.file()}</label>
<p class="hint" id="picture-hint">${text.fileHint({ megabytes })}</p>${
      problem && html`<p class="problem" id="picture-problem">${problem.detail}</p>`
    }
<input type="file" id="picture" name="picture" aria-describedby="${described}"
 accept="image/jpeg,image/png,image/webp,image/gif,image/avif"></div>
${renderWords('', { alt: typed, decorative: false }, errors)}
${submitButtons([{ label: text.addButton() }])}`,
  });
}

function renderImage(frame: Frame, work: ImagesForm['work'], image: ListedImage, at: number): Html {
  const { file, width, height, bytes, alt, decorative, cover, texts } = image;
  const address = imageUrl(work, file);
  const kilobytes = Math.ceil(bytes / 1_000);
  const tag = `<img src="${address}" alt="${asAttribute(alt)}">`;
  const markdown = `![${alt.replace(/[[\]\\]/g, '\\$&')}](${address})`;
  const coverButton = cover
    ? { label: text.noCover(), name: 'do', value: 'no-cover' }
    : { label: text.useAsCover({ number: at }), name: 'do', value: 'cover' };
  return html`<li><h4 class="heading">${text.number({ number: at })}</h4>
<a href="${address}"><img src="${address}" alt="${alt || text.number({ number: at })}"
 width="${width}" height="${height}" loading="lazy"></a>
<p>${text.size({ width, height, kilobytes })} ${text.shownIn({ count: texts })}${
    cover ? html` ${text.isCover()}` : nothing
  }</p>
${alt === '' && !decorative ? html`<p class="notice">${text.withoutWords()}</p>` : nothing}
<dl><dt>${text.lineHtml()}</dt><dd><code>${tag}</code></dd>
<dt>${text.lineMarkdown()}</dt><dd><code>${markdown}</code></dd></dl>
${formFor({
  action: imageUrl(work, file),
  token: frame.formToken,
  body: html`${renderWords(`-${at}`, image, [])}${submitButtons([
    { label: text.saveWords(), name: 'do', value: 'words' },
    coverButton,
    ...(texts === 0 ? [{ label: text.remove({ number: at }), name: 'do', value: 'remove' }] : []),
  ])}`,
})}</li>`;
}

function renderWords(
  suffix: string,
  { alt, decorative }: Pick<Image, 'alt' | 'decorative'>,
  problems: readonly FieldError[],
): Html {
  return html`${textField({
    name: 'alt',
    id: `alt${suffix}`,
    label: text.alt(),
    hint: text.altHint(),
    limit: altCharactersMax,
    value: alt,
    problems,
  })}${checkbox({
    name: 'decorative',
    id: `decorative${suffix}`,
    label: text.decorative(),
    checked: decorative,
  })}`;
}

function asAttribute(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
