import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  nameEmpty: 'A tag needs a name that can be seen.',
  nameTooLong: 'The tag “{name}…” has {characters} characters; a tag has at most {most}.',
  nameForbidden: 'The tag “{name}” holds “{character}”, which no tag may hold.',
  unknownVocabulary: '“{name}” is not one of the {type} choices of this archive.',
  unknownTagId: 'There is no tag with the number {id} of the type {type}.',
  synonymOfItself: 'A tag cannot be a synonym of itself.',
  targetNotCanonical: 'A synonym needs a canonical tag of the same type to point to.',
  parentNotCanonical: 'A parent has to be canonical, and of a type that may be its parent.',
  metatagNotCanonical: 'A metatag and its subtag have to be canonical and of the same type.',
  metatagCycle: 'That metatag would stand below itself.',
  typeRating: 'rating',
  typeWarning: 'warning',
  typeCategory: 'category',
  typeFandom: 'fandom',
  typeRelationship: 'relationship',
  typeCharacter: 'character',
  typeFreeform: 'freeform',
  typeMedia: 'medium',
});
