import { type Route, route } from '../../../web/routes.ts';
import { showImage, showImages, submitImage, submitImageChange } from './handlers.ts';
import { imageFormBytesMax } from './limits.ts';

/** Pictures of works. */
export const imagesRoutes: readonly Route[] = [
  route('GET', '/works/:id/images', 'members', showImages),
  route('POST', '/works/:id/images', 'members', submitImage, { formBytesMax: imageFormBytesMax }),
  route('GET', '/works/:id/images/:file', 'anyone', showImage),
  route('POST', '/works/:id/images/:file', 'members', submitImageChange),
];
