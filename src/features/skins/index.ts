// The door to skins: the style sheets that writers give their works.
import { type Route, route } from '../../web/routes.ts';
import {
  showEditSkin,
  showNewSkin,
  showSheet,
  showSkin,
  showSkins,
  submitDeleteSkin,
  submitNewSkin,
  submitSkin,
} from './handlers.ts';
import { newSkinUrl, skinsUrl } from './urls.ts';

export { createSkin, mayUse, placeSkin } from './actions.ts';
export { ownedBySkins } from './owned.ts';
export { sheetResponse } from './sheet.ts';
export type { ListedSkin, Skin } from './skin.ts';
export { findSkin, findSkinByTitle, listSkinsFor } from './store.ts';

/** A member's own skins, and those that the archive offers. */
export const skinsRoutes: readonly Route[] = [
  route('GET', skinsUrl, 'members', showSkins),
  route('POST', skinsUrl, 'members', submitNewSkin),
  route('GET', newSkinUrl, 'members', showNewSkin),
  route('GET', `${skinsUrl}/:id`, 'members', showSkin),
  route('POST', `${skinsUrl}/:id`, 'members', submitSkin),
  route('GET', `${skinsUrl}/:id/edit`, 'members', showEditSkin),
  route('GET', `${skinsUrl}/:id/sheet.css`, 'members', showSheet),
  route('POST', `${skinsUrl}/:id/delete`, 'members', submitDeleteSkin),
];
