"""The closed sets of English words the parser goes by, of our own making."""


def words(text: str) -> frozenset[str]:
    """The words of `text`, a table written as running text."""
    return frozenset(text.split())


SAYING = words(
    """
    said says say asked asks ask replied replies answered answers cried cries exclaimed
    exclaims whispered whispers shouted shouts yelled yells called calls muttered mutters
    murmured murmurs mumbled mumbles screamed screams shrieked shrieks screeched growled
    growls snarled snapped snaps barked hissed hisses groaned groans moaned moans sighed
    sighs sobbed sobs wailed whimpered whined stammered stuttered faltered gasped gasps
    panted breathed blurted choked croaked rasped drawled lisped purred cooed crooned sang
    chanted roared bellowed boomed thundered howled hollered squealed squeaked squawked
    chirped chirruped piped grunted grumbled grumped groused complained protested objected
    argued insisted urged pleaded begged implored entreated demanded commanded ordered
    instructed directed warned cautioned threatened promised vowed swore assured reassured
    soothed comforted consoled encouraged advised suggested proposed offered invited
    ventured volunteered announced declared proclaimed stated asserted affirmed averred
    maintained remarked observed noted commented mentioned added continued resumed began
    begins started concluded finished ended repeated echoed agreed admitted confessed
    conceded acknowledged allowed granted confirmed denied disagreed contradicted countered
    retorted rejoined returned responded riposted shot interrupted interposed interjected
    interpolated interpellated intervened broke burst explained clarified elaborated
    expounded related recounted narrated told tells informed reported read recited quoted
    prompted inquired enquired questioned queried wondered guessed supposed mused pondered
    reflected considered thought thinks speculated surmised decided reasoned joked teased
    quipped jested bantered mocked taunted jeered scoffed sneered scorned derided chuckled
    chortled giggled laughed tittered snickered sniggered cackled guffawed snorted sniffed
    sniffled smirked grinned smiled beamed greeted hailed welcomed congratulated thanked
    apologised apologized lamented mourned bemoaned deplored regretted marvelled marveled
    gushed enthused rhapsodised boasted bragged crowed preached lectured scolded chided
    rebuked reproved reprimanded admonished reproached upbraided berated accused charged
    challenged dared spat fumed raged stormed ranted raved ejaculated vociferated
    articulated uttered pronounced voiced intoned hazarded opined persisted pursued
    proceeded went goes put puts struck chimed spoke speaks corrected translated hinted
    implied signed texted typed wrote writes messaged tweeted posted pinged radioed phoned
    rambled babbled gabbled jabbered prattled chattered burbled gurgled slurred coaxed
    cajoled wheedled quavered trembled shrilled clamoured clamored trilled fretted worried
    pouted huffed puffed rumbled snuffled clucked tutted hummed sneezed coughed spluttered
    sputtered gulped hiccuped rapped tossed supplied filled ruled bid bade counselled
    counseled recommended requested appealed besought prayed blessed cursed swears grunts
    adds continues explains insists demands agrees admits remarks observes suggests
    announces declares chorused deadpanned confided managed relented mouthed bawled bleated
    trumpeted whooped lied cawed neighed quacked mewed hooted twittered brayed bayed yelped
    yapped whinnied amended specified concurred dictated reiterated emphasised emphasized
    stressed sniped harrumphed hedged recalled
    """
)
"""Verbs that can stand beside a quotation and name its speaker."""


def _present_of(past: str) -> frozenset[str]:
    """What a regular verb in the past may be in the present, with and without -s.

    Some are no words at all (`announc`), which does no harm.
    """
    stem = past[:-2]
    if past.endswith("ied"):
        return frozenset([f"{past[:-3]}y", f"{past[:-3]}ies"])
    stems = {stem, f"{stem}e"}
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        stems.add(stem[:-1])
    return frozenset(stems | {f"{one}s" for one in stems} | {f"{stem}es"})


SAYING_NOW = SAYING | frozenset().union(
    *(_present_of(verb) for verb in SAYING if verb.endswith("ed"))
)
"""The same verbs and their present, which may be nouns: believed only right behind a subject."""

PLAIN_SAYING = words(
    """
    said says say replied replies answered answers added continued resumed began begins
    returned rejoined responded remarked observed noted commented told tells went goes put
    spoke speaks started asked asks ask inquired enquired thought thinks wrote writes read
    stated explained
    """
)
"""Verbs of saying that give no manner worth a direction to the voice."""

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves", "themself"])

