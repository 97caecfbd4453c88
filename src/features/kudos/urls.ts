type Numbered = { readonly id: number };

/** Who left kudos on a work, and where they are left. */
export const kudosUrl = (work: Numbered) => `/works/${work.id}/kudos`;
export const takeKudosBackUrl = (work: Numbered) => `/works/${work.id}/kudos/undo`;
