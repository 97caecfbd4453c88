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
export const draftsUrl = (login: string) => `/users/${login}/drafts`;
export const pseudUrl = (creator: { readonly login: string; readonly name: string }) =>
  `/users/${creator.login}/pseuds/${encodeURIComponent(creator.name)}`;
