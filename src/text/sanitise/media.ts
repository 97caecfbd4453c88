// Nothing is shown from elsewhere: a picture, a player or a frame becomes a link to it. Pictures
// that the caller knows are shown.
import { cleanProse, isVisible } from '../characters.ts';
import { sourceAddress } from './addresses.ts';
import { wordsOfAttribute } from './attributes.ts';
import type { Attributes } from './output-tree.ts';
import type { FindPicture, Picture } from './pictures.ts';
import { attributeOf, type SourceNode } from './source-node.ts';

/** A checked address, or null where there is none that may be kept, and words to show. */
export type MediaLink = { readonly address: string | null; readonly label: string };

/** Null when there is nothing to tell of: no address, no words; or a picture that counts calls. */
export function mediaLink(node: SourceNode): MediaLink | null {
  if (isTracker(node)) return null;
  const address = mediaAddress(node);
  for (const name of ['alt', 'title', 'aria-label']) {
    const label = cleanProse(attributeOf(node, name) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (isVisible(label)) return { address, label };
  }
  return address === null ? null : { address, label: address };
}

/**
 * What a picture's element keeps beside the attributes of every element: its address, words, and
 * size, so that the page does not jump when it comes. Null: not one of those that are shown.
 */
export function shownPicture(
  node: SourceNode,
  pictures: FindPicture | undefined,
): Attributes | null {
  if (node.name !== 'img' || pictures === undefined) return null;
  const address = sourceAddress(attributeOf(node, 'src') ?? '');
  const picture = address === null ? null : pictures(address);
  if (picture === null) return null;
  // Words that are there and empty say: there is nothing in it to tell.
  const typed = attributeOf(node, 'alt');
  const alt = typed === null ? picture.alt : (wordsOfAttribute(typed) ?? '');
  const kept: [string, string][] = [['src', picture.address]];
  if (alt !== null) kept.push(['alt', alt]);
  const size = shownSize(node, picture);
  if (size !== null) kept.push(['width', String(size.width)], ['height', String(size.height)]);
  return [...kept, ['loading', 'lazy']];
}

/** The width that was typed where it makes the picture smaller; what was typed if that is all. */
function shownSize(node: SourceNode, { size }: Picture): Picture['size'] {
  const asked = numberOf(attributeOf(node, 'width'));
  if (size === null) {
    const height = numberOf(attributeOf(node, 'height'));
    return asked === null || height === null ? null : { width: asked, height };
  }
  const width = Math.min(asked ?? size.width, size.width);
  return { width, height: Math.max(1, Math.round((size.height * width) / size.width)) };
}

function numberOf(typed: string | null): number | null {
  const digits = /^\s*([1-9]\d{0,4})(?:px)?\s*$/.exec(typed ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function isTracker(node: SourceNode): boolean {
  const tiny = /^\s*[01](?:px)?\s*$/;
  return (
    node.name === 'img' &&
    tiny.test(attributeOf(node, 'width') ?? '') &&
    tiny.test(attributeOf(node, 'height') ?? '')
  );
}

function mediaAddress(node: SourceNode): string | null {
  const own = attributeOf(node, node.name === 'object' ? 'data' : 'src');
  const address = own === null ? null : sourceAddress(own);
  if (address !== null) return address;
  for (let child = node.first; child !== null; child = child.next) {
    if (!/^(?:source|embed|param)$/.test(child.name)) continue;
    const typed =
      child.name === 'param' && /^(?:movie|src)$/i.test(attributeOf(child, 'name') ?? '')
        ? attributeOf(child, 'value')
        : attributeOf(child, 'src');
    const given = typed === null ? null : sourceAddress(typed);
    if (given !== null) return given;
  }
  return null;
}
