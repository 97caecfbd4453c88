// Every kind of page that the archive shows, with an address for it and who looks at it.
import type { FilledArchive } from './archive.ts';
import { keeping, wrangling } from './desk-page-kinds.ts';
import { kind, main, type PageKind } from './page-kind.ts';

const fandom = 'The%20Lamplighters%20of%20Low%20Harbour%20(Book%20Series)';

export async function listPageKinds(archive: FilledArchive): Promise<PageKind[]> {
  return [
    ...browsing(),
    ...(await reading(archive)),
    ...aboutTheArchive(),
    ...accounts(archive),
    ...writing(archive),
    ...muting(archive),
    ...filters(archive),
    ...wrangling(archive),
    ...keeping(archive),
  ];
}

function browsing(): PageKind[] {
  const filtered = 'work_search[complete]=T&work_search[excluded_tag_names]=Cheese&page=1';
  const groups = 'form.filters details > summary';
  return [
    kind('home', '/', 'guest', { opens: ['nav.site summary'], ...main }),
    kind('home of a member', '/', 'ada', { opens: ['nav.account summary'] }),
    kind('list', '/works', 'guest', main),
    kind('list, last page', '/works?page=2', 'ben'),
    kind('list beyond its end', '/works?page=99', 'guest', { status: 404 }),
    kind('list with filters open', `/works?${filtered}`, 'guest', { opens: [groups], ...main }),
    kind('list of nothing', '/works?work_search[query]=zzzz', 'guest'),
    kind(
      'list that no filter alone leaves empty',
      '/works?q=zzzz&work_search[title]=xxxx',
      'guest',
    ),
    kind('list with what was not understood', '/works?work_search[words_from]=x', 'guest'),
    kind('search', '/works/search', 'guest', main),
    kind('search results', '/works/search?work_search[query]=lamp', 'guest'),
    kind('help with searching', '/help/search', 'guest'),
    kind('synonym', '/tags/LoLH', 'guest'),
    kind('tag', `/tags/${fandom}`, 'guest'),
    kind('works of a tag', `/tags/${fandom}/works`, 'guest'),
    kind('tag search', '/tags/search', 'guest'),
    kind('tags found', '/tags/search?q=tea', 'guest'),
    kind('media', '/media', 'guest'),
    kind('fandoms of a medium', '/media/Books/fandoms', 'guest'),
    kind('fandoms', '/fandoms', 'guest'),
    kind('fandoms by use', '/fandoms?sort=works', 'guest'),
    kind('fandoms of no such name', '/media/Books/fandoms?q=zzzz', 'guest'),
    kind('languages', '/languages', 'guest'),
    kind('person', '/users/tidewrack', 'guest'),
    kind('own page', '/users/ada', 'ada'),
    kind('page of somebody without works', '/users/ben', 'ben'),
    kind('profile', '/users/tidewrack/profile', 'guest'),
    kind('own profile', '/users/ada/profile', 'ada'),
    kind('series of a person', '/users/tidewrack/series', 'guest'),
    kind('works of a person', '/users/tidewrack/works', 'guest'),
  ];
}

