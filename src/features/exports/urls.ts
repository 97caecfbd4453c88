import { secondMs } from '../../kit/time/index.ts';

/** `/downloads/series/5/Title.epub?updated_at=UNIX`: as a work's own, the name and time unread. */
export function seriesDownloadUrl(
  series: { readonly id: number; readonly title: string; readonly updatedAt: number | null },
  extension: string,
): string {
  const unix = Math.floor((series.updatedAt ?? 0) / secondMs);
  const words = series.title.match(/[\p{L}\p{M}\p{N}]+/gu)?.join('_') ?? '';
  const name = encodeURIComponent([...words].slice(0, 40).join('')) || 'series';
  return `/downloads/series/${series.id}/${name}.${extension}?updated_at=${unix}`;
}
