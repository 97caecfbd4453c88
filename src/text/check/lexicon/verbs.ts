// Verbs of stories by what they take. Forms are made by rule; what has forms of its own is in
// ../verbs.ts, and is listed here for what it takes alone.

/** They act on something: "grabbed the door". */
export const transitive =
  'abandon abolish absorb abuse accept accompany accomplish accuse achieve acknowledge acquire ' +
  'activate adapt add address adjust administer admire admit adopt adore advise affect afford ' +
  'aggravate aid alarm alert allow alter amaze amuse analyse analyze anger announce annoy ' +
  'answer anticipate appease applaud apply appoint appreciate approach approve arouse arrange ' +
  'arrest assault assemble assert assess assign assist associate assure astonish attach attack ' +
  'attain attend attract avenge avoid await award balance ban bandage bang banish bar bare ' +
  'barricade bathe batter beat beckon befriend believe bestow betray bewilder bind bite ' +
  'blackmail blame bless block board boil bolt bomb book bother brace brandish break bribe ' +
  'bring broach browse bruise brush build bully bump bundle burn bury butter button buy bypass ' +
  'calculate calm cancel capture caress carry carve cast catch cause cease celebrate challenge ' +
  'change charge charm chart chase check cheer cherish chew choke choose chop circle claim ' +
  'clarify clasp clean clench climb close clothe clutch coax collect colour color comb combine ' +
  'comfort command commence commend commit compare compel complete compliment compose ' +
  'comprehend conceal conceive concern condemn conduct confess confide confine confirm ' +
  'confiscate confront confuse congratulate connect conquer consider console construct consult ' +
  'consume contact contain contemplate continue contradict contribute control convey convince ' +
  'cook copy corner correct count counter cover cradle crack cram crash crave create criticise ' +
  'criticize cross crown crumple crush cuddle cup curl curse cut damage damn dampen dare ' +
  'darken dash dazzle deal debate deceive declare decline decorate dedicate deem defeat defend ' +
  'define defy delay deliver demand demolish demonstrate deny deposit derive describe desert ' +
  'deserve design desire despise destroy detach detain detect determine detest develop devise ' +
  'devote devour dig diminish dip direct discard discharge discover discuss disguise dislike ' +
  'dismiss display dissolve distinguish distract distribute disturb divert divide dodge ' +
  'dominate donate doubt drag drain drape draw dread drench dress drink drive drop drug drum ' +
  'drown dry dump dunk earn ease eat eclipse edit educate eject elbow elect embarrass embrace ' +
  'emphasise emphasize employ empty enable enchant encircle enclose encounter encourage ' +
  'endanger endure enforce engage engulf enhance enjoy enlarge enlist enrage ensure enter ' +
  'entertain envelop envy equip erase erect escort establish estimate evade evaluate examine ' +
  'exceed exchange excite exclude excuse execute exercise exhale exhaust exhibit expect ' +
  'experience explain exploit explore expose express extend extinguish extract eye face fan ' +
  'fancy fasten favour favor fear feed feel fetch fight fill film find fine finger finish fire ' +
  'fix flatten flatter flick flip flood flush fold follow fondle forbid force foresee forgive ' +
  'forget form frame free freeze frighten frustrate fulfil fulfill fund furnish gather give ' +
  'glimpse govern grab grant grasp grate greet grill grind grip grow guarantee guard guess ' +
  'guide halt hammer hand handle hang harbour harm harness harvest hate haul haunt have hear ' +
  'heave help hide highlight hinder hire hit hoist hold honour honor host hug humour hurl hurt ' +
  'identify ignite ignore illuminate imagine imitate implement imply import impose impress ' +
  'imprison improve include increase indicate induce infect inflict influence inform inhabit ' +
  'inhale inherit inject injure insert inspect inspire install insult intercept interest ' +
  'interpret interrogate interrupt introduce invade invent investigate invite involve irritate ' +
  'isolate issue jab join judge justify keep kick kidnap kill kiss knead knit knot know label ' +
  'lace lack land lash launch lay lead learn leave lend level lick lift light lighten like ' +
  'limit list load loathe locate lock loosen lose love lower lure maintain make manage ' +
  'manipulate mark marry marvel master match mean measure melt memorise memorize mend mention ' +
  'mess mind mirror miss misunderstand mix mock mop motion mount mourn move muffle multiply ' +
  'murder muster nail name narrow need neglect notice notify nudge numb nurse obey observe ' +
  'obtain occupy offend offer omit open operate oppose order organise organize outline ' +
  'overcome overhear overlook overtake overwhelm owe own pack paint pardon park part pass pat ' +
  'patch paw pay peel perceive perform permit persuade phone photograph pick pierce pile pin ' +
  'pinch pinpoint pitch pity place plan plant plaster play please plot pluck plug plunge ' +
  'pocket poison poke polish possess postpone pour praise predict prefer prepare prescribe ' +
  'present preserve press prevent proclaim produce prolong promise promote prompt pronounce ' +
  'propel propose protect prove provide provoke prune publish pull pump punch punish purchase ' +
  'pursue push put puzzle question quote raise ram rattle ravage reach read realise realize ' +
  'rearrange reassure rebuild recall receive recite reckon recognise recognize recommend ' +
  'record recover recruit reduce refuse regain regard regret reject relate release relieve ' +
  'relish remember remind remove render renew rent repair repay repeat repel replace report ' +
  'represent request require rescue resemble resent reserve resist resolve respect restore ' +
  'restrain restrict resume retain retrieve reveal revenge reverse review revive reward ride ' +
  'ring rinse rip risk rob roast rouse ruffle ruin rule run sacrifice salute save savour savor ' +
  'say scan scare scatter scent scold scoop scorch scour scrape scratch screw scrub seal ' +
  'search secure see seek seize select sell send sense separate serve set settle sew shake ' +
  'shape share sharpen shatter shave shed shelter shield shift shock shoot shorten shoulder ' +
  'shove show shower shred shuffle shun shut sign signal silence sing sip skim skip slam slap ' +
  'slash slaughter slay slice slide sling slit smack smash smear smell smooth smother smuggle ' +
  'snap snatch soak soften solve soothe sort sound spare spark speak spell spend spill split ' +
  'spoil spoon spot spray spread squash squeeze stab stack stain stamp startle steady steal ' +
  'steer stick stifle stir stitch stop store strain strangle strap strengthen stretch strike ' +
  'strip stroke study stuff stun submit suffer suggest suit summon supply support suppose ' +
  'suppress surpass surprise surround survey suspect sustain swallow swap swear sweep swing ' +
  'switch tackle take tame tap target taste taunt teach tear tease tell tempt tend terrify ' +
  'test thank threaten throw thrust tickle tie tighten tip toast top torment torture toss ' +
  'touch trace track trade trail train translate trap treat trick trigger trim trouble trust ' +
  'tuck tug turn tweak twirl twist type unbutton uncover undergo undermine undo unfasten ' +
  'unfold unhook unite unleash unlock unload unpack unroll unsettle untangle untie unveil ' +
  'unwrap unzip upset urge use utter vacate value view violate visit voice wake want warm warn ' +
  'wash waste watch water wave wear weave weigh welcome wet whack whip whirl widen wield win ' +
  'wind wipe wish withdraw withhold withstand witness wound wrap wreck wrench wring write yank';