MALE_TITLES = words(
    """
    mr mister sir lord master count king prince duke baron viscount earl father brother
    uncle grandfather monsieur m signor señor senor senhor sr don dom herr fra abbé rabbi
    friar squire sheikh sultan emperor tsar czar sahib pan mynheer tío tio
    """
)
FEMALE_TITLES = words(
    """
    mrs miss ms lady madame madam mme mlle countess queen princess duchess baroness
    viscountess mother sister aunt auntie grandmother grandma granny mademoiselle signora
    signorina señora senora señorita senhora dona doña donna frau fräulein fraulein dame
    empress tsarina begum tía tia nurse mistress mam
    """
)
RANKS = words(
    """
    dr doctor professor prof captain capt colonel col major general gen inspector sergeant
    sgt constable admiral reverend rev judge president secretary detective lieutenant lt
    commander corporal private officer chief marshal superintendent bishop archbishop
    cardinal vicar pastor deacon dean governor mayor senator minister chancellor ambassador
    sheriff deputy justice coach chef agent commissioner councillor saint st old young
    little poor dear great big cousin comrade citizen
    """
)
TITLES_FOR_CHILDREN = words("miss master little young prince princess")
OFFICES = words(
    """
    chef coach doctor doc captain colonel professor inspector sergeant lieutenant commander
    sheriff reverend vicar headmaster headmistress detective constable corporal admiral nurse
    matron cook boss skipper teacher madame monsieur madam signora señora senhora milady
    """
)
"""Ranks and trades that stand for a name when they have a capital and no article."""
EPITHETS = words(
    """
    old young little poor dear great big
    """
)
"""Adjectives that may stand before a name without being part of who it is."""
ABBREVIATED_TITLES = words(
    "mr mrs ms dr prof capt col gen sgt lt rev st sr jr hon mme mlle m messrs"
)
SPELLED_OUT = {
    "dr": "doctor",
    "prof": "professor",
    "capt": "captain",
    "col": "colonel",
    "gen": "general",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "rev": "reverend",
    "st": "saint",
}
"""What short titles stand for."""
TITLES_BEHIND = words("begum sahib bey pasha effendi khanum")
"""Titles that stand behind the name."""
MARRIED_TITLES = words("mrs mme madame lady frau senhora señora signora countess duchess baroness")
GIVEN_NAME_TITLES = words(
    """
    miss lady sir lord uncle aunt auntie tía tia tío tio father mother brother sister saint st
    don doña dona dom king queen prince princess master mistress nurse fra count cousin
    grandmother grandma granny grandfather emperor empress mlle mademoiselle
    """
)
"""Titles that may stand before a given name; the others want a surname."""
TITLES = MALE_TITLES | FEMALE_TITLES | RANKS

PARTICLES = words(
    """
    de da do dos das du des del della di la le van von der den ten ter bin ibn al el abu ap
    af av zu y e d l
    """
)

