// Nouns of stories by what they are; what is in ../kinds.ts is not repeated for being counted.

/** Parts of somebody: "raised her hand". */
export const bodies =
  'ankle arm armpit back backside beard belly body bone bosom bottom bow brain breast brow bum ' +
  'buttock calf cheek cheekbone chest chin claw collarbone complexion countenance ear earlobe ' +
  'elbow expression eye eyeball eyebrow eyelash eyelid face feather figure finger fingernail ' +
  'fingertip fist foot forearm forefinger forehead fringe frown fur gaze glance grip gum gut ' +
  'hair hairline hand head heart heartbeat heel hip hoof instep jaw joint kidney knee knuckle ' +
  'lap lash leg lid limb lip liver lung mane mouth moustache muscle mustache muzzle nail nape ' +
  'neck nerve nose nostril palm paw pelvis posture pulse rib scalp shin shoulder skeleton skin ' +
  'skull smile sole spine stance stomach tail temple thigh throat thumb toe tongue tooth torso ' +
  'tusk vein voice waist whisker wing womb wrist temper mood lifetime childhood conscience ' +
  'mind soul senses name birthday belongings attention';

/** Who somebody is. */
export const people =
  'accountant actor actress admiral adult agent ally ambassador ancestor angel apprentice ' +
  'archer architect artist assassin assistant athlete attendant attorney aunt auntie author ' +
  'bachelor baker bandit banker barber bard barkeeper baron baroness bartender bastard beggar ' +
  'bishop blacksmith bodyguard boss boyfriend bride bridegroom brother brute buddy builder ' +
  'burglar butcher butler buyer candidate captain captive carpenter cashier caretaker carer ' +
  'champion chap chauffeur chef chemist chief child clerk client coach coachman collector ' +
  'colleague colonel comedian commander companion composer comrade conductor constable cook ' +
  'corporal counsellor councillor count countess cousin coward cowboy creator creature ' +
  'criminal critic crook customer dad daddy dancer darling daughter deacon dealer debutante ' +
  'defendant demon dentist deputy descendant designer detective devil diplomat director ' +
  'disciple doctor donor doorman dragon driver druid duchess duke dwarf earl editor elder elf ' +
  'emperor employee employer empress enemy engineer executioner expert explorer fairy fan ' +
  'farmer father fellow fiancé fiancée fighter fisherman fool foreigner foreman fortuneteller ' +
  'freak friend fugitive gardener general gentleman ghost giant girl girlfriend goblin god ' +
  'goddess godfather godmother governess governor grandchild granddad granddaughter ' +
  'grandfather grandma grandmother grandpa grandparent grandson granny groom guard guardian ' +
  'guest guide guy hairdresser heir heiress herald hermit hero heroine highness historian ' +
  'horseman hostess hostage host housekeeper housewife human hunter husband idiot immigrant ' +
  'infant informer inhabitant inmate innkeeper inspector instructor intern interpreter ' +
  'intruder inventor investigator jailer janitor jester jeweller journalist judge juggler ' +
  'juror kid kidnapper killer king kinsman knight labourer lad lady landlady landlord lass ' +
  'lawyer leader lecturer librarian lieutenant lodger lord lover lunatic madam madman magician ' +
  'magistrate maid maiden mailman major maker mama man manager marquis marshal martyr mason ' +
  'master mate matron mayor mechanic member mentor mercenary merchant mermaid messenger ' +
  'midwife millionaire miner minister minor minstrel miss mistress model monarch monk monster ' +
  'mother mourner mum mummy murderer musician mutant neighbour nephew newcomer niece nobleman ' +
  'nobody novice nun nurse nursemaid observer officer official onlooker operator opponent ' +
  'orphan outcast outlaw outsider owner page painter pal papa parent partner passenger ' +
  'passer-by patient patron peasant pedestrian peer performer person pet philosopher ' +
  'photographer physician pianist pilgrim pilot pirate plaintiff playmate playwright plumber ' +
  'poet policeman policewoman politician pope porter postman potter predator president priest ' +
  'priestess prince princess principal prisoner private prodigy professor programmer prophet ' +
  'psychologist publisher pupil queen rascal rebel receptionist recruit refugee relation ' +
  'relative reporter rescuer resident rival robber robot rogue ruler runaway sailor saint ' +
  'salesman savage saviour scholar schoolboy schoolgirl schoolmaster scientist scoundrel scout ' +
  'sculptor seamstress secretary seer senator sergeant serpent servant shaman shepherd sheriff ' +
  'shopkeeper sibling singer sir sister slave smuggler soldier solicitor son sorcerer ' +
  'sorceress soul speaker specialist spectator spinster spirit spouse spy squire stepbrother ' +
  'stepfather stepmother stepsister steward stewardess stowaway stranger student subject ' +
  'suitor sultan superior supervisor surgeon surveyor survivor suspect swimmer sweetheart ' +
  'swordsman tailor teacher teammate technician teenager tenant therapist thief thug toddler ' +
  'tourist trader trainee trainer traitor tramp translator traveller traveler trespasser troll ' +
  'troublemaker tutor twin tyrant uncle undertaker vagabond vampire veteran vicar victim ' +
  'viking villager villain violinist visitor volunteer voter waiter waitress warden warlord ' +
  'warrior washerwoman watchman weaver werewolf widow widower wife winner witch witness wizard ' +
  'woman woodcutter woodsman worker workman wretch writer youngster youth zombie';

