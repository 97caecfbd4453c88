// The rows of the access table as requests: the addresses with ada's things in them, and bodies
// that would do what the address is for, so that a refusal that comes too late shows.
import type { Fields } from '../kit/visitor.ts';
import type { AccessRow } from './access-table.ts';
import type { Scene } from './scene.ts';

type Address = Pick<AccessRow, 'method' | 'path'>;

export function nameOf({ method, path }: Address): string {
  return `${method} ${path}`;
}

const work = {
  title: 'Renamed',
  rating: '10',
  warnings: '16',
  fandoms: 'Harbour Lights',
  language: 'en',
  expectedChapters: '2',
  policy: '1',
};
const chapter = { title: 'Renamed', text: '<p>Rewritten.</p>', format: 'html' };

const forms: Readonly<Record<string, Fields>> = {
  'POST /works': { ...work, 'chapter[text]': '<p>New.</p>', do: 'post' },
  'POST /works/:id': work,
  'POST /works/:id/chapters': { ...chapter, do: 'post' },
  'POST /works/:id/chapters/:chapterId': chapter,
  'POST /works/:id/post': { policy: '1' },
  'POST /autosave': {
    autosave_window: 'abcdefghijklmnopqrstuv',
    autosave_kind: 'work-new',
    title: 'Typed',
  },
  'POST /users/:login/preferences': { 'reading[theme]': 'dark', adult_consent: '1' },
  'POST /users/:login/preferences/profile': { 'profile[text]': '<p>New.</p>' },
  'POST /users/:login/preferences/pseuds': { 'pseud[name]': 'Another' },
  'POST /users/:login/preferences/pseuds/:pseudId': { 'pseud[name]': 'Ada' },
  'POST /users/:login/sessions': { end: 'others' },
  'POST /users/:login/readings': { do: 'clear' },
  'POST /moderation': { subject: 'ada' },
  'POST /moderation/works/:id': { do: 'hide', policy: 'other', reason: 'Who may?' },
  'POST /moderation/people/:login': { do: 'hide', policy: 'other', reason: 'Who may?' },
  'POST /moderation/people/:login/notes': { note: 'Who may?' },
  'POST /wrangling/acts': { act: 'canonise' },
  'POST /wrangling/fandoms': { fandom: 'Nowhere', do: 'join' },
  'POST /wrangling/tags': { type: 'freeform', name: 'Boats' },
  'POST /wrangling/tags/:id/notes': { note: 'A test of who may.' },
  'POST /moderation/switches': { switches: 'all', guest_comments: '1' },
  'POST /admin/announcements': { body: '' },
  'POST /admin/settings': { name: 'Another archive', notice: 'Taken over.' },
  'POST /admin/people/:login': { role: 'wrangler', do: 'give' },
  'POST /admin/setup/:step': { name: 'Another archive' },
  'POST /series/:id': { title: 'Renamed' },
  'POST /works/:id/creators': { coCreators: 'ben' },
  'POST /works/:id/creators/offer': { transferTo: 'ben' },
  'POST /works/:id/creators/withdraw': { user: '1' },
  'POST /works/:id/related': { url: 'https://example.org/1', title: 'Elsewhere' },
  'POST /works/:id/related/remove': { related: '1' },
  'POST /works/:id/related/answer': { related: '1', do: 'show' },
  'POST /works/:id/comments': { 'comment[text]': 'A test of who may.' },
  'POST /works/:id/comments/rules': { who: 'nobody' },
  'POST /comments/:id/edit': { 'comment[text]': 'Rewritten.' },
  'POST /comments/:id/decide': { do: 'freeze' },
  'POST /reading': { theme: 'dark' },
};

const sentWork = {
  title: 'Renamed',
  rating: 'General Audiences',
  warnings: ['No Archive Warnings Apply'],
  fandoms: ['Harbour Lights'],
  language: 'en',
};
const sentChapter = { title: 'Renamed', html: '<p>Rewritten.</p>' };

const calls: Readonly<Record<string, unknown>> = {
  'POST /api/v1/works': { ...sentWork, chapters: [sentChapter] },
  'PATCH /api/v1/works/:id': sentWork,
  'POST /api/v1/works/:id/chapters': sentChapter,
  'PATCH /api/v1/works/:id/chapters/:chapterId': sentChapter,
  'PUT /api/v1/readings/:id': { state: 'read' },
  'PATCH /api/v1/history': { keeps: true },
  'POST /api/v1/tags/:id/synonym': { of: 'Nowhere' },
  'POST /api/v1/tags/:id/parents': { add: 'Books' },
  'POST /api/v1/tags/:id/metatags': { add: [] },
  'POST /api/v1/tags/:id/canonical': { canonical: true },
  'POST /api/v1/tags/:id/undo': { act: 17 },
  'POST /api/v1/works/:id/comments': { text: 'A test of who may.' },
  'PATCH /api/v1/comments/:id': { text: 'Rewritten.' },
  'PUT /api/v1/subscriptions': { kind: 'filter', subject: 17 },
};

/** The body for a row, by its method and path; one that is not here is sent the token alone. */
export function bodyFor(row: string, scene: Scene, formToken: string): string {
  if (row.includes(' /api/')) return JSON.stringify(calls[row] ?? {});
  const sent = new URLSearchParams({ authenticity_token: formToken, ...forms[row] });
  if (row === 'POST /wrangling/acts') sent.set('tag', String(scene.work.tags.fandom[0]?.id));
  if (row.endsWith('/chapters/order')) {
    scene.work.chapters.forEach(({ id }, at) => {
      sent.set(`number[${id}]`, String(9 - at));
    });
  }
  return sent.toString();
}

/** The row's address, with ada's work, chapter, pseud and name in it. */
export function addressFor(scene: Scene, { path }: Address): string {
  const { work, pseud } = scene;
  const values: Readonly<Record<string, string | number>> = {
    login: 'ada',
    chapterId: work.chapters[1]?.id ?? 0,
    step: 'archive',
    type: 'media',
    pseudId: pseud,
    pseud: 'ada',
    name: 'work.epub',
    token: 'no-such-token',
    id: idFor(path, scene),
    slug: path.startsWith('/media') ? 'Books' : 'Harbour%20Lights',
  };
  return path.replace(/:(\w+)/g, (_part, name: string) => String(values[name] ?? `no ${name}`));
}

function idFor(path: string, { work, series, comment }: Scene): number {
  if (/^(?:\/api\/v1)?\/comments\//.test(path)) return comment;
  if (/^\/(?:downloads\/)?series/.test(path)) return series;
  return path.includes('/tags/') ? (work.tags.fandom[0]?.id ?? 0) : work.id;
}
