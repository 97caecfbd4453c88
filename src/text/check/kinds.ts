// Everyday words of stories by what they are: what verbs.ts is for verbs. A word that is often
// two of these ("light", "cold") is in none, or where stories mostly have it.

// One of them needs its "the", "a" or "her".
const counted =
  'door window wall floor room kitchen bedroom bathroom hallway corridor stair staircase ' +
  'ceiling roof house cottage castle tower hut cabin apartment flat office shop store ' +
  'café pub restaurant hotel street road lane path alley corner village town city kingdom ' +
  'country hill mountain valley river lake stream forest field garden yard bridge gate ' +
  'fence beach island cave desk table chair sofa couch bench bed pillow blanket mattress ' +
  'shelf cupboard drawer closet wardrobe mirror lamp candle lantern fireplace stove ' +
  'fridge oven sink bath shower bathtub towel curtain carpet rug bag box basket bucket ' +
  'bottle glass cup mug plate bowl spoon fork knife pot kettle tray jar lid handle key ' +
  'lock bell clock watch phone telephone screen laptop computer keyboard camera radio ' +
  'book notebook diary envelope page note map picture photo photograph painting newspaper ' +
  'magazine pen pencil brush ticket card coin wallet purse ring necklace bracelet coat ' +
  'jacket shirt sweater jumper dress skirt scarf hat cap hood glove boot shoe sock sleeve ' +
  'collar pocket button belt cloak robe mask helmet sword blade dagger spear bow arrow ' +
  'gun rifle pistol bullet shield staff wand rope chain stick stone rock tree branch leaf ' +
  'flower bush root seed trunk log car truck van bus taxi bicycle bike motorbike engine ' +
  'wheel ship boat horse saddle cart carriage plane dragon dog cat bird wolf fox bear ' +
  'rabbit mouse rat cow goat sheep snake spider owl raven crow animal creature monster ' +
  'beast boy girl child baby kid person stranger guest neighbour neighbor friend enemy ' +
  'brother sister son daughter husband wife uncle cousin lady lord king queen prince ' +
  'princess knight guard soldier captain doctor nurse teacher student lawyer priest witch ' +
  'wizard ghost vampire hero villain thief driver waiter waitress barista bartender face ' +
  'head nose mouth chin cheek jaw forehead neck throat shoulder arm elbow wrist hand ' +
  'finger thumb fist palm chest stomach waist hip leg knee ankle foot toe heel ear eye ' +
  'eyebrow eyelid lip tongue tooth beard moustache body spine rib scar wound bruise ' +
  'bandage tear smile grin frown sigh nod shrug laugh glance gaze look kiss hug whisper ' +
  'voice word sentence question answer story joke poem dream nightmare thought idea plan ' +
  'secret promise lie reason problem mistake accident moment minute second hour week ' +
  'month year day century weekend meeting party wedding game match test class lesson job ' +
  'task mission choice decision step pace mile inch pair group crowd team crew pack bunch ' +
  'row line circle square hole crack gap edge side middle beginning bottom top back front ' +
  'distance noise sound shadow cloud star storm breeze fire flame spark spell curse ' +
  'potion weapon trap signal message sign symbol mark title list number puzzle doorway ' +
  'threshold doorframe doorknob windowsill balcony porch attic basement cellar landing ' +
  'counter bar stage platform station airport hospital library museum temple palace barn ' +
  'stable cage cell dungeon tunnel tent camp campfire battlefield harbour harbor dock ' +
  'pier deck cliff meadow clearing swamp desert planet spaceship shuttle commander ' +
  'general prisoner rooftop elevator lift parking sidewalk pavement backpack suitcase ' +
  'teapot cigarette grandmother grandfather grandma grandpa aunt roommate boyfriend ' +
  'girlfriend detective murderer assassin pirate sailor pilot guardian servant maid ' +
  'butler cook baker farmer blacksmith hunter archer rider wagon trailer backyard ' +
  'driveway garage lawn courtyard fountain statue throne hearth mantelpiece bookshelf ' +
  'bookcase nightstand dresser lightbulb switch keyhole doorbell shutter ledge railing ' +
  'banister ladder hammer nail shovel rake hose sandwich biscuit cookie muffin pancake ' +
  'burger pizza egg apple lemon banana carrot potato onion tomato bean jug saucepan pan ' +
  'napkin tablecloth corkscrew keyring lighter torch flashlight headset microphone guitar ' +
  'piano violin drum flute trumpet stool armchair recliner hammock duffel satchel ' +
  'briefcase parcel package gift receipt bill menu poster notice folder document contract ' +
  'passport badge uniform hoodie gown apron bonnet crown tiara medal trophy feather claw ' +
  'paw tail wing beak hoof mane shell nest burrow puddle pond creek waterfall canyon ' +
  'ridge summit trail footpath highway intersection crossroads crosswalk marketplace ' +
  'stall bakery bookshop salon gym pool locker stairwell lobby foyer reception ward ' +
  'clinic laboratory lab workshop warehouse factory mill lighthouse windmill shed vault ' +
  'tomb coffin cemetery graveyard altar chandelier sculpture tapestry banner flag scroll ' +
  'quill inkwell manuscript chapter paragraph lullaby tune melody rhythm chorus album ' +
  'locket amulet talisman orb crystal gem ruby diamond pearl droplet smirk scowl grimace ' +
  'whimper growl snarl bark yelp howl chuckle giggle groan moan shriek scream yell shout ' +
  'whistle knock thud crash bang click beep buzz hum rustle shiver shudder twitch blush ' +
  'wink pause heartbeat pulse headache fever sneeze nightgown bathrobe pajama quilt ' +
  'cushion spot seat booth password username website tablet monitor cable charger battery ' +
  'subway tram dashboard windshield tire lap visitor traveller traveler wanderer orphan ' +
  'toddler teenager classmate teammate coach referee leader chief elder chieftain emperor ' +
  'empress duke duchess baron countess sorcerer mage healer ranger rogue squire herald ' +
  'messenger spy traitor rebel outlaw bandit';