/** When: "on the first morning". */
export const times =
  'afternoon age anniversary april august autumn beginning birthday century christmas dawn day ' +
  'daybreak daylight decade december dusk easter era eternity eve evening fall february ' +
  'fortnight friday halloween holiday hour instant january july june lunchtime march may ' +
  'midday midnight minute moment monday month morning night noon november october occasion ' +
  'period saturday season second semester september spring summer sunday sunrise sunset term ' +
  'thursday time tuesday twilight wednesday week weekday weekend while winter year interval ' +
  'lifetime';

/** Where: "in the kitchen". */
export const places =
  'abbey academy address airport alcove alley altar apartment arbour archway area arena attic ' +
  'auditorium avenue bakery balcony ballroom bank barn barracks basement bathroom battlefield ' +
  'bay bayou beach bedroom bench border boulevard boundary bridge building bungalow bunker ' +
  'cabin café cafeteria camp campsite campus canal canteen canyon capital carriage castle ' +
  'cathedral cave cavern cellar cemetery chalet chamber channel chapel chateau church cinema ' +
  'circus city classroom clearing cliff clinic cloakroom club clubhouse coast college colony ' +
  'compound convent cottage council country countryside county court courthouse courtroom ' +
  'courtyard crater creek crevice crossroads crypt dale dam deck den depot desert destination ' +
  'dining-room district ditch dock dormitory doorstep doorway driveway drawing-room dungeon ' +
  'earth edge embassy empire entrance entry environment estate exit factory fair farm ' +
  'farmhouse farmyard field fireside flat floor footpath forest fort fortress foyer front ' +
  'frontier gallery galaxy garage garden gate gateway glade glen globe graveyard greenhouse ' +
  'grocery ground grove gulf gutter gym hall hallway hamlet hangar harbor haven headquarters ' +
  'heaven hedge hell highway hill hillside hilltop home homestead horizon hospital hostel ' +
  'hotel house household hut inn interior island jail jungle junction kingdom kitchen ' +
  'laboratory lab ladder lagoon lair lake land landing landscape lane laundry lawn ledge ' +
  'library lighthouse living-room lobby location lodge loft lounge manor mansion margin market ' +
  'marketplace marsh mausoleum maze meadow mill mine moat monastery moon moor morgue motel ' +
  'mound mount mountain mountainside mouth museum neighbourhood neighborhood nest nook nursery ' +
  'oasis observatory ocean office opening orchard orphanage outpost outskirts palace pantry ' +
  'park parlour parlor parsonage pass passage passageway passing pasture path pathway patio ' +
  'pavement pavilion peak penthouse pharmacy pier place plain planet plantation platform ' +
  'playground plaza pond pool porch port portal portico position prairie premises prison ' +
  'province pub pyramid quarry quarters quay railway ranch rectory reef region reservoir ' +
  'restaurant ridge river riverbank road roadside roof room route ruin salon sanctuary scene ' +
  'school schoolhouse schoolroom scullery sea seashore seaside settlement shed shelter shop ' +
  'shore shrine sidewalk site sitting-room sky slope slum spot square stable stadium staircase ' +
  'stairway stall state station store storeroom strait stream street studio study suburb ' +
  'subway suite summit surface swamp table tavern temple tent territory terrace theatre ' +
  'theater throne threshold tomb tower town track trail train trench tunnel underground ' +
  'underworld universe university upstairs vale valley vault veranda vestibule village villa ' +
  'vineyard volcano walkway ward warehouse waterfall waterfront way well wharf wilderness ' +
  'windowsill winery wood woodland workshop world yard zone zoo';

