// Words that tell how a thing is, and words that tell when, where and how much.

/** "A quiet road". */
export const adjectives =
  'able abrupt absent absolute abstract absurd abundant academic acceptable accidental ' +
  'accurate active actual acute adequate administrative adorable adult advanced aerial ' +
  'affectionate agile aggressive agreeable alert alien amateur amazing ambitious ample amusing ' +
  'ancient angelic annual anonymous antique anxious apparent appealing appropriate apt arctic ' +
  'arrogant artificial artistic athletic attentive attractive authentic automatic available ' +
  'average avid awake aware awkward back bare basic bearable beaten beloved bitter blank bleak ' +
  'blind blond blonde blunt blurry bodily bold bony boring bossy bottomless brash breathless ' +
  'breathtaking brief brilliant brisk brittle broad bruised brutal bulky bumpy burly calm ' +
  'capable careless casual cautious central ceremonial charming chaste cheap cheeky cheerful ' +
  'chief childish childlike chilly chronic chubby civil classic classical clear clinical ' +
  'clumsy coarse cold colossal colourful colorful comfortable comic common compact comparable ' +
  'compassionate competent complete complex complicated conceited conscious considerable ' +
  'considerate consistent constant contemporary content continual continuous contrary ' +
  'convenient conventional convincing coral cordial correct corrupt costly courageous ' +
  'courteous covert cowardly cozy cosy crafty cramped cranky crazy creative creepy criminal ' +
  'crimson crisp critical crooked crucial crude cruel crumpled crunchy cunning curious curly ' +
  'current curt customary cute cynical daily damp daring dazzling dead deadly deaf dear decent ' +
  'decisive deep defensive defiant definite delicate delicious delightful dense dental ' +
  'dependent desolate desperate destructive detailed determined devilish devoted devout ' +
  'different difficult digital dignified diligent diplomatic direct disastrous discreet ' +
  'disgraceful disgusting dishonest disloyal dismal distant distinct distinctive disturbing ' +
  'divine dizzy docile domestic dominant double doubtful downright drab dramatic drastic ' +
  'dreadful dreamy dreary drowsy drunk drunken due dull dumb durable dutiful eager earnest ' +
  'earthly eastern eccentric economic ecstatic edible educational eerie effective efficient ' +
  'elaborate elastic elderly electric electronic elegant elementary eligible eloquent elusive ' +
  'eminent emotional endearing endless energetic enjoyable enthusiastic entire envious epic ' +
  'equal erratic essential eternal ethical even eventful everlasting everyday evident evil ' +
  'exact excellent exceptional excessive excited exciting exclusive exotic expensive ' +
  'experienced expert explicit exquisite extensive external extra extraordinary extravagant ' +
  'extreme exuberant fabulous faded faint fair faithful fake false fancy fantastic far ' +
  'fascinating fashionable fast fat fatal fatherly faulty favourable favourite favorite ' +
  'fearful fearless feathery feeble female feminine fertile feverish fickle final financial ' +
  'fine firm fishy fit fitting flabby flaky flat flawless flexible flimsy floral flowery ' +
  'fluent fluffy fluid fond foolish forceful formal former formidable fortunate foul fragile ' +
  'fragrant frail frank frantic frequent fresh friendly frightful frosty frozen fruitful ' +
  'frustrating full functional furious furry future fussy futile fuzzy gallant garish gaunt ' +
  'generous genial genuine ghastly ghostly giant giddy gifted gigantic glad glamorous gleeful ' +
  'glib global gloomy glorious glossy glum golden good-natured gorgeous graceful gracious ' +
  'gradual grand grateful grave greasy greedy grim grimy gritty gross grotesque grouchy ' +
  'growing gruesome gruff grumpy guilty habitual haggard hairy half-hearted handy happy hardy ' +
  'harmless harsh hasty hateful haughty hazy healthy hearty heavenly hefty helpful helpless ' +
  'heroic hesitant hidden hideous high-pitched historic historical hoarse hollow holy homeless ' +
  'homely homesick honest honourable hopeful hopeless horrible horrid horrific hospitable ' +
  'hostile hourly huge human humble humid humorous hungry hurried hysterical icy ideal ' +
  'identical idle ignorant ill illegal illegible illicit imaginary imaginative immaculate ' +
  'immature immediate immense imminent immoral immortal impartial impatient impending ' +
  'imperfect imperial impersonal impish impolite important imposing impractical impressive ' +
  'improbable improper impulsive inaccurate inadequate inappropriate incapable incessant ' +
  'incoherent incomplete incomprehensible inconvenient incorrect incredible incredulous ' +
  'indecent indefinite independent indifferent indignant indirect indistinct individual indoor ' +
  'indulgent industrial inept inevitable inexpensive infamous inferior infinite inflamed ' +
  'influential informal ingenious inherent initial inner innocent innumerable inquisitive ' +
  'insane insecure insignificant insolent instant instinctive insufferable insufficient intact ' +
  'integral intellectual intelligent intense intent intentional interested interesting ' +
  'interior intermediate internal international intimate intolerable intricate intriguing ' +
  'intrinsic invaluable inventive invincible invisible inviting ironic irregular irrelevant ' +
  'irresistible irresponsible irritable irritating jagged jealous jittery jolly jovial joyful ' +
  'joyous jubilant juicy junior just juvenile keen kingly knobbly knotted knowing lacy lame ' +
  'lanky lasting late latter lavish lawful lazy lean leather leathery left left-hand legal ' +
  'legendary legitimate leisurely lengthy lethal level lewd liable liberal lifeless lifelong ' +
  'light lightweight likable likely limp linear liquid literal literary lithe little live ' +
  'lively livid living local lofty logical lone lonesome long-lost loose lopsided loud lousy ' +
  'loving low low-pitched loyal lucid lucky ludicrous lukewarm luminous lumpy lush luxurious ' +
  'mad magic magical magnetic magnificent main majestic major male malevolent malicious manly ' +
  'manual marble marginal marine marital marked martial marvellous marvelous masculine massive ' +
  'maternal mature maximum mean meaningful meaningless meagre measly medical medieval mediocre ' +
  'meek mellow melodic melodious memorable menacing mental merciful merciless mere merry messy ' +
  'metal metallic meticulous mighty mild military milky mindful mindless miniature minimal ' +
  'minimum minor minute miraculous mischievous miserable misguided misty mixed mobile mock ' +
  'moderate modest moist momentary monotonous monstrous monthly monumental moody moonlit moral ' +
  'morbid mortal mossy motherly motionless mountainous mournful moving multiple mundane ' +
  'murderous murky muscular musical mutual mysterious mystic mystical mythical naive naked ' +
  'narrow nasal nasty national native natural naughty nautical naval near nearby neat ' +
  'necessary needless needy negative neglectful negligible neighbouring neutral new next ' +
  'nimble noble nocturnal noiseless noisy nominal normal northern nosy notable noteworthy ' +
  'notorious novel noxious numb numerous obedient obese objective obligatory oblivious ' +
  'obnoxious obscene obscure observant obsessive obsolete obstinate obvious occasional odd ' +
  'odious offensive official oily old-fashioned ominous only opaque open operational opposite ' +
  'oppressive optimistic optional opulent oral orange ordinary organic oriental original ' +
  'ornamental ornate orthodox other outdoor outer outlandish outrageous outright outside ' +
  'outstanding outward oval overall overcast overdue overjoyed own painful painless ' +
  'painstaking palatable pallid palpable parallel paranoid parental partial particular ' +
  'passionate passive past paternal pathetic patient peaceful peculiar pensive perceptive ' +
  'perfect perilous periodic permanent perpetual perplexing persistent personal persuasive ' +
  'pert pessimistic petite petty physical picturesque piercing pink pitiful placid plain ' +
  'plaintive playful pleasant pleased pleasing plump plush poetic poignant pointed pointless ' +
  'poisonous polished polite political pompous popular portable posh positive possessive ' +
  'possible posthumous potent potential powerful powerless practical precarious precious ' +
  'precise predictable preferable pregnant preliminary premature preposterous present ' +
  'presentable presumptuous previous priceless prickly prim primal primary prime primitive ' +
  'princely principal prior private probable productive profane professional proficient ' +
  'profitable profound progressive prolific prominent promising prompt prone proper prophetic ' +
  'prosperous protective provincial prudent psychological psychic public puffy pungent pure ' +
  'purposeful pushy puzzling quaint queasy queenly queer questionable quick-witted quizzical ' +
  'racial racy radiant radical ragged rainy random rapid rapt rare rash rational ravenous raw ' +
  'ready-made reasonable rebellious recent receptive reckless recognisable rectangular ' +
  'refreshing regal regional regretful regular relative relaxing relentless relevant reliable ' +
  'relieved religious reluctant remarkable remorseful remote repetitive reproachful repugnant ' +
  'repulsive reputable resentful reserved resigned resilient resolute resounding resourceful ' +
  'respectable respectful respective responsible responsive restful restless restrained ' +
  'reticent reverent rewarding rhythmic rickety ridiculous right right-hand righteous rigid ' +
  'rigorous ripe risky ritual rival robust romantic roomy rosy rotten round roundabout rowdy ' +
  'royal rude rueful rugged rundown rural ruthless sacred sane sarcastic satisfactory saucy ' +
  'savage scandalous scant scarce scarlet scary scattered scenic sceptical scientific scornful ' +
  'scrawny scruffy seasonal seasoned second-hand secondary secretive secular secure sedate ' +
  'selective selfish selfless senior senseless sensible sensitive sensual sentimental separate ' +
  'serene several severe sexual shabby shadowy shady shaggy shaky shameful shameless shapeless ' +
  'shapely sharp-tongued sheepish sheer shocking shoddy shrewd shrill shy sickening sickly ' +
  'significant silken silky silver silvery similar simple sincere sinful single-minded ' +
  'sinister skilful skilled skinny slack sleek sleepless slender slight slim slimy slippery ' +
  'sloppy sluggish sly smart smoky smooth-faced smug snide sober sociable social sodden solar ' +
  'sole solemn solid solitary sombre sophisticated sordid sore sorrowful sorry sound sour ' +
  'southern sovereign spacious sparing sparse special specific spectacular speechless speedy ' +
  'spherical spicy spiritual spiteful splendid spontaneous sporadic spotless spry square ' +
  'squeamish stable stale standard stark starry startling static stationary statuesque ' +
  'steadfast steady stealthy steep sterile stern stiff stifling stimulating stingy stocky ' +
  'stoic stony stormy stout straight straightforward strained strategic stray strenuous strict ' +
  'striking stringent structural stubborn studious stuffy stunning stupendous sturdy suave ' +
  'subdued subjective sublime subsequent substantial subtle successful successive suitable ' +
  'sulky sullen sultry sumptuous sunlit sunny superb superficial superfluous superior ' +
  'supernatural superstitious supple supportive supreme surplus surprising susceptible ' +
  'suspicious sweet swift swollen syrupy sympathetic systematic tacit tactful tactical ' +
  'tactless tame tan tangible tangled tardy tart tasteful tasteless tasty tattered tearful ' +
  'tedious temporary tempting tenacious tender tense tentative terminal terrific terrifying ' +
  'thankful thankless thirsty thorny thorough thoughtful thoughtless thunderous tidy tight ' +
  'timeless timely timid tireless tiresome tolerable tolerant torrential total touching tough ' +
  'toxic traditional tragic tranquil transient transparent treacherous tremendous tremulous ' +
  'triangular trim triumphant trivial tropical troubled troublesome trusting trustworthy ' +
  'truthful turbulent twin typical ultimate unable unacceptable unanimous unaware unbearable ' +
  'unbelievable uncanny uncertain unclean unclear uncomfortable uncommon unconscious uncouth ' +
  'uneasy unequal uneven unexpected unfair unfaithful unfamiliar unfortunate unfriendly ' +
  'ungrateful unhappy unhealthy uniform unimportant unique united universal unkempt unkind ' +
  'unknown unlikely unlucky unmistakable unnatural unnecessary unpleasant unpopular ' +
  'unpredictable unreal unreasonable unreliable unruly unseen unselfish unsightly unspeakable ' +
  'unspoken unstable unsteady unsuccessful unsure untidy untold untrue unusual unwanted unwary ' +
  'unwelcome unwell unwilling unwise unworthy upbeat upper upright uproarious upset urban ' +
  'urgent useful useless usual utter vacant vague vain valiant valid valuable vapid variable ' +
  'various vast velvety venerable vengeful venomous verbal verdant vertical viable vibrant ' +
  'vicious victorious vigilant vigorous vile villainous vindictive vintage violent violet ' +
  'virtual virtuous visible visual vital vivacious vivid vocal volatile voluntary voracious ' +
  'vulgar vulnerable wakeful wanton warlike warm-hearted wary wasteful watchful watery wavy ' +
  'waxy wayward wealthy weary weekly weighty welcome western whimsical whole-hearted wholesome ' +
  'wicked widespread wiggly wily windy winged winning wintry wiry wise wistful witty woeful ' +
  'wondrous woody woollen wordless worldly worn worrying worthless worthwhile worthy wounded ' +
  'wrathful wretched wrinkled wrinkly wry yearly youthful zealous';

