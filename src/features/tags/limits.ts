// Bounds of tags, each with its reason.

/** Code points in a name: the community's own bound; longer ones break every list they are in. */
export const tagNameCharactersMax = 150;

/**
 * Characters that no name may hold: commas of any script part names in a field, the others were
 * operators or markup in the tools that people bring their tags from.
 */
export const forbiddenInTagNames = /[,，、،﹐､^*<>{}=`\\%]/u;
/** Short words are typed into queries. */
export const shortWordCharactersMax = 30;
/** Of one kind in a vocabulary: they stand on each form, one below the other. */
export const vocabularyMost = 100;
