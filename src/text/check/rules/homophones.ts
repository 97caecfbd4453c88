// Words that sound like the one that was meant, known by the words beside them.
import type { Rule, Slip } from '../finding.ts';
import type { Word } from '../words.ts';

type Row = {
  readonly wrong: string;
  readonly meant: string;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
};

const body =
  'eyes hand hands head face heart mouth hair arm arms fingers lips name mother father brother ' +
  'sister friend friends house room life voice door own';

// wrong > meant | before | after. An empty side may hold anything; `^` before is the beginning of
// a sentence, `.` after a clause's end. A word may end in `*`: any ending. Indented lines go on.
const compared =
  'more less better worse rather other faster slower bigger smaller larger older younger ' +
  'taller shorter stronger higher lower longer later earlier sooner further louder softer ' +
  'harder easier closer deeper darker brighter warmer colder';

const table = `
your > you're | ^ if that when think because know and so but hope glad sure sorry | a an the not
  so very going supposed gonna welcome here too sure kidding joking
your > you're | | a an the not so supposed gonna welcome kidding joking
you're > your | | ${body}
their > there | | is are was were will isn't wasn't aren't weren't must could would seems
their > they're | | not a an so gonna supposed
their > they're | ^ that if because when think know say said and but | going coming both all
there > their | in of with from on to and by at held took shook | ${body}
they're > their | | ${body}
its > it's | | a an the not been so too going just like okay all because hard easy
it's > its | of in on from with to by at for through into lost | own way place head mouth tail
  body eyes side
to > too | | late
to > too | was is were are far way me you him her them it's i'm | hard big small far soon long
  fast slow young old tired
too > to | want* need* have has had going able try* trying used ought wish* like* love* began
  begin hope* | be go see do have get make take say tell come know leave help
then > than | ${compared} | the a an he she it i they we you him her them me us his my your
  their this that usual before ever any
loose > lose | to not will can't don't didn't could might would i'll you'll we'll won't never |
  the a an his her my your it him them you me us our their control
of > have | could would should might must couldn't wouldn't shouldn't | been had done gone known
  said seen told come taken made thought let asked left found heard kept stayed guessed
affect > effect | the an no this that any its some | of on .
effect > affect | not would didn't doesn't won't couldn't | the him her them me us you his my
whose > who's | | going been coming there not
who's > whose | | ${body}
past > passed | has have had | out away by him her them me us the
passed > past | walked ran went brushed pushed drove strode flew swept slipped moved got rushed
  hurried stepped looked walking running going brushing pushing | the him her them me us his my
  a an it
breath > breathe | to can't couldn't cannot not barely just could hardly | . again in out the
breathe > breath | deep a his her my their held of shaky last long |
where > were | they we you | not so both all just going still being
were > where | know knew see wonder wondered asked | he she i it they the his her
quite > quiet | be keep stay kept fell went | .
quiet > quite | | a
here > hear | can could can't couldn't you to didn't did | the him her them it me you his my
  that what
hear > here | come came right over in out | .
new > knew | he she i they we never you who | that he she it what how the him her they i you
no > know | don't didn't i you doesn't | what that how why where who if
now > know | don't didn't doesn't | what that how why where who if
know > now | right until by | .
write > right | all your that's you're | .
right > write | to | a it him her them me you down
peaked > piqued | | his her my their interest curiosity
peak > peek | a sneak quick | at .
bare > bear | can't couldn't cannot to could | the it to in with him her them
breaks > brakes | the | screeched squealed
brake > break | to a | up down in into the it
waist > waste | a to | of time
waste > waist | her his my around the | .
reign > rein | free | .
reigns > reins | the | of in
lead > led | had was were been has | to by him her them me us into the away through
threw > through | went walked looked ran came pushed got going walking looking running | the a
  his her my it them
through > threw | he she i they | his her my it him them himself herself
weather > whether | wonder* asked know knew decide decided sure see | he she it they i the or to
except > accept | to could couldn't can't not would must | the that this his her my it him them
  an a your
accept > except | everyone everything nothing all anyone nobody | for the that him her me
allowed > aloud | said read laughed reading out cried | .
aloud > allowed | not was were are is be | to
hole > whole | the his her my a | time day world night week year life thing
piece > peace | in at at- of | .
peace > piece | a | of
site > sight | caught | of
cite > sight | caught | of
sight > site | building burial | .
tail > tale | a the | of
vein > vain | in | .
where > wear | to | a the his her my it
wear > where | know knew | he she i they the
led > lead | to will would can could | the him her them me us to into
steel > steal | to | the a his her my it from
role > roll | to a | over up of
roles > rolls | | over
principle > principal | the school | said asked
board > bored | was were am i'm so | .
dear > deer | a | ran leaped bounded
poor > pour | to | the a some out
pour > pore | to | over
feet > feat | a no | of
fair > fare | train bus cab | .
flee > flea | a |
knight > night | last good all that every | .
night > knight | a the | rode drew
ate > eight | at | o'clock
wait > weight | his her my the their | of on off
weight > wait | to can't don't couldn't | . for until a
week > weak | so too was were felt very | . and
weak > week | last next a every all this | .
wonder > wander | to | off away around
wander > wonder | i no | if why what how
desert > dessert | for | .
dessert > desert | the a | sand island sun
dose > does | he she it | not
stationary > stationery | some the | paper
whole > hole | a the | in
would > wood | of the | .
son > sun | the | was shone rose set sank
sun > son | his her my your their | .
sea > see | to can could | the him her them it you what
see > sea | the | .
meet > meat | the some raw cold | .
meat > meet | to | him her them you the
hour > our | | own house room
our > hour | an half | .
by > buy | to | a some it the him her me new
buy > by | passed went stood side sat | the
wood > would | he she i they you it | be have not never
nose > knows | he she who nobody everyone god | that what how why
knows > nose | his her my the their | .
male > mail | the | box
our > are | they we you | not going so
plain > plane | the a | landed crashed took
won > one | no any the | of who
one > won | had he she they we | the
sole > soul | his her my poor | .
stares > stairs | the up down | . and to
stairs > stares | his her their | at
steal > steel | of cold | .
shutter > shudder | a | .
alter > altar | the an | .
bath > bathe | to | in the
cloths > clothes | his her my their your | .
lightening > lightning | of thunder and flash | .
prey > pray | to | for to that
pray > prey | his her the their | .
conscious > conscience | his her my your guilty | .
conscience > conscious | was were is | of
heel > heal | to will | . the it
heal > heel | his her my the turned | .
`;

