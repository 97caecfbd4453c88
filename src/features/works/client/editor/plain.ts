// Texts without any formatting: they mean the same in every format.
import type { Node } from '@tiptap/pm/model';

/**
 * The text with a blank line between paragraphs, and two for an empty one where `gaps` mean
 * something; null where formatting would be lost.
 */
export function asPlainText(doc: Node, gaps: boolean): string | null {
  let written = '';
  let pause = '';
  for (const block of doc.children) {
    if (block.type.name !== 'p' || (block.attrs['at'] as unknown[]).length > 0) return null;
    const plain = block.children.every(
      ({ isText, marks, type }) => marks.length === 0 && (isText || type.name === 'br'),
    );
    if (!plain) return null;
    const text = block.textBetween(0, block.content.size, undefined, '\n');
    if (text.trim() === '') {
      if (gaps && pause !== '') pause = '\n\n\n';
      continue;
    }
    written += pause + text;
    pause = '\n\n';
  }
  return written;
}