// They may stand alone: stuff, meals, seasons, states.
const bare =
  'water air grass earth hair blood skin flesh bone wood metal iron steel gold silver ' +
  'leather silk cotton wool paper ink glass snow rain ice frost mist fog smoke steam dust ' +
  'dirt mud sand gravel ash coal stone moss ivy hay straw bread butter cheese milk cream ' +
  'sugar salt pepper meat fish chicken fruit soup rice tea coffee wine beer ale whisky ' +
  'whiskey brandy juice food breakfast lunch dinner supper dessert chocolate cake pie ' +
  'cider medicine money time work sleep love hate fear anger rage fury joy grief sorrow ' +
  'pain hope faith trust courage strength power magic luck fate death life war peace ' +
  'silence darkness daylight sunlight moonlight sunshine starlight lamplight candlelight ' +
  'firelight light shade warmth heat cold bed home school church prison court town work ' +
  'college university class night noon midnight dawn dusk daybreak sunset sunrise spring ' +
  'summer autumn winter christmas foot horseback board hand heart mind art music history ' +
  'science nature science weather news information advice furniture luggage clothing ' +
  'jewellery jewelry traffic trouble help permission attention patience pleasure relief ' +
  'surprise shock shame guilt pride pity sympathy confusion panic terror horror delight ' +
  'amusement excitement boredom curiosity interest concern doubt disbelief disgust ' +
  'despair agony misery happiness sadness loneliness laughter conversation speech company ' +
  'comfort shelter safety danger freedom space room course fact case front place top ' +
  'sight reach touch hold care order return search charge control line step turn common ' +
  'general particular private public secret love touch memory sense reason truth beauty ' +
  'youth age hunger thirst sweat breath alarm approval agreement awe contempt defeat ' +
  'defiance desperation embarrassment exhaustion frustration gratitude haste irritation ' +
  'resignation satisfaction sarcasm admiration affection anticipation acceptance apology ' +
  'greeting response addition detail length width height practice training duty guard ' +
  'watch fire bedtime lunchtime dinnertime gossip nonsense rubbish garbage evidence proof ' +
  'progress research homework cloth lace velvet fur jazz poetry anything nothing ' +
  'something everything someone somebody everyone everybody nobody anyone none others ' +
  'another one two three four five six seven eight nine ten both each most more much many ' +
  'few several all half plenty';
const plurals =
  'men women children people feet teeth mice geese sheep police clothes thanks stairs ' +
  'trousers scissors folk folks kids';
const told =
  'big small little large huge tiny long short tall high low wide narrow thick thin deep ' +
  'shallow heavy hot warm cool wet dry soft hard rough smooth sharp bright dark pale dim ' +
  'black white red blue green yellow brown grey gray pink purple golden old young new ' +
  'ancient modern good bad great terrible wonderful awful nice fine beautiful pretty ugly ' +
  'handsome lovely clean dirty empty full open closed broken strange odd weird familiar ' +
  'quiet loud silent still gentle kind cruel angry sad happy glad afraid scared nervous ' +
  'worried tired sleepy hungry thirsty ill sick dead alive alone lonely certain sure ' +
  'possible impossible real true false wrong different same single whole entire rich poor ' +
  'strong weak brave clever stupid careful slow quick fast sudden early late ready busy ' +
  'safe dangerous wild free serious funny silly proud ashamed guilty lost wooden faint ' +
  'fierce rusty dusty muddy sticky shiny foreign familiar enormous massive';

const kinds = new Map<string, string>();
for (const [kind, words] of Object.entries({ told, counted, bare, plurals })) {
  for (const word of words.split(' ')) kinds.set(word, kind);
}

/** "counted" for "door", "bare" for "water", "plurals" for "men", "told" for "big". */
export function kindOf(word: string): string | undefined {
  return kinds.get(word) ?? (isPluralOfCounted(word) ? 'plurals' : undefined);
}

function isPluralOfCounted(word: string): boolean {
  if (!word.endsWith('s')) return false;
  const [one, other] = [word.slice(0, -1), word.slice(0, -2)];
  return kinds.get(one) === 'counted' || (word.endsWith('es') && kinds.get(other) === 'counted');
}
