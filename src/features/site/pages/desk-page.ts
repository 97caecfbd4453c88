// The host's desk: where everything that a host does begins.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { invitationDeskUrl } from '../../accounts/urls.ts';
import {
  announcementsUrl,
  daysUrl,
  healthUrl,
  jobsUrl,
  outboxUrl,
  peopleDeskUrl,
  vocabularyUrl,
} from '../../host/urls.ts';
import { text } from '../messages.ts';
import { auditUrl, backupsUrl, settingsUrl, setUpUrl, switchesUrl } from '../urls.ts';

export function hostDeskPage({ setUp }: { readonly setUp: boolean }): Page {
  const places = [
    { href: settingsUrl, label: text.settingsTitle(), says: text.deskSettings() },
    { href: switchesUrl, label: text.switchesTitle(), says: text.deskSwitches() },
    { href: auditUrl, label: text.deskAudit(), says: text.deskAuditSays() },
    { href: setUpUrl, label: text.deskSetUp(), says: text.deskSetUpSays() },
    { href: peopleDeskUrl, label: text.deskPeople(), says: text.deskPeopleSays() },
    { href: invitationDeskUrl, label: text.deskInvitations(), says: text.deskInvitationsSays() },
    {
      href: vocabularyUrl('warning'),
      label: text.deskVocabularies(),
      says: text.deskVocabulariesSays(),
    },
    {
      href: announcementsUrl,
      label: text.deskAnnouncements(),
      says: text.deskAnnouncementsSays(),
    },
    { href: daysUrl, label: text.deskDays(), says: text.deskDaysSays() },
    { href: backupsUrl, label: text.deskBackups(), says: text.deskBackupsSays() },
    { href: healthUrl, label: text.deskHealth(), says: text.deskHealthSays() },
    { href: jobsUrl, label: text.deskJobs(), says: text.deskJobsSays() },
    { href: outboxUrl, label: text.deskOutbox(), says: text.deskOutboxSays() },
  ];
  return {
    title: text.deskTitle(),
    mainClass: 'host-desk region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${text.deskTitle()}</h2>
${setUp ? nothing : renderNotSetUp()}
<dl class="places">${places.map(
      ({ href, label, says }) =>
        html`<dt><a href="${href}">${label}</a></dt><dd>${says}</dd>
`,
    )}</dl>`,
  };
}

function renderNotSetUp(): Html {
  return html`<p>${text.deskNotSetUp()} <a href="${setUpUrl}">${text.deskSetUpNow()}</a></p>`;
}
