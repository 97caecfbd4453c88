// What the host may set in the archive itself, with what stands until then.
import { type Registration, registrations, type Settings } from '../../kit/config/index.ts';
import type { FieldError } from '../../kit/http/index.ts';
import { type Reader, recordChange } from '../../kit/sql/index.ts';
import type { TagId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { cleanText, countCharacters, normaliseText } from '../../text/index.ts';
import type { SiteFrame } from '../../web/serve/index.ts';
import { readRegistration, writeAudit } from '../accounts/index.ts';
import { keepVersion } from '../policies/index.ts';
import { listTagsOfType } from '../tags/index.ts';
import { firstWorksOf, type Languages, readLanguages } from '../works/index.ts';
import { auditDaysChoices, auditDaysUsual } from './audit/limits.ts';
import { defaultPages, type PageName } from './default-pages.ts';
import {
  descriptionCharactersMax,
  noticeCharactersMax,
  pageCharactersMax,
  siteNameCharactersMax,
} from './limits.ts';
import { text } from './messages.ts';
import { defaultSignals, type RobotSignals } from './robots.ts';
import {
  daysChoices,
  daysUsual,
  outboxDaysChoices,
  outboxDaysUsual,
  weeksChoices,
  weeksUsual,
} from './safekeeping/limits.ts';
import { readSiteSettings, writeSiteSetting } from './store.ts';

export const defaultSiteName = 'Inkstead';

export const pageNames = Object.keys(defaultPages) as PageName[];

export type SiteSettings = {
  readonly name: string;
  /** What the archive is for, in a sentence, plain text; empty: what Inkstead says. */
  readonly description: string;
  /** Language that the form for a new work begins with; empty: none is chosen. */
  readonly language: string;
  /** Who may register, as far as the installation's own setting lets them. */
  readonly registration: Registration;
  /** The host has gone through the first settings, or left them. */
  readonly setUp: boolean;
  /** Guests may comment where a creator lets them. */
  readonly guestComments: boolean;
  /** Works of ratings behind the adult gate are for members alone. */
  readonly membersAdult: boolean;
  /** Nothing can be changed but by admins. */
  readonly readOnly: boolean;
  /** How many works of a young account wait until moderators have let so many in; 0: none. */
  readonly firstWorks: number;
  /** How many days an account is young for that. */
  readonly firstWorksDays: number;
  /** How long the audit is kept; 0: for good. */
  readonly auditDays: number;
  /** The server writes a back-up each day. */
  readonly backupDaily: boolean;
  /** Of so many days and weeks the newest back-up stays. */
  readonly backupDays: number;
  readonly backupWeeks: number;
  /** How long mail that is not sent is kept; 0: for good. */
  readonly outboxDays: number;
  /** Empty: none. */
  readonly notice: string;
  /** Markdown as the host typed it; empty: the default page. */
  readonly pages: Readonly<Record<PageName, string>>;
  readonly signals: RobotSignals;
};

/** What every page shows of the site, or is steered by. */
export async function readSiteFrame(
  reader: Reader,
  installation: Pick<Settings, 'registration'>,
): Promise<SiteFrame> {
  const settings = await readSettingsOfSite(reader);
  const { name, notice, language, readOnly, guestComments, membersAdult } = settings;
  const withheld = membersAdult ? await listAdultRatings(reader) : [];
  return {
    name,
    readOnly,
    guest: { kind: 'guest', withheld, mayComment: guestComments },
    notice: notice === '' ? null : notice,
    newWorkLanguage: language,
    signUpOpen: (await readRegistration(reader, installation)) === 'open',
  };
}

async function listAdultRatings(reader: Reader): Promise<TagId[]> {
  const ratings = await listTagsOfType(reader, 'rating');
  return ratings.filter(({ adult }) => adult).map(({ id }) => id);
}

export async function readSettingsOfSite(reader: Reader): Promise<SiteSettings> {
  const stored = await readSiteSettings(reader);
  const pages = {} as Record<PageName, string>;
  for (const page of pageNames) pages[page] = stored.get(`page.${page}`) ?? '';
  return {
    name: stored.get('name') ?? defaultSiteName,
    description: stored.get('description') ?? '',
    language: stored.get('language') ?? '',
    registration: registrations.find((one) => one === stored.get('registration')) ?? 'open',
    setUp: flag(stored.get('set-up'), false),
    guestComments: flag(stored.get('guest-comments'), true),
    membersAdult: flag(stored.get('members-adult'), false),
    readOnly: flag(stored.get('read-only'), false),
    ...firstWorksIn(stored),
    auditDays: choiceOf(stored.get('audit-days'), auditDaysChoices, auditDaysUsual),
    backupDaily: flag(stored.get('backup-daily'), false),
    backupDays: choiceOf(stored.get('backup-days'), daysChoices, daysUsual),
    backupWeeks: choiceOf(stored.get('backup-weeks'), weeksChoices, weeksUsual),
    outboxDays: choiceOf(stored.get('outbox-days'), outboxDaysChoices, outboxDaysUsual),
    notice: stored.get('notice') ?? '',
    pages,
    signals: {
      search: flag(stored.get('robots.search'), defaultSignals.search),
      aiInput: flag(stored.get('robots.ai-input'), defaultSignals.aiInput),
      aiTrain: flag(stored.get('robots.ai-train'), defaultSignals.aiTrain),
    },
  };
}

function firstWorksIn(stored: ReadonlyMap<string, string>) {
  const [works, days] = [stored.get('first-works'), stored.get('first-works-days')];
  const chosen = firstWorksOf({ ...(works ? { works } : {}), ...(days ? { days } : {}) });
  return { firstWorks: chosen.works, firstWorksDays: chosen.days };
}

/** One of the choices; the usual one for anything else. */
export function choiceOf(
  typed: string | undefined,
  choices: readonly number[],
  usual: number,
): number {
  return choices.find((one) => String(one) === typed) ?? usual;
}

function flag(stored: string | undefined, fallback: boolean): boolean {
  return stored === undefined ? fallback : stored === 'yes';
}

/** Markdown of such a page as sanitised HTML. */
export function markupOfPage(source: string): string {
  const cleaned = cleanText(source, 'markdown', 'notes');
  return cleaned.ok ? cleaned.html : '';
}

/** A page about the archive as sanitised HTML. */
export async function readSitePage(reader: Reader, page: PageName): Promise<string> {
  return markupOfPage(textOf(await readSettingsOfSite(reader), page));
}

/**
 * Keeps what is given and leaves the rest as it stands, or answers what is wrong. What becomes
 * another is written into the audit. Who may is the route's affair.
 */
export async function saveSiteSettings(
  parts: Parts,
  by: Pick<Member, 'userId'>,
  change: Partial<SiteSettings>,
): Promise<readonly FieldError[]> {
  const before = await readSettingsOfSite(parts.database.read);
  const whole = { ...before, ...change };
  const tidy = {
    ...whole,
    name: normaliseText(whole.name).trim(),
    description: normaliseText(whole.description).replace(/\s+/gu, ' ').trim(),
    notice: normaliseText(whole.notice).trim(),
  };
  const errors = problemsOf(tidy, await readLanguages(parts.database.read));
  if (errors.length > 0) return errors;
  const given = rowsOf(tidy).filter(([, field]) => field in change);
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const stored = await readSiteSettings(transaction);
    const values = given.filter(([name, , value]) => stored.get(name) !== value);
    for (const [name, , value] of values) {
      await writeSiteSetting(transaction, name, value, at);
      await writeAudit(transaction, {
        id: parts.ids.next(),
        at,
        actorId: by.userId,
        act: 'change setting',
        subjectKind: 'site',
        subjectId: 0,
        detail: { setting: name, from: brief(stored.get(name)), to: brief(value) },
      });
    }
    if (values.length === 0) return;
    for (const page of pageNames) {
      const [old, source] = [textOf(before, page), textOf(tidy, page)];
      const version = { page, before: old, source, by: by.userId, at };
      if (old !== source) await keepVersion(transaction, version);
    }
    // Every kept page shows the name: the change makes them old.
    await recordChange(transaction, 'site', [0], at);
  });
  return [];
}