/** Other things of which there can be one or more: "a lantern", "an idea". */
export const things =
  'abyss accent accident account accusation ache act action activity addition admission ' +
  'adventure advantage affair affection agreement aim alarm album alliance allusion ambition ' +
  'ambush ambulance amulet amount anecdote angle animal announcement answer anthem ape apology ' +
  'appearance appetite appliance application appointment approach apron argument ark armchair ' +
  'army arrangement arrival arrow article artefact ashtray aspect assembly assignment ' +
  'assumption asteroid atmosphere atom attempt attic attitude attribute auction audience aura ' +
  'avalanche award axe background badge bag bagel baggage ball ballad ballet balloon ballot ' +
  'band bandage bandit bang banner banquet bargain barge bark barrel barrier basin basis bat ' +
  'bath bathrobe baton battery battle bead beak beam beast beat bee beer beetle belief benefit ' +
  'bet beverage bill bin bird birth bit bite blackboard blade blank blast blaze blessing ' +
  'blister blizzard block blouse blow blur board boast boat bolt bomb bond bonfire bonnet ' +
  'bonus boom boost border bother boulder boundary bouquet bout bowl box branch brand breach ' +
  'bracelet braid brake break breakdown breakfast breakthrough breast breath breeze bribe ' +
  'brick briefcase brim bristle broadcast brochure broom bruise brush bubble buckle bud budget ' +
  'bug buggy bulb bulge bull bullet bump bun bundle burden burial burn burst bush business ' +
  'button buzz cabinet cable cage cake calculation calendar call calling calm camel campaign ' +
  'can canal candlestick cane cannon canoe canopy canvas cape capsule caption car caravan card ' +
  'career caress cargo carol carrier carton cartoon cartridge case casket cast castle casualty ' +
  'catalogue catastrophe category cattle cause caution cavity ceremony certificate challenge ' +
  'chance chandelier change chant chapter character charge chart charm chase chat check cheer ' +
  'cheque cherry chess chestnut chick chicken chill chime chimney chip choice choir chord ' +
  'chore chorus chunk cigar cinder circuit circumstance citadel civilisation claim clan clang ' +
  'clash clasp class clatter claw cliché climax cloak cloth cloud clown club clue clump ' +
  'cluster coach coal coalition coaster cobweb cockpit cocktail code coffin coil coincidence ' +
  'collapse collection collision column coma comb combination comeback comet comfort comma ' +
  'command comment commission commitment committee commotion community company comparison ' +
  'compartment compass complaint complex complication compliment component compromise concept ' +
  'concern concert concession conclusion condition conference confession confrontation ' +
  'congregation connection consequence consideration conspiracy constellation construction ' +
  'contact container contest context continent contract contradiction contrast contribution ' +
  'control convention conversation conviction convoy copy cord cork corpse correction ' +
  'correspondence corset costume cot cottage cotton couch cough council counterpart couple ' +
  'coupon courage course cover cow crab crack crackle cradle craft crash crate crater creak ' +
  'creation crease credit creed crest crib cricket crime crisis criticism crocodile cross ' +
  'crossing crown cruise crumb crush crust crutch cry crystal cube cuckoo cue cuff culprit ' +
  'cult culture cupboard cure curl current curve cushion custom cut cycle cylinder dam dance ' +
  'danger dart dash database date daze deal death debate debt decision declaration decoration ' +
  'deed deer defeat defect defence defense definition degree delay delegation delight delivery ' +
  'demand demonstration dent departure deposit depth descent description design desire despair ' +
  'dessert destiny detail determination development device diagnosis diagram dial dialogue ' +
  'diamond dice dictionary diet difference difficulty dignity dilemma dimension dinner ' +
  'direction disadvantage disagreement disaster disc discipline disco discomfort discount ' +
  'discovery discussion disease disgrace disguise dish disk dismissal display dispute ' +
  'distinction distraction disturbance dive division divorce document doll dollar dolphin ' +
  'domain dome donkey donut doom dose dot doubt dove draft drain drama draught drawback ' +
  'drawing dread drift drill drink drip drive drone drop drought drug drum duck duel duet ' +
  'dumpling dune duty dynasty eagle earring earthquake easel echo eclipse edition effect ' +
  'effort egg election element elephant elevator email embarrassment emblem embrace emerald ' +
  'emergency emotion emphasis encounter end ending engagement enterprise entertainment episode ' +
  'equation error eruption escape escort essay essence establishment estimate event evidence ' +
  'exam examination example exception exchange excursion excuse execution exercise exhibit ' +
  'exhibition existence expanse expectation expedition expense experience experiment ' +
  'explanation explosion exposure extension extent extreme fable fabric facility fact factor ' +
  'failure faith falcon fall fame family famine fan fantasy farce fare farewell fashion fate ' +
  'fault favour favor fear feast feat feature fee feeling fence ferry festival feud fever ' +
  'fibre fiction fiddle field fight file film filter fin finding fine finish fireplace ' +
  'firework firm fish fit fix flag flake flank flap flare flash flask flaw flea fleet flicker ' +
  'flight fling flip flock flood flow flu fluid flurry flush flute flutter fly focus fog fold ' +
  'folder folly food footprint footstep force forecast fork form formality formation formula ' +
  'fortune forum foundation fountain fraction fracture fragment fragrance frame fraud freedom ' +
  'freezer frenzy friction friendship fright frog front frost fruit fuel function fund funeral ' +
  'fuse fuss future gadget gain gale gallop gamble game gang gap garland garment gas gash gasp ' +
  'gather gathering gear gem gene generation gesture gift giggle girdle glare glass gleam ' +
  'glimmer glimpse glint glitter gloom glory glow glue goal goblet goodbye goose gossip gown ' +
  'grace grade grain grape graph grasp grass grate grave greeting grief grievance grill ' +
  'grimace groan groove group growl growth grudge grunt guarantee guess guidance guideline ' +
  'guilt gulp gust habit hail haircut half halo halt ham hammock hamster handbag handful ' +
  'handkerchief handshake handwriting hare harness harp hatch hatchet hawk hazard headache ' +
  'headline headlight health heap hearing hearse heat heater heatwave height helicopter ' +
  'helping hen herb herd heritage hesitation hiccup hint hiss history hit hobby hole homework ' +
  'honey honeymoon honour honor hook hope horn horror hose hound hourglass howl hull hum ' +
  'humour hurdle hurricane hurry hush hymn icicle icon idea ideal identity idiom idol igloo ' +
  'illness illusion image imagination impact imperfection implication impression improvement ' +
  'impulse incense incident inclination income increase index indication industry inequality ' +
  'infection influence information ingredient inheritance injection injury injustice ink ' +
  'innuendo inquiry insect insight inspection inspiration instinct institution instruction ' +
  'instrument insult intention interaction interest interpretation interruption intervention ' +
  'interview introduction invasion invention investigation investment invitation iron irony ' +
  'island issue item ivory jam jelly jewel jigsaw joint journal journey joy judgement judgment ' +
  'juice jump jury justice kayak keeper kennel kettle kick kilometre kilt kimono kite kitten ' +
  'knack knob knock knot knowledge label lace lack ladle lamb lament language lantern lapse ' +
  'larder lark laser lasso latch laughter laundry lava law lawsuit layer lead leader leaflet ' +
  'leak leap lease leash leather lecture leek legacy legend leisure lemonade length lens ' +
  'leopard lesson letter lettuce level lever liability liberty licence license lid lifeboat ' +
  'lifestyle light lightning lily limit limousine limp line linen link lion lipstick liquid ' +
  'liquor litter lizard load loaf loan lobster lock locker locket locomotive log logo ' +
  'loneliness loop loot lord lorry loss lot lottery love loyalty luck luggage lullaby lump ' +
  'lunch lung lurch lure lust luxury lyric machine mackerel magic magnet maid mail makeup ' +
  'malice mango manner manuscript marathon marble march margin marriage marsh mask mass ' +
  'massacre massage mast mat mate material mathematics matter maximum mayhem meal meaning ' +
  'means measure measurement meat medal medallion medication medicine melody membership memo ' +
  'memorial memory menace mention menu mercy merit mess metal metaphor meteor method microwave ' +
  'midst migration milk mill mine mineral minimum ministry miracle misery misfortune missile ' +
  'mist mistletoe mixture moan mob mobile mode modesty mole monkey monologue monument mood mop ' +
  'moral morale mosquito moss moth motion motive motor motorcycle motto mountain movement ' +
  'movie muffler mule mural murder murmur muscle muse mushroom music mustang mutiny mutter ' +
  'myth mystery mythology nap napkin narrative nation nature navy necessity necktie need ' +
  'needle negotiation neon nerve network newsletter nickname nightgown nomination nonsense ' +
  'noodle noon noose norm note notice notion nuisance nut nutshell oak oar oat oath obituary ' +
  'object objection obligation obsession obstacle occasion occupation occurrence octopus odds ' +
  'odour offence offer offering oil ointment olive omelette omen onslaught opera operation ' +
  'opinion opponent opportunity opposition oppression option orbit orchestra orchid ordeal ' +
  'order organ organisation organization origin ornament ostrich other otter outbreak outburst ' +
  'outcome outfit outing outlet outline outlook output outrage oven overcoat oyster pace ' +
  'package packet pact paddle padlock pain paint pair palette pamphlet panel panic pant ' +
  'panther paperwork parachute parade paradise paradox paragraph parallel parcel parchment ' +
  'pardon parrot part participant particle passion passport password past pasta paste pastry ' +
  'pat patch patience patrol pattern pause paw payment peace peach peacock peak peanut pear ' +
  'pearl pebble peculiarity pedal pedestal peg penalty pendant penguin pension pepper ' +
  'percentage perception perfection performance perfume peril permission permit perspective ' +
  'petal petition petticoat pew phantom phase phenomenon philosophy phrase piano pickle picnic ' +
  'pie piece pig pigeon pile pill pillar pillow pin pinch pine pineapple pint pipe piston pit ' +
  'pitch pitcher pity pivot plague plait plane plank plant plaster plastic plateau plea ' +
  'pleasure pledge plenty plight plot plough plow plug plum plume plunge plus poem poetry ' +
  'point poison poker pole police policy polish poll pony pop poppy population porcelain ' +
  'porridge portfolio portion portrait pose possession possibility post poster pouch poultry ' +
  'pound poverty powder power practice prank prayer precaution precedent predicament ' +
  'prediction preference pregnancy prejudice preparation presence present presentation press ' +
  'pressure prestige pretence prey price pride principle print priority privacy privilege ' +
  'prize probability probe procedure proceeding process procession product production ' +
  'profession profile profit program programme progress project promotion proof propaganda ' +
  'property prophecy proportion proposal prospect protection protest prow province provision ' +
  'prowess psychology publication pudding puddle puff pulse pump pumpkin punch punishment ' +
  'puppet puppy purchase purity purpose pursuit push python quality quantity quarrel quart ' +
  'quarter quest queue quilt quirk quiver quiz quota quotation race rack racket radiator raft ' +
  'rag rage raid rail rain rainbow raincoat ram rampage ramp range rank ransom rarity rash ' +
  'raspberry rate ratio rattle ray razor reach reaction reading reality realisation ' +
  'realization realm rear reasoning rebellion rebuke receipt reception recess recipe recital ' +
  'recognition recollection recommendation record recording recovery red reduction reed ' +
  'reference reflection reform refrigerator refuge refund refusal regard regiment region ' +
  'register regret regulation rehearsal reign rein rejection relation relationship relief ' +
  'religion reluctance remark remedy reminder remnant remorse removal rent repair repetition ' +
  'replacement reply report representation reproach reputation request requirement rescue ' +
  'research resemblance resentment reservation residence resignation resistance resolution ' +
  'resolve resort resource respect response responsibility rest restoration restraint ' +
  'restriction result retreat return reunion revelation revenge revolution revolver reward ' +
  'rhyme rhythm ribbon rice riddle ride ridge riot ripple rise risk rite ritual rivalry roar ' +
  'robe rocket rod role roll romance rooster root rosary rose rotation round rounds routine ' +
  'row rubber ruby rudder ruffle rule rumble rumour rumor run rung rush rustle rut sack ' +
  'sacrifice safety saga sail salad salary sale salmon salt salute sample sanction sandal ' +
  'satchel satellite satisfaction sauce sausage saving scale scandal scarcity scare scarecrow ' +
  'scent schedule scheme scholarship science scissors scope score scorn scramble scrap scrape ' +
  'scratch scream screw script scroll scrutiny sculpture seal seam search seat secretion ' +
  'section sector security seed segment selection self sensation sense sensibility sensitivity ' +
  'sentiment separation sequel sequence series sermon serum service session set setback ' +
  'setting settlement severity shade shaft shame shampoo shape share shark shawl sheath sheet ' +
  'shell shepherd shimmer shin shiver shock shooting shore shortage shortcut shot shout shove ' +
  'show shower shriek shrimp shrub sickness siege sight signature significance silence ' +
  'silhouette silk silver similarity simplicity sin situation size sketch ski skill skirmish ' +
  'slab slam slang slap slate slaughter sleeve sleigh slice slide slip slipper slit slogan ' +
  'slope slot slumber smack smash smell smear smoke smudge snack snag snail snap snare snarl ' +
  'sneer sneeze sniff snort snow snowball snowflake soap society socket sofa software soil ' +
  'solace solitude solo solution song sonnet soot sorrow sort soup source souvenir space spade ' +
  'span spark sparkle sparrow spasm spear specimen spectacle spectrum speech speed sphere ' +
  'spice spike spin spiral spirit splash splendour splinter split sponge sport spray spree ' +
  'sprig spring sprint spur spurt squad squeak squeal squeeze squirrel stab stability stack ' +
  'stake stalk stammer stamp stampede standard standing stanza staple stare start statement ' +
  'statistic stature status statute steak steam steel steed steering stem stench stereo stew ' +
  'stigma stillness sting stir stitch stock stocking stomp stop storage stove strain strand ' +
  'strap strategy straw strawberry streak strength stress stretch stride strike string strip ' +
  'stroke stroll structure struggle stub stuff stump stunt style substance substitute subtlety ' +
  'success succession suggestion suicide suit sum summary summons sunflower sunglasses ' +
  'sunlight superstition supper supply support surge surgery surname surplus surprise ' +
  'surrender survey survival suspension suspicion swan swarm swear sweat sweep swell swim ' +
  'swimsuit swing swirl switch swoop symbol sympathy symphony symptom syndrome syringe system ' +
  'tablet tackle tact tactic talent tale talisman talk tangle tank tantrum tape tapestry ' +
  'target tart tatters tattoo tavern tax taxi tea teardrop technique technology telegram ' +
  'telescope television temperament temperature tempest temptation tendency tension term ' +
  'terror test text texture thaw theft theme theory therapy thing thirst thorn thread threat ' +
  'thrill throne throng throw thud thump thunder thunderstorm tick ticket tide tie tiger tile ' +
  'timber timing tin tinge tint tip tissue title toast tobacco toil toilet token toll ton tone ' +
  'tongs tool topic torment torpedo tortoise torture toss total touch tour tournament tow toy ' +
  'trace track tractor trade tradition traffic tragedy training trait trance transaction ' +
  'transfer transformation transition transport tray treachery tread treason treasure treasury ' +
  'treat treatment treaty treehouse trek tremble tremor trial triangle tribe tribute trick ' +
  'trickle trigger trim trinket trio trip triumph trolley troop trophy trouble trousers trout ' +
  'truck trumpet trunk trust truth tub tube tuft tug tulip tumble tumour tune turban turkey ' +
  'turmoil turn turnip turret turtle tutorial twig twinkle twist twitch type typewriter ulcer ' +
  'umbrella understanding unease unicorn uniform union unit unity update uproar upset urge ' +
  'urgency urn use utensil vacancy vacation vacuum value van vanity variation variety vase ' +
  'vegetable vehicle veil vein velvet vengeance venom venture verb verdict verge verse version ' +
  'vessel vest veto vice victory view viewpoint vigil vine vinegar violation violence violin ' +
  'virtue virus visa vision visit vitality vocabulary vocation volcano volley volume vote vow ' +
  'voyage vulture waffle wage wagon wail wait wake walk wall waltz war wardrobe warmth warning ' +
  'warrant wart wash wasp waste watch water wave wax weakness wealth weather web wedge weed ' +
  'weight welcome welfare well whale wharf wheat wheel wheelbarrow wheelchair whim whimper ' +
  'whine whip whirl whirlpool whirlwind whisky whistle whole wig will willow win wind windmill ' +
  'wine wink wire wisdom wish wit witchcraft withdrawal wonder wool work workout world worm ' +
  'worry worth wrath wreath wreck wrench wrinkle wrong yacht yell yelp zeal zebra zest zigzag ' +
  'zip';

