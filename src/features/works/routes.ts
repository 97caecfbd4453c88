import { type Route, route } from '../../web/routes.ts';
import { companyRoutes } from './company/routes.ts';
import { submitAutosave, submitDropForm } from './handlers/autosave.ts';
import {
  showDeleteChapter,
  showEditChapter,
  showNewChapter,
  showOrder,
  submitDeleteChapter,
  submitEditChapter,
  submitNewChapter,
  submitOrder,
  submitPostChapter,
  submitUndeleteChapter,
} from './handlers/chapter.ts';
import {
  showForget,
  showHistory,
  showRevision,
  submitForget,
  submitRestore,
} from './handlers/history.ts';
import { showKeptForm } from './handlers/kept-form.ts';
import { submitOtherFormat } from './handlers/other-format.ts';
import { showWorkSkin } from './handlers/skin.ts';
import {
  showDeleteWork,
  showDrafts,
  showEditWork,
  showNewWork,
  showUndeleteWork,
  submitDeleteWork,
  submitEditWork,
  submitNewWork,
  submitPostWork,
  submitUndeleteWork,
} from './handlers/work.ts';
import { imagesRoutes } from './images/routes.ts';
import { otherFormatUrl } from './urls.ts';

/** How works are made and changed; where they are read is `reading`, where found `finding`. */
export const worksRoutes: readonly Route[] = [
  route('GET', '/works/new', 'members', showNewWork),
  route('POST', '/works', 'members', submitNewWork),
  route('GET', '/works/:id/edit', 'members', showEditWork),
  route('POST', '/works/:id', 'members', submitEditWork),
  route('POST', '/works/:id/post', 'members', submitPostWork),
  route('GET', '/works/:id/delete', 'members', showDeleteWork),
  route('POST', '/works/:id/delete', 'members', submitDeleteWork),
  route('GET', '/works/:id/undelete', 'members', showUndeleteWork),
  route('POST', '/works/:id/undelete', 'members', submitUndeleteWork),
  route('GET', '/works/:id/chapters/new', 'members', showNewChapter),
  route('POST', '/works/:id/chapters', 'members', submitNewChapter),
  route('GET', '/works/:id/chapters/order', 'members', showOrder),
  route('POST', '/works/:id/chapters/order', 'members', submitOrder),
  route('GET', '/works/:id/chapters/:chapterId/edit', 'members', showEditChapter),
  route('POST', '/works/:id/chapters/:chapterId', 'members', submitEditChapter),
  route('POST', '/works/:id/chapters/:chapterId/post', 'members', submitPostChapter),
  route('GET', '/works/:id/chapters/:chapterId/delete', 'members', showDeleteChapter),
  route('POST', '/works/:id/chapters/:chapterId/delete', 'members', submitDeleteChapter),
  route('POST', '/works/:id/chapters/:chapterId/undelete', 'members', submitUndeleteChapter),
  route('GET', '/works/:id/history', 'members', showHistory),
  route('GET', '/works/:id/history/forget', 'members', showForget),
  route('POST', '/works/:id/history/forget', 'members', submitForget),
  route('GET', '/works/:id/history/:number', 'members', showRevision),
  route('POST', '/works/:id/history/:number/restore', 'members', submitRestore),
  route('GET', '/works/:id/chapters/:chapterId/history', 'members', showHistory),
  route('GET', '/works/:id/chapters/:chapterId/history/forget', 'members', showForget),
  route('POST', '/works/:id/chapters/:chapterId/history/forget', 'members', submitForget),
  route('GET', '/works/:id/chapters/:chapterId/history/:number', 'members', showRevision),
  route('POST', '/works/:id/chapters/:chapterId/history/:number/restore', 'members', submitRestore),
  route('GET', '/works/:id/skin.css', 'anyone', showWorkSkin),
  route('POST', otherFormatUrl, 'members', submitOtherFormat),
  route('POST', '/autosave', 'members', submitAutosave),
  route('GET', '/autosave/:window', 'members', showKeptForm),
  route('POST', '/autosave/:window/drop', 'members', submitDropForm),
  route('GET', '/users/:login/drafts', 'members', showDrafts),
  ...companyRoutes,
  ...imagesRoutes,
];