function textOf({ pages }: SiteSettings, page: PageName): string {
  return pages[page] || defaultPages[page];
}

/** As the audit keeps it: of whole pages their length, their versions are kept elsewhere. */
function brief(value: string | undefined): string | number | null {
  if (value === undefined) return null;
  return value.length > noticeCharactersMax ? value.length : value;
}

/** Name of the row, field that it keeps, value. */
function rowsOf(settings: SiteSettings): [string, keyof SiteSettings, string][] {
  const { signals, pages } = settings;
  const say = (yes: boolean) => (yes ? 'yes' : 'no');
  return [
    ['name', 'name', settings.name],
    ['description', 'description', settings.description],
    ['language', 'language', settings.language],
    ['registration', 'registration', settings.registration],
    ['set-up', 'setUp', say(settings.setUp)],
    ['guest-comments', 'guestComments', say(settings.guestComments)],
    ['members-adult', 'membersAdult', say(settings.membersAdult)],
    ['read-only', 'readOnly', say(settings.readOnly)],
    ['first-works', 'firstWorks', String(settings.firstWorks)],
    ['first-works-days', 'firstWorksDays', String(settings.firstWorksDays)],
    ['audit-days', 'auditDays', String(settings.auditDays)],
    ['backup-daily', 'backupDaily', say(settings.backupDaily)],
    ['backup-days', 'backupDays', String(settings.backupDays)],
    ['backup-weeks', 'backupWeeks', String(settings.backupWeeks)],
    ['outbox-days', 'outboxDays', String(settings.outboxDays)],
    ['notice', 'notice', settings.notice],
    ...pageNames.map((page): [string, 'pages', string] => [
      `page.${page}`,
      'pages',
      normaliseText(pages[page]),
    ]),
    ['robots.search', 'signals', say(signals.search)],
    ['robots.ai-input', 'signals', say(signals.aiInput)],
    ['robots.ai-train', 'signals', say(signals.aiTrain)],
  ];
}

function problemsOf(settings: SiteSettings, languages: Languages): FieldError[] {
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
  if (settings.language !== '' && languages.find(settings.language) === null) {
    errors.push({ field: 'language', detail: text.settingsLanguageUnknown() });
  }
  tooLong('description', settings.description, descriptionCharactersMax);
  tooLong('notice', settings.notice, noticeCharactersMax);
  for (const page of pageNames) {
    tooLong(`page[${page}]`, settings.pages[page], pageCharactersMax);
    if (!cleanText(settings.pages[page], 'markdown', 'notes').ok) {
      errors.push({ field: `page[${page}]`, detail: text.settingsTextTangled() });
    }
  }
  return errors;
}
