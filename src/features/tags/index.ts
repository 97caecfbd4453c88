// The door to tags: the model, look-ups, and the acts that change it. Who may see a name is not
// decided here: a name alone says nothing of who used it (finding decides what is offered).
export {
  addMetatag,
  addParent,
  asFieldErrors,
  makeCanonical,
  makeSynonym,
  makeTag,
  type ResolvedTags,
  resolveTagLists,
  type TagList,
  type TagMaking,
  type TagReference,
  typeWord,
} from './actions.ts';
export { tagNameCharactersMax } from './limits.ts';
export { nameOfSlug, splitTagNames, tagNameProblem, tagSlug, tidyTagName } from './name.ts';
export { type BroughtTag, placeTags } from './place-tags.ts';
export {
  findFamily,
  findTagByOldName,
  findTagsByIds,
  findTagsByLook,
  findTagsByName,
  listIdsBelow,
  listMetatagEdges,
  listParentEdges,
  listTagsAfter,
  listTagsOfType,
} from './store.ts';
export {
  isOpenType,
  type OpenTagType,
  openTagTypes,
  type Tag,
  type TagStatus,
  type TagType,
  tagTypes,
  type WorkTagType,
  workTagTypes,
} from './tag.ts';
export { ratingIds, warningIds } from './vocabulary.ts';
