// Who gets what at which address: the first number each of them is answered with, for a public
// work of ada's. 302 leads a guest to log-in and back; 303 is a change that was made.
import type { CallerName } from './scene.ts';
import { callers } from './scene.ts';

export type AccessRow = {
  readonly method: string;
  readonly path: string;
  readonly access: string;
  readonly expected: Readonly<Record<CallerName, number>>;
};

const table = `
method path                                             access     guest ben   ada   cho   dee   flo
GET    /users/login                                     anyone     200   302   302   302   302   302
POST   /users/login                                     anyone     200   200   200   200   200   200
GET    /users/logout                                    anyone     200   200   200   200   200   200
POST   /users/logout                                    anyone     303   303   303   303   303   303
GET    /token_dispenser.json                            anyone     200   200   200   200   200   200
GET    /users/register                                  anyone     200   200   200   200   200   200
POST   /users/register                                  anyone     422   422   422   422   422   422
GET    /users/new                                       anyone     303   303   303   303   303   303
GET    /users/open                                      anyone     404   404   404   404   404   404
POST   /users/open                                      anyone     404   404   404   404   404   404
GET    /users/password/new                              anyone     200   200   200   200   200   200
POST   /users/password/new                              anyone     200   200   200   200   200   200
GET    /users/password/edit                             anyone     404   404   404   404   404   404
POST   /users/password/edit                             anyone     404   404   404   404   404   404
GET    /users/email/confirm                             anyone     404   404   404   404   404   404
POST   /users/email/confirm                             anyone     404   404   404   404   404   404
GET    /first-admin/:token                              anyone     404   404   404   404   404   404
POST   /first-admin/:token                              anyone     404   404   404   404   404   404
GET    /users/:login/preferences                        members    302   403   200   403   403   403
POST   /users/:login/preferences                        members    403   403   303   403   403   403
POST   /users/:login/preferences/password               members    403   403   422   403   403   403
POST   /users/:login/preferences/email                  members    403   403   422   403   403   403
GET    /users/:login/preferences/profile                members    302   403   200   403   403   403
POST   /users/:login/preferences/profile                members    403   403   303   403   403   403
GET    /users/:login/preferences/pseuds                 members    302   403   200   403   403   403
POST   /users/:login/preferences/pseuds                 members    403   403   303   403   403   403
GET    /users/:login/preferences/pseuds/:pseudId        members    302   403   200   403   403   403
POST   /users/:login/preferences/pseuds/:pseudId        members    403   403   303   403   403   403
POST   /users/:login/preferences/pseuds/:pseudId/default members   403   403   303   403   403   403
GET    /users/:login/sessions                           members    302   403   200   403   403   403
POST   /users/:login/sessions                           members    403   403   303   403   403   403
GET    /users/:login/feeds                              members    302   403   200   403   403   403
POST   /users/:login/feeds                              members    403   403   422   403   403   403
POST   /users/:login/feeds/:id/delete                   members    403   403   404   403   403   403
GET    /feeds/:token                                    anyone     404   404   404   404   404   404
GET    /users/:login/subscriptions                      members    302   403   200   403   403   403
POST   /users/:login/subscriptions                      members    403   403   404   403   403   403
GET    /users/:login/notices                            members    302   403   200   403   403   403
POST   /users/:login/notices/read                       members    403   403   303   403   403   403
GET    /users/:login/notices/choices                    members    302   403   200   403   403   403
POST   /users/:login/notices/choices                    members    403   403   303   403   403   403
GET    /notices/unsubscribe/:token                      anyone     404   404   404   404   404   404
POST   /notices/unsubscribe/:token                      anyone     404   404   404   404   404   404
GET    /works/feed.atom                                 anyone     200   200   200   200   200   200
GET    /works/feed.json                                 anyone     200   200   200   200   200   200
GET    /tags/:slug/feed.json                            anyone     200   200   200   200   200   200
GET    /works/:id/feed.atom                             anyone     200   200   200   200   200   200
GET    /works/:id/feed.json                             anyone     200   200   200   200   200   200
GET    /series/:id/feed.atom                            anyone     200   200   200   200   200   200
GET    /series/:id/feed.json                            anyone     200   200   200   200   200   200
GET    /users/:login/feed.atom                          anyone     200   200   200   200   200   200
GET    /users/:login/feed.json                          anyone     200   200   200   200   200   200
GET    /users/:login/pseuds/:pseud/feed.atom            anyone     200   200   200   200   200   200
GET    /users/:login/pseuds/:pseud/feed.json            anyone     200   200   200   200   200   200
GET    /works/new                                       members    302   200   200   200   200   200
POST   /works                                           members    403   303   303   303   303   303
GET    /works/:id/edit                                  members    302   403   200   403   403   403
POST   /works/:id                                       members    403   403   303   403   403   403
POST   /works/:id/post                                  members    403   403   303   403   403   403
POST   /desk/check                                      members    403   422   422   422   422   422
POST   /desk/suggest                                    members    403   422   422   422   422   422
GET    /works/:id/images                                members    302   403   200   403   403   403
POST   /works/:id/images                                members    403   403   422   403   403   403
GET    /works/:id/images/:file                          anyone     404   404   404   404   404   404
POST   /works/:id/images/:file                          members    403   403   404   403   403   403
GET    /works/:id/delete                                members    302   403   200   403   403   403
POST   /works/:id/delete                                members    403   403   303   403   403   403
GET    /works/:id/undelete                              members    302   404   404   404   404   404
POST   /works/:id/undelete                              members    403   404   303   404   404   404
GET    /works/:id/chapters/new                          members    302   403   200   403   403   403
POST   /works/:id/chapters                              members    403   403   303   403   403   403
GET    /works/:id/chapters/order                        members    302   403   200   403   403   403
POST   /works/:id/chapters/order                        members    403   403   303   403   403   403
GET    /works/:id/chapters/:chapterId/edit              members    302   403   200   403   403   403
POST   /works/:id/chapters/:chapterId                   members    403   403   303   403   403   403
POST   /works/:id/chapters/:chapterId/post              members    403   403   303   403   403   403
GET    /works/:id/chapters/:chapterId/delete            members    302   403   200   403   403   403
POST   /works/:id/chapters/:chapterId/delete            members    403   403   303   403   403   403
GET    /works/:id/history                               members    302   403   200   403   403   403
GET    /works/:id/history/forget                        members    302   403   200   403   403   403
POST   /works/:id/history/forget                        members    403   403   303   403   403   403
GET    /works/:id/history/:number                       members    302   403   404   403   403   403
POST   /works/:id/history/:number/restore               members    403   403   404   403   403   403
GET    /works/:id/chapters/:chapterId/history           members    302   403   200   403   403   403
GET    /works/:id/chapters/:chapterId/history/forget    members    302   403   200   403   403   403
POST   /works/:id/chapters/:chapterId/history/forget    members    403   403   303   403   403   403
GET    /works/:id/chapters/:chapterId/history/:number   members    302   403   404   403   403   403
POST /works/:id/chapters/:chapterId/history/:number/restore members 403 403 404 403 403 403
POST   /works/other-format                              members    403   200   200   200   200   200
POST   /autosave                                        members    403   303   303   303   303   303
GET    /autosave/:window                                members    302   404   404   404   404   404
POST   /autosave/:window/drop                           members    403   404   404   404   404   404
GET    /users/:login/drafts                             members    302   404   200   404   404   404
GET    /series/:id/edit                                 members    302   403   200   403   403   403
POST   /series/:id                                      members    403   403   303   403   403   403
GET    /series/:id/delete                               members    302   403   200   403   403   403
POST   /series/:id/delete                               members    403   403   303   403   403   403
GET    /series/:id/undelete                             members    302   404   404   404   404   404
POST   /series/:id/undelete                             members    403   404   303   404   404   404
GET    /works/:id/creators                              members    302   403   200   403   403   403
POST   /works/:id/creators                              members    403   403   303   403   403   403
POST   /works/:id/creators/offer                        members    403   403   303   403   403   403
POST   /works/:id/creators/withdraw                     members    403   403   303   403   403   403
GET    /works/:id/creators/leave                        members    302   403   200   403   403   403
POST   /works/:id/creators/leave                        members    403   403   409   403   403   403
POST   /works/:id/creators/accept                       members    403   404   303   404   404   404
POST   /works/:id/creators/refuse                       members    403   404   404   404   404   404
GET    /works/:id/related                               members    302   403   200   403   403   403
POST   /works/:id/related                               members    403   403   303   403   403   403
POST   /works/:id/related/remove                        members    403   403   303   403   403   403
POST   /works/:id/related/answer                        members    403   403   404   403   403   403
POST   /works/:id/gifts/refuse                          members    403   404   404   404   404   404
POST   /works/:id/gifts/accept                          members    403   404   404   404   404   404
GET    /users/:login/works/manage                       members    302   404   200   404   404   404
POST   /users/:login/works/manage                       members    403   404   422   404   404   404
GET    /users/:login/invitations                        members    302   404   200   404   404   404
GET    /works/:id                                       anyone     200   200   200   200   200   200
GET    /works/:id/navigate                              anyone     200   200   200   200   200   200
GET    /works/:id/chapters/:chapterId                   anyone     200   200   200   200   200   200
GET    /chapters/:chapterId                             anyone     200   200   200   200   200   200
GET    /series/:id                                      anyone     200   200   200   200   200   200
GET    /reading                                         anyone     200   200   200   200   200   200
POST   /reading                                         anyone     303   303   303   303   303   303
GET    /downloads/list/:name                            anyone     200   200   200   200   200   200
GET    /downloads/:id/:name                             anyone     200   200   200   200   200   200
GET    /downloads/series/:id/:name                      anyone     200   200   200   200   200   200
GET    /users/:login                                    anyone     200   200   200   200   200   200
GET    /users/:login/profile                            anyone     200   200   200   200   200   200
GET    /users/:login/works                              anyone     200   200   200   200   200   200
GET    /users/:login/series                             anyone     200   200   200   200   200   200
GET    /users/:login/gifts                              anyone     200   200   200   200   200   200
GET    /users/:login/pseuds/:pseud                      anyone     200   200   200   200   200   200
GET    /users/:login/pseuds/:pseud/works                anyone     200   200   200   200   200   200
GET    /users/:login/stats                              members    302   403   200   403   403   403
GET    /users/:login/stats.csv                          members    302   403   200   403   403   403
GET    /works/:id/stats                                 members    302   403   200   403   403   403
GET    /works/:id/stats.csv                             members    302   403   200   403   403   403
GET    /takeout                                         members    302   200   200   200   200   200
POST   /takeout                                         members    403   200   200   200   200   200
GET    /mutes                                           members    302   200   200   200   200   200
POST   /mutes                                           members    403   422   422   422   422   422
GET    /mutes/new                                       members    302   404   404   404   404   404
POST   /mutes/:id/delete                                members    403   404   404   404   404   404
GET    /works/:id/comments                              anyone     200   200   200   200   200   200
POST   /works/:id/comments                              anyone     422   303   303   303   303   303
GET    /works/:id/comments/rules                        members    302   403   200   403   403   403
POST   /works/:id/comments/rules                        members    403   403   303   403   403   403
GET    /comments/:id                                    anyone     200   200   200   200   200   200
GET    /comments/:id/reply                              anyone     200   200   200   200   200   200
GET    /comments/:id/edit                               members    302   403   200   403   403   403
POST   /comments/:id/edit                               members    403   403   303   403   403   403
GET    /comments/:id/delete                             members    302   403   200   403   403   403
POST   /comments/:id/delete                             members    403   403   303   403   403   403
POST   /comments/:id/decide                             members    403   403   303   403   303   403
GET    /inbox                                           members    302   200   200   200   200   200
POST   /inbox                                           members    403   303   303   303   303   303
GET    /moderation/comments                             moderators 302   403   403   403   200   403
GET    /works/:id/kudos                                 anyone     200   200   200   200   200   200
POST   /works/:id/kudos                                 anyone     303   303   403   303   303   303
POST   /works/:id/kudos/undo                            anyone     303   303   303   303   303   303
GET    /blocks                                          members    302   200   200   200   200   200
POST   /blocks                                          members    403   422   422   422   422   422
GET    /blocks/new                                      members    302   404   404   404   404   404
POST   /blocks/:id/delete                               members    403   404   404   404   404   404
GET    /filters                                         members    302   200   200   200   200   200
POST   /filters                                         members    403   422   422   422   422   422
GET    /filters/new                                     members    302   200   200   200   200   200
GET    /filters/:id                                     members    302   404   404   404   404   404
POST   /filters/:id                                     members    403   404   404   404   404   404
GET    /filters/:id/edit                                members    302   404   404   404   404   404
POST   /filters/:id/delete                              members    403   404   404   404   404   404
POST   /filters/:id/default                             members    403   404   404   404   404   404
GET    /works/import                                    members    302   200   200   200   200   200
POST   /works/import                                    members    403   422   422   422   422   422
GET    /works/rescue                                    members    302   200   200   200   200   200
POST   /works/rescue                                    members    403   422   422   422   422   422
GET    /works/import/waiting                            members    302   200   200   200   200   200
POST   /works/import/waiting                            members    403   422   422   422   422   422
GET    /works/import/waiting/:id                        members    302   404   404   404   404   404
POST   /works/import/waiting/:id                        members    403   404   404   404   404   404
GET    /works/import/authors                            archivists 302   403   403   403   403   403
POST   /works/import/authors                            archivists 403   403   403   403   403   403
GET    /claims/:token                                   anyone     404   404   404   404   404   404
POST   /claims/:token                                   anyone     404   404   404   404   404   404
GET    /moderation/held                                 moderators 302   403   403   403   200   403
POST   /moderation/held/rules                           moderators 403   403   403   403   303   403
POST   /moderation/held/:id                             moderators 403   403   403   403   404   403
GET    /moderation                                      moderators 302   403   403   403   200   403
POST   /moderation                                      moderators 403   403   403   403   303   403
GET    /moderation/works/:id                            moderators 302   403   403   403   200   403
POST   /moderation/works/:id                            moderators 403   403   403   403   303   403
GET    /moderation/people/:login                        moderators 302   403   403   403   200   403
POST   /moderation/people/:login                        moderators 403   403   403   403   303   403
GET    /decisions/:id                                   members    302   404   404   404   404   404
POST   /decisions/:id                                   members    403   404   404   404   404   404
GET    /moderation/cases                                moderators 302   403   403   403   200   403
GET    /moderation/cases/:id                            moderators 302   403   403   403   404   403
POST   /moderation/cases/:id                            moderators 403   403   403   403   404   403
GET    /report                                          anyone     404   404   404   404   404   404
POST   /report                                          anyone     404   404   404   404   404   404
GET    /reports                                         members    302   200   200   200   200   200
GET    /wrangling                                       wranglers  302   403   403   200   403   403
GET    /wrangling/queue                                 wranglers  302   403   403   200   403   403
POST   /wrangling/acts                                  wranglers  403   403   403   303   403   403
GET    /wrangling/acts/:id                              wranglers  302   403   403   404   403   403
POST   /wrangling/undo                                  wranglers  403   403   403   404   403   403
GET    /wrangling/history                               wranglers  302   403   403   200   403   403
GET    /wrangling/fandoms                               wranglers  302   403   403   200   403   403
POST   /wrangling/fandoms                               wranglers  403   403   403   422   403   403
GET    /wrangling/tags                                  wranglers  302   403   403   200   403   403
POST   /wrangling/tags                                  wranglers  403   403   403   303   403   403
GET    /wrangling/tags/:id                              wranglers  302   403   403   200   403   403
POST   /wrangling/tags/:id/notes                        wranglers  403   403   403   303   403   403
GET    /                                                anyone     200   200   200   200   200   200
GET    /about                                           anyone     200   200   200   200   200   200
GET    /policy                                          anyone     200   200   200   200   200   200
GET    /privacy                                         anyone     200   200   200   200   200   200
GET    /contact                                         anyone     200   200   200   200   200   200
GET    /robots.txt                                      anyone     200   200   200   200   200   200
GET    /health                                          anyone     200   200   200   200   200   200
GET    /admin                                           admins     302   403   403   403   403   200
GET    /admin/setup                                     admins     302   403   403   403   403   303
GET    /admin/setup/:step                               admins     302   403   403   403   403   200
POST   /admin/setup/:step                               admins     403   403   403   403   403   303
GET    /admin/settings                                  admins     302   403   403   403   403   200
POST   /admin/settings                                  admins     403   403   403   403   403   303
GET    /works                                           anyone     200   200   200   200   200   200
GET    /works/search                                    anyone     200   200   200   200   200   200
GET    /tags/search                                     anyone     200   200   200   200   200   200
GET    /tags/:slug                                      anyone     200   200   200   200   200   200
GET    /tags/:slug/works                                anyone     200   200   200   200   200   200
GET    /tags/:slug/feed.atom                            anyone     200   200   200   200   200   200
GET    /media                                           anyone     200   200   200   200   200   200
GET    /media/:slug/fandoms                             anyone     200   200   200   200   200   200
GET    /fandoms                                         anyone     200   200   200   200   200   200
GET    /languages                                       anyone     200   200   200   200   200   200
GET    /help/search                                     anyone     200   200   200   200   200   200
GET    /autocomplete/tag                                anyone     200   200   200   200   200   200
GET    /autocomplete/fandom                             anyone     200   200   200   200   200   200
GET    /autocomplete/character                          anyone     200   200   200   200   200   200
GET    /autocomplete/relationship                       anyone     200   200   200   200   200   200
GET    /autocomplete/freeform                           anyone     200   200   200   200   200   200
POST   /api/v1/works                                    tokens     401   201   201   201   201   201
GET    /api/v1/works                                    tokens     200   200   200   200   200   200
GET    /api/v1/works/:id                                tokens     200   200   200   200   200   200
PATCH  /api/v1/works/:id                                tokens     401   403   200   403   403   403
DELETE /api/v1/works/:id                                tokens     401   403   204   403   403   403
POST   /api/v1/works/:id/undelete                       tokens     401   404   200   404   404   404
POST   /api/v1/works/:id/chapters                       tokens     401   403   201   403   403   403
GET    /api/v1/works/:id/chapters/:chapterId            tokens     200   200   200   200   200   200
PATCH  /api/v1/works/:id/chapters/:chapterId            tokens     401   403   200   403   403   403
DELETE /api/v1/works/:id/chapters/:chapterId            tokens     401   403   204   403   403   403
GET    /api/v1/works/:id/revisions                      tokens     401   403   200   403   403   403
GET    /api/v1/works/:id/revisions/:number              tokens     401   403   404   403   403   403
POST   /api/v1/works/:id/revisions/:number/restore      tokens     401   403   404   403   403   403
GET    /api/v1/works/:id/chapters/:chapterId/revisions  tokens     401   403   200   403   403   403
GET /api/v1/works/:id/chapters/:chapterId/revisions/:number tokens 401 403 404 403 403 403
POST /api/v1/works/:id/chapters/:chapterId/revisions/:number/restore tokens 401 403 404 403 403 403
GET    /api/v1/tags                                     tokens     200   200   200   200   200   200
GET    /api/v1/tags/:id                                 tokens     200   200   200   200   200   200
POST   /api/v1/tags/:id/synonym                         tokens     401   403   403   422   403   403
POST   /api/v1/tags/:id/parents                         tokens     401   403   403   200   403   403
POST   /api/v1/tags/:id/metatags                        tokens     401   403   403   422   403   403
POST   /api/v1/tags/:id/canonical                       tokens     401   403   403   200   403   403
POST   /api/v1/tags/:id/undo                            tokens     401   403   403   404   403   403
GET    /api/v1/openapi.json                             anyone     200   200   200   200   200   200
GET    /api                                             anyone     200   200   200   200   200   200
`;

/** Every row; the table's first line names the columns. */
export const accessTable: readonly AccessRow[] = readTable(table);

function readTable(text: string): AccessRow[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  if (head.slice(3).join() !== callers.join()) throw new Error('the columns are not the callers');
  return rows.map(([method = '', path = '', access = '', ...statuses]) => {
    const expected = Object.fromEntries(callers.map((name, at) => [name, Number(statuses[at])]));
    return { method, path, access, expected: expected as AccessRow['expected'] };
  });
}
