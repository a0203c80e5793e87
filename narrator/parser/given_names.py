"""Common given names and the short forms people use for them, a table of our own making."""

from . import lexicon

FEMALE = lexicon.words(
    """
    abigail ada adela adelaide adele agatha agnes aisha alexandra alice alicia alison amanda
    amber amelia amy ana anastasia andrea angela angelica anita ann anna annabel anne
    annette annie antonia april arabella ariel ashley astrid audrey augusta aurora ava
    barbara beatrice beatrix becky belinda bella bernadette bertha bess beth betsy betty
    bianca birgit blanche bonnie brenda bridget brigid brooke camilla camille candace carla
    carmen carol carolina caroline carrie cassandra cassie catherine cathy cecilia celeste
    celia charity charlotte chloe christina christine cindy clara clare clarissa claudia
    clementine colette constance cora cordelia cornelia courtney cynthia daisy dana daphne
    dawn deborah deirdre delia della denise diana dinah dolly dolores donna dora doreen
    doris dorothea dorothy edith edna effie eileen elaine eleanor elena elise eliza
    elizabeth ella ellen ellie elsa elsie emilia emily emma erica erin estella esther ethel
    etta eugenia eunice eva evangeline eve evelyn faith fanny fatima felicity fern fiona
    flora florence frances francesca freda frieda gabriella gail gemma genevieve georgia
    georgiana geraldine gertrude gina gladys glenda gloria grace greta gretchen griselda
    guinevere gwen gwendolyn haley hailey hannah harriet hattie hazel heather hedwig heidi
    helen helena helga henrietta hermione hester hilary hilda holly honor hope ida imogen
    ines inga ingrid irene iris irma isabel isabella isadora isobel ivy jacqueline jane
    janet janice jasmine jean jeanne jemima jennifer jenny jessica jessie jill jo joan
    joanna jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet june
    karen karin kate katherine kathleen kathryn katie katya katy keiko kelly kimberly
    kirsten kitty lana lara laura lauren lavinia leah leila lena leonor leonora leslie
    letitia lettice letty lila lilian lillian lily lina linda lisa liv liza lizzie lizzy lois lola
    lorna lorraine lottie louisa louise lucia lucille lucinda lucy luisa lydia lynn mabel
    madeleine madge maggie maisie mandy marcia margaret margery margot maria marian marianne
    marie marietta marigold marilyn marina marion marisol marjorie martha mary matilda maud
    maude maureen mavis may megan meg melanie melissa mercedes mercy meredith mia michelle
    mildred millicent millie mina minerva minnie miranda miriam moira molly mona monica
    morgana muriel myra myrtle nadia nan nancy naomi natalia natalie natasha nell nellie
    nessa nicole nina noor nora noreen norma octavia olga olive olivia opal ophelia paige
    pamela pansy patience patricia patty paula pauline pearl peggy penelope penny petra
    petunia philippa phoebe phyllis polly poppy portia primrose priscilla prudence rachel
    ramona rebecca regina renata rhoda rita roberta robin rosa rosalie rosalind rosamund
    rose roseanne rosemary rosie rowena roxanne ruby ruth sabina sabrina sadie sally
    samantha sandra sara sarah sasha scarlett selena selina serena shannon sharon sheila
    shirley sibyl sidonie sigrid silvia sonia sophia sophie stella stephanie sue summer
    susan susanna susannah susie suzanne sybil sylvia tabitha tamara tamsin tanya tara
    teresa tess tessa thelma theodora theresa thérèse tilda tilly tina trudy una ursula
    valentina valerie vanessa vera veronica victoria viola violet virginia vivian vivienne
    wanda wendy wilhelmina willa wilma winifred winnie yolanda yuki yvette yvonne zelda zoe
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
