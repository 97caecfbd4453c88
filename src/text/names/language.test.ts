// A language is named where it is plain, and never its neighbour's name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOfWords } from './language.ts';

const texts: Readonly<Record<string, string>> = {
  en:
    'She went down to the harbour, and he waited for her by the boat. It was not late, ' +
    'but the rain had begun and there was nobody else on the quay.',
  de:
    'Sie ging zum Hafen hinunter, und er wartete am Boot auf sie. Es war nicht spät, ' +
    'aber der Regen hatte begonnen, und sonst war niemand auf dem Kai.',
  fr:
    'Elle descendit vers le port, et il attendait près du bateau. Ce n’est pas tard, ' +
    'mais la pluie tombe dans le port et les quais sont vides, elle ne sait pas pour qui.',
  es:
    'Bajó al puerto, y él la esperaba junto al barco. No era tarde, pero la lluvia había ' +
    'empezado y no había nadie más en el muelle. No sé lo que dijo, pero ella se rio con ' +
    'una mano en la suya.',
  ca:
    'Va baixar al port, i ell l’esperava al costat de la barca. No era tard, però la ' +
    'pluja havia començat i no hi havia ningú més al moll. No sé què va dir, però ella ' +
    'va riure i li va agafar la mà.',
  ro:
    'A coborât în port, iar el o aștepta lângă barcă. Nu era târziu, dar ploaia începuse ' +
    'și nu mai era nimeni pe chei. Nu știu ce a spus, dar ea a râs și l-a luat de mână.',
  'pt-BR':
    'Ela desceu ao porto, e ele esperava por ela com o barco. Não era tarde, mas a chuva ' +
    'caía em todos os barcos do porto. Você não sabe o que ele disse, mas ela riu para ' +
    'ele.',
  'pt-PT':
    'Ela desceu ao porto, e ele esperava por ela com o barco. Não era tarde, mas a chuva ' +
    'caía em todos os barcos do porto. Tu não sabes o que ele disse, mas ela riu para ti.',
  nl:
    'Ze ging naar de haven, en hij wachtte op haar bij de boot. Het was niet laat, maar ' +
    'de regen was begonnen en er was niemand aan de kade. Ik weet niet wat hij zei, maar ' +
    'zij lachte met een hand op zijn arm.',
  sv:
    'Hon gick ner till hamnen, och han väntade på henne vid båten. Det var inte sent, ' +
    'men regnet hade börjat, och det fanns ingen annan på kajen. Jag vet inte vad han ' +
    'sa, men hon skrattade.',
  da:
    'Hun gik ned til havnen, og han ventede på hende ved båden. Det var ikke sent, men ' +
    'regnen var begyndt, og der var ingen andre på kajen. Jeg ved ikke, hvad han sagde, ' +
    'men hun lo.',
  no:
    'Hun gikk ned til havnen, og han ventet på henne ved båten. Det var ikke sent, men ' +
    'regnet hadde begynt, og det var ingen andre på kaia. Jeg vet ikke hva han sa, men ' +
    'hun lo.',
  cs:
    'Šla dolů do přístavu a on na ni čekal u lodi. Nebylo pozdě, ale už pršelo a na ' +
    'nábřeží nikdo nebyl. Nevím, co řekl, ale ona se zasmála, když ho vzala za ruku, a ' +
    'tak to je.',
  sk:
    'Išla dolu do prístavu a on na ňu čakal pri lodi. Nebolo neskoro, ale už pršalo a na ' +
    'nábreží nikto nebol. Neviem, čo povedal, ale ona sa zasmiala, keď ho chytila za ' +
    'ruku, a tak to je.',
  uk:
    'Вона спустилася до гавані, і він чекав на неї біля човна. Було не пізно, але дощ ' +
    'уже почався, і на причалі не було нікого іншого.',
  ru:
    'Она спустилась к гавани, и он ждал её у лодки. Было не поздно, но дождь уже ' +
    'начался, и на причале никого другого не было.',
  bg:
    'Тя слезе към пристанището, а той я чакаше до лодката. Не беше късно, но дъждът беше ' +
    'започнал и на кея нямаше никой друг.',
  sr:
    'Сишла је до луке, а он ју је чекао код чамца. Није било касно, али је киша већ ' +
    'почела и на обали није било никога другог.',
  ar:
    'نزلت إلى الميناء، وكان ينتظرها بجانب القارب. لم يكن الوقت متأخرا، لكن المطر بدأ ولم ' +
    'يكن هناك أحد آخر على الرصيف.',
  fa:
    'او به سمت بندر رفت و او کنار قایق منتظرش بود. دیر نبود، اما باران شروع شده بود و ' +
    'هیچ کس دیگری روی اسکله نبود.',
  he:
    'היא ירדה אל הנמל, והוא חיכה לה ליד הסירה. לא היה מאוחר, אבל הגשם כבר התחיל ולא היה ' +
    'איש אחר על הרציף.',
  ja: '彼女は港へ降りていき、彼は船のそばで待っていた。遅くはなかったが、雨が降りはじめていて、岸には他に誰もいなかった。何を言ったのかは分からないが、彼女は笑って彼の手を取った。',
};

for (const [language, text] of Object.entries(texts)) {
  test(`${language} is told`, () => assert.equal(languageOfWords(`${text} ${text}`), language));
}

test('nothing is said of what is not plain', () => {
  const unplain = [
    'Sišla je do luke, a on ju je čekao kod broda. Nije bilo kasno, ali je kiša već ' +
      'počela i na obali nije bilo nikoga. Ne znam što je rekao, ali ona se nasmijala.',
    'La la la la, na na na na na. Hey hey hey hey, oh oh oh oh, la la la la, na na na na ' +
      'na na, hey hey hey, oh oh, da da da da.',
    'She left.',
  ];
  for (const text of unplain) assert.equal(languageOfWords(text), null, text);
});

test('a script that many languages write says nothing of those that are not told apart', () => {
  const others = [
    'Таңертең ол ерте тұрып, көшеге шықты. Шам әлі жанып тұрды, ал жел оны сөндіре алмады. ' +
      'Олар ұзақ жүрді, ешкім бір сөз айтпады.',
    'Эртең менен ал эрте туруп, көчөгө чыкты. Чырак дагы эле күйүп турган, шамал аны өчүрө ' +
      'алган жок. Эч ким бир сөз айткан жок.',
    'Иртән ул иртә торды һәм урамга чыкты. Лампа әле яна иде, җил аны сүндерә алмады. Алар ' +
      'озак бардылар, беркем бер сүз дә әйтмәде.',
    'אין אַ פֿרימאָרגן איז זי אויפֿגעשטאַנען און אַרויסגעגאַנגען אויף דער גאַס. ' +
      'די לאָמפּ האָט נאָך געברענט און דער ווינט האָט זי נישט געקענט פֿאַרלעשן.',
  ];
  assert.deepEqual(others.map(languageOfWords), [null, null, null, null]);
});
