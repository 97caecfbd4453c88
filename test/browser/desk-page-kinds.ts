// The desks: of wranglers, of moderators, of the host.
import type { FilledArchive } from './archive.ts';
import { kind, main, type PageKind } from './page-kind.ts';

export function wrangling({ wrangled }: FilledArchive): PageKind[] {
  const { fandom, waiting, act } = wrangled;
  const queue = `/wrangling/queue?fandom=${fandom}&type=freeform`;
  const keys = ['details.keys summary'];
  const tag = `/wrangling/tags/${waiting}`;
  return [
    kind('wrangling', '/wrangling', 'cho'),
    kind('wrangling queue', queue, 'cho', { main: true, opens: keys }),
    kind('wrangling queue of the archive', '/wrangling/queue?type=character', 'cho'),
    kind('wrangling acts, refused', queue, 'cho', { send: '/wrangling/acts', status: 422 }),
    kind('wrangle a tag', tag, 'cho', main),
    kind('wrangle a fandom', `/wrangling/tags/${fandom}`, 'cho'),
    kind('note on a tag, refused', tag, 'cho', { send: `${tag}/notes`, status: 422 }),
    kind('wrangling history', '/wrangling/history', 'cho'),
    kind('act of wrangling', `/wrangling/acts/${act}`, 'cho'),
    kind('who looks after what', '/wrangling/fandoms', 'cho'),
    kind('tags found to wrangle', '/wrangling/tags?name=tea', 'cho'),
  ];
}

export function keeping({
  work,
  hidden,
  openCase,
  commentCase,
  ruling,
}: FilledArchive): PageKind[] {
  const report = `/report?about=work:${work.id}`;
  const one = `/moderation/cases/${openCase}`;
  return [
    kind('report', report, 'guest'),
    kind('report, refused', report, 'ben', { send: '/report', status: 422 }),
    kind('what one has reported', '/reports', 'ben'),
    kind('decisions of moderators', '/decisions', 'ada'),
    kind('no decisions of moderators', '/decisions', 'ben'),
    kind('decision of moderators', `/decisions/${ruling}`, 'ada'),
    kind('appeal, refused', `/decisions/${ruling}`, 'ada', {
      send: `/decisions/${ruling}`,
      status: 422,
    }),
    kind('cases', '/moderation/cases', 'dee'),
    kind('no cases', '/moderation/cases?show=mine', 'dee'),
    kind('case', one, 'dee', { opens: ['details > summary'], main: true }),
    kind('case, refused', one, 'dee', { send: one, status: 422 }),
    kind('case of a comment', `/moderation/cases/${commentCase}`, 'dee'),
    kind('comments like one', `/moderation/cases/${commentCase}/alike`, 'dee'),
    kind('moderation', '/moderation', 'dee'),
    kind('moderation, refused', '/moderation', 'dee', { send: '/moderation', status: 422 }),
    kind('moderation of a work', `/moderation/works/${work.id}`, 'dee'),
    kind('moderation of a person', '/moderation/people/ada', 'dee'),
    kind('versions of the policy', '/policy/versions', 'guest'),
    kind('what waits', '/moderation/queue', 'dee'),
    kind('audit', '/moderation/audit', 'dee'),
    kind('switches', '/moderation/switches', 'dee'),
    kind('moderation of a person, refused', '/moderation/people/ada', 'dee', {
      send: '/moderation/people/ada/notes',
      status: 422,
    }),
    kind(
      'undo of what an account did',
      '/moderation/people/tidewrack/undo?from=2000-01-01T00:00&to=2100-01-01T00:00',
      'dee',
    ),
    kind('moderation of oneself', '/moderation/people/dee', 'dee'),
    kind('what makes works wait', '/moderation/held', 'dee'),
    kind('hidden work', `/works/${hidden}`, 'dee'),
    kind('site settings', '/admin/settings', 'flo'),
    kind('invitations, host', '/admin/invitations', 'flo'),
    kind('host desk', '/admin', 'flo'),
    ...['people', 'people/ada', 'health', 'jobs', 'outbox', 'statistics'].map((page) =>
      kind(`host desk, ${page}`, `/admin/${page}`, 'flo'),
    ),
    kind('announcements', '/admin/announcements', 'flo'),
    kind('announcement, refused', '/admin/announcements', 'flo', {
      send: '/admin/announcements',
      status: 422,
    }),
    kind('back-ups', '/admin/backups', 'flo'),
    kind('vocabulary', '/admin/vocabularies/media', 'flo'),
    kind('vocabulary of languages', '/admin/vocabularies/language', 'flo'),
    ...['archive', 'language', 'vocabularies', 'registration', 'adult', 'pages', 'others'].map(
      (step) => kind(`set up, ${step}`, `/admin/setup/${step}`, 'flo'),
    ),
  ];
}
