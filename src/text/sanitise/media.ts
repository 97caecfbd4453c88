// Nothing is shown from elsewhere: a picture, a player or a frame becomes a link to it.
import { cleanProse, isVisible } from '../characters.ts';
import { sourceAddress } from './addresses.ts';
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
