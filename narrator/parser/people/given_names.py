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
    aurora ava ayaan ayesha ayla ayşe ayse azadeh barbara bea beata beatrice beatrix becca becky
    belén belinda bella berit bernadette bernadine bertha beryl bess beth betsy bettina betty
    beverley beverly bhavna bianca bintou birgit birgitta birte blanche bonita bonnie bozena
    bożena brandy breda brenda brenna bríd bridget brighid brigid brigitte briony britta bronagh
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
    erica erika erin erna erzsébet esi esmé esme esmeralda esperanza estella estelle esther eszter
    ethel etsuko etta eudora eugenia eugenie eulalia eulalie eunice euphemia eva evangeline eve
    evelina evelyn evi ewa fadila faith fanny farah farida fatemeh fatima fatma fatou fatoumata
    fay faye felicity fern fflur fidelma filomena fiona fionnuala fleur flora florence florrie
    folasade frances francesca françoise franziska freda freya frida frieda friederike gabriela
    gabriele gabriella gabrielle gail gemma genevieve georgia georgiana geraldine gerda germaine
    gertrude gina ginevra ginny gioia giovanna gisela giselle gita gitte giulia giuliana gladys
    glenda glenys gloria glynis golda grace graciela gráinne grainne grazia greta gretchen gretel
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
    lavinia layla leah leanne leela leila leilani lena leokadia leona léonie leonie leonor leonora
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
    mayumi małgorzata meena meera meg megan mehwish mei melanie mélanie meliha melina melinda
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
    rochelle rocío roisin róisín roma romina romola rona ronja rosa rosalba rosaleen rosalia
    rosalie rosalind rosamund rosanna rose roseanne roselyn rosemary rosetta roshni rosie rosita
    roswitha rowena roxanne roya rozalia ruba ruby rukhsana ruth ruthann ruthie ruxandra saba
    sabina sabine sabrina sabrine sadie safiya sahar saira sakura sally salma salome samantha
    samira sandra sanna saoirse saori sara sarah saraswati sari sarita sasha saskia savannah
    scarlett seema selena selina senga seren serena shabnam shahida shaista shakira shanice
    shannon sharon shauna shazia sheba sheila shelley shelly shireen shirin shirley shona shreya
    sian siân sibyl siddika sidonie sif signe sigrid sigrun síle sile silke silvia simone simran
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
    vasilisa velma venetia vera věra verena verity verna veronica veronika vesna vibeke victoria
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
    aadil aamir aarav aaron abbas abdallah abdou abdul abdullah abdulrahman abe abel abhijit
    abhishek abiodun abraham abram achim achmed adalbert adam adama adebayo adel ademola aditya
    adnan adolfo adolph adrian aegir agustín ahmad ahmed ahmet aidan aiden ajay akim akinola akio
    akira akiva aksel alain alan alastair alban albert alberto aldo aldous aldric alec aled
    alejandro alejo aleksander aleksandr aleksei alessandro alessio alex alexander alexandre
    alexandros alexei alexey alf alfie alfons alfonso alfred alfredo algernon algot alhaji ali
    alistair allan allen alois alonso alonzo alphonse alvaro álvaro alvin alvise amadeo amadou
    amari ambrose amir amit amjad amos anand anatol anatole anatoly anders andré andre andreas
    andrei andrej andres andrés andrew andrey andrija andrzej andy angelo angus anil ansel anselm
    anselme anso antal anthony antoine anton antoni antonín antonio antónio anwar aram archibald
    archie ari arild aris aristide arjun armand armando armin arnaud arne arnie arno arnold aron
    arpad arthit arthur artie artur arturo arun arvid arvin aryeh asher ashok ashwin asif aslan
    ataru atticus attila auberon aubrey august augustine augusto augustus aurel aurélien aurelio
    austin avi avraham axel axl aylmer ayo ayub aziz babajide balázs baldric baldwin baltasar
    baltazar barack barclay barnabas barnaby barney baron barry bartek bartholomew bartley bartosz
    bas bashir basil basile bastian bastien baxter béla bela ben benedetto benedict benedikt
    beniamino benito benjamin bennett benno benny benoît benoit beppe bernard berndt bernhard
    bernt bert bertie bertil bertram bertrand bevis bilal bill billy birger bjarne björn bjorn
    bjørn blaise blake bob bobby bogdan bohdan bolaji boleslaw boniface boris boyd brad bradley
    brady bram brandon branko brendan brent brett brian brice broder bronislaw bruce bruno bryan
    burak burkhard burt byron cai caleb callum calum calvin cameron camilo carl carlo carlos
    carsten carter casimir caspar casper cassius cato cecil cedric cem cesar césar chad chaim
    chander chandran charles charley charlie chas cheikh chester chidi chike chinedu chirag chris
    christian christopher christos chuck chukwuemeka cian ciarán ciaran cillian clarence claude
    claus clayton clement cletus clifford clint clive clyde coby cody cole colin colm colum conall
    conan connor conor conrad constantin constantine corentin corey cormac cornel cornelius cory
    cosmo craig crispin cristian cristiano cristóbal crofton curtis cuthbert cyprian cyril cyrille
    cyrus dag dakarai dale damian damien damir damon dan dane daniel danielo danilo danny darcy
    dario darius darnell darragh darrell darren darryl daryl dave davey davi david davide davit
    davor davy dawid dawie dean declan deepak dejan del delroy demetrius demir denholm dennis
    denny denys denzel deon derek derrick desmond dev dewey dewi dexter diarmuid dick didier diego
    dieter dietrich dilip dimas dimitri dimitris dinesh dinos dirk djibril dmitri dmytro dobromir
    dolph domenico domingo dominic dominik don donal donald donny donovan dorian doug dougal
    douglas dov dragan drew duarte dumisani duncan dunstan dušan dusan dustin dwayne dwight dylan
    eamon eamonn earl earnest eben ebenezer eberhard ed eddie edgar edgardo edison edmondo edmund
    edoardo édouard eduard eduardo edvard edward edwin efraim egbert egil egon egor einar eirik
    ekow elbert eli elias elijah elliot ellis elmar elmer eloy elton elvin elwood emanuel emeka
    emerson emil émile emile emilio emmanuel emmett emory emrah emre emrys engelbert ennio enoch
    enrique enzo ephraim erasmus ercole erdem erhan eric ericsson erik erkki erland erlend ernest
    ernesto ernie ernst errol erskine ervin erwin esa esben esteban ethan étienne etienne euan
    eugen eugene eugenio eustace evan evaristo everard everett evert ewan ewen ezekiel ezequiel
    ezra fabian fabien fabio fabrice fabrizio fadi faisal falk faraz farhad farid farouk faruk
    fearghal federico felipe felix femi feodor ferdinand ferdy fergal fergus fernand fernando
    fidel filip filippo finbar findlay finlay finley finn finnbar finnegan fintan fionn flavio
    flemming fletcher florent florian floyd folke francis francisco franco françois frane frank
    franklin frans frantz franz fred freddie frederic frederick fredrik friedrich fritz frode
    fyodor gábor gabor gabriel gael gaetano gamal ganesh gareth garfield garret garrett garth gary
    gaspar gaspard gaston gautam gavin gavriil geert gennady geoffrey geordie georg george georges
    georgi georgios gerald gerard gerd gerhard germán gerrit gerry gert gervase ghassan giacomo
    giancarlo gianni gideon gil gilbert gilberto giles gilles ginés gino gintaras giorgio giovanni
    giuliano giulio giuseppe glen glenn glyn godfrey gonzalo göran goran gordon gösta gottfried
    grady graham grant greg gregory griffin grigor grigori grzegorz guglielmo guido guillaume
    guillermo gunnar günter gunther günther gurdeep gus gustaf gustav gustave gustavo guus guy
    gwilym gyorgy györgy haakon haamid habib hadi hafiz haji hakan hakim hakon håkon hal halfdan
    halim halvard halvor hamid hamish hamza hank hannes hanno hannu hans haresh hari harish harjit
    harlan harley harlow harold harri harris harry haruki haruto harvey hasan hashim haskell
    hassan hayato hector hedley heikki heiner heinrich heinz helge helmut hemant hendrick hendrik
    henning henri henrik henrique henry henryk herbert heribert herman hermann hernán hervé hideo
    hilario hiram hiroshi hjalmar hob holger homer horace horatio horst hosea hovik howard hristo
    hubert huey hugh hugo hugues humberto humphrey huw hywel iago iain ian ibrahim ichabod idris
    ieuan ifor ignacio ignatius ignatz igor ike ikenna ilie ilija ilya ilyas imad imran imre
    ingemar ingmar ingo ingvar íñigo inigo ioan ioannis iolo ira irfan irving irwin isaac isaiah
    isamu isandro ishmael isidore isidro isko ismael ismail issa istván itai ivan ivar ives ivo
    ivor iwan izaak jaakko jaap jabari jacinto jack jackson jaco jacob jacopo jacques jafar jaime
    jake jakob jakub jalal jamal james jamie jamil jan janek janne jannik janos jános jared
    jaroslav jarvis jasbir jason jasper jaswant javed javi javier jaxon jay jean-luc jed jeevan
    jefe jeff jefferson jeffrey jenö jens jeppe jeremiah jeremy jermaine jérôme jerome jerónimo
    jerry jesper jesse jesús jethro jim jimi jimmy jiří jiro joachim joakim joão joaquim joaquín
    jochen joe joel joep joey johan johann johannes john johnnie johnny jojo jolyon jon jonah
    jonas jonathan jonathon jonny joop joost joram jordan jörg jorge jorgen joris jose josé josef
    josep joseph josh joshua josiah josip josko jost jovan jozef józef juan jude juha juhani jukka
    jules julian julio julius juraj jurek jürgen jurgen jussi justin justus juwon jørgen kabir
    kacper kaito kalle kamal kamil kamran kaplan karan kareem karel karim karl karol karsten
    kasimir kaspar kasper kaveh kazimierz kazuo keenan keir keiran keith kelechi kelvin kemal ken
    kendrick kenji kenneth kenny kent kenta kenzo kerem kermit kevin khalid khalil kieran kip
    kiril kirill kirk kjell klas klaus klemens knud knut kofi koji kojo konrad konstantin
    korbinian krishna krister kristian kristján kristof krzysztof kuba kunal kurt kurtis kwabena
    kwaku kwame kwasi kyle lachlan ladislav lamar lambert lance lancelot larry lars laszlo lászló
    laurence laurent lauri laurie lavrenti lawrence lazar lazare leander leandro lech lee leif
    leks lemuel len lennart lennie lennox lenny leo leon léon leonard leonardo leonhard leonid
    leonidas leopold leroy lester leszek lev levente leverett levi levon lewis liam lino linus
    lionel livio ljubo lloyd lluís lodewijk logan lonnie loren lorenzo loris lothar louis lubomir
    luc luca lucas lucian luciano lucio ludo ludovic ludvig ludwig luigi luis luiz lukáš lukas
    luke luther lutz lyle lyndon maciej maddox mads magne magnus mahdi mahmoud mahmud maksim
    malachi malachy malcolm malik mamadou manfred manny manoj manolo mansoor mansur manu manuel
    marat marc marcel marcellus marcelo marcial marcin marco marcus marek mariano marijn mario
    marius mark markku markus marlon marmaduke marshall mårten marten martijn martin martín marty
    marvin marwan masao mason massimo mateo mateus mateusz mathias mathieu mathis mats matt matteo
    matthew matthias matthijs matti mattias matvei maurice mauricio mauro max maxence maxim maxime
    maximilian maximo maxwell mayank maynard mehdi mehmet melchior melker melville melvin merlin
    mervyn michael michal michał mick mickael micky miguel mihai mihail mihály miika mika mikael
    mike mikhail mikkel mikko miklós milan miles milo milt mirko miro miroslav mitch mitchell
    modest mogens mohamed mohammad mohammed mohan moishe mombasa montague monty mordecai mordechai
    morgan morris morten mortimer moses mossy mostafa moussa muhammad mukesh murad murdo murray
    musa mustafa mustapha myles nadeem nadir naftali naoki naresh naseem nasir nathan nathaniel
    naveed navin nazim neal ned neil nelson nemanja nestor neville niall niccolò nicholas nick
    nico nicodemus nicolae nicolai nicolás nicolas nicolò niels nigel nihal nikhil niklas nikola
    nikolai nikolaos nikolas nikolaus nikos nils nino nish nnamdi noah noam noé noel norbert
    norman notker nuno obadiah obed odin ogden oisin oisín okello ola olaf olav ole oleg oleksandr
    oliver olivier olle oluf olumide omar omer omri ondrej onni orhan oriol orlando orson orville
    osborne oscar oskar osman osric ossian osvaldo oswald otakar othello otis otmar otso ottmar
    otto ottokar ove ovid owain owen ozan paavo pablo paddy padraic pádraic pádraig panos paolo
    pascal pascoe pasquale pat patricio patrick patrik patryk pau paul paulo pavel pavlo pawel
    paweł pedro pekka pelle per perceval percival percy peregrine perry pershing petar pete peter
    petr petros petter petteri phil phileas philip philippe phineas pierre piers piet pieter
    pietro pim piotr pip pirmin poul pradeep prakash pranav prem prentice quentin quinton quique
    rabindra radek radovan rafa rafael rafe raffaele rafiq raghav rahim rahul raimund rainer raj
    rajan rajesh rajiv rakesh ralf ralph ram rama ramesh ramin ramiro ramon ramsay randal randall
    randolph randy ransome raoul raphaël raphael rashid rasmus raúl raul ravi ravindra rayan
    raymond raymundo raynor razvan redmond reggie reginald regis reinhard reinhold reinier rémi
    remi remus renato rené renzo reuben rex rhett rhodri rhys ricardo riccardo richard richie rick
    ricky rico rigoberto riku rinaldo ringo rishi risto ritchie roald rob robb robbie robert
    robrecht robson rocco rod roderic roderick rodion rodney rodolfo rodrigo rogelio roger rohan
    rohit roland rolf rollo romain roman romeo romesh ron ronald ronaldo ronan ronny roope
    roosevelt roque rory rosco roshan ross rostam rowland roy ruairí ruairi rubén ruben rudi
    rudolf rudolfo rudolph rudy rufino rufus rui rune rupert rurik russell ryan ryo ryszard saad
    sacheverell sachin sadiq saeed saïd sajid salah salim salman salvador salvatore sam samir
    sammy sampson samson samuel sander sándor sandor sandro sanjay sanjit santiago santino santosh
    sascha satoshi saul saverio sayed sayid scott sean sebastian selim semyon senan seppo septimus
    serge sergei sergey sergi sergio seth seumas seymour shahid shamus shane shankar sharif shaun
    shawn shigeru shinji shiro shiv sholto sid siddharth sidney siegfried sigmar sigmund sigurd
    silas silvester simão simeon simeón simon sinan sindre siôn sivert slavko slawomir slobodan
    solomon sören soren spencer spiro stan stanislas stanislav stanislaw stanisław stanley stavros
    stefan stefano steffen stelios sten stepan stéphane stephane stephen sterling steve steven
    stewart stijn stoyan struan stuart subhash sundar suresh svein sven svend sverre swami syd
    syed sylvain sylvan sylvester szymon søren taavi tadashi tadeusz tadhg tage taha tahir
    tajinder takashi takeshi talib tam tamas tamás tancred tancredi tapio taras tarek tariq taro
    tarquin tayeb ted teddy teemu teo teodor teófilo terence terje terrell terrence terry tevfik
    thabo thaddäus thaddeus théo theo theobald theodor theodore theodoros thibault thierry thijs
    thomas thorbjorn thorsten thorvald thurston tiago tibor tiernan tim timo timofey timothy timur
    tino titus tjerk tobias tobin toby todd todor tom tomás tomas tomasz tomé tomi tomislav
    tommaso tommy tony tor torben tore torgeir torquil torsten torvald toshiro travis trent
    trevelyan trevor tristan trond troy truls tuan tudor tuomas turlough tycho tyler tyrone udo
    ugo ulf ulises ulrich ulrik ulysses umar umberto unai urho uriah urs usman uwe uzi václav
    vaclav vadim valdemar valentin valentine valentino valerio valtteri vance vasco vasile vasili
    vasily vassilis veer veikko veli venkat vern vernon vic vicente victor vidar viggo vihaan
    vijay vikas vikram viktor vilhelm ville vilmos vinay vince vincent vincenz vincenzo vinnie
    vinod virgil virgilio vishal vitaly vito vittorio vivek vlad vladan vladimir vladislav vojtech
    volker vsevolod vukan wahid waldemar waldo walid wallace wally walt walter walther warren
    warwick wassily wayne wenceslas wendell werner wes wesley wilbert wilbur wilf wilfred wilfrid
    wilhelm wilkie will willard willem william willie willy wilmer wim winfried winston winthrop
    witold wojciech wolfgang wolfram woodrow wyatt wyn wynn xander xavi xavier yaakov yanick yann
    yannick yannis yaroslav yasin yasser yevgeny yiannis yigal yitzhak ymir yngve yoel yohan
    yorick yosef yoshi yossi youssef yuri yurii yusef yusuf yves yvon zac zach zachariah zachary
    zack zafar zaheer zahir zain zaki zane zaven zbigniew zdenek zebedee zeke zeki zeljko željko
    zenon zev ziad ziggy zlatan zoltán zoltan zoran zubair zygmunt łukasz
    """
)

EITHER = lexicon.words(
    """
    alex alexis ali andy ariel ash ashley aubrey bailey billie blair bobbie bobby cameron casey
    charley charlie chris clem dale dana danny darcy dee dylan eden elliot ellis evelyn finley
    frankie gale george georgie gerry hilary hollis jackie jamie jan jean jess jesse jo jocelyn
    jody jordan jude jules kai kay kelly kim kit lane laurie lee leigh leslie lindsay logan lou
    marion mel mickey mo morgan nat nicky nico noor pat paddy phil pip quinn rae ray reese riley
    rob robin ronnie rory rowan sacha sam sammy sandy sascha sasha shannon shea sidney skyler stacey
    stevie sydney taylor teddy terry toni tracy val vic vivian will wren yuki
    """
)
"""Those that women and men have."""

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


_ENDEARING = ("ie", "y", "ey", "kins", "bean", "bear")
_SHORTEST_STEM = 3


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


def is_pet_form(pet: str, name: str) -> bool:
    """Whether `pet` is `name` with an ending of endearment (both lower case).

    >>> is_pet_form("junie", "june"), is_pet_form("sammy", "sam"), is_pet_form("tony", "tom")
    (True, True, False)
    """
    for ending in _ENDEARING:
        stem = pet.removesuffix(ending)
        if stem == pet or len(stem) < _SHORTEST_STEM:
            continue
        single = stem[:-1] if stem[-1] == stem[-2] else stem
        if {stem, single, stem + "e"} & {name}:
            return True
    return False
