// The few closed classes of English words that the places of breaks depend on. A text in another
// language has none of them, and its marks and lengths decide alone.

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Who a sentence can be about without a name. */
export const pronouns = setOf('he she they it i we you');

/** What stands before a person without a name: `the boy asked`. */
export const determining = setOf('the his her their my our');

/** What binds a sentence to the one before it. */
export const joining = setOf('and but or so for yet nor because though although still');

/** What says that another time begins. */
export const timeWords = setOf(
  `when while after before then later now once suddenly finally eventually meanwhile soon tonight
  today tomorrow yesterday morning afternoon evening night midnight noon dawn day days hour hours
  minute minutes moment moments second seconds week weeks month months year years monday tuesday
  wednesday thursday friday saturday sunday until by`,
);
/** Verbs of saying, past and present. */
export const sayingWords = setOf(
  `said says say asked asks ask replied replies answered answers told tells whispered whispers
  muttered mutters murmured murmurs shouted shouts yelled yells cried cries called calls snapped
  snaps growled growls hissed hisses sighed sighs laughed laughs breathed breathes gasped gasps
  groaned groans mumbled mumbles grumbled grumbles stammered stammers exclaimed exclaims demanded
  demands inquired inquires enquired wondered wonders added adds continued continues began begins
  started starts went goes remarked remarks observed observes suggested suggests offered offers
  agreed agrees admitted admits confessed confesses explained explains insisted insists protested
  protests pleaded pleads begged begs urged urges warned warns promised promises announced announces
  declared declares stated states repeated repeats echoed echoes interrupted interrupts corrected
  corrects countered counters retorted retorts returned returns responded responds joked jokes
  teased
  teases quipped quips chuckled chuckles giggled giggles grinned grins smiled smiles snorted snorts
  scoffed scoffs sobbed sobs wailed wails screamed screams shrieked shrieks bellowed bellows roared
  roars croaked croaks rasped rasps drawled drawls purred purrs crooned croons hummed hums cut cuts
  put puts thought thinks mused muses managed manages finished finishes concluded concludes ordered
  orders commanded commands
  persisted persists ventured ventures blurted blurts spat spits choked chokes
  whined whines huffed huffs`,
);

/** Verbs among those of saying that people also do without a word. */
export const silentWords = setOf(
  `laughed laughs smiled smiles grinned grins sighed sighs chuckled chuckles giggled giggles snorted
  snorts sobbed sobs groaned groans gasped gasps hummed hums breathed breathes went goes began
  begins started starts continued continues put puts cut cuts thought thinks managed manages
  finished finishes returned returns spat spits choked chokes offered offers wondered wonders
  hissed hisses observed observes answered answers`,
);

/** What marks the beginning of a sentence without being a name. */
export const openingWords = setOf(
  `he she they it i we you his her their its my our your the a an this that these those some no not
  every each one another and but or so for yet nor because though although still when while after
  before then later now once suddenly finally eventually meanwhile soon in on at inside outside
  behind across above below beneath beside over under around through down up from out into back near
  between beyond by as if with without what who why how where which there here all both many most
  more much few of to was were is are had has have did do does would could should might may must can
  oh ah well yes perhaps maybe even just only never nothing nobody everyone everything someone
  something anyone anything like please don't let it's he's she's that's there's i'm i'll i've i'd
  you're we're they're`,
);

/** What people do between two things they say. */
export const gestureWords = setOf(
  `smiled smiles smile grinned grins laughed laughs laugh chuckled sighed sighs sigh nodded nods nod
  shrugged shrugs shrug frowned frowns paused pauses pause hesitated hesitates blinked blinks winced
  swallowed swallows glanced glances glance looked looks look stared stares turned turns leaned
  leans
  shook shakes raised raises lifted lifts lowered lowers gestured pointed points waved waves bit
  rolled rolls cleared clears reached reaches rubbed rubs scratched tilted tilts cocked crossed
  crosses folded eyes eye eyebrow eyebrows brow head shoulder shoulders hand hands lips lip mouth
  voice face chin arms silence spoke speaks`,
);

/** Kinds of words that a sentence may begin with, from those that go on to those that begin
  anew. */
export const openingKinds: readonly ReadonlySet<string>[] = [
  setOf('and or nor so for yet'),
  setOf('but still though although however'),
  setOf('even only just perhaps maybe indeed certainly of'),
  setOf('not no never nothing none nobody neither'),
  setOf('it its'),
  setOf('his her their my our your'),
  setOf('they these those such some others other both each many most'),
  setOf('he she'),
  setOf('i we'),
  setOf('you if because like would could should'),
  setOf('this that here'),
  setOf('there'),
  setOf('what who why how which where'),
  setOf('then now soon presently again'),
  setOf('a an one two three'),
  setOf('the'),
  setOf('in on at from under over behind beside above through across down up out into with by'),
  setOf('as while'),
  setOf('when once until before after later'),
  setOf('suddenly finally eventually meanwhile tonight today tomorrow yesterday'),
];

/** Kinds of words that speech may begin with. */
export const spokenKinds: readonly ReadonlySet<string>[] = [
  setOf('yes yeah yep no nope okay ok sure right fine never nothing none aye'),
  setOf('oh ah well hey hm hmm um uh huh wow god jesus damn'),
  setOf("i i'm i'll i've i'd my me"),
  setOf("you your you're you'll you've you'd"),
  setOf('and or so then'),
  setOf('but because if though'),
  setOf('what who why how which where when'),
  setOf('do does did are is was were am can could will would should have has had may shall'),
  setOf("it it's that that's this there there's"),
  setOf("we we're we'll let let's he she they he's she's they're"),
  setOf('please thank thanks sorry come go look listen wait stop tell'),
];

/** Verbs that say that something was asked. */
export const questionWords = setOf(
  'asked asks ask demanded demands inquired inquires enquired wondered wonders queried questioned',
);

/** Words that novels of a century ago use more than prose of our day. */
export const wordsOfThen = setOf(
  `upon shall exclaimed to-day to-night to-morrow whom presently replied answered must quite very
  cried scarcely hastily whilst amongst thus perceived manner ought indeed ah dear oh gaily
  earnestly eagerly delight delighted pleasure remarked returned fellow gentleman lady ladies
  splendid wonderfully dreadful dreadfully`,
);

/** Words that prose of our day uses more than they. */
export const wordsOfToday = setOf(
  `okay ok yeah yep nope guy guys hey wow gonna wanna gotta phone kid kids kind stupid got get gets
  gotten getting toward grin grins grinned grinning shrug shrugs shrugged blink blinks blinked
  jacket mom dad pretty weird huh damn fine stuff actually basically totally anyway anymore maybe
  couch mumbled eyebrow roll rolled sort`,
);