MALE_NOUNS = words(
    """
    man boy gentleman father dad daddy papa pa son brother uncle grandfather grandpa
    granddad nephew husband lad fellow chap bloke guy king prince lord duke count baron earl
    waiter actor steward monk priest widower bachelor youth sailor soldier policeman fireman
    footman butler postman milkman doorman chairman salesman clergyman gentlemen men boys
    guys landlord host hero wizard fisherman foreman workman tradesman countryman huntsman
    boatman coachman groom bridegroom schoolboy stepfather stepson stepbrother godfather
    vicar curate squire knight giant emperor headmaster schoolmaster mister bull stallion
    rooster cock ram gander lads fellows brothers sons cowboy busboy boyfriend fiancé abbot
    friar watchman woodsman herdsman swordsman spokesman blacksmith porter
    """
)
FEMALE_NOUNS = words(
    """
    woman girl lady mother mum mom mama mamma mommy mummy ma daughter sister aunt auntie
    grandmother grandma granny gran niece wife lass lassie maid maiden queen princess
    duchess countess baroness waitress actress stewardess nun widow spinster nurse
    housekeeper governess landlady hostess heroine witch midwife chambermaid schoolgirl
    stepmother stepdaughter stepsister godmother headmistress schoolmistress mistress madam
    empress housewife girlfriend fiancée bride dame seamstress laundress ladies women girls
    sisters daughters postwoman policewoman chairwoman saleswoman washerwoman matron hen
    mare cow ewe goose barmaid ladyship housemaid kitchenmaid milkmaid ballerina diva abbess
    prioress priestess sorceress shepherdess
    """
)
NEUTRAL_NOUNS = words(
    """
    person child baby kid teenager stranger friend neighbour neighbor cousin parent doctor
    lawyer teacher professor student pupil captain colonel major general lieutenant sergeant
    inspector detective constable officer guard driver pilot conductor clerk cook chef baker
    butcher grocer tailor cobbler carpenter plumber miller farmer gardener shepherd hunter
    ranger sheriff judge mayor minister president senator secretary manager boss owner
    director producer editor reporter journalist writer author poet painter artist singer
    musician dancer player coach trainer librarian shopkeeper storekeeper innkeeper
    bartender cashier attendant receptionist assistant servant messenger passenger traveller
    traveler visitor guest customer client patient surgeon dentist chemist scientist
    engineer mechanic technician operator worker labourer laborer builder beggar thief
    robber burglar prisoner convict jailer warden spy agent assassin killer murderer witness
    victim orphan twin elder leader chief commander admiral marshal ambassador consul bishop
    parson preacher pastor rabbi hermit pilgrim prophet magician dragon ghost spirit angel
    demon devil monster robot android computer creature animal dog cat horse bear wolf fox
    lion tiger rabbit hare mouse rat owl crow raven magpie duck toad frog hedgehog badger
    mole squirrel turtle tortoise snake bird parrot donkey pig goat sheep elephant monkey
    fish spider caterpillar ladybird beetle bee ant cricket dormouse hatter clown barber
    merchant trader dealer peddler pedlar banker broker accountant executor heir intern
    nurse paramedic medic trooper referee umpire announcer presenter interviewer moderator
    speaker caller newcomer intruder companion comrade colleague partner roommate classmate
    lodger tenant recruit apprentice novice sentry lookout scout rider herald usher page
    vendor hawker cabby cabman cabbie chauffeur ferryman fisher diver keeper caretaker
    janitor cleaner tutor principal landowner foreigner native villager local veteran blonde
    brunette redhead one other voice
    """
)
ANIMALS = words(
    """
    animal dog cat horse bear wolf fox lion tiger rabbit hare mouse rat owl crow raven magpie duck
    toad frog hedgehog badger mole squirrel turtle tortoise snake bird parrot donkey pig goat sheep
    elephant monkey fish spider caterpillar ladybird beetle bee ant cricket dormouse gull pigeon
    sparrow heron vole otter weasel stoat hen rooster cock goose ram bull cow mare stallion
    """
)
GROUP_NOUNS = words(
    """
    twins both everyone everybody all crowd audience chorus children kids boys girls men
    women people others soldiers guards ladies gentlemen brothers sisters mice ducklings
    parents students voices team class group family villagers neighbours neighbors sailors
    """
)
GENERIC_NOUNS = words(
    """
    man boy gentleman woman girl lady person child kid stranger fellow chap bloke guy lad
    youth one other voice creature animal figure newcomer visitor friend companion speaker
    thing men women boys girls
    """
)
"""Nouns that many people of a story may be called by."""
KIN_NOUNS = words(
    """
    father dad daddy papa pa mother mum mom mama mamma mommy mummy ma son daughter brother
    sister uncle aunt auntie grandfather grandpa granddad grandmother grandma granny gran
    nephew niece cousin husband wife parent stepfather stepmother stepson stepdaughter
    boyfriend girlfriend fiancé fiancée friend companion partner boss lover
    """
)
"""Nouns that name a person by someone else."""
PERSON_NOUNS = MALE_NOUNS | FEMALE_NOUNS | NEUTRAL_NOUNS | GROUP_NOUNS | KIN_NOUNS | ANIMALS

CHILD_WORDS = words(
    """
    boy girl child kid lad lass baby schoolboy schoolgirl toddler infant pupil
    """
)
YOUNG_WORDS = words(
    """
    young youth teenager teenage teen student younger apprentice
    """
)
OLD_WORDS = words(
    """
    old older elderly aged ancient grandfather grandmother grandpa grandma granny gran
    granddad elder
    """
)

