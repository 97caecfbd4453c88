// Names of files on their way to somebody's disk: ours alone, whatever the address said.

/** For every reader of headers, and for those that know RFC 5987. */
export function fileNames(title: string, extension: string): { ascii: string; unicode: string } {
  const ascii = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ._-]+/g, '')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 60);
  // What no file system takes, and what would move out of a folder.
  const unicode = [...title.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ').trim()]
    .slice(0, 80)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return {
    ascii: `${ascii || 'work'}.${extension}`,
    unicode: encodeURIComponent(`${unicode || 'work'}.${extension}`).replace(/['()*]/g, percent),
  };
}

/** RFC 5987 allows fewer signs than encodeURIComponent leaves. */
function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
