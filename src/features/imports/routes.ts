import { type Route, route } from '../../web/routes.ts';
import {
  showImport,
  showWaiting,
  showWaitingWork,
  submitFiles,
  submitWaiting,
  submitWaitingWork,
} from './handlers.ts';
import { showAuthors, showClaim, submitAuthor, submitClaim } from './handlers-authors.ts';
import { showHoldRules, submitHoldRules } from './handlers-hold-rules.ts';
import { uploadBytesMax } from './limits.ts';
import type { FileReading } from './reading.ts';
import { showRescue, submitRescue } from './rescue/handlers.ts';
import { rescueBytesMax } from './rescue/limits.ts';
import type { Rescuer } from './rescue/rescuer.ts';
import { authorsUrl, holdRulesUrl, importUrl, rescueUrl, waitingUrl } from './urls.ts';

/** Bringing works in by the form, and what waits for moderators. */
export function importsRoutes(
  { readUpload, openComing, judgeChanged }: FileReading,
  rescuer: Rescuer,
): readonly Route[] {
  const files = submitFiles(readUpload);
  return [
    route('GET', importUrl, 'members', showImport),
    route('POST', importUrl, 'members', files, { formBytesMax: uploadBytesMax }),
    route('GET', rescueUrl, 'members', showRescue),
    route('POST', rescueUrl, 'members', submitRescue(rescuer), { formBytesMax: rescueBytesMax }),
    route('GET', waitingUrl, 'members', showWaiting),
    route('POST', waitingUrl, 'members', submitWaiting(openComing)),
    route('GET', `${waitingUrl}/:id`, 'members', showWaitingWork),
    route('POST', `${waitingUrl}/:id`, 'members', submitWaitingWork(judgeChanged)),
    route('GET', authorsUrl, 'archivists', showAuthors),
    route('POST', authorsUrl, 'archivists', submitAuthor),
    route('GET', '/claims/:token', 'anyone', showClaim),
    route('POST', '/claims/:token', 'anyone', submitClaim),
    route('GET', holdRulesUrl, 'moderators', showHoldRules),
    route('POST', holdRulesUrl, 'moderators', submitHoldRules),
  ];
}
