// Comma-separated values, as spreadsheets and `csvOf` write them.

/**
 * Rows of cells; RFC 4180 with any line ends, lines without anything left out. Never throws: a
 * quotation mark that is never closed takes all that follows, and rows beyond `rowsMax` are not
 * read.
 */
export function readCsv(typed: string, rowsMax: number): string[][] {
  const text = typed.startsWith('\ufeff') ? typed.slice(1) : typed;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < rowsMax) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(unguarded(cell.value));
    at = cell.end;
    if (text[at] === ',') {
      at += 1;
      // A comma at the very end begins one more cell.
      if (at < text.length && !isLineEnd(text[at])) continue;
      row.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

type Cell = { readonly value: string; readonly end: number };

function plain(text: string, from: number): Cell {
  let end = from;
  while (end < text.length && text[end] !== ',' && !isLineEnd(text[end])) end += 1;
  return { value: text.slice(from, end), end };
}

/** What stands between a closing quotation mark and the comma belongs to the cell. */
function quoted(text: string, from: number): Cell {
  let value = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, end);
    at = end + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  const rest = plain(text, at);
  return { value: value + rest.value, end: rest.end };
}

function isLineEnd(sign: string | undefined): boolean {
  return sign === '\r' || sign === '\n';
}

function unguarded(value: string): string {
  return /^'+\s*[=+\-@]/.test(value) ? value.slice(1) : value;
}
