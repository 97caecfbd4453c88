// Names for the numbers of a synthetic archive: invented, each number its own, the same every time.
// They are made of syllables, so that nobody's name and no real work's stands among them by intent.

const onsets = ['b', 'br', 'd', 'dr', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't'];
const vowels = ['a', 'e', 'i', 'o', 'u'];
const endings = ['', 'l', 'n', 'r', 's', 'th', 'ck', 'x'];
const syllables = onsets.flatMap((onset) => vowels.map((vowel) => `${onset}${vowel}`));
const closed = syllables.flatMap((syllable) => endings.map((ending) => `${syllable}${ending}`));

const stories = [
  'Lanterns',
  'Tides',
  'Songs',
  'Orchards',
  'Bells',
  'Ferries',
  'Maps',
  'Gardens',
  'Wardens',
  'Bridges',
  'Kites',
  'Clocks',
  'Letters',
  'Harbours',
  'Winters',
  'Bakers',
];
const moods = [
  'Quiet',
  'Slow',
  'Warm',
  'Borrowed',
  'Sudden',
  'Gentle',
  'Unlikely',
  'Late',
  'Rainy',
  'Secret',
  'Stubborn',
  'Second',
  'Accidental',
  'Long',
  'Patient',
  'Shared',
];
const things = [
  'Kettles',
  'Blankets',
  'Ladders',
  'Umbrellas',
  'Postcards',
  'Friendship',
  'Rivals',
  'Travel',
  'Cooking',
  'Gardening',
  'Ghosts',
  'Trains',
  'Markets',
  'Neighbours',
  'Libraries',
  'Storms',
  'Festivals',
  'Apologies',
  'Reunions',
  'Teamwork',
  'Misunderstandings',
  'Homecoming',
  'Puzzles',
  'Weather',
];
const frames = [
  '',
  ' at Dawn',
  ' in Winter',
  ' by the Sea',
  ' in Space',
  ' at School',
  ' with Friends',
  ' under Pressure',
  ' after the End',
  ' in the Rain',
  ' Week',
  ' Bingo',
];

/** The name of a fandom. */
export function fandomName(number: number): string {
  const [place, story] = parts(number, [syllables.length * closed.length, stories.length]);
  return `The ${stories[story]} of ${placeName(place)}`;
}

/** A wider fandom, of which several others are parts. */
export function metafandomName(number: number): string {
  return `${placeName(scattered(number, syllables.length * closed.length))} Cycle`;
}

/** `Given Surname`. */
export function characterName(number: number): string {
  const givens = syllables.length * syllables.length;
  const [given, surname] = parts(number, [givens, syllables.length * closed.length]);
  return `${capital(two(given, syllables))} ${placeName(surname)}`;
}

export function freeformName(number: number): string {
  const named = moods.length * things.length * frames.length;
  const [mood, thing, frame] = parts(number % named, [moods.length, things.length, frames.length]);
  const name = `${moods[mood]} ${things[thing]}${frames[frame]}`;
  const round = Math.floor(number / named);
  return round === 0 ? name : `${name} (${placeName(scattered(round - 1, 4_000))})`;
}

/** A spelling of the same freeform that a wrangler would make its synonym. */
export function freeformVariant(name: string, number: number): string {
  return `${name.toLowerCase()} (${capital(two(scattered(number, 6_400), syllables))} variant)`;
}

// A pair may stand in several relationships: the first forms are the usual ones.
const ties = [
  (a: string, b: string) => `${a}/${b}`,
  (a: string, b: string) => `${a} & ${b}`,
  (a: string, b: string) => `Past ${a}/${b}`,
  (a: string, b: string) => `Minor ${a}/${b}`,
  (a: string, b: string) => `One-Sided ${a}/${b}`,
];

/** How a relationship of two characters is called; each `form` from 0 on gives another name. */
export function relationshipName(a: string, b: string, form: number): string {
  const tie = ties[form] ?? ties[0];
  return `${tie?.(a, b)}${form < ties.length ? '' : ` (${form - ties.length + 2})`}`;
}

// Letters that look like no others, so that no two log-in names can be taken for each other.
const loginSyllables = ['b', 'd', 'f', 'g', 'h', 'k', 'm', 'n', 'p', 'r', 's', 't', 'z'].flatMap(
  (onset) => ['a', 'e', 'o', 'u'].map((vowel) => `${onset}${vowel}`),
);

/** A creator's log-in name, unlike those of every other growth. */
export function creatorLogin(growth: number, number: number): string {
  const size = loginSyllables.length;
  const scatteredNumber = scattered(number, size ** 4);
  const places = [0, 1, 2, 3].map((place) => Math.floor(scatteredNumber / size ** place) % size);
  return `${places.map((place) => loginSyllables[place]).join('')}_${growth}`;
}

/** A title, from five draws from 0 up to 1. */
export function titleOf(draw: () => number): string {
  const pick = (words: readonly string[]) => words[Math.floor(draw() * words.length)] ?? '';
  const [mood, thing, other] = [pick(moods), pick(things), pick(things)];
  const forms = [
    `${mood} ${thing}`,
    `The ${mood} ${thing}`,
    `${thing} and ${other}`,
    `Of ${thing} and ${mood} ${other}`,
    `${mood} ${thing}${pick(frames)}`,
  ];
  return pick(forms);
}

function placeName(number: number): string {
  const first = number % syllables.length;
  const second = Math.floor(number / syllables.length) % closed.length;
  return capital(`${syllables[first]}${closed[second]}`);
}

function two(number: number, words: readonly string[]): string {
  const first = words[number % words.length];
  return `${first}${words[Math.floor(number / words.length) % words.length]}`;
}

/** The number, scattered over the product of the sizes, as one place in each. */
function parts<const Sizes extends readonly number[]>(
  number: number,
  sizes: Sizes,
): { [Key in keyof Sizes]: number } {
  let rest = scattered(
    number,
    sizes.reduce((product, size) => product * size, 1),
  );
  return sizes.map((size) => {
    const place = rest % size;
    rest = Math.floor(rest / size);
    return place;
  }) as { [Key in keyof Sizes]: number };
}

// Neighbouring numbers get names that do not look alike. Numbers below the size stay apart because
// no size here shares this prime with it; the product of the two stays below 2^53.
function scattered(number: number, size: number): number {
  return ((number % size) * 16_180_349) % size;
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
