"""Common given names and the short forms people use for them, a table of our own making."""

from . import lexicon

FEMALE = lexicon.words(
    """
    aaliyah abby abena abigail ada adaeze adanna adela adelaide adele adenike adriana adwoa agata
    agatha agnes agnese agnieszka aileen aina aino aisha aisling akiko akua alba aleksandra
    alessandra alessia alexandra alexandria alexis alice alicia alina alison alix allegra allison
    alma alya alyssa amaia amal amalia amanda amara amaya amber amelia amelie amina aminata amira
    amma amrita amy ana anabel anahita anaïs anastasia anaya andrea aneta anette angela angelica
    anh anika anisa anita anjali anke ann anna annabel anne anneke annelise annette annie annika
    anouk antonia anushka anya aoife april arabella araceli araminta ariadne ariana ariel arlene
    åsa åse asha ashanti ashley asma asta astou astrid audrey augusta augustina aurelia aurélie
    aurora ava ayaan ayesha ayla ayse ayşe azadeh barbara bea beata beatrice beatrix becca becky
    belén belinda bella berit bernadette bernadine bertha beryl bess beth betsy bettina betty
    beverley beverly bhavna bianca bintou birgit birgitta birte blanche bonita bonnie bożena
    bozena brandy breda brenda brenna bríd bridget brighid brigid brigitte briony britta bronagh
    bronwen bronwyn brooke bryony caitlin caitríona cally camilla camille candace candice cara
    carina carla carlene carlotta carmel carmela carmelita carmen carol carole carolina caroline
    carrie cassandra cassie catalina caterina catherine cathleen cathy catriona cécile cecile
    cecilia cecily celeste celia ceridwen chandra chantal charity charlene charlotte charmaine
    chelsea cheryl chiamaka chiara chidinma chinwe chioma chiyo chloe christa christel christiane
    christina christine chun ciara cilla cindy claire clara clare clarissa claudette claudia
    claudine clementine colette concepción constance consuelo cora coralie cordelia corinne
    cornelia cosima courtney cressida cristina cynthia dagmar dagny daisy damaris dana danica
    daniela danielle daphne daria darlene darya davina dawn deanna debbie deborah debra deepa
    deirdre delia della delphine demelza denisa denise desiree devi diana diane dilys dimitra dina
    dinah divya djamila dolly dolores dominique donna dora dorcas doreen doris dorota dorothea
    dorothy dorrit dragana dulcie dunja dympna ebba ebony edie edith edna edwina effie efua eileen
    eilidh eilish eimear eirlys eithne ekaterina elaine elanor eleanor elena eleni elfrieda elif
    elin elina elise eliza elizabeth elke ella ellen ellie ellinor eloise elsa elsbeth elsie
    elspeth elvira elzbieta elżbieta emer emiko emilia emily emina emine emma emmeline enid enikő
    erica erika erin erna erzsébet esi esme esmé esmeralda esperanza estella estelle esther eszter
    ethel etsuko etta eudora eugenia eugenie eulalia eulalie eunice euphemia eva evangeline eve
    evelina evelyn evi ewa fadila faith fanny farah farida fatemeh fatima fatma fatou fatoumata
    fay faye felicity fern fflur fidelma filomena fiona fionnuala fleur flora florence florrie
    folasade frances francesca françoise franziska freda freya frida frieda friederike gabriela
    gabriele gabriella gabrielle gail gemma genevieve georgia georgiana geraldine gerda germaine
    gertrude gina ginevra ginny gioia giovanna gisela giselle gita gitte giulia giuliana gladys
    glenda glenys gloria glynis golda grace graciela grainne gráinne grazia greta gretchen gretel
    grethe griselda gro gudrun guinevere gunhild gunilla gwen gwendolyn gwyneth gwynneth hadiya
    hailey hala haley halima hana hanako hanan hanna hannah hanne harriet haruka hasina hatice
    hattie haydée hayley hazel heather hedda hedwig hedy heidi heike hekla helen helena hélène
    helene helga helmi henrietta hermine hermione herta hester hettie hilary hilda hildegard
    hiroko holly honor honora honoria hope hortense huda hulda iben ida ifeoma ilana ilda ildikó
    ilka ilse imani imelda imogen inés ines inês inez inga inge ingeborg ingrid ioana iolanthe
    iona irena iréne irene irina iris irma irmgard isa isabeau isabel isabella isadora ishani
    ishbel isla isobel isolde ivana ivy iwona izabela jacinta jacqueline jada jadwiga jana jane
    janelle janet janice janina janine jasmine jaswinder jaya jayne jean jeanette jeanne jeannette
    jelena jemima jemma jenna jennifer jenny jess jessica jessie jette jill jimena jo joan joana
    joanie joanna joanne jocelyn joëlle jóhanna johanna jolanta jolene josefa josefina josephine
    josie jovana jowita joy joyce juana juanita judit judita judith judy julia juliana julianna
    julie julienne juliet june junko justine justyna jutta jyoti kaja kamala kamila kaori kareena
    karen karima karin karina karla karolina kasia katarina katarzyna kate katerina katharina
    kathe katherine kathleen kathryn kathy katie katja katrin katrina katsumi katy katya kavita
    kaya keiko keira kelly kemi kendra kerstin keturah kezia khadija kiera kimberly kiran kirsteen
    kirsten kirstie kirsty kitty klara konstanze kourtney krisztina krystyna kshama kumiko kyoko
    kyra lakshmi lalita lamia lana lara larissa latifa latisha laura laurel lauren laurette
    lavinia layla leah leanne leela leila leilani lena leokadia leona leonie léonie leonor leonora
    leontine lesley leslie letitia letizia lettice letty leyla liane lidia liesel liesl ligia lila
    lilian liliana lilith lillian lily lina linda linnea lisa lisbeth lise liselotte liv livia
    liza lizzie lizzy ljiljana lois lola loredana lorelei loretta lorna lorraine lotta lotte
    lottie louisa louise luana lucia lucie lucille lucinda lucinha lucretia lucrezia lucy ludmila
    luisa luise lulu lupe luz lydia lykke lyndsey lynette lynn lynne maarit mabel mabli madalena
    maddie madeleine madge madison mafalda magda magdalena magdalene maggie mahala maia maija
    máire maire máiréad mairead mairi maisie maja malati malgorzata malika mallika mamie mandy
    manon manuela mara marcela marceline marcella marcia marcy mared mareike margaret margaux
    margery margit margot margrethe marguerite maria mariam mariama marian mariana marianne
    maribel maricel marie marietta marigold marijke marika mariko marilena marilyn marina marion
    marisa marisol marit marjo marjorie marla marlene marlies marta martha marthe martina martine
    mary maryam maryse matilda matilde mattie maud maude maura maureen mavis maxine may maya
    mayumi małgorzata meena meera meg megan mehwish mei mélanie melanie meliha melina melinda
    melissa mercè mercedes mercy meredith meret merete meri mette mia michaela michelle michiko
    midge miko mila milagros mildred milena millicent millie mimi mina minerva minna minnie
    miranda mireille mirela miriam mirjam mitzi moana moira mojca molly mona monica monika monique
    montserrat morag morgana morgane morwenna muriel myfanwy myra myriam myrna myrtle nabila
    nadezhda nadia nadine nafisa naima naledi nan nancy nanette naoko naomi nasrin nastya natacha
    natalia natalie natasha nausicaa navya nazli nele nell nellie nelly nerys nessa neva ngaire
    ngozi nia niamh nicola nicole nicolette nieves nikki nilufar nimra nina niobe nirmala nisha
    noelle noemi noémie nokuthula noor noorjehan nora norah noreen norma nour nuala nura nuria
    octavia octavie odette odile ofelia oksana olena olenka olga olive olivia olwen olympia oona
    oonagh opal ophelia orla orlaith ornella orsolya ottilie ouma padma paige paloma pamela pamina
    pansy paola parisa parvati pascale patience patricia patty paula pauletta paulette paulina
    pauline pearl peggy pelagia penelope penny pernilla petra petronella petunia philippa
    philomena phoebe phyllis pia piedad pilar pippa polly poonam poppy portia posy primrose
    priscilla priya prudence purnima quenby rabia rachael rachel rachida radha rahel raisa rajani
    ramona rana rania raquel rasheeda ravenna raya reba rebecca reem regina reiko rekha rena
    renata renate renée renuka rhoda ricarda rike rina riona rita ritika ritva roberta robin
    rochelle rocío róisín roisin roma romina romola rona ronja rosa rosalba rosaleen rosalia
    rosalie rosalind rosamund rosanna rose roseanne roselyn rosemary rosetta roshni rosie rosita
    roswitha rowena roxanne roya rozalia ruba ruby rukhsana ruth ruthann ruthie ruxandra saba
    sabina sabine sabrina sabrine sadie safiya sahar saira sakura sally salma salome samantha
    samira sandra sanna saoirse saori sara sarah saraswati sari sarita sasha saskia savannah
    scarlett seema selena selina senga seren serena shabnam shahida shaista shakira shanice
    shannon sharon shauna shazia sheba sheila shelley shelly shireen shirin shirley shona shreya
    siân sian sibyl siddika sidonie sif signe sigrid sigrun síle sile silke silvia simone simran
    sinead sinéad siobhán siobhan siri siv sloane snežana sofia sofie solange soledad solveig
    sonia sonja sonya sophia sophie soraya sorcha stacey stacy stana stefania steffi stella
    stephanie stina sue sujata suki sukie sumiko summer sunita sunniva supriya suri susan susana
    susanna susannah susanne susi susie suzanne svetlana swati sybil sylvia sylvie synnøve tabea
    tabitha tahira taisiya takako tala talia talitha tallulah tamara tamika tammy tamsin tania
    tanya tara tasneem tatiana tatjana tatyana tegan teodora teresa teresita tereza tess tessa
    thandi thandiwe thea thelma theodora theodosia theresa thérèse thora thorgerd thuy thyra tiana
    tiffany tilda tilde tilly tina tiphaine tiziana tomoko toni tonje tove traudl treasa tressa
    trine trinh tríona trish trisha trixie trudy tuulikki tuva tyra ulla ulrike uma una ursula
    urszula ute uzma vaishali valborg valentina valeria valerie vanda vandana vanessa vasiliki
    vasilisa velma venetia věra vera verena verity verna veronica veronika vesna vibeke victoria
    vida vidya vigdís vikki vilma viola violet violeta violetta virginia virginie virtudes vitória
    viveca viveka vivi vivian vivienne vrinda waltraud wanda wangari wanjiru waris wendy wiebke
    wilhelmina wilhelmine willa wilma winifred winnie winnifred xanthe xenia ximena xiomara yaa
    yael yara yasmin yasmina yasmine yasuko yelena yetunde yevgenia ygraine ylva yoko yolanda
    yoshiko ysolde yuka yuki yukiko yuliya yuna yvette yvonne zadie zahra zainab zara zaynab zehra
    zeinab zelda zelie zena zenobia zia zina zita zoe zofia zoya zsófia zuleika zuzana zuzanna
    """
)

