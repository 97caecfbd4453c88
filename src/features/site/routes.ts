import { type Route, route } from '../../web/routes.ts';
import { policyUrl } from '../accounts/urls.ts';
import type { Finding } from '../finding/index.ts';
import { showAudit } from './audit/handlers.ts';
import {
  showHostDesk,
  showRobots,
  showSettings,
  showSitePage,
  submitConsent,
  submitSettings,
} from './handlers.ts';
import { showHome } from './home.ts';
import { showBackups, submitBackups } from './safekeeping/desk-handlers.ts';
import { beginSetUp, showSetUpStep, submitSetUpStep } from './setup/handlers.ts';
import { pageNames } from './site-settings.ts';
import { showSwitches, submitSwitches } from './switches.ts';
import {
  auditUrl,
  backupsUrl,
  hostDeskUrl,
  settingsUrl,
  setUpStepUrl,
  setUpUrl,
  switchesUrl,
  versionsUrl,
} from './urls.ts';
import { showVersion, showVersions } from './versions.ts';

/** The archive's pages about itself; the home page shows what the index finds. */
export function siteRoutes(finding: Finding): readonly Route[] {
  return [
    route('GET', '/', 'anyone', showHome(finding), { sameForGuests: true }),
    ...pageNames.map((page) =>
      route('GET', `/${page}`, 'anyone', showSitePage(page), { sameForGuests: true }),
    ),
    route('POST', policyUrl, 'members', submitConsent),
    ...pageNames.flatMap((page) => [
      route('GET', versionsUrl(page), 'anyone', showVersions(page)),
      route('GET', `${versionsUrl(page)}/:number`, 'anyone', showVersion(page)),
    ]),
    route('GET', '/robots.txt', 'anyone', showRobots, { sameForGuests: true }),
    route('GET', hostDeskUrl, 'admins', showHostDesk),
    route('GET', setUpUrl, 'admins', beginSetUp),
    route('GET', setUpStepUrl(':step'), 'admins', showSetUpStep),
    route('POST', setUpStepUrl(':step'), 'admins', submitSetUpStep),
    route('GET', settingsUrl, 'admins', showSettings),
    route('POST', settingsUrl, 'admins', submitSettings),
    route('GET', backupsUrl, 'admins', showBackups),
    route('POST', backupsUrl, 'admins', submitBackups),
    route('GET', auditUrl, 'stewards', showAudit),
    route('GET', switchesUrl, 'stewards', showSwitches),
    route('POST', switchesUrl, 'stewards', submitSwitches, { whileReadOnly: true }),
  ];
}
