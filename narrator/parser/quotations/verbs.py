"""Verbs that give words to somebody, as they stand beside a quotation."""

from .wordlists import words

SAYING = words(
    """said says say saying asked asks ask asking replied replies answered answers cried cries
    called calls told tells whispered whispers murmured murmurs muttered mutters began begins
    begun added adds continued continues exclaimed exclaims shouted shouts repeated repeats
    returned returns observed observes remarked remarks inquired inquires enquired enquires
    interrupted interrupts growled growls snapped snaps sighed sighs laughed laughs agreed agrees
    admitted admits announced announces begged begs breathed breathes chuckled chuckles
    complained complains croaked declared declares demanded demands explained explains gasped
    gasps groaned groans grumbled grumbles grunted grunts insisted insists interposed mumbled
    mumbles objected objects ordered orders pleaded pleads pled promised protested protests
    queried queries rejoined responded responds retorted retorts screamed screams shrieked
    shrieks sneered snarled snarls sobbed sobs spoke stammered stammers stuttered stutters
    suggested suggests urged urges wailed wails warned warns whined whines wondered wonders
    yelled yells joked jokes teased teases offered offers mused muses hissed hisses huffed barked
    barks bellowed drawled ejaculated intoned resumed resumes pursued proceeded ventured ventures
    persisted concluded concludes confessed confesses conceded commented comments confirmed
    corrected countered lied mocked mouthed panted purred quoted rasped reasoned recalled
    reminded reported requested revealed roared roars scoffed scolded squeaked squawked squealed
    stated swore thundered volunteered whimpered assented assured advised affirmed apologized
    apologised argued asserted chanted cautioned chimed claimed coaxed commanded commenced
    consoled cooed crowed cursed echoed elaborated faltered finished giggled greeted grated
    guessed hollered implored informed instructed invited jeered lamented marvelled marveled
    moaned nodded noted piped pointed pondered pouted prayed pressed proclaimed prompted proposed
    quavered quipped rambled rumbled sang sings shrilled sniffed sniffled snorted soothed spat
    squeaked threatened trilled tutted vowed yawned yelped bawled blurted boasted boomed cackled
    cheered chided chirped clarified comforted deadpanned grinned smirked smiled thought thinks
    reflected went goes put quoth read reads wrote sing recited read bleated brayed dijo dije
    respondió preguntó contestó exclamó murmuró gritó susurró replicó añadió repuso disse
    perguntou respondeu exclamou murmurou gritou sussurrou dit demanda répondit cria murmura
    ajouta reprit fit disse chiese rispose esclamò sagte fragte rief antwortete flüsterte sade
    frågade svarade ropade viskade sagde spurgte svarede råbte hviskede spurte svarte ropte
    hvisket zei vroeg antwoordde riep powiedział powiedziała odpowiedział odpowiedziała zapytał
    zapytała spytał spytała odparł odparła rzekł rzekła krzyknął krzyknęła szepnął szepnęła
    mruknął mruknęła řekl řekla zeptal zeptala odpověděl odpověděla сказал сказала спросил
    спросила ответил ответила крикнул крикнула прошептал прошептала проговорил проговорила
    воскликнул воскликнула typed types texted texts messaged written
    confided confides pronounced pronounces counted counts translated translates panted pants
    pants ruled rules allowed allows wheezed wheezes spluttered splutters sputtered gushed croons
    crooned beamed beams gloated shrugged shrugs puts points specified conceded concedes
    amended amends mumbles"""
)
"""In the forms of narration; `put` and `went` only with `in` and `on`, see `SPLIT`."""

SPLIT = {
    "put": {"in"},
    "puts": {"in"},
    "points": {"out"},
    "went": {"on"},
    "goes": {"on"},
    "pointed": {"out"},
}
"""Verbs that say only with their particle."""

THINKING = words("thought thinks think thinking mused wondered wonders reflected pondered")
"""Verbs that make a quotation or a line of italics a thought."""
