// Word processors write italics as styles. Styles are never kept, but what a few of them mean is.

export type StyleHints = {
  /** Elements that say the same: `i`, `b`, `u`, `s`, `sup`, `sub`. */
  readonly formats: readonly string[];
  /** The element's own emphasis is switched off: `<b style="font-weight: normal">`. */
  readonly plain: boolean;
  readonly align: string | null;
};

const none: StyleHints = { formats: [], plain: false, align: null };
/** A real one is under 500 characters. */
const longestStyle = 4_000;

/** What a `style` attribute means for the words; nothing for one that is too long. */
export function styleHints(style: string | null): StyleHints {
  if (style === null || style.length > longestStyle) return none;
  const formats: string[] = [];
  let plain = false;
  let align: string | null = null;
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, colon).trim();
    const value = declaration.slice(colon + 1).trim();
    // Left and justified are what every word processor writes on every paragraph.
    if (property === 'text-align' && /^(?:center|right)$/.test(value)) align = value;
    if (/^font-(?:weight|style)$/.test(property) && /^(?:normal|400)$/.test(value)) plain = true;
    const format = formatOf(property, value);
    if (format !== null && !formats.includes(format)) formats.push(format);
  }
  return { formats, plain, align };
}

function formatOf(property: string, value: string): string | null {
  switch (property) {
    case 'font-style':
      return /^(?:italic|oblique)\b/.test(value) ? 'i' : null;
    case 'font-weight':
      return /^(?:bold|bolder|[6-9]00)$/.test(value) ? 'b' : null;
    case 'text-decoration':
    case 'text-decoration-line':
      if (/\bunderline\b/.test(value)) return 'u';
      return /\bline-through\b/.test(value) ? 's' : null;
    case 'vertical-align':
      return value === 'super' ? 'sup' : value === 'sub' ? 'sub' : null;
    default:
      return null;
  }
}
