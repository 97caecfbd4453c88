// The door to works: reads that take a viewer, actions that take the parts, and the fragments of
// markup that other features show works with.
export {
  addChapter,
  changeChapter,
  deleteChapter,
  orderChapters,
  postChapter,
} from './actions/chapters.ts';
export { deleteWorksOf, handOverWorks } from './actions/hand-over.ts';
export { changeLanguages, type LanguagesWish } from './actions/languages.ts';
export {
  setSeriesHidden,
  setWorkHidden,
  setWorkRemoved,
  setWorkRestricted,
} from './actions/moderated.ts';
export type { Outcome } from './actions/outcome.ts';
export { type PlacedWork, placeWork, placeWorks } from './actions/place-works.ts';
export { chapterPoster, resumePlansOf } from './actions/post-scheduled.ts';
export { findVersion, restoreVersion } from './actions/restore.ts';
export { type PackedVersion, packVersion } from './actions/revise.ts';
export { addSeries, placeInSeries } from './actions/series.ts';
export {
  deleteWork,
  postWork,
  settleWorksOfPerson,
  undeleteWork,
} from './actions/standing.ts';
export { undoersOfWorks } from './actions/undoers.ts';
export { changeWork, createWork, type NewWork } from './actions/write-work.ts';
export {
  type ChapterTags,
  type ChapterTagType,
  chapterTagFields,
  chapterTagTypes,
} from './chapter-tags.ts';
export { checkBroughtCompany, placeBroughtCompany } from './company/actions/bring-company.ts';
export { orphanWorks } from './company/actions/orphan.ts';
export { type Parting, partWithWorks } from './company/actions/part.ts';
export {
  purgeDeleted,
  purgeMs,
  type WorkRemover,
  worksRemover,
} from './company/actions/purge.ts';
export {
  type CheckedRelated,
  checkRelated,
  type NewRelated,
  workAtAddress,
} from './company/actions/related.ts';
export type { CompanyWishes } from './company/actions/settle-company.ts';
export { invitationNotices } from './company/invitation-notices.ts';
export { deletedList } from './company/pages/deleted.ts';
export { associations, children } from './company/pages/related.ts';
export { type Deleted, listDeleted } from './company/store/deleted.ts';
export { listGiftsTo } from './company/store/gifts.ts';
export { type Asked, listAsked, listInvitations } from './company/store/invitations.ts';
export { listPartingWorks, type PartingWork } from './company/store/parting.ts';
export {
  listDerived,
  type Related,
  type RelatedParent,
  readRelated,
} from './company/store/related.ts';
export { findSeriesFacts, listSeriesOfPerson } from './company/store/series.ts';
export { companyNotices, tellOfCompany } from './company/telling.ts';
export type { WorkFields } from './forms.ts';
export { refusedSeries, refusedWork } from './handlers/gone.ts';
export { type SentForm, type SentTags, sentForm } from './handlers/sent-form.ts';
export {
  firstWorksOf,
  type HeldWork,
  holdWork,
  isHeld,
  listHeldWorks,
  settleHeld,
} from './holding/holding.ts';
export {
  firstWorksChoices,
  firstWorksDaysChoices,
} from './holding/limits.ts';
export { findHeld } from './holding/store.ts';
export { addImage, chooseCover, type ImageWords, removeImage } from './images/actions.ts';
export {
  type BroughtPicture,
  type DrawnPictures,
  drawBrought,
  dropPictures,
  namePictures,
  placePictures,
  showPictures,
} from './images/bring.ts';
export { ownPictureFiles, type PictureFile, readPictureFiles } from './images/bytes.ts';
export { describeImage } from './images/describe.ts';
export type { Image } from './images/image.ts';
export { imageFormBytesMax } from './images/limits.ts';
export { findImage, listImages } from './images/store.ts';
export { imageSweeper } from './images/sweep.ts';
export {
  type Brought,
  type ChapterInput,
  type CheckedChapter,
  type CheckedWork,
  checkBroughtChapter,
  checkBroughtWork,
  checkChapter,
  checkWork,
  tagFields,
  type WorkInput,
} from './input.ts';
export {
  type InLanguage,
  isLanguageTag,
  type Language,
  type Languages,
  languagesOf,
  starterLanguages,
} from './languages.ts';
export { undeleteDays, worksPerPage } from './limits.ts';
export { ofOwnChapter, ofOwnSeries, ofOwnWork, ownedByWorks } from './owned.ts';
export { inLanguage, tagLink, workBlurb } from './pages/blurb.ts';
export { byline, bylineText, creatorName } from './pages/byline.ts';
export { chapterTagList } from './pages/chapter-tag-fields.ts';
export { chapterName, creatorBar } from './pages/manage-pages.ts';
export { worksRoutes } from './routes.ts';
export type { RevisionReason } from './schema.ts';
export {
  addChapterHits,
  addCounts,
  type CountName,
  findNewestCountAt,
  listCountedSince,
} from './store/counts.ts';
export { listDeletedChapters } from './store/deleted-chapters.ts';
export { type IndexedWork, listIndexedWorks } from './store/index-feed.ts';
export { readLanguages } from './store/languages.ts';
export {
  type LastSeen,
  readLastSeenSeries,
  readLastSeenWork,
} from './store/last-seen.ts';
export { findModerated, type Moderated } from './store/moderated.ts';
export {
  type FoundWork,
  findWork,
  findWorkOfChapter,
  listBlurbs,
  listDrafts,
  listDraftTagIds,
  listOwnWorkIds,
  readChapters,
} from './store/reads.ts';
export {
  type ListedRevision,
  listRevisions,
  type Revised,
  readRevision,
} from './store/revisions.ts';
export { listCreatorIds } from './store/rows.ts';
export { findNeighbours, findSeries, type Series } from './store/series.ts';
export { type OwnWork, readChapterSource, readWorkSource } from './store/sources.ts';
export {
  type FindableText,
  type FindableWork,
  listFindableWorks,
  readTextsOfChapters,
  readTextsOfWorks,
} from './store/text-feed.ts';
export type { ChapterVersion, WorkVersion } from './versions.ts';
export {
  audienceOfViewer,
  audienceOfWork,
  audiences,
  inListsOf,
  type Standing,
  standingOf,
  type WorkState,
} from './visibility.ts';
export {
  type Blurb,
  type Chapter,
  type ChapterHeading,
  type ChapterSource,
  type Creator,
  chapterCount,
  isOneShot,
  type OwnMark,
  type SeriesPlace,
  type TagsByType,
  type Work,
  type WorkSource,
} from './work.ts';