/** Of which there is some, not one: "with anger", "to school". */
export const stuff =
  'accuracy ale aluminium amazement amusement anguish annoyance anticipation apathy armour ' +
  'arrogance ash astonishment authority awareness bacon baggage bark beauty beef blame bliss ' +
  'boredom brandy bravery bread broccoli bronze butter cash caution celery cement chalk ' +
  'champagne chaos charity cheese chemistry chocolate cinnamon civility clarity clay clothing ' +
  'coal cocoa coffee comedy commerce compassion competence concentration confidence confusion ' +
  'consciousness consent contentment conviction cooperation copper corn cotton courtesy ' +
  'cowardice cream creativity cruelty curiosity cutlery darkness daylight debris delight ' +
  'delirium democracy denial depression despair devotion dew diligence dirt disappointment ' +
  'disapproval disbelief discretion disgust dismay disorder distaste distress distrust dough ' +
  'driftwood dust duty eagerness earth ease ecstasy education efficiency electricity elegance ' +
  'employment encouragement energy enjoyment enthusiasm envy equality equipment evil ' +
  'excitement expectancy experience exploration faith fame fatigue fear finance fish flattery ' +
  'flesh flour foliage footwear forgiveness freedom fruit fun furniture fury garlic gasoline ' +
  'generosity ginger glee gold goodness gossip gravel gravity grease greed greenery grief grit ' +
  'guilt gunpowder hair happiness hardware harm harmony haste hatred hay health heat help ' +
  'heroism history honesty honour hope hospitality humanity humidity humility hunger hydrogen ' +
  'hypocrisy ice ignorance imagination immortality impatience independence indifference ' +
  'indignation industry infancy innocence insanity insolence inspiration integrity ' +
  'intelligence intimacy iron ivy jealousy jewellery jewelry joy justice kindness knowledge ' +
  'labour laughter laziness lead leadership leather leisure lemonade liberty lightning ' +
  'literature livestock logic love lumber lust luggage machinery madness magic malice mankind ' +
  'marble maturity meat medicine melancholy mercy metal milk mischief misery moisture money ' +
  'moonlight morality mortality motherhood mud music nature news nonsense nostalgia obedience ' +
  'oil optimism oxygen paint panic paper parenthood pastry patience peace pepper perfume ' +
  'persistence philosophy pleasure politeness politics pollution pork porridge poverty power ' +
  'praise pride privacy prosperity punctuality purity quiet rage rain reality reason ' +
  'recognition relief remorse repentance resentment respect revenge rice romance rubber ' +
  'rubbish rust sadness safety salt sand sanity sarcasm satin satisfaction science secrecy ' +
  'self-control sewage shade shame shampoo shelter shock sickness silence silk silver ' +
  'simplicity slavery sleep smoke snow soap society soil solitude sorrow soup space spaghetti ' +
  'speech speed spite starlight status steam steel stone stress strength stubbornness stuff ' +
  'success suffering sugar sunlight sunshine suspense suspicion sweat sympathy tact tape tea ' +
  'teamwork tenderness tennis terror thunder tin toast tobacco tolerance tradition traffic ' +
  'training tranquillity transportation travel treason triumph trouble trust truth unease ' +
  'valour vanity vengeance vinegar violence virtue vodka warfare warmth water wax wealth ' +
  'weather whiskey wilderness wildlife wine wisdom wood wool work worship youth zeal';
