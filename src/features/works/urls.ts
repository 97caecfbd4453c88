type WorkAddress = { readonly id: number };

export const worksUrl = '/works';
export const newWorkUrl = '/works/new';
export const workUrl = (work: WorkAddress) => `/works/${work.id}`;
export const wholeWorkUrl = (work: WorkAddress) => `/works/${work.id}?view_full_work=true`;
export const chapterUrl = (work: WorkAddress, chapter: { readonly id: number }) =>
  `/works/${work.id}/chapters/${chapter.id}`;
export const chapterIndexUrl = (work: WorkAddress) => `/works/${work.id}/navigate`;
export const editWorkUrl = (work: WorkAddress) => `/works/${work.id}/edit`;
export const deleteWorkUrl = (work: WorkAddress) => `/works/${work.id}/delete`;
export const undeleteChapterUrl = (work: WorkAddress, chapter: { readonly id: number }) =>
  `/works/${work.id}/chapters/${chapter.id}/undelete`;
export const undeleteWorkUrl = (work: WorkAddress) => `/works/${work.id}/undelete`;
export const postWorkUrl = (work: WorkAddress) => `/works/${work.id}/post`;
export const newChapterUrl = (work: WorkAddress) => `/works/${work.id}/chapters/new`;
export const chaptersUrl = (work: WorkAddress) => `/works/${work.id}/chapters`;
export const orderChaptersUrl = (work: WorkAddress) => `/works/${work.id}/chapters/order`;
export const editChapterUrl = (work: WorkAddress, chapter: { readonly id: number }) =>
  `/works/${work.id}/chapters/${chapter.id}/edit`;
export const deleteChapterUrl = (work: WorkAddress, chapter: { readonly id: number }) =>
  `/works/${work.id}/chapters/${chapter.id}/delete`;
export const postChapterUrl = (work: WorkAddress, chapter: { readonly id: number }) =>
  `/works/${work.id}/chapters/${chapter.id}/post`;
export const seriesUrl = (series: { readonly id: number }) => `/series/${series.id}`;
export const editSeriesUrl = (series: { readonly id: number }) => `/series/${series.id}/edit`;
export const deleteSeriesUrl = (series: { readonly id: number }) => `/series/${series.id}/delete`;
export const undeleteSeriesUrl = (series: { readonly id: number }) =>
  `/series/${series.id}/undelete`;
export const creatorsUrl = (work: WorkAddress) => `/works/${work.id}/creators`;
export const withdrawInvitationUrl = (work: WorkAddress) => `/works/${work.id}/creators/withdraw`;
export const offerWorkUrl = (work: WorkAddress) => `/works/${work.id}/creators/offer`;
export const leaveWorkUrl = (work: WorkAddress) => `/works/${work.id}/creators/leave`;
export const acceptInvitationUrl = (work: WorkAddress) => `/works/${work.id}/creators/accept`;
export const refuseInvitationUrl = (work: WorkAddress) => `/works/${work.id}/creators/refuse`;
export const giftsUrl = (login: string) => `/users/${login}/gifts`;
export const refuseGiftUrl = (work: WorkAddress) => `/works/${work.id}/gifts/refuse`;
export const acceptGiftUrl = (work: WorkAddress) => `/works/${work.id}/gifts/accept`;
export const relatedUrl = (work: WorkAddress) => `/works/${work.id}/related`;
export const imagesUrl = (work: WorkAddress) => `/works/${work.id}/images`;
export const imageUrl = (work: WorkAddress, file: string) => `/works/${work.id}/images/${file}`;
/** Of a work that has one; another address after each change of it. */
export const workSkinUrl = (work: WorkAddress, skin: { readonly editedAt: number }) =>
  `/works/${work.id}/skin.css?v=${skin.editedAt}`;
export const removeRelatedUrl = (work: WorkAddress) => `/works/${work.id}/related/remove`;
export const answerRelatedUrl = (work: WorkAddress) => `/works/${work.id}/related/answer`;
export const manageWorksUrl = (login: string) => `/users/${login}/works/manage`;
export const invitationsUrl = (login: string) => `/users/${login}/invitations`;
export const draftsUrl = (login: string) => `/users/${login}/drafts`;
export const pseudUrl = (creator: { readonly login: string; readonly name: string }) =>
  `/users/${creator.login}/pseuds/${encodeURIComponent(creator.name)}`;

export const historyUrl = (work: WorkAddress) => `/works/${work.id}/history`;
export const chapterHistoryUrl = (work: WorkAddress, chapter: { readonly id: number }) =>
  `/works/${work.id}/chapters/${chapter.id}/history`;
export const autosaveUrl = '/autosave';
/** Takes `text`, `from` and `to`; answers `{"text", "lost": [names]}` or a problem document. */
export const otherFormatUrl = '/works/other-format';
/** What was saved for now beside what is saved. */
export const keptFormUrl = (window: string) => `/autosave/${window}`;

// Autosave, as the forms and the script of the editor use it.
//
// The form of a work or a chapter holds hidden fields of the server's making:
//   autosave_window   names the open form: 22 letters, digits, - or _; one row is kept per person
//                     and window, and each autosave overwrites it
//   autosave_kind     work-new, work, chapter-new or chapter
//   autosave_work     the work's id, or empty for a new work
//   autosave_chapter  the chapter's id, or empty
//   revision          the revision that the form was made from, of the work or the chapter
// A script sends the form as it stands, every few seconds of change and on leaving:
//   POST /autosave, application/x-www-form-urlencoded, `accept: application/json`,
//   body: new URLSearchParams(new FormData(form)), which has `authenticity_token` in it.
// It is answered with
//   200 {"savedAt": "2026-01-02T03:04:05.678Z"}
//   409 {"savedAt", "revision": the present one, "theirs": {field: text or [text]},
//        "mine": {field: ...}, "compare": address of a page with both}: kept all the same, but
//        somebody has saved another version since this form was opened; say so, go on saving
// A script stops when its form is sent to be saved for good, so that nothing is kept after it.
//   anything else: not kept (401 and 403 logged out or too old a form, 404 not yours, 413 over the
//        person's share of the disk or over 10 MB, 503): keep it on the device and try again; a
//        problem document says why in `detail`.
// Without script the button “Save for now” sends the same form there (formaction) and is answered
// with a page. Saving, posting or adding for good, from a form with its `autosave_window`, deletes
// the row. What is left is offered above the form opened again: `?autosave=WINDOW` on the
// address of the form fills it in, and goes on in the same window.
