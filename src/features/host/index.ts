// The door to what a host does beside the settings; nothing stands on it but the app.
import { type Route, route } from '../../web/routes.ts';
import { sendDays, showDays } from './days-handlers.ts';
import * as handlers from './handlers.ts';
import {
  daysFileUrl,
  daysUrl,
  healthUrl,
  jobsUrl,
  mailTestUrl,
  outboxUrl,
  peopleDeskUrl,
  personDeskUrl,
  vocabularyUrl,
} from './urls.ts';
import { showVocabulary, submitVocabulary } from './vocabulary-handlers.ts';

export { countDay, countDaysMs } from './days.ts';

/** The host's pages, for admins alone. */
export const hostRoutes: readonly Route[] = [
  route('GET', peopleDeskUrl, 'admins', handlers.showPeople),
  route('GET', personDeskUrl(':login'), 'admins', handlers.showPerson),
  route('POST', personDeskUrl(':login'), 'admins', handlers.submitRole),
  route('GET', healthUrl, 'admins', handlers.showHealth),
  route('POST', mailTestUrl, 'admins', handlers.testMail),
  route('GET', jobsUrl, 'admins', handlers.showJobs),
  route('POST', jobsUrl, 'admins', handlers.submitJob),
  route('GET', vocabularyUrl(':type'), 'admins', showVocabulary),
  route('POST', vocabularyUrl(':type'), 'admins', submitVocabulary),
  route('GET', daysUrl, 'admins', showDays),
  route('GET', daysFileUrl, 'admins', sendDays),
  route('GET', outboxUrl, 'admins', handlers.showOutbox),
];
