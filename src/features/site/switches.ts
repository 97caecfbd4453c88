// The switches: what moderators and admins turn when something is wrong, in one place.
import type { Parts } from '../../shared/parts.ts';
import { answerDone, answerPage } from '../../web/answer.ts';
import type { MemberAsk } from '../../web/ask.ts';
import { listTagsOfType } from '../tags/index.ts';
import { firstWorksOf } from '../works/index.ts';
import { text } from './messages.ts';
import { switchesPage } from './pages/switches-page.ts';
import { sentSettings } from './setup/steps.ts';
import { readSettingsOfSite, saveSiteSettings } from './site-settings.ts';
import { switchesUrl } from './urls.ts';

export async function showSwitches(ask: MemberAsk, parts: Parts): Promise<Response> {
  const { read } = parts.database;
  const settings = await readSettingsOfSite(read);
  const ratings = await listTagsOfType(read, 'rating');
  const adult = ratings.filter((rating) => rating.adult).map(({ name }) => name);
  const installed = parts.settings.registration;
  return answerPage(ask, switchesPage(ask.frame(), { settings, installed, adult }));
}

export async function submitSwitches(ask: MemberAsk, parts: Parts): Promise<Response> {
  const form = await ask.form();
  // A form that was cut short turns nothing.
  if (form.text('switches') !== 'all') return answerDone(ask, switchesUrl, text.switchesNothing());
  const before = await readSettingsOfSite(parts.database.read);
  const { works, days } = firstWorksOf({
    works: form.text('first_works'),
    days: form.text('first_works_days'),
  });
  await saveSiteSettings(parts, ask.viewer, {
    firstWorks: works,
    firstWorksDays: days,
    ...sentSettings('registration', form, before),
    guestComments: form.ticked('guest_comments'),
    membersAdult: form.ticked('members_adult'),
    readOnly: form.ticked('read_only'),
  });
  return answerDone(ask, switchesUrl, text.switchesSaved());
}
