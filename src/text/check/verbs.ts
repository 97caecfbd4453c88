// Forms of the verbs that stories are told with, to know what was from what is.

// base, past and, where it is another word, past participle.
const irregular =
  'be was been|begin began begun|bend bent|bind bound|bite bit bitten|blow blew blown|' +
  'break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|' +
  'cling clung|come came come|creep crept|deal dealt|dig dug|do did done|draw drew drawn|' +
  'drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|' +
  'fight fought|find found|flee fled|fling flung|fly flew flown|forget forgot forgotten|' +
  'forgive forgave forgiven|freeze froze frozen|get got|give gave given|go went gone|' +
  'grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hold held|' +
  'keep kept|kneel knelt|know knew known|lead led|leave left|lend lent|lie lay lain|light lit|' +
  'lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|' +
  'rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|' +
  'shake shook shaken|shine shone|shoot shot|show showed shown|shrink shrank shrunk|' +
  'sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|' +
  'spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck|' +
  'swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|' +
  'tear tore torn|tell told|think thought|throw threw thrown|understand understood|' +
  'wake woke woken|wear wore worn|weep wept|win won|wind wound|write wrote written';
const regular =
  'add agree allow answer appear arrive ask beg blink call carry change climb close ' +
  'continue cough cross cry dance decide drag drop enter explain finish follow frown ' +
  'gasp gaze glance glare grab greet grin groan hand happen hate hear help hesitate ' +
  'hope hug hum hurry ignore jump kick kiss knock laugh lean learn lift like listen ' +
  'live look love move murmur mutter need nod notice offer open pass pause pick place ' +
  'play point pour press pull push raise reach realize realise remain remember remove ' +
  'reply rest return roll rub rush scream seem shift shiver shout shrug sigh slip slump ' +
  'smile snap sniff squeeze stare start stay step stop stumble suppose swallow talk ' +
  'taste thank touch try turn use wait walk want watch whisper wipe wish wonder work ' +
  'worry yell clutch chuckle giggle grip flinch pace peer rock scowl settle sob sway ' +
  'tilt tremble trip tug wander wave wince yawn rummage stroll march trudge clear clean ' +
  'lock pack pretend';
// The past is the base: they say nothing about tense, but their -s forms do.
const unchanging = 'put set let cut hit hurt shut cast burst read';
const unchangingVerbs = new Set(unchanging.split(' '));

const doubling = new Set(
  'beg drag drop grab grin hug hum nod rub shrug slip snap step stop sob tug grip trip'.split(' '),
);

// By the past, where it is another word: "gone" for "went".
const participleByPast = new Map<string, string>();
const past = new Map<string, string>();
const present = new Map<string, string>();
const plainByPresent = new Map<string, string>();
const bases = new Set<string>();
const participles = new Set<string>(unchanging.split(' '));

for (const row of irregular.split('|')) {
  const [base = '', before = '', participle = before] = row.split(' ');
  add(base, before);
  participles.add(participle);
  if (participle !== before) {
    participles.delete(before);
    participleByPast.set(before, participle);
  }
}
for (const base of regular.split(' ')) {
  const before = pastOf(base);
  add(base, before);
  participles.add(before);
}
for (const base of unchanging.split(' ')) add(base, '');
past.set('were', 'be').set('had', 'have');
present.delete('bes');
present.set('is', 'was').set('has', 'had').set('does', 'did');
bases.delete('do');

function add(base: string, before: string): void {
  bases.add(base);
  if (before !== '') past.set(before, base);
  present.set(thirdPerson(base), before || base);
  plainByPresent.set(thirdPerson(base), base);
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  if (doubling.has(base)) return `${base}${base.at(-1)}ed`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith('e') ? `${base}d` : `${base}ed`;
}

/** "walked", "went", "was". */
export function isPast(word: string): boolean {
  return past.has(word);
}

/** "walks", "goes", "is": what goes with he, she or it. */
export function isPresent(word: string): boolean {
  return present.has(word);
}

/** "gone", "walked", "put": what stands behind "had". */
export function isParticiple(word: string): boolean {
  return participles.has(word);
}

/** "gone" for "went", which stands behind "had" never; undefined where both are one word. */
export function participleFor(word: string): string | undefined {
  return participles.has(word) ? undefined : participleByPast.get(word);
}

/** "walk" for "walked". */
export function plainOf(word: string): string | undefined {
  return past.get(word);
}

const ofBe: Record<string, readonly [one: string, i: string, other: string]> = {
  is: ['is', 'am', 'are'],
  am: ['is', 'am', 'are'],
  are: ['is', 'am', 'are'],
  was: ['was', 'was', 'were'],
};
const ofDo: Record<string, string> = {
  "don't": "doesn't",
  "haven't": "hasn't",
  do: 'does',
  have: 'has',
};

/**
 * The form that agrees with its subject (`one` for he, she and it), where this one does not; else
 * undefined. "He were" may be a wish, and agrees.
 */
export function agreeing(word: string, subject: string): string | undefined {
  const forms = ofBe[word];
  if (forms !== undefined) {
    const form = forms[subject === 'one' ? 0 : subject === 'i' ? 1 : 2];
    return form === word ? undefined : form;
  }
  if (subject === 'one') {
    if (ofDo[word] !== undefined) return ofDo[word];
    return bases.has(word) && !past.has(word) && !unchangingVerbs.has(word)
      ? thirdPerson(word)
      : undefined;
  }
  if (word === 'has') return 'have';
  if (word === 'does' || word === "doesn't") return word.replace('es', '');
  return plainByPresent.get(word);
}

/** "walked" for "walks". */
export function pastFor(word: string): string | undefined {
  return present.get(word);
}

/** "walks" for "walked". */
export function presentFor(word: string): string | undefined {
  if (word === 'was' || word === 'were') return 'is';
  const base = past.get(word);
  return base === undefined ? undefined : base === 'have' ? 'has' : thirdPerson(base);
}

/** "walk", "go", and no past participle: "come" and "run" are both. */
export function isBareVerb(word: string): boolean {
  return bases.has(word) && !participles.has(word);
}
