// Which language a text is in, by its script, the letters of its own and its small words.

/**
 * The tag of the language that words are in, of those that are told apart; null when it is not
 * plain. At most the first 40,000 characters are looked at.
 */
export function languageOfWords(words: string): string | null {
  const sample = words.slice(0, languageCharactersMax * 2);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 80) return null;
  const shareOf = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / letters;
  const script = scripts.find(({ of, least }) => shareOf(of) > least);
  if (script !== undefined) {
    const tongue = script.tongues.find(([own, least]) => shareOf(own) > least);
    return tongue === undefined ? script.else : tongue[2];
  }
  return ofSmallWords(sample.toLowerCase().match(/\p{L}+/gu) ?? []);
}

function ofSmallWords(words: readonly string[]): string | null {
  const shares = kin
    .map(({ small, telling }) => ({ telling, share: countIn(words, small) / words.length }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = shares;
  if (best!.share <= 0.12 || best!.share <= second!.share * 1.5) return null;
  if (typeof best!.telling === 'string') return best!.telling;
  const told = Object.entries(best!.telling)
    .map(([language, own]) => ({ language, count: countIn(words, own) }))
    .sort((a, b) => b.count - a.count);
  const [one, other] = told;
  if (one === undefined || one.count === 0) return null;
  return one.count >= (other?.count ?? 0) * 2 ? one.language : null;
}

function countIn(words: readonly string[], list: string): number {
  const some = new Set(list.split(' '));
  return words.filter((word) => some.has(word)).length;
}

type Kin = {
  /** The commonest small words, the last ones the most telling. */
  readonly small: string;
  /** The language; or, of several that share those words, what only each of them has. */
  readonly telling: string | Readonly<Record<string, string>>;
};

// Languages in Latin letters. Of some that are here only to be told from their neighbours the tag
// is not always one of an archive's.
const kin: readonly Kin[] = [
  { telling: 'en', small: 'the and of to was that he she his her with had for it' },
  { telling: 'de', small: 'der die und das ist nicht ich sie mit ein war auf sich den' },
  { telling: 'fr', small: 'le la les et des est pas que une elle dans pour vous qui' },
  { telling: 'es', small: 'el los las que no una con para por pero su del como más y lo ella' },
  { telling: 'ca', small: 'el els les una amb per però va del com més i ell al què li' },
  { telling: 'it', small: 'il che di non una per della sono con gli è ma si lo' },
  { telling: 'ro', small: 'și nu că o un să cu pe de la mai dar ce era din a l' },
  {
    telling: {
      'pt-BR': 'você vocês pra né',
      'pt-PT': 'tu ti contigo connosco tens estás és vós',
      gl: 'unha unhas non xa eu cando ata',
    },
    small: 'que não uma com para os ele ela do da em mas seu você',
  },
  {
    telling: {
      nl: 'het een ik zijn niet hij was naar ze',
      af: 'nie ek hy sy was het die by',
    },
    small: 'de het een en van niet dat ik zijn hij met op maar aan',
  },
  { telling: 'sv', small: 'och att det som en på är jag inte han med för den var' },
  {
    telling: {
      da: 'af blev nu mig dig sig hvad efter hende meget havde nogen uden igen ud ved',
      no: 'av ble nå meg deg seg hva etter henne mye hadde noen uten igjen ut vet',
    },
    small: 'og det som en på er jeg ikke han hun med for den var at de',
  },
  { telling: 'is', small: 'og að það sem er ég ekki hann hún með var við því en í á' },
  { telling: 'pl', small: 'nie się na jest że to do jak z ale co tak było jego' },
  { telling: 'fi', small: 'ja on ei se hän että oli mutta kun niin minä mitä hänen sen' },
  { telling: 'et', small: 'ja on ei see ta et oli aga kui siis nii mina mis oma' },
  { telling: 'tr', small: 'bir ve bu da ne için ben çok ama gibi daha değil o var' },
  { telling: 'id', small: 'yang dan di itu tidak dengan dia untuk ini aku dari akan pada kau' },
  { telling: 'vi', small: 'và là của không có anh cô tôi đã một cho trong với được đi' },
  { telling: 'hu', small: 'és nem hogy az egy volt csak de meg már mint mert ez is' },
  {
    telling: {
      cs: 'jsem jsi se když co jako být ještě který nebo protože není řekl',
      sk: 'som sa nie keď čo ako byť ešte ktorý alebo pretože nebol povedal',
    },
    small: 'na že je to v ale tak ho už a si do po jej byl bol bola byla se sa',
  },
  {
    // Croatian, Bosnian and Serbian in Latin letters are not told apart.
    telling: {},
    small: 'i je se na da u nije što sam ali bio kao tako ga već samo su za od iz',
  },
  { telling: 'sl', small: 'in je se na da ni kaj sem pa bil kot tako ga že samo so za od' },
];

type Script = {
  readonly of: RegExp;
  /** The least share of the letters. */
  readonly least: number;
  /** By letters of their own, with their least share; the first that fits. Null: of several. */
  readonly tongues: readonly (readonly [RegExp, number, string | null])[];
  readonly else: string | null;
};

const only = (of: RegExp, language: string): Script => ({
  of,
  least: 0.4,
  tongues: [],
  else: language,
});

const scripts: readonly Script[] = [
  { of: /[\u3040-\u30ff]/g, least: 0.1, tongues: [], else: 'ja' },
  only(/[\uac00-\ud7af]/g, 'ko'),
  { of: /\p{Script=Han}/gu, least: 0.4, tongues: [[/[嘅咗唔冇佢嚟]/g, 0.02, 'yue']], else: 'zh' },
  {
    of: /\p{Script=Cyrillic}/gu,
    least: 0.4,
    tongues: [
      // Of Turkic and Iranian languages, which have letters of those below as well.
      [/[әғқңҗһҳҷӣ]/gi, 0.002, null],
      [/ў/gi, 0.002, 'be'],
      [/[іїєґ]/gi, 0.02, 'uk'],
      [/[ѓќѕ]/gi, 0.002, 'mk'],
      [/[ђјљњћџ]/gi, 0.01, 'sr'],
      [/[өү]/gi, 0.02, 'mn'],
      [/[ыэ]/gi, 0.005, 'ru'],
      [/ъ/gi, 0.005, 'bg'],
    ],
    else: null,
  },
  only(/\p{Script=Greek}/gu, 'el'),
  // Yiddish has letters of its own, and a bar above others.
  {
    of: /\p{Script=Hebrew}/gu,
    least: 0.4,
    tongues: [[/[\u05bf\u05f0-\u05f2]/g, 0.005, null]],
    else: 'he',
  },
  {
    of: /\p{Script=Arabic}/gu,
    least: 0.4,
    tongues: [
      [/[ٹڈڑںےہ]/g, 0.02, 'ur'],
      [/[پچژگکی]/g, 0.02, 'fa'],
    ],
    else: 'ar',
  },
  only(/\p{Script=Thai}/gu, 'th'),
  only(/\p{Script=Georgian}/gu, 'ka'),
  only(/\p{Script=Armenian}/gu, 'hy'),
  only(/\p{Script=Tamil}/gu, 'ta'),
  only(/\p{Script=Malayalam}/gu, 'ml'),
  only(/\p{Script=Kannada}/gu, 'kn'),
];

/** More tells no more. */
export const languageCharactersMax = 20_000;
