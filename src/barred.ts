// What members may still use whose account moderators have suspended or banned. Everything else
// that changes something is closed to both, and to the banned everything else at all.
import type { BarredRules } from './web/serve/index.ts';

const openToSuspended = [
  'POST /reading',
  'POST /users/:login/preferences',
  'POST /users/:login/preferences/codes',
  'POST /users/:login/preferences/apps',
  'POST /users/:login/preferences/passkeys',
  'POST /users/:login/preferences/password',
  'POST /users/:login/preferences/email',
  'POST /users/:login/preferences/erase',
  'POST /users/:login/sessions',
  'POST /users/:login/feeds',
  'POST /users/:login/feeds/:id/delete',
  'POST /users/:login/subscriptions',
  'POST /users/:login/notices/read',
  'POST /users/:login/notices/choices',
  'POST /works/:id/mark_for_later',
  'POST /works/:id/mark_as_read',
  'POST /works/:id/reading',
  'POST /works/:id/kudos/undo',
  'POST /mutes',
  'POST /mutes/:id/delete',
  'POST /blocks',
  'POST /blocks/:id/delete',
  'POST /filters',
  'POST /filters/:id',
  'POST /filters/:id/delete',
  'POST /filters/:id/default',
  'POST /inbox',
  'POST /report',
];

const openToBanned = [
  'GET /users/login',
  'POST /users/login',
  'GET /users/logout',
  'POST /users/logout',
  'GET /token_dispenser.json',
  'GET /policy',
  'GET /terms',
  'GET /privacy',
  'GET /contact',
  'GET /takeout',
  'POST /takeout',
  'GET /users/:login/preferences/erase',
  'POST /users/:login/preferences/erase',
  'GET /decisions',
  'GET /decisions/:id',
  'POST /decisions/:id',
  'GET /notices/unsubscribe/:token',
  'POST /notices/unsubscribe/:token',
  'GET /users/email/confirm',
  'POST /users/email/confirm',
  'GET /users/password/edit',
  'POST /users/password/edit',
];

export const barred: BarredRules = {
  openToSuspended: new Set(openToSuspended),
  openToBanned: new Set(openToBanned),
};