async function reading(archive: FilledArchive): Promise<PageKind[]> {
  const { work, seriesId } = archive;
  const [, second] = work.chapterIds;
  const panels = { main: true, opens: ['.reading-bar summary'] };
  const [gated, restricted, tagged, long, oneShot, longest] = await Promise.all(
    [
      'Explicit Instructions',
      'Statement of Inspector Gills, in His Own Words, Under Protest',
      'The Siege of the Thirty-Two Crumbs',
      'The Light and the Sea: A Courtship in Nine Winters',
      'המנורה האחרונה',
      'In Which Postmaster Snail, …',
    ].map((title) => archive.titled(title)),
  );
  return [
    kind('work, first chapter', `/works/${work.id}`, 'guest', panels),
    kind('chapter', `/works/${work.id}/chapters/${second}`, 'guest', panels),
    kind('chapter as devices keep it', `/kept/works/${work.id}/chapters/${second}`, 'ben'),
    kind('what a device keeps', '/kept', 'guest'),
    kind('what stands in without a connection', '/kept/away', 'guest'),
    kind('whole work', `/works/${work.id}?view_full_work=true`, 'guest', { wholeWork: true }),
    kind('long work', `/works/${long}?view_full_work=true`, 'ben', { wholeWork: true }),
    kind('one-shot, right to left', `/works/${oneShot}`, 'guest', panels),
    kind('work of a long list of tags', `/works/${tagged}`, 'guest'),
    kind('own work', `/works/${work.id}`, 'ada', panels),
    kind('chapter index', `/works/${work.id}/navigate`, 'guest'),
    kind('adult gate', `/works/${gated}`, 'guest', main),
    kind('adult gate of a member', `/works/${gated}`, 'ben'),
    kind('members only', `/works/${restricted}`, 'guest'),
    kind('restricted work', `/works/${restricted}`, 'ben'),
    kind('unrevealed work', `/works/${archive.unrevealed}`, 'guest'),
    kind('deleted work', `/works/${archive.deleted}`, 'guest', { status: 410 }),
    kind('longest title', `/works/${longest}`, 'guest'),
    kind('series', `/series/${seriesId}`, 'guest'),
    kind('reading preferences', '/reading', 'guest'),
    kind('reading preferences, tried', '/reading?theme=sepia&return_to=%2Fworks', 'ben'),
  ];
}

function aboutTheArchive(): PageKind[] {
  return [
    ...['about', 'policy', 'terms', 'privacy', 'contact'].map((page) =>
      kind(page, `/${page}`, 'guest'),
    ),
    kind('API', '/api', 'guest'),
    kind('not found', '/nowhere', 'guest', { status: 404 }),
    kind('not allowed', '/moderation', 'ben', { status: 403 }),
  ];
}

function accounts({ pseudId }: FilledArchive): PageKind[] {
  const preferences = '/users/ada/preferences';
  const refused = { status: 422 };
  return [
    kind('log-in', '/users/login?return_to=%2Fworks', 'guest', main),
    kind('log-in, refused', '/users/login', 'guest', { send: '/users/login' }),
    kind('register', '/users/register', 'guest'),
    kind('register, refused', '/users/register', 'guest', { send: '/users/register', ...refused }),
    kind('delete my account', `${preferences}/erase`, 'ada'),
    kind('delete my account, what happens', `${preferences}/erase`, 'ada', {
      send: `${preferences}/erase`,
    }),
    kind('another user name', `${preferences}/name`, 'ada'),
    kind('another user name, refused', `${preferences}/name`, 'ada', {
      send: `${preferences}/name`,
      ...refused,
    }),
    kind('next of kin', `${preferences}/kin`, 'ada'),
    kind('next of kin, refused', `${preferences}/kin`, 'ada', {
      send: `${preferences}/kin`,
      ...refused,
    }),
    kind('next of kin who ask', '/moderation/kin', 'dee'),
    kind('invitations to give', `${preferences}/invitations`, 'ada'),
    kind('place in the queue that is gone', '/invitations/place?token=x', 'guest', {
      status: 404,
    }),
    kind('forgotten password', '/users/password/new', 'guest'),
    kind('link that is gone', '/users/password/edit?token=x', 'guest', { status: 404 }),
    kind('log-out', '/users/logout', 'ben'),
    kind('preferences', preferences, 'ada'),
    kind('preferences, refused', preferences, 'ada', {
      send: `${preferences}/password`,
      ...refused,
    }),
    kind('edit profile', `${preferences}/profile`, 'ada'),
    kind('pseuds', `${preferences}/pseuds`, 'ada'),
    kind('rename pseud', `${preferences}/pseuds/${pseudId}`, 'ada'),
    kind('codes at log-in', `${preferences}/codes`, 'ada'),
    kind('codes at log-in, refused', `${preferences}/codes`, 'ada', {
      send: `${preferences}/codes`,
      ...refused,
    }),
    kind('passkeys', `${preferences}/passkeys`, 'ada'),
    kind('app passwords', `${preferences}/apps`, 'ada'),
    kind('app passwords, refused', `${preferences}/apps`, 'ada', {
      send: `${preferences}/apps`,
      ...refused,
    }),
    kind('sessions', '/users/ada/sessions', 'ada'),
    kind('notices', '/users/ben/notices', 'ben'),
    kind('private feeds', '/users/ben/feeds', 'ben'),
    kind('private feed of nothing', '/users/ben/feeds?of=%2Fnowhere', 'ben', {
      send: '/users/ben/feeds',
      status: 422,
    }),
    kind('subscriptions', '/users/ben/subscriptions', 'ben'),
    kind('no notices', '/users/ada/notices?unread=1', 'ada'),
    kind('how one is told', '/users/ben/notices/choices', 'ben'),
    kind('told on this device', '/users/ben/notices/devices', 'ben'),
  ];
}

