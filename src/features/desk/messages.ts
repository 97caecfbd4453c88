import { defineMessages } from '../../kit/messages/index.ts';

export const text = defineMessages({
  checkHeading: 'What the check found',
  checkFound:
    '{cut, select, yes {More than } other {}}' +
    '{found, plural, =0 {Nothing} one {# thing} other {# things}} to look at in ' +
    '{words, plural, one {# word} other {# words}}.',
  checkHint:
    'These are places to look at, not mistakes for certain: nothing in your text has been changed.',
  checkMore: 'Only the first {shown} are listed.',
  checkDismissed:
    '{count, plural, one {# is} other {# are}} not shown, because you dismissed ' +
    '{count, plural, one {it} other {them}}.',
  checkShowDismissed: 'Show everything again',
  checkEnglishOnly:
    'The check knows English only, and this work is in another language: {language}.',
  checkUnknownLanguage: 'The check knows English only, and this text does not look like English.',
  checkEmpty: 'There is no text to check yet.',
  checkBusy:
    'Too much is being checked just now. Your text is safe in the form: try again in a moment.',
  paragraph: 'Paragraph {number}',
  jump: 'Go to the text',
  jumpTo: 'Go to the text: {quote}',
  dismiss: 'Dismiss',
  dismissThis: 'Dismiss this finding: {quote}',
  suggestHeading: 'Suggested from your text',
  suggestHint:
    'Found by names and words alone. Tick what is right and add it to the form; nothing is set ' +
    'or saved by itself.',
  nothingSuggested: 'The text suggests nothing that is not in the form already.',
  nothingTicked: 'Nothing was ticked, so nothing was added.',
  added: '{n, plural, one {One was} other {# were}} added to the form below. Nothing is saved yet.',
  addTicked: 'Add the ticked ones to the form',
  groupLanguage: 'Language',
  groupFandoms: 'Fandoms',
  groupCharacters: 'Characters',
  groupRelationships: 'Relationships',
  groupWarnings: 'Warnings',
  warningsHint: 'Only words were looked for. Whether a warning is due, you know best.',
  whyLanguage: 'The text looks like this language.',
  whyFandom: 'The text has names of its characters: {names}.',
  whyCharacter: '“{called}” stands in the text {count, plural, one {once} other {# times}}:',
  whyPair:
    'Both appear in {together} of {passages, plural, one {# passage} other {# passages}}, and ' +
    '{close, plural, =0 {never share a paragraph} one {share # paragraph} other {share # ' +
    'paragraphs}}. The text does not say how they are tied.',
  whyWarning:
    '{count, plural, one {One place has} other {# places have}} words that may call for it:',
  warningViolence: 'Graphic violence',
  warningDeath: 'Death of a major character',
  warningNonCon: 'Non-consensual acts',
});

/** A reason for each finding, by its rule and its reason. */
export const reasons = defineMessages({
  'doubled/word': 'The same word twice in a row.',
  'doubled/words': 'The same words twice in a row.',
  'missing/noun': 'A word seems to be missing after “the”, “a” or “my”.',
  'missing/to': 'Is there a “to” missing between these words?',
  'missing/preposition': 'Is a small word such as “at” or “to” missing here?',
  'missing/article': 'Is a “the”, “a” or “her” missing here?',
  'missing/possessive': 'Is a “his”, “her” or “the” missing between these words?',
  'missing/of': 'Is an “of” missing between these words?',
  'missing/be': 'Is a “was” or “is” missing between these words?',
  'missing/have': 'Is a “had” or “has” missing between these words?',
  'missing/place': 'Is a small word such as “in”, “at” or “with” missing here?',
  'missing/and': 'Is an “and” missing between these words?',
  'missing/verb': 'This sentence begins as if “was” or “is” were missing.',
  'stop/end': 'The paragraph ends without a stop.',
  'stop/between': 'A capital in the middle of a sentence: is a stop missing before it?',
  'stop/capital': 'A new sentence that begins with a small letter.',
  'stop/signs': 'Two stops where one would do, or a space before one.',
  'homophone/word': 'Was “{meant}” meant? The two sound alike.',
  'form/joined': 'This is usually written as two words: “{meant}”.',
  'form/spelling': 'This is usually spelt “{meant}”.',
  'form/agreement': 'The verb does not go with who does it: was “{meant}” meant?',
  'form/participle': 'After “had”, “has” or “have” stands another form: “{meant}”.',
  'form/base': 'After “didn’t” and its like stands the plain form: “{meant}”.',
  'form/an': 'Before a vowel that is heard, “a” becomes “an”: “{meant}”.',
  'form/a': 'No vowel is heard here: “{meant}”.',
  'dialogue/unclosed': 'This speech is opened and never closed.',
  'dialogue/full-stop': 'Before “said” and its like, a speech ends with a comma, not a full stop.',
  'dialogue/no-comma': 'The speech ends without a comma before who says it.',
  'dialogue/tag-capital': 'What says who speaks goes on in small letters after the speech.',
  'dialogue/no-stop': 'The speech ends without a stop.',
  'dialogue/comma-before': 'A comma usually stands before the speech.',
  'speaker/run': 'Many speeches in a row without a word of who speaks: can a reader still tell?',
  'repeated/near': 'This word was used a moment ago.',
  'tense/past': 'The story is told in the past, and this verb is in the present.',
  'tense/present': 'The story is told in the present, and this verb is in the past.',
  'together/two-speeches': 'Two speeches in one paragraph: is there a new speaker?',
  'together/two-speakers': 'Two people speak in one paragraph.',
  'together/long': 'A very long paragraph: might it be several?',
});

export function reasonOf(finding: {
  readonly rule: string;
  readonly reason: string;
  readonly meant?: string;
}): string {
  const key = `${finding.rule}/${finding.reason}` as keyof typeof reasons;
  return reasons[key]({ meant: finding.meant ?? '…' });
}
