// Markdown (GitHub's dialect) by way of marked. What it gives is no more trusted than any HTML and
// goes through the same rebuilding. Many of marked's rules take time by the square of what stands
// between two blank lines; how that is bounded is said here. A bare mail address is no link.
import { Marked, Tokenizer, type Tokens } from 'marked';
import { MarkupRefused } from './limits.ts';

/**
 * From 2,200,000 characters on, marked's patterns can meet the end of the stack; no text that a
 * work may hold is half as long.
 */
const longestSource = 1_100_000;

/** Throws `MarkupRefused` for what is too long, or has quotes and lists too deep in each other. */
export function markdownToHtml(source: string): string {
  if (source.length > longestSource) throw new MarkupRefused('too-long');
  return new Marked().parse(withoutTangles(source), {
    gfm: true,
    async: false,
    tokenizer: new BoundedTokenizer(),
  });
}

/**
 * What one paragraph may cost: its length times its signs. 300 million is a paragraph of 500,000
 * characters with 600 signs, or 17,000 signs and nothing else; marked takes a third of a second.
 */
const mostEffort = 300_000_000;
/** What all paragraphs together may cost: about a second. */
const mostEffortInAll = 1_000_000_000;

/** Where marked would take too long, signs become character references: plain, and not lost. */
function withoutTangles(source: string): string {
  let left = mostEffortInAll;
  return source
    .replace(/^[ \t]+/gm, (indent) => indent.slice(0, deepestIndent))
    .split(/(\n[ \t]*(?:\n[ \t]*)+)/)
    .map((paragraph) => {
      const signs = paragraph.match(/[*_~`[\]<>|=#\\&+-]/g)?.length ?? 0;
      const effort = signs * paragraph.length;
      if (effort > Math.min(mostEffort, left)) {
        return paragraph.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      }
      left -= effort;
      return paragraph;
    })
    .join('');
}

/** Quotes and lists in each other; each level is read again whole. */
const mostNested = 20;
/** Columns that an indented line keeps: a list in a list in a list needs 4 or so for each. */
const deepestIndent = 60;
/** Cells of one table, counted as rows times columns before it is laid out. */
const mostCells = 20_000;
/** Emphasis in emphasis; each level is read again whole. */
const mostEmphasis = 6;
const longestUrl = 2_000;

class BoundedTokenizer extends Tokenizer {
  #nested = 0;
  #emphasised = 0;

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return this.#nest(() => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return this.#nest(() => super.list(source));
  }

  override table(source: string): Tokens.Table | undefined {
    const blank = source.search(/\n[ \t]*\n/);
    const block = blank < 0 ? source : source.slice(0, blank);
    const delimiters = block.split('\n', 2)[1] ?? '';
    const columns = delimiters.split('|').length;
    const rows = block.split('\n').length;
    return columns * rows > mostCells ? undefined : super.table(source);
  }

  override emStrong(
    ...given: Parameters<Tokenizer['emStrong']>
  ): ReturnType<Tokenizer['emStrong']> {
    return this.#emphasise(() => super.emStrong(...given));
  }

  override del(...given: Parameters<Tokenizer['del']>): Tokens.Del | undefined {
    return this.#emphasise(() => super.del(...given));
  }

  override url(source: string): Tokens.Link | undefined {
    const found = /^(?:https?:\/\/|www\.)[^\s<]+/i.exec(source.slice(0, longestUrl))?.[0];
    if (found === undefined) return undefined;
    const raw = withoutTrailingSigns(found);
    if (!/^(?:https?:\/\/|www\.)[a-z0-9]/i.test(raw)) return undefined;
    const href = /^www/i.test(raw) ? `http://${raw}` : raw;
    return {
      type: 'link',
      raw,
      text: raw,
      href,
      tokens: [{ type: 'text', raw, text: raw, escaped: false }],
    };
  }

  override inlineText(source: string): Tokens.Text | undefined {
    if (source === '') return undefined;
    const raw = source.slice(0, endOfPlainText(source));
    return { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
  }

  #nest<Made>(make: () => Made): Made {
    this.#nested += 1;
    if (this.#nested > mostNested) throw new MarkupRefused('too-deep');
    const made = make();
    this.#nested -= 1;
    return made;
  }

  #emphasise<Made>(make: () => Made): Made | undefined {
    if (this.#emphasised >= mostEmphasis) return undefined;
    this.#emphasised += 1;
    const made = make();
    this.#emphasised -= 1;
    return made;
  }
}

// Where something other than words may begin.
const signs = /[\\<![`*~_\n]|https?:\/\/|(?<![^\s*_~(])www\./gi;

function endOfPlainText(source: string): number {
  const run = /^(?:`+|~+|[^`~])/.exec(source)![0].length;
  signs.lastIndex = run;
  for (let sign = signs.exec(source); sign !== null; sign = signs.exec(source)) {
    if (sign[0] !== '\n') return sign.index;
    // Two spaces before the end of a line are a break, which another rule reads.
    let spaces = sign.index;
    while (spaces > 0 && source[spaces - 1] === ' ') spaces -= 1;
    if (spaces > 0 && sign.index - spaces >= 2) return spaces;
  }
  return source.length;
}

/** Stops and quotes after an address belong to the sentence, and a bracket that opened before. */
function withoutTrailingSigns(url: string): string {
  let open = 0;
  for (const sign of url) open += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url[end - 1]!;
    if (last === ')' && open < 0) open += 1;
    else if (!'?!.,:;*_~\'"'.includes(last)) break;
  }
  return url.slice(0, end);
}
