// The door to tags: the model, look-ups, and the acts that change it. Who may see a name is not
// decided here: a name alone says nothing of who used it (finding decides what is offered).

export {
  asFieldErrors,
  makeTag,
  type ResolvedTags,
  resolveTagLists,
  type TagList,
  type TagMaking,
  type TagReference,
  typeWord,
} from './actions.ts';
export {
  type Act,
  type ActKind,
  type Kept,
  type KeptAct,
  loneActs,
  pairActs,
} from './acts/act.ts';
export type { TagMover, Touched } from './acts/movers.ts';
export { type Doing, type Done, performActs, undoActs } from './acts/perform.ts';
export { type ActsPreview, type PreviewedAct, previewActs } from './acts/preview.ts';
export { ActRefused } from './acts/refusal.ts';
export { tagActsUndoer } from './acts/undoer.ts';
export { tagNameCharactersMax } from './limits.ts';
export { nameOfSlug, splitTagNames, tagNameProblem, tagSlug, tidyTagName } from './name.ts';
export { ownedByTags } from './owned.ts';
export { type BroughtTag, placeTags } from './place-tags.ts';
export { chooseAdultRatings } from './ratings.ts';
export { type ActsWanted, findAct, listActs } from './store/acts.ts';
export {
  findFamily,
  findTagByOldName,
  findTagsByIds,
  findTagsByLook,
  findTagsByName,
  findTagsByNames,
  listIdsBelow,
  listMetatagEdges,
  listOldNames,
  listParentEdges,
  listTagsAfter,
  listTagsOfType,
} from './store.ts';
export {
  allowedParents,
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
export {
  canBeRetired,
  canGrow,
  changeVocabulary,
  offeredTags,
  type VocabularyChange,
  type VocabularyEntry,
  type VocabularyType,
  vocabularyTypes,
} from './vocabulary-changes.ts';
