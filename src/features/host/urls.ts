/** What the host does beside the settings. */
export const peopleDeskUrl = '/admin/people';
export const personDeskUrl = (login: string) => `/admin/people/${login}`;
export const healthUrl = '/admin/health';
/** For machines that watch the archive. */
export const machineHealthUrl = '/health';
export const metricsUrl = '/metrics';
export const mailTestUrl = '/admin/health/mail';
export const jobsUrl = '/admin/jobs';
export const outboxUrl = '/admin/outbox';
export const daysUrl = '/admin/statistics';
export const daysFileUrl = '/admin/statistics.csv';
export const announcementsUrl = '/admin/announcements';
export const announcementUrl = (id: number | string) => `/admin/announcements/${id}`;
export const languagesDeskUrl = '/admin/vocabularies/language';
export const vocabularyUrl = (type: string) => `/admin/vocabularies/${type}`;