function writing({
  work,
  draft,
  deleted,
  keptWindow,
  ownSeries,
  skin,
  waitingWork,
}: FilledArchive): PageKind[] {
  const own = `/works/${work.id}`;
  const [, second] = work.chapterIds;
  const refused = { status: 422 };
  return [
    kind('new work', '/works/new', 'ada', main),
    kind('new work, refused', '/works/new', 'ada', { send: '/works', ...refused }),
    kind('edit work', `${own}/edit`, 'ada'),
    kind('draft', `/works/${draft}`, 'ada'),
    kind('edit draft', `/works/${draft}/edit`, 'ada'),
    kind('new chapter', `${own}/chapters/new`, 'ada'),
    kind('new chapter, refused', `${own}/chapters/new`, 'ada', {
      send: `${own}/chapters`,
      ...refused,
    }),
    kind('edit chapter', `${own}/chapters/${second}/edit`, 'ada'),
    kind('history of a work', `${own}/history`, 'ada'),
    kind('statistics', '/users/ada/stats?sort=title', 'ada', {
      opens: ['#main details > summary'],
    }),
    kind('statistics of a work', `${own}/stats`, 'ada'),
    kind('history of a chapter', `${own}/chapters/${second}/history`, 'ada'),
    kind('version of a chapter', `${own}/chapters/${second}/history/2`, 'ada'),
    kind('throw away versions', `${own}/chapters/${second}/history/forget`, 'ada'),
    kind('saved for now, and saved', `/autosave/${keptWindow}`, 'ada'),
    kind('bring works in', '/works/import', 'ada'),
    kind('bring works in, refused', '/works/import', 'ada', { send: '/works/import', ...refused }),
    kind('rescue a text', '/works/rescue', 'ada'),
    kind('rescue a text, refused', '/works/rescue', 'ada', { send: '/works/rescue', ...refused }),
    kind('nothing waits', '/works/import/waiting', 'ben'),
    kind('works that wait', '/works/import/waiting', 'ada', { opens: ['details > summary'] }),
    kind('works that wait, refused', '/works/import/waiting', 'ada', {
      send: '/works/import/waiting',
      ...refused,
    }),
    kind('a work that waits', waitingWork, 'ada'),
    kind('order of chapters', `${own}/chapters/order`, 'ada'),
    kind('delete chapter', `${own}/chapters/${second}/delete`, 'ada'),
    kind('delete work', `${own}/delete`, 'ada'),
    kind('undelete work', `/works/${deleted}/undelete`, 'ada'),
    kind('creators of a work', `${own}/creators`, 'ada'),
    kind('creators of a work, refused', `${own}/creators`, 'ada', {
      send: `${own}/creators/offer`,
      ...refused,
    }),
    kind('related works', `${own}/related`, 'ada'),
    kind('pictures of a work', `${own}/images`, 'ada'),
    kind('skins', '/skins', 'ada'),
    kind('a skin', `/skins/${skin}`, 'ada'),
    kind('edit a skin', `/skins/${skin}/edit`, 'ada'),
    kind('a new skin, refused', '/skins/new', 'ada', { send: '/skins', ...refused }),
    kind('gifts', '/users/cho/gifts', 'cho'),
    kind('works to manage', '/users/ada/works/manage', 'ada'),
    kind('works to manage, refused', '/users/ada/works/manage', 'ada', {
      send: '/users/ada/works/manage',
      ...refused,
    }),
    kind('edit series', `/series/${ownSeries}/edit`, 'ada'),
    kind('delete series', `/series/${ownSeries}/delete`, 'ada'),
    kind('questions to answer', '/users/ben/invitations', 'ben'),
    kind('drafts', '/users/ada/drafts', 'ada'),
    kind('no drafts', '/users/ben/drafts', 'ben'),
  ];
}