MALE = lexicon.words(
    """
    aaron abdul abel abraham abram adam adrian ahmed aidan alan alastair albert aldo alec
    alejandro alexander alex alfonso alfred algernon ali alistair allan allen alonzo alvin
    ambrose amir amos anatole anders andre andreas andrew andy angus anselm anthony antoine
    anton antonio archibald archie aristide arjun armand arnold arthur asher augustus
    augustine austin axel aziz baldwin barnaby barney baron barry bartholomew bartley basil
    baxter ben benedict benjamin bennett bernard bert bertie bertram bill billy blake bob
    bobby boris brad brandon brendan brent brian bruce bruno bryan burt byron caleb calvin
    cameron carl carlo carlos carter cecil cedric charles charley charlie chester chris
    christian christopher clarence claude clement clifford clive clyde cole colin connor
    conrad constantine cornelius craig curtis cuthbert cyril cyrus dale damian dan daniel
    danny darcy darren dave david davy dean delroy dennis derek desmond dexter dick diego
    dieter dimitri dirk dmitri dominic don donald dorian douglas drew duncan dunstan dwight
    dylan earl ebenezer ed eddie edgar edmund edward edwin egbert elbert eli elias elijah
    elliot ellis emeka emil emmanuel enrique enoch eric erik ernest ernie ethan eugene
    eustace evan everett ezekiel ezra felix ferdinand fergus finn fletcher floyd francis
    francisco frank franklin fred freddie frederic frederick fritz gabriel gareth garrett
    gary gaston gavin geoffrey george gerald gerard gideon gilbert giles giorgio giovanni
    glen godfrey gordon graham grant greg gregory griffin guido gunther gus gustav guy hal
    hamish hank hans harold harris harry harvey hassan hector henri henry herbert herman
    hiram hiroshi homer horace horatio howard hubert hugh hugo humphrey ian ibrahim ichabod
    ignatius igor ike ira isaac isaiah ishmael ivan ivor jack jackson jacob jacques jake
    james jamie jared jason jasper javier jay jean-luc jed jeff jefferson jeffrey jeremiah
    jeremy jerome jerry jesse jethro jim jimmy joachim joe joel johann john johnny jon jonah
    jonas jonathan jordan jorge jose josé joseph josh joshua josiah juan jude jules julian
    julius justin karl keith ken kenneth kenji kent kevin kirk klaus konrad kurt kyle lance
    larry lars laurence laurie lawrence leander lee leif leo leon leonard leopold leroy
    lester levi lewis liam lionel lloyd logan lorenzo louis lucas lucian luis luke luther
    lyle magnus malcolm manuel marcel marco marcus mario mark marmaduke marshall martin
    marvin mason matt matteo matthew maurice max maximilian maxwell melvin merlin michael
    miguel mike miles milo mitchell mohammed montague mordecai morgan morris mortimer moses
    muhammad murray nathan nathaniel neal ned neil nelson neville nicholas nick nicolas
    nigel noah noel norman oliver olaf oscar osborne oswald otis otto owen pablo paddy
    pascal pat patrick paul pedro percival percy perry pete peter phil philip pierre piers
    pip quentin rafael ralph ramon randall randolph raoul raphael rashid raymond reginald
    reuben rex richard rick rob robbie robert roderick rodney rodrigo roger roland rolf
    roman ronald ron rory ross rowland roy rudolf rudolph rufus rupert russell sam sammy
    samson samuel sanjay scott sean sebastian septimus sergei seth seymour shane shaun
    sidney sigmund silas silvester simeon simon solomon spencer stan stanley stephen
    sterling steve steven stewart stuart sven sylvester tancred ted teddy terence terry
    thaddeus theo theobald theodore thomas tim timothy titus tobias toby todd tom tomas tomé
    tommy tony travis trevor tristan tyler ulysses uriah valentine vernon victor vincent
    virgil vladimir wallace walter warren wayne wilbur wilfred will willard willem william
    willie willy winston wolfgang xavier yusuf zachariah zachary zeke
    """
)