/** When and where: they stand where no noun can. */
export const adverbs =
  'again ago ahead almost already also altogether always anyhow anyway anywhere apart around ' +
  'aside asleep aloud abroad aboard afterwards afterward away backwards backward barely before ' +
  'behind below besides better beyond down downstairs downward downwards early else elsewhere ' +
  'enough even ever everywhere far fast forever forth forward forwards further furthermore ' +
  'gladly halfway hard hardly hence here hereby however indeed indoors inside instead inwards ' +
  'just last late later least less likewise long longer maybe meanwhile midway more moreover ' +
  'most much near nearby nearly never nevertheless next nonetheless not now nowadays nowhere ' +
  'off often once only onward onwards otherwise out outdoors outside outward outwards over ' +
  'overhead overnight perhaps please pretty quite rather regardless scarcely seldom sideways ' +
  'since so somehow sometime sometimes somewhat somewhere soon sooner still straight then ' +
  'thence there therefore though thus today together tomorrow tonight too twice underneath up ' +
  'upright upstairs upward upwards very well worse worst yesterday yet';

/** "Very", "rather": what they stand before tells how a thing is. */
export const degrees =
  'very quite rather so too almost nearly fairly extremely utterly terribly awfully somewhat ' +
  'perfectly equally entirely completely absolutely remarkably incredibly slightly';
