/** The host's desk and what lies on it. */
export const hostDeskUrl = '/admin';
export const settingsUrl = '/admin/settings';
/** Of one of the archive's pages about itself. */
export const versionsUrl = (page: string) => `/${page}/versions`;
export const backupsUrl = '/admin/backups';
/** Both of moderators and admins. */
export const auditUrl = '/moderation/audit';
/** Of moderators and admins. */
export const switchesUrl = '/moderation/switches';
export const setUpUrl = '/admin/setup';
export const setUpStepUrl = (step: string) => `/admin/setup/${step}`;