/** They stand alone, or lead to a place: "arrived at the door". */
export const intransitive =
  'abide ache act agree aim alight amble appear apologise apologize argue arise arrive ascend ' +
  'ask awaken babble bark bawl be beam become beg begin behave belong bend bet blaze bleed ' +
  'blend blink bloom blossom blow blush boast bob bounce bow brag breathe brood buck budge ' +
  'burst bustle buzz cackle camp care chat chatter chime chirp chuckle clamber clang clap ' +
  'clash clatter click climb cling coil collaborate collapse collide come commute compete ' +
  'complain compromise concentrate concur cooperate cope correspond cough cower crackle crawl ' +
  'creak creep cringe croak crouch crow crumble cry curtsy dance dangle dart dawdle dawn ' +
  'daydream decay depart depend descend despair deteriorate die differ dine dip disagree ' +
  'disappear dive doze dream drift drip drool droop drop dwell dwindle echo elapse emerge ' +
  'erupt escape evaporate evolve exist expire explode fade fail faint fall falter fare fidget ' +
  'fizz flail flame flap flare flash flee flicker flinch flit float flop flourish flow flutter ' +
  'fly foam follow fret frown fumble function fuss gallop gape gasp gaze giggle gleam glance ' +
  'glare glide glimmer glint glisten glitter gloat glow glower go gossip graduate grieve ' +
  'grimace grin groan growl grumble grunt gulp gurgle gush happen hesitate hiccup hiss hobble ' +
  'hop hope hover howl huddle huff hum hunch hurry hurtle insist intervene interfere itch jerk ' +
  'jog joke journey jump kneel knock labour labor lag lapse last laugh lead leak lean leap lie ' +
  'limp linger listen live loiter long look loom lounge lunge lurch lurk march marvel matter ' +
  'meander meditate meow mingle moan mope mumble murmur muse mutter nap nest nestle nod object ' +
  'occur ooze orbit originate pace pad paddle pant participate pass pause peek peep peer perch ' +
  'perish persist perspire plod plead plummet point ponder pop pose pounce pout pray preach ' +
  'preside prevail proceed progress protest protrude prowl pulsate pulse purr quake quarrel ' +
  'quiver race rage rain ramble rave react reappear rebel reckon recede recoil reel refer ' +
  'reflect refrain rejoice relax rely remain reply reside resort respond rest result retire ' +
  'retort retreat return revolve ride ring rise roam roar rock rot row rummage rumble run rush ' +
  'rustle sag sail sashay saunter scamper scoff scowl scramble scream screech scurry scuttle ' +
  'seem seep shimmer shine shiver shout shriek shrink shrug shudder shuffle sigh sink sit ' +
  'sizzle skate skid skulk slam slacken sleep slide slink slip slither slouch slump smile ' +
  'smirk smoke smoulder smolder snarl sneak sneer sneeze snicker sniff sniffle snigger snoop ' +
  'snooze snore snort snow soar sob socialise soften spar sparkle speak speculate speed spin ' +
  'spiral splash sprawl spring sprint sprout squabble squat squeak squeal squint squirm ' +
  'stagger stammer stand stare start stay step stiffen stoop stray stream stride stroll ' +
  'struggle strut stumble stutter succeed suffer sulk surface surge surrender survive sway ' +
  'sweat swell swerve swim swirl swoon swoop talk teeter tense think thrive throb thud thump ' +
  'tick tilt tingle tiptoe tire toil topple totter tower travel tread tremble trickle trot ' +
  'trudge tumble tut twinkle twitch vanish vary venture vibrate volunteer vomit vote wade wail ' +
  'wait wake walk wallow waltz wander wane waver weep wheel wheeze whimper whine whisper ' +
  'whistle whizz wilt wince wink wither wobble wonder work worry wrestle wriggle writhe yawn ' +
  'yearn yell yelp yield zoom';

/** "Wanted to go": they take a "to" and another verb. */
export const takingTo =
  'agree aim appear arrange ask attempt begin bother care cease choose claim consent continue ' +
  'dare decide decline deserve desire determine endeavour endeavor expect fail fear forget get ' +
  'happen hasten hate help hesitate hope hurry intend learn like long love manage mean need ' +
  'neglect offer plan prefer prepare presume pretend proceed promise propose prove refuse ' +
  'regret remember request resolve seem serve start strive struggle swear tend threaten ' +
  'trouble try undertake use venture volunteer vow wait want wish yearn';