const rows = new Map<string, Row[]>();
for (const line of table.replaceAll('\n  ', ' ').trim().split('\n')) {
  const [words = '', before = '', after = ''] = line.split('|');
  const [wrong = '', meant = ''] = words.split('>').map((word) => word.trim());
  if (wrong === meant) continue;
  const row = { wrong, meant, before: setOf(before), after: setOf(after) };
  rows.set(wrong, [...(rows.get(wrong) ?? []), row]);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim() === '' ? [] : words.trim().split(/\s+/));
}

/** Points at a word where its neighbours want the one that sounds like it. */
export const homophones: Rule = ({ words, tail }) => {
  const slips: Slip[] = [];
  words.forEach((word, at) => {
    const candidates = rows.get(word.lower);
    if (candidates === undefined) return;
    const found = candidates.find((row) => fits(row, words, at, tail));
    if (found === undefined) return;
    const { start, end } = word;
    slips.push({ rule: 'homophone', reason: 'word', start, end, meant: found.meant });
  });
  return slips;
};

function fits({ before, after }: Row, words: readonly Word[], at: number, tail: string): boolean {
  const word = words[at]!;
  const earlier = words[at - 1];
  const next = words[at + 1];
  const behind = next === undefined ? tail : next.gap;
  if (before.size > 0) {
    const isFirst = word.initial && before.has('^');
    const follows = earlier !== undefined && word.gap === ' ' && isIn(before, earlier.lower);
    if (!isFirst && !follows) return false;
  } else if (word.gap.endsWith('-')) return false;
  if (after.size === 0) return true;
  if (after.has('.') && /^[.,!?;…]/.test(behind)) return true;
  return next !== undefined && behind === ' ' && isIn(after, next.lower);
}

function isIn(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  for (let cut = word.length; cut >= 3; cut--) {
    if (words.has(`${word.slice(0, cut)}*`)) return true;
  }
  return false;
}
