// The door to what a host does beside the settings; nothing stands on it but the app.
import { announcementDismissalUrl } from '../../web/announcements.ts';
import { type Route, route } from '../../web/routes.ts';
import {
  dismissAnnouncement,
  showAnnouncement,
  showAnnouncements,
  submitAnnouncement,
  submitNewAnnouncement,
} from './announcement-handlers.ts';
import { sendDays, showDays } from './days-handlers.ts';
import * as handlers from './handlers.ts';
import { showLanguages, submitLanguages } from './languages-handlers.ts';
import {
  announcementsUrl,
  announcementUrl,
  daysFileUrl,
  daysUrl,
  healthUrl,
  jobsUrl,
  languagesDeskUrl,
  machineHealthUrl,
  mailTestUrl,
  metricsUrl,
  outboxUrl,
  peopleDeskUrl,
  personDeskUrl,
  vocabularyUrl,
} from './urls.ts';
import { showVocabulary, submitVocabulary } from './vocabulary-handlers.ts';
import { showHealthToMachines, showMetrics } from './watching.ts';

export { announcementJobs, withAnnouncements } from './announcements.ts';
export { countDay, countDaysMs } from './days.ts';
export { ownedByHost } from './owned.ts';
export { listDismissed } from './store/announcements.ts';

/** The host's pages, for admins alone, what anybody may do with an announcement, and health. */
export const hostRoutes: readonly Route[] = [
  route('GET', peopleDeskUrl, 'admins', handlers.showPeople),
  route('GET', personDeskUrl(':login'), 'admins', handlers.showPerson),
  route('POST', personDeskUrl(':login'), 'admins', handlers.submitRole),
  route('GET', healthUrl, 'admins', handlers.showHealth),
  route('GET', machineHealthUrl, 'anyone', showHealthToMachines),
  route('GET', metricsUrl, 'anyone', showMetrics),
  route('POST', mailTestUrl, 'admins', handlers.testMail),
  route('GET', jobsUrl, 'admins', handlers.showJobs),
  route('POST', jobsUrl, 'admins', handlers.submitJob),
  route('GET', announcementsUrl, 'admins', showAnnouncements),
  route('POST', announcementsUrl, 'admins', submitNewAnnouncement),
  route('GET', announcementUrl(':id'), 'admins', showAnnouncement),
  route('POST', announcementUrl(':id'), 'admins', submitAnnouncement),
  // Kept pages hold no token, and nothing is changed but a cookie of whoever sends it.
  route('POST', announcementDismissalUrl(':id'), 'anyone', dismissAnnouncement, {
    withoutFormToken: true,
    whileReadOnly: true,
  }),
  route('GET', languagesDeskUrl, 'admins', showLanguages),
  route('POST', languagesDeskUrl, 'admins', submitLanguages),
  route('GET', vocabularyUrl(':type'), 'admins', showVocabulary),
  route('POST', vocabularyUrl(':type'), 'admins', submitVocabulary),
  route('GET', daysUrl, 'admins', showDays),
  route('GET', daysFileUrl, 'admins', sendDays),
  route('GET', outboxUrl, 'admins', handlers.showOutbox),
];