COMPARED = words(
    """
    first second third fourth fifth last other elder eldest younger youngest older oldest taller
    tallest shorter shortest bigger biggest larger largest smaller smallest fatter thinner stouter
    leaner darker fairer nearer nearest braver bolder louder quieter senior junior
    """
)
"""Adjectives that tell one of several from the rest."""

DETERMINERS = words(
    """
    the a an this that his her their my our your its another one some
    """
)
POSSESSIVES = words(
    """
    his her their my our your its
    """
)

FUNCTION_WORDS = words(
    """
    a an the this that these those and but or nor so yet for if then than as because since
    while when where who whom whose which what why how i you he she it we they me him her us
    them my your his its our their mine yours hers ours theirs myself yourself himself
    herself itself ourselves themselves is am are was were be been being do does did done
    have has had having can could will would shall should may might must not no yes oh ah
    well now here there just only very too also even still again once never always ever
    perhaps maybe of in on at by to from with without into onto upon over under about after
    before between through during until till up down out off all any both each every few
    many more most some such one two three four five six seven eight nine ten another other
    others nothing something anything everything nobody somebody anybody everybody none
    somewhere anywhere nowhere however although though unless whether indeed let go come get
    good please thank thanks hello hi hey dear sorry okay ok right sure look listen wait
    stop first second third last next half much little how's what's that's it's there's
    let's i'm i'll i've i'd you're you'll you've don't didn't can't won't isn't wasn't today
    tomorrow yesterday tonight meanwhile later soon suddenly finally instead rather quite
    hullo hallo halloa holla
    really damn hell god heaven heavens christ jesus lord goodness gosh yeah yep nope huh
    hmm um uh er eh ha alas bravo hush welcome goodbye bye farewell nonsense certainly
    exactly absolutely true false fine great chapter part book volume section page prologue
    epilogue act scene monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december christmas
    easter halloween thanksgiving ramadan whitsun lent god's north south east west english
    french german italian spanish russian american british scottish irish welsh greek roman
    latin indian chinese japanese european african asian turkish dutch swedish danish
    norwegian polish portuguese mexican canadian australian jewish catholic protestant
    christian muslim hindu buddhist englishman englishwoman frenchman frenchwoman irishman
    scotsman american's americans germans russians indians bible koran earth sun moon
    internet tv mr mrs ms dr miss sir madam ma'am ma’am mum mom dad mummy daddy mama mamma
    papa mother father grandma grandpa
    """
)
"""Words that are no name even when they begin with a capital."""

PLACE_NOUNS = words(
    """
    street road lane avenue square park hall house court place hill hills mountain mountains
    river lake sea ocean bay island islands isle valley wood woods forest bridge church
    cathedral abbey castle palace tower hotel inn school college university hospital station
    city town village county england britain london paris club company corporation bank
    office department ministry museum theatre theater library hardware store market garden
    gardens farm ranch manor lodge cottage terrace crescent gate cross street's war treaty
    act day eve week mill fort port harbour harbor beach falls creek canyon desert state
    states kingdom republic empire times gazette post herald chronicle magazine press show
    society institute academy league army navy party tree
    """
)
PLACE_PREPOSITIONS = words(
    """
    in at to from near into towards toward through across around via
    """
)

ADVERBS = words(
    """
    then now again also only just still even once twice soon at last finally suddenly
    quickly slowly quietly softly almost merely simply had has have was is would could all
    never ever always both too rather quite somewhat very thereupon presently immediately
    """
)
"""Short words that may stand between a subject and its verb, besides words in -ly."""

ENTERING = words(
    """
    entered came appeared arrived returned knocked stepped burst walked strode rushed hurried ran
    approached joined emerged stood rose turned looked opened enters comes appears arrives steps
    """
)
"""Verbs that put somebody on the scene, who will often speak next."""

SENTENCE_ENDS = frozenset([".", "!", "?", "…", "...", ":", ";"])
QUOTE_MARKS = frozenset("\"'“”‘’«»„‟‹›「」『』")

IRREGULAR_PAST = words(
    """
    was were had did went came took gave got made knew saw stood sat ran rose fell felt held
    kept left let lost met paid put set shook shot shut spoke threw turned told thought
    understood woke wore leant bent bit blew broke brought caught chose drew drove ate
    fought found flung hung hid hit laid led lay lit meant rode sank sent sprang strode
    stuck struck swept swung tore
    """
)
"""Verbs in the past that do not end in -ed, the common ones."""
