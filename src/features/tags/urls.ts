import { tagSlug } from './name.ts';

type Named = { readonly name: string };

export const tagUrl = (tag: Named) => `/tags/${tagSlug(tag.name)}`;
export const tagWorksUrl = (tag: Named) => `/tags/${tagSlug(tag.name)}/works`;
export const mediaUrl = '/media';
export const mediumFandomsUrl = (medium: Named) => `/media/${tagSlug(medium.name)}/fandoms`;
