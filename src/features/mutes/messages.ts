import { defineMessages } from '../../kit/messages/index.ts';
import { numberText } from '../../web/controls.ts';
import type { Mute } from './mute.ts';

export const text = defineMessages({
  mutesTitle: 'Mutes',
  mutesLead:
    'What you mute stays out of every list of works that you see, and out of its counts. A list ' +
    'says how many works it kept out, and you can open them there. Nobody else can tell. Your ' +
    'own works are never kept out.',
  nothingMuted: 'You have muted nothing yet.',
  mutedTags: 'Tags',
  mutedPeople: 'People',
  mutedWorks: 'Works',
  mutedPhrases: 'Phrases',
  mutedLanguages: 'Languages',
  mutedWords: 'Length',
  onlyIn: '{name} (only in {fandom})',
  phraseName: '“{phrase}”',
  shorterThan: 'shorter than {number} words',
  longerThan: 'longer than {number} words',
  between: '{min} to {max} words',
  worksOneByOne: '{count, plural, one {a work you muted} other {works you muted}}',
  workGone: 'A work that you cannot see at present',
  unmuteButton: 'Unmute',
  unmuteLabel: 'Unmute {name}',
  addHeading: 'Mute something',
  addTag: 'A tag',
  tagLabel: 'Name of the tag',
  tagHint: 'Works with one of its synonyms or with a narrower tag are kept out as well.',
  typeLabel: 'Which kind of tag',
  typeAny: 'Any',
  fandomLabel: 'Only in this fandom',
  fandomHint: 'Leave it empty to mute the tag everywhere.',
  addPerson: 'A person',
  personLabel: 'Log-in name',
  personHint: 'Works that they sign under any of their pseuds. Anonymous works stay.',
  addPhrase: 'A phrase',
  phraseLabel: 'The very words',
  phraseHint: 'Where they stand in a title, a summary or a tag.',
  addLanguage: 'A language',
  languageLabel: 'Works in',
  addWords: 'By length',
  wordsRuleLabel: 'Works that are',
  wordsShorter: 'shorter than',
  wordsLonger: 'longer than',
  wordsLabel: 'Words',
  muteButton: 'Mute',
  chooseTitle: 'Mute',
  chooseLead: 'What do you want to keep out of your lists?',
  chooseWork: 'This work: {title}',
  choosePerson: 'Works by {login}',
  chooseLanguage: 'All works in {language}',
  chooseRating: 'All works rated {name}',
  chooseOthers: 'The work itself',
  whereLabel: 'Where a tag is chosen',
  whereEverywhere: 'Everywhere',
  whereIn: 'Only in {fandom}',
  muted: 'Muted. Your lists leave it out from now on.',
  unmuted: 'Unmuted.',
  tooMany: 'You have muted as much as a list can bear. Unmute something first.',
  nothingChosen: 'Choose what to mute.',
  tagEmpty: 'Write the name of a tag.',
  unknownTag: 'There is no tag “{name}”.',
  severalTags: 'Several tags are called “{name}”. Choose which kind you mean.',
  unknownFandom: 'There is no fandom “{name}”.',
  unknownPerson: 'There is nobody with the log-in name “{name}”.',
  ownself: 'You cannot mute yourself.',
  phraseEmpty: 'Write the words to mute.',
  phraseLong: 'A phrase may have up to {most} characters.',
  unknownLanguage: 'Choose a language.',
  wordsWrong: 'Write a number of words from 1 to {most}.',
});

/** What is muted, in a few words; a number: so many works, each muted by itself. */
export function subjectName(mute: Mute | number): string {
  if (typeof mute === 'number') return text.worksOneByOne({ count: mute });
  const { subject, name, withinName } = mute;
  switch (subject.kind) {
    case 'tag':
      return withinName === '' ? name : text.onlyIn({ name, fandom: withinName });
    case 'phrase':
      return text.phraseName({ phrase: subject.phrase });
    case 'language':
      return name || subject.language;
    case 'words':
      return lengthName(subject.min, subject.max);
    default:
      return name;
  }
}

function lengthName(min: number | null, max: number | null): string {
  if (min === null) return text.shorterThan({ number: numberText((max ?? 0) + 1) });
  if (max === null) return text.longerThan({ number: numberText(min - 1) });
  return text.between({ min: numberText(min), max: numberText(max) });
}
