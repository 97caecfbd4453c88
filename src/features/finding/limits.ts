// Bounds of lists, each with its reason.

/** Tags of each type beside a list: as many as fit a glance. Chosen ones are shown besides. */
export const facetsShown = 10;
/** Suggestions in a page's field: as many as fit above a phone's keyboard, twice. */
export const suggestionsShown = 15;
/** Fandoms already chosen that suggestions heed: each may have many thousands of tags. */
export const fandomsLookedAtMost = 10;
/** Names nobody has wrangled that suggestions look into; each takes some microseconds. */
export const unwrangledLookedAtMost = 500;
/** Names that are walked through whole for a suggestion: some 20 nanoseconds each. */
export const narrowMost = 20_000;
/** Of the most used tags so many are looked at for one; each takes half a microsecond. */
export const leadingLookedAtMost = 8_192;
/** After so many of them it is asked whether that is enough. */
export const leadingStep = 64;
/** To look for a word in one of them takes as long as to walk through so many. */
export const walkedPerLookedAt = 32;
/** Works of one's own whose tags are looked at for suggestions. */
export const ownWorksLookedAtMost = 500;
/** Relatives of one kind on a tag's page; a large fandom has tens of thousands. */
export const relativesShown = 100;
/** Metatags above metatags, subtags below subtags: as deep as a page shows them. */
export const treeLevels = 4;
/** Tags of one such tree. */
export const treeTags = 200;
/** Fandoms on one page, some 10 kB sent; with more, letters are pages. */
export const fandomsPerPage = 200;
/** Fandoms of a medium on the page of all media. */
export const fandomsOfMediumShown = 5;
/** Tastes that a list counts one by one to say what each kept out; with more it says the sum. */
export const tastesCountedMost = 40;
/** Filters that are taken away in turn when nothing fits: each is a question of its own. */
export const removalsTried = 20;
/** Facets of each type when counts are asked for: most boxes of a page are among them. */
export const facetsCounted = 200;
/** Boxes counted at once: those of a page, and many that were chosen. */
export const boxesCounted = 300;
/** Tags that `Star*` stands for in a query: more would say nothing, and each is looked up. */
export const namesBeginningMost = 500;
/** Tags of one name that a parenthesis tells apart: all are looked for, and named. */
export const namesakesMost = 20;
/** Questions for full text in one filter: each is one for the database. */
export const textLeavesMost = 30;
/** Names that end in `*` in one filter: each stands for hundreds of tags. */
export const beginningsMost = 30;
/** Works ranked for a word in the names of their tags; where so many have it, it tells little. */
export const worksScoredByTags = 100_000;
/** Names offered for one that no tag bears. */
export const nearNamesShown = 3;
/** Names looked at for one that was typed; each takes some microseconds. */
export const namesLookedAtMost = 1_000;
/** Names in one query for which others are sought: each may take some milliseconds. */
export const nearNamesSoughtMost = 5;
