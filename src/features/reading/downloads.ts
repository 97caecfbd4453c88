// The address of a work's downloads.
import { secondMs } from '../../kit/time/index.ts';
import type { Work } from '../works/index.ts';

/**
 * `/downloads/ID/NAME.epub?updated_at=UNIX`: the name is for people and their folders, the time
 * makes another address of a changed work; neither is read when the file is asked for.
 */
export function downloadUrl(work: Pick<Work, 'id' | 'title' | 'editedAt'>, extension: string) {
  const unix = Math.floor(work.editedAt / secondMs);
  return `/downloads/${work.id}/${fileName(work.title)}.${extension}?updated_at=${unix}`;
}

/** Letters and digits of any script, 40 at most: some file systems take no longer names. */
function fileName(title: string): string {
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu)?.join('_') ?? '';
  const short = [...words].slice(0, 40).join('').replace(/_+$/, '');
  return short === '' ? 'work' : encodeURIComponent(short);
}