_SHORT = """
    abigail:abby,abbie,gail alexander:alex,alec,sandy,sasha,alick
    alexandra:alex,sandra,sasha alfred:alf,alfie,fred albert:al,bert,bertie
    amelia:millie,amy andrew:andy,drew angela:angie anne:annie,nan,nancy anna:annie,nan
    anthony:tony archibald:archie arthur:art,artie augustus:gus,gussie augusta:gussie
    barbara:babs,barb bartholomew:bart benjamin:ben,benny,benjy bernard:bernie
    beatrice:bea,bee,trixie bertram:bertie,bert caroline:carrie,caro,lina
    catherine:cathy,kate,katie,kitty,cat,cass katherine:kate,katie,kitty,kathy,kat,kay
    charles:charlie,charley,chuck,chaz charlotte:lottie,charlie,lotte
    christopher:chris,kit,topher christina:chris,tina,chrissie christine:chris,tina,chrissie
    clementine:clem daniel:dan,danny david:dave,davy deborah:deb,debbie delroy:del
    dorothy:dot,dottie,dolly,dora,dorrie dorothea:dodo,dora,thea
    edward:ed,eddie,ned,ted,teddy,neddy edmund:ed,eddie,ned,ted edwin:ed,eddie
    eleanor:ellie,nell,nellie,nora,lenore
    elizabeth:liz,lizzie,lizzy,eliza,beth,betsy,betty,bess,bessie,libby,elsie,lisa
    ellen:nell,nellie emily:em,emmy,millie emma:em,emmy esther:essie,hetty eugene:gene
    evelyn:evie,eve ferdinand:ferdy florence:flo,flossie,florrie frances:fran,fanny,frankie
    francis:frank,frankie,fran franklin:frank frederick:fred,freddie,freddy,fritz
    gabriel:gabe geoffrey:geoff gerald:gerry,jerry george:georgie,geordie
    gertrude:gertie,trudy gilbert:gil gregory:greg gwendolyn:gwen haley:hales,hal
    harold:hal,harry harriet:hattie,hatty helen:nell,nellie,lena
    henrietta:etta,hetty,hattie,harriet henry:harry,hal,hank herbert:bert,herb,bertie
    hilary:hil hubert:bert,hugh isaac:ike,zak isabella:bella,izzy,belle
    isabel:bella,izzy,belle jacob:jake,jack jacqueline:jackie
    james:jim,jimmy,jamie,jem,jemmy jane:janie,jenny jeffrey:jeff jennifer:jen,jenny,jenna
    jeremiah:jerry,jem jeremy:jerry,jez jessica:jess,jessie joanna:jo,joan
    john:jack,johnny,jock,johnnie jonathan:jon,jonny,nathan joseph:joe,joey,jo
    josephine:jo,josie,fifi joshua:josh judith:judy,jude julia:julie,jules
    juliet:julie,jules kenneth:ken,kenny kimberly:kim laura:laurie,lolly
    lawrence:larry,laurie,lawrie leonard:len,lenny,leo leonora:nora
    letitia:letty,lettie,tish lewis:lew,louis lillian:lily,lil louisa:lou,lulu
    louis:lou,louie lucinda:lucy,cindy lucille:lucy lydia:liddy madeleine:maddy,maddie
    margaret:maggie,meg,peg,peggy,madge,margie,daisy,greta,rita,marge marianne:mary,annie
    marjorie:marge,margie martha:mattie,patty mary:molly,polly,mamie,may,moll
    matilda:tilly,mattie,tilda matthew:matt,mattie maximilian:max maxwell:max
    melissa:mel,missy,lissa michael:mike,mick,mickey,micky,mikey millicent:millie nancy:nan
    nathan:nate,nat nathaniel:nat,nate,nathan nicholas:nick,nicky,nico
    olivia:liv,livvy,ollie oliver:ollie,noll pamela:pam patricia:pat,patty,tricia,trish
    patrick:pat,paddy,rick penelope:penny percival:percy,val peter:pete philip:phil,pip
    philippa:pippa,pip priscilla:prissy,cilla prudence:prue rachel:rae,ray raymond:ray
    rebecca:becky,becca,beck reginald:reg,reggie rex:rexie
    richard:dick,rick,ricky,dickie,rich,dickon,richie robert:rob,bob,bobby,robbie,robin,bert
    roderick:rod,roddy rodney:rod ronald:ron,ronnie rosalind:ros,rosie,roz
    rosamund:ros,rosie,rosy rosemary:rosie,rose,romy rose:rosie,rosy rudolph:rudy
    rupert:rupe samantha:sam,sammy samuel:sam,sammy sarah:sally,sal,sadie sebastian:seb,bas
    simon:si sophia:sophie,sophy stanley:stan stephen:steve,stevie,ste steven:steve,stevie
    susan:sue,susie,suzy,sukey susannah:sue,susie,suky sylvester:sly teresa:tess,terry,tessa
    theodore:ted,teddy,theo theodora:dora,thea theresa:tess,terry,tessa,tracy
    thomas:tom,tommy,tam timothy:tim,timmy tobias:toby tyler:ty ursula:ursy valentine:val
    valerie:val vanessa:nessa,ness victor:vic victoria:vicky,tori,vic,queenie
    vincent:vince,vinny virginia:ginny,ginger walter:walt,wally,wat wilfred:wilf,fred
    wilhelmina:mina,minnie,billie william:will,bill,billy,willie,willy,liam
    winifred:winnie,freda zachary:zach,zack
    """

SHORT_FORMS: dict[str, frozenset[str]] = {
    full: frozenset(shorts.split(","))
    for full, shorts in (entry.split(":") for entry in _SHORT.split())
}
"""For a given name the short forms in use."""


def may_be_short_for(short: str, full: str) -> bool:
    """Whether somebody called `full` may be called `short` (both lower case).

    >>> may_be_short_for("letty", "letitia"), may_be_short_for("tom", "tim")
    (True, False)
    """
    if short in SHORT_FORMS.get(full, ()):
        return True
    stem = short.rstrip("iyes") if len(short) > 3 else short
    is_cut = len(stem) >= 3 and full.startswith(stem) and len(full) > len(short) - 1
    return is_cut and short != full and len(short) <= len(full)
