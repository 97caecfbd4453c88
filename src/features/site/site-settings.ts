// What the host may set in the archive itself, with what stands until then.
import type { FieldError } from '../../kit/http/index.ts';
import { type Reader, recordChange } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { cleanText, countCharacters, normaliseText } from '../../text/index.ts';
import { defaultPages, type PageName } from './default-pages.ts';
import { noticeCharactersMax, pageCharactersMax, siteNameCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import { defaultSignals, type RobotSignals } from './robots.ts';
import { readSiteSettings, writeSiteSetting } from './store.ts';

export const defaultSiteName = 'Inkstead';

export const pageNames = Object.keys(defaultPages) as PageName[];

export type SiteSettings = {
  readonly name: string;
  /** Empty: none. */
  readonly notice: string;
  /** Markdown as the host typed it; empty: the default page. */
  readonly pages: Readonly<Record<PageName, string>>;
  readonly signals: RobotSignals;
};

/** Name and notice, as every page shows them. */
export async function readSiteFrame(
  reader: Reader,
): Promise<{ readonly name: string; readonly notice: string | null }> {
  const { name, notice } = await readSettingsOfSite(reader);
  return { name, notice: notice === '' ? null : notice };
}

export async function readSettingsOfSite(reader: Reader): Promise<SiteSettings> {
  const stored = await readSiteSettings(reader);
  const pages = {} as Record<PageName, string>;
  for (const page of pageNames) pages[page] = stored.get(`page.${page}`) ?? '';
  return {
    name: stored.get('name') ?? defaultSiteName,
    notice: stored.get('notice') ?? '',
    pages,
    signals: {
      search: flag(stored.get('robots.search'), defaultSignals.search),
      aiInput: flag(stored.get('robots.ai-input'), defaultSignals.aiInput),
      aiTrain: flag(stored.get('robots.ai-train'), defaultSignals.aiTrain),
    },
  };
}

function flag(stored: string | undefined, fallback: boolean): boolean {
  return stored === undefined ? fallback : stored === 'yes';
}

/** A page about the archive as sanitised HTML. */
export async function readSitePage(reader: Reader, page: PageName): Promise<string> {
  const { pages } = await readSettingsOfSite(reader);
  const cleaned = cleanText(pages[page] || defaultPages[page], 'markdown', 'notes');
  return cleaned.ok ? cleaned.html : '';
}

/** Keeps all settings, or answers what is wrong with them. Who may is the route's affair. */
export async function saveSiteSettings(
  parts: Parts,
  settings: SiteSettings,
): Promise<readonly FieldError[]> {
  const tidy = {
    ...settings,
    name: normaliseText(settings.name).trim(),
    notice: normaliseText(settings.notice).trim(),
  };
  const errors = problemsOf(tidy);
  if (errors.length > 0) return errors;
  const { signals } = tidy;
  const say = (yes: boolean) => (yes ? 'yes' : 'no');
  const values: [string, string][] = [
    ['name', tidy.name],
    ['notice', tidy.notice],
    ...pageNames.map((page): [string, string] => [`page.${page}`, normaliseText(tidy.pages[page])]),
    ['robots.search', say(signals.search)],
    ['robots.ai-input', say(signals.aiInput)],
    ['robots.ai-train', say(signals.aiTrain)],
  ];
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    for (const [name, value] of values) await writeSiteSetting(transaction, name, value, at);
    // Every kept page shows the name: the change makes them old.
    await recordChange(transaction, 'site', [0], at);
  });
  return [];
}

function problemsOf(settings: SiteSettings): FieldError[] {
  const errors: FieldError[] = [];
  const nameLength = countCharacters(settings.name);
  if (nameLength < 1 || nameLength > siteNameCharactersMax) {
    const detail = text.settingsNameLength({ most: siteNameCharactersMax });
    errors.push({ field: 'name', detail });
  }
  const tooLong = (field: string, value: string, most: number) => {
    const characters = countCharacters(value);
    if (characters > most) {
      errors.push({ field, detail: text.settingsTextLength({ characters, most }) });
    }
  };
  tooLong('notice', settings.notice, noticeCharactersMax);
  for (const page of pageNames) {
    tooLong(`page[${page}]`, settings.pages[page], pageCharactersMax);
    if (!cleanText(settings.pages[page], 'markdown', 'notes').ok) {
      errors.push({ field: `page[${page}]`, detail: text.settingsTextTangled() });
    }
  }
  return errors;
}
