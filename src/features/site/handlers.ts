// The archive's pages about itself.
import { type FieldError, textResponse } from '../../kit/http/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { policyUrl } from '../accounts/urls.ts';
import { listVersions, readConsent, takeConsent } from '../policies/index.ts';
import { readLanguages } from '../works/index.ts';
import { auditDaysChoices } from './audit/limits.ts';
import type { PageName } from './default-pages.ts';
import { text } from './messages.ts';
import { hostDeskPage } from './pages/desk-page.ts';
import { renderConsent, settingsPage, sitePage } from './pages/site-pages.ts';
import { robotsText } from './robots.ts';
import { sentSettings } from './setup/steps.ts';
import {
  pageNames,
  readSettingsOfSite,
  readSitePage,
  type SiteSettings,
  saveSiteSettings,
} from './site-settings.ts';
import { settingsUrl } from './urls.ts';

export function showSitePage(page: PageName) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const { read } = parts.database;
    const [newest] = await listVersions(read, page);
    const consent = page === 'policy' ? await consentOf(ask, parts) : undefined;
    const markup = await readSitePage(read, page);
    return answerPage(ask, sitePage(page, markup, newest?.made_at ?? null, consent));
  };
}

async function consentOf(ask: Ask, { database }: Parts, problems: FieldError[] = []) {
  if (ask.viewer.kind === 'guest') return undefined;
  return renderConsent(ask.frame(), await readConsent(database.read, ask.viewer), problems);
}

/** Keeps that the member agrees to the policy in force. */
export async function submitConsent(ask: MemberAsk, parts: Parts): Promise<Response> {
  const ticked = (await ask.form()).text('policy');
  if (await takeConsent(parts, ask.viewer, ticked)) {
    return answerDone(ask, policyUrl, text.consented());
  }
  const { read } = parts.database;
  const [newest] = await listVersions(read, 'policy');
  const problems = [{ field: 'policy', detail: text.consentMissing() }];
  const consent = await consentOf(ask, parts, problems);
  const markup = await readSitePage(read, 'policy');
  return answerPage(ask, sitePage('policy', markup, newest?.made_at ?? null, consent), 422);
}

export async function showRobots(_ask: Ask, parts: Parts): Promise<Response> {
  const { signals } = await readSettingsOfSite(parts.database.read);
  return textResponse(robotsText(signals));
}

function sentAuditDays(typed: string): Partial<SiteSettings> {
  const auditDays = auditDaysChoices.find((days) => String(days) === typed);
  return auditDays === undefined ? {} : { auditDays };
}

export async function showHostDesk(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerPage(ask, hostDeskPage(await readSettingsOfSite(parts.database.read)));
}

export async function showSettings(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { read } = parts.database;
  const settings = await readSettingsOfSite(read);
  const languages = await readLanguages(read);
  const installed = parts.settings.registration;
  const shown = { settings, languages, errors: [], installed };
  return answerPage(ask, settingsPage(ask.frame(), shown));
}

export async function submitSettings(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  const pages = {} as Record<PageName, string>;
  for (const page of pageNames) pages[page] = form.text(`page[${page}]`);
  const before = await readSettingsOfSite(parts.database.read);
  const change: Partial<SiteSettings> = {
    ...sentSettings('archive', form, before),
    ...sentSettings('language', form, before),
    ...sentSettings('registration', form, before),
    notice: form.text('notice'),
    ...sentAuditDays(form.text('audit_days')),
    pages,
    signals: {
      search: form.ticked('robots[search]'),
      aiInput: form.ticked('robots[aiInput]'),
      aiTrain: form.ticked('robots[aiTrain]'),
    },
  };
  const errors = await saveSiteSettings(parts, ask.viewer, change);
  if (errors.length > 0) {
    const languages = await readLanguages(parts.database.read);
    const installed = parts.settings.registration;
    const shown = { settings: { ...before, ...change }, languages, errors, installed };
    return answerPage(ask, settingsPage(ask.frame(), shown), 422);
  }
  return answerDone(ask, settingsUrl, text.settingsSaved());
}
