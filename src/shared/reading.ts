// How a person likes to read. Kept per device in a cookie and per account; the document puts it
// on <html> as data attributes, so that the first paint is already right without script.

export const readingChoices = {
  theme: ['auto', 'light', 'dark', 'sepia', 'eink'],
  font: ['serif', 'sans', 'dyslexic'],
  size: ['s', 'm', 'l', 'xl', 'xxl'],
  width: ['narrow', 'medium', 'wide'],
  spacing: ['tight', 'normal', 'loose'],
  /** Hits, kudos, comments and bookmarks of works. */
  counts: ['shown', 'hidden'],
  /** Style sheets that writers give their works. */
  skins: ['shown', 'hidden'],
} as const;

export type ReadingPreferences = {
  readonly [Choice in keyof typeof readingChoices]: (typeof readingChoices)[Choice][number];
};

export const defaultReading: ReadingPreferences = {
  theme: 'auto',
  font: 'serif',
  size: 'm',
  width: 'medium',
  spacing: 'normal',
  counts: 'shown',
  skins: 'shown',
};

/**
 * Reads `theme.font.size.width.spacing.counts.skins` (the cookie's form); unknown parts fall to
 * the default.
 */
export function parseReading(text: string | undefined): ReadingPreferences {
  const given = (text ?? '').split('.');
  const chosen: Record<string, string> = {};
  Object.entries(readingChoices).forEach(([choice, allowed], at) => {
    const value = given[at] ?? '';
    const fallback = defaultReading[choice as keyof ReadingPreferences];
    chosen[choice] = (allowed as readonly string[]).includes(value) ? value : fallback;
  });
  return chosen as ReadingPreferences;
}

/** The inverse of `parseReading`. */
export function formatReading(preferences: ReadingPreferences): string {
  const { theme, font, size, width, spacing, counts, skins } = preferences;
  return [theme, font, size, width, spacing, counts, skins].join('.');
}