function muting(archive: FilledArchive): PageKind[] {
  const { work, comment, ownComment, ownSeries, bookmark, shelf } = archive;
  return [
    kind('takeout', '/takeout', 'ada'),
    kind('mutes', '/mutes', 'ben'),
    kind('mutes, refused', '/mutes', 'ben', { send: '/mutes', status: 422 }),
    kind('work with comments', `/works/${work.id}?show_comments=true`, 'ben', {
      opens: ['.decide > summary'],
      ...main,
    }),
    kind('comments of a work', `/works/${work.id}/comments`, 'guest'),
    kind('comment, refused', `/works/${work.id}/comments`, 'ben', {
      send: `/works/${work.id}/comments`,
      status: 422,
    }),
    kind('comment with answers', `/comments/${comment}`, 'ada', { opens: ['.decide > summary'] }),
    kind('answer to a comment', `/comments/${comment}/reply?quote=yes`, 'ada'),
    kind('edit comment', `/comments/${ownComment}/edit`, 'ada'),
    kind('delete comment', `/comments/${ownComment}/delete`, 'ada'),
    kind('who may comment', `/works/${work.id}/comments/rules`, 'ada'),
    kind('inbox', '/inbox', 'ada', { opens: ['.decide > summary'] }),
    kind('empty inbox', '/inbox', 'dee'),
    kind('comments that wait', '/moderation/comments', 'dee'),
    kind('kudos', `/works/${work.id}/kudos`, 'ben'),
    kind('readings', '/users/cho/readings', 'cho', main),
    kind('nothing to read', '/users/ben/readings?show=to-read', 'ben'),
    kind('recommendations', '/bookmarks', 'guest'),
    kind('bookmarks of a person', '/users/cho/bookmarks', 'cho', main),
    kind('bookmarks, filtered', '/users/cho/bookmarks?q=state:reading', 'cho'),
    kind('bookmarks of somebody else', '/users/cho/bookmarks', 'guest'),
    kind('shelves', '/users/cho/shelves', 'cho'),
    kind('no shelves', '/users/cho/shelves', 'guest'),
    kind('a shelf', `/shelves/${shelf}`, 'cho'),
    kind('change a shelf', `/shelves/${shelf}/edit`, 'cho'),
    kind('a shelf, refused', '/users/cho/shelves', 'cho', {
      send: '/users/cho/shelves',
      status: 422,
    }),
    kind('bookmarks out and in', '/bookmarks/import', 'cho'),
    kind('bookmarks in, refused', '/bookmarks/import', 'cho', {
      send: '/bookmarks/import',
      status: 422,
    }),
    kind('delete a shelf', `/shelves/${shelf}/delete`, 'cho'),
    kind('bookmarks of a work', `/works/${work.id}/bookmarks`, 'cho', {
      opens: ['.bookmark-fold summary'],
    }),
    kind('bookmarks of a series', `/series/${ownSeries}/bookmarks`, 'guest'),
    kind('a bookmark', `/bookmarks/${bookmark}`, 'cho'),
    kind('a bookmark of somebody else', `/bookmarks/${bookmark}`, 'guest'),
    kind('delete a bookmark', `/bookmarks/${bookmark}/delete`, 'cho'),
    kind('bookmark something elsewhere', '/bookmarks/new', 'ben'),
    kind('bookmark, refused', '/bookmarks/new', 'ben', { send: '/bookmarks', status: 422 }),
    kind('blocks', '/blocks', 'ben'),
    kind('blocks, refused', '/blocks', 'ben', { send: '/blocks', status: 422 }),
    kind('block somebody', '/blocks/new?person=ada', 'ben'),
    kind('mute about a work', `/mutes/new?work=${work.id}`, 'ben'),
  ];
}

function filters({ savedFilter }: FilledArchive): PageKind[] {
  return [
    kind('no saved filters', '/filters', 'ben'),
    kind('saved filters', '/filters', 'cho'),
    kind('a new filter, refused', '/filters/new', 'ben', { send: '/filters', status: 422 }),
    kind('a saved filter', `/filters/${savedFilter}/edit`, 'cho'),
    kind('list with a default filter', '/works?work_search[query]=lamp', 'cho'),
    kind('list without it', '/works?filter=off', 'cho'),
  ];
}
