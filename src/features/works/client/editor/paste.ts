// What is pasted: cleaned as the sanitiser cleans.
import type { TextField } from '../../../../text/editing.ts';
import { cleanMarkup } from './parsing.ts';

export type PasteNote = 'picturesLeftOut';

export function cleanPaste(html: string, field: TextField, say: (note: PasteNote) => void): string {
  // Copied in the editor itself.
  if (/ data-pm-slice=/.test(html)) return html;
  if (/<img\b/i.test(html)) say('picturesLeftOut');
  return cleanMarkup(html, field);
}
