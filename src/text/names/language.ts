// Which language a text is in, by its script and its small words.

/**
 * The tag of the language that words are in, of the few that are told apart; null when it is
 * not plain. At most the first 40,000 characters are looked at.
 */
export function languageOfWords(words: string): string | null {
  const sample = words.slice(0, languageCharactersMax * 2);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 80) return null;
  for (const [pattern, language] of scripts) {
    const share = language === 'uk' ? 0.02 : language === 'ja' ? 0.1 : 0.4;
    if ((sample.match(pattern)?.length ?? 0) > letters * share) return language;
  }
  const each = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const shares = Object.entries(smallWords)
    .map(([language, list]) => {
      const small = new Set(list.split(' '));
      return { language, share: each.filter((word) => small.has(word)).length / each.length };
    })
    .sort((a, b) => b.share - a.share);
  const [best, second] = shares;
  const isPlain = best!.share > 0.12 && best!.share > second!.share * 1.5;
  return isPlain ? best!.language : null;
}

// The commonest small words of languages in Latin letters, the last ones the most telling.
const smallWords: Record<string, string> = {
  en: 'the and of to was that he she his her with had for it',
  de: 'der die und das ist nicht ich sie mit ein war auf sich den',
  fr: 'le la les et des est pas que une elle dans pour vous qui',
  es: 'el los las que no una con para por pero su del como más',
  it: 'il che di non una per della sono con gli è ma si lo',
  'pt-BR': 'que não uma com para os ele ela do da em mas seu você',
  nl: 'de het een en van niet dat ik zijn hij met op maar aan',
  sv: 'och att det som en på är jag inte han med för den var',
  pl: 'nie się na jest że to do jak z ale co tak było jego',
  fi: 'ja on ei se hän että oli mutta kun niin minä mitä hänen sen',
  tr: 'bir ve bu da ne için ben çok ama gibi daha değil o var',
  id: 'yang dan di itu tidak dengan dia untuk ini aku dari akan pada kau',
  hu: 'és nem hogy az egy volt csak de meg már mint mert ez is',
  cs: 'se na že je to v jsem ale byl jako tak co ho už',
};
const scripts: readonly [RegExp, string][] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґ]/gi, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Thai}/gu, 'th'],
];
/** More tells no more. */
export const languageCharactersMax = 20_000;
