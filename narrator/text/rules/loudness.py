"""Words written louder or slower than they are spelled: shouting, stammering."""

import re

from ..numbers import roman_value
from ..rewriting import Rule, rule
from .acronyms import ACRONYMS

_STAMMER = r"(?<![\w'’-])((?:([^\W\daeiou_]{1,2})[-‐‑–—]){1,9})(?=\2[^\W\d_])"
_VOICED_TH = re.compile(r"th(?:e(?!f|me|o|ra|rm|sis|atre|ater)|is|at|an\b|ose|ough\b|us)")
_NUMERAL = re.compile(r"[IVX]{2,}")
_CAPITALS = "[A-ZÀ-ÖØ-Þ]"
_SHOUT = rf"(?<![\w.']){_CAPITALS}++(?:'{_CAPITALS}++)*+(?![\w'])"
_SHOUTS = rf"{_SHOUT}(?:[\s,;:!?.-]++{_SHOUT})*+"
_SHOUTED_WORD = re.compile(rf"{_CAPITALS}[A-ZÀ-ÖØ-Þ']*")
_SURELY_LONG = 5
"""Letters; capitals this long are nearly always a shouted word."""
_SURELY_MANY = 3
_REACH = 20
_COMMON = (
    "able about age ago ah air alas all an and angry any are arm army art as ask at ate awe axe "
    "aye back bad bag bang bank bar bare bat bay be bear beat bed bee been beg bell best bet bid "
    "big bill bird bit blow blue body bone book boom born both box boy bred brother burn bus busy "
    "but buy buzz by calm came can cap car card care case cast cat city click club coal coat cold "
    "come cook cool copy cost cow crash crew cry cup cut dad dark date daughter dawn day days "
    "dead deal dear debt deep dew did die dig dim do doctor does dog don't done door dot down "
    "draw dry due duke dust each ear earl east easy eat edge egg else end era eve even ever evil "
    "exit eye face fact fall fan far fast fat fate father fear fed feet fell felt few fig file "
    "fill film find fine fire fish fit five fix flat flew flow fly fog food foot for ford form "
    "four fox free from full fun fur game gap gas gate gave get gift girl give glad go god goes "
    "gold gone good got grey grow gun gut guy ha had hair half hall ham hand hang happy hard harm "
    "has hat hate have hay he head hear heat heir held hell help hen her here hero hers hey hi "
    "hid hide high hill him hip his hit hold hole holy home hope hot hour how hug huge hunt i'll "
    "i'm ice idea if ill inch ink inn iron is isn't item its jam jar jaw jet job join joy jump "
    "just keep kept key kid kill kin kind king kit knew know lad lady laid lake land lane lap "
    "last late law lay lead left leg lend less let lid lie life like line lion lip list lit live "
    "load lock log long look lord lose loss lost lot loud love low luck lucky mad made mail main "
    "make male man map mark mass mat may me mean meat meet men mile milk mind mine miss mix mob "
    "mom money moon more most move much mud mum must my name nap near neck need net new nice nine "
    "no nod none noon nor nose not note now nun nut oak odd of off oh oil okay old on once one "
    "only open or our out over owe owl own pace pad page paid pain pale pan park part pass past "
    "pat path pay peak pen pet pick pie pig pin pink pipe pit plan play plus poem poor pop pope "
    "post pot pray pure push put quit race rain ran rank rare rat raw ray read real red rest rib "
    "rice rich rid ride rim ring rip rise risk road rob rock rod roll roof room root rope rose "
    "row rub rug ruin rule run sad safe said sail sake salt same sand save saw say sea seat see "
    "seem seen self sell send sent set sew she ship shoe shop shot show shut shy sick side sign "
    "silk sin sing sink sip sir sister sit six sky slow sly smash snap snow so sob soft sold sole "
    "some son song soon sort soul sow spot spy star stay step stop such suit sum sun sure tag "
    "take tale talk tall tan tap tar task tax tea team tell ten tent test text than that the them "
    "then they thin this thud thus tie till time tin tiny tip to toe told ton tone too took top "
    "tour town toy tree trip true try tub turn twin two type ugly unit up upon use used van vast "
    "very vet via vice view vote vow wage wait wake walk wall want war warm warn was wash wave "
    "wax way we weak wear web week well went were west wet what when who whom why wide wife wild "
    "will win wind wine wing wise wish wit with woe wolf won won't wood word wore work worn wrap "
    "yard year yes yet you your zero zip zone"
)
_WORDS = frozenset(_COMMON.split())
_RATHER_WORDS = frozenset("AM US IT AD RIP MIA IRA LED MA PI ER BO".split())  # noqa: SIM905
"""Words, where all around them is shouted too."""


def _stammer(match: re.Match[str]) -> str:
    """`w-w-what` as `wuh-wuh-what`: an engine would say the names of the letters."""
    word = match.string[match.end() : match.end() + 8].lower()
    starts = re.findall(r"[^\W\d_]+", match[1])
    return "".join(f"{_sound(start, word)}-" for start in starts)


def _sound(start: str, word: str) -> str:
    """The first sound of `word`, which `start` spells, so that it can be said."""
    lower = start.lower()
    if lower == "th" and _VOICED_TH.match(word):
        return start + "e"
    if lower == "c":
        start = (
            {"c": "k", "C": "K"}[start] if word[1:2] not in "eiy" else {"c": "s", "C": "S"}[start]
        )
    if lower == "q":
        start = {"q": "kw", "Q": "Kw"}[start]
    return start + "uh"


def _calm_shouts(match: re.Match[str]) -> str:
    words = _SHOUTED_WORD.findall(match[0])
    if not any(map(_is_surely_word, words)) and sum(len(word) > 1 for word in words) < _SURELY_MANY:
        return match[0]
    at = match.start()
    return _SHOUTED_WORD.sub(
        lambda word: _lower(word[0], match.string, at + word.start()), match[0]
    )


def _is_surely_word(word: str) -> bool:
    if word in ACRONYMS or roman_value(word):
        return False
    return word.lower() in _WORDS or len(word) >= _SURELY_LONG


def _lower(word: str, text: str, start: int) -> str:
    """A capital stays at the start of a sentence; acronyms and `I` stay whole."""
    if (word in ACRONYMS and word not in _RATHER_WORDS) or _NUMERAL.fullmatch(word):
        return word
    if word.split("'")[0] == "I":
        return "I" + word[1:].lower()
    before = text[max(0, start - _REACH) : start].rstrip(" \"“‘'(*_")[-1:]
    return word[0] + word[1:].lower() if before in ("", ".", "!", "?") else word.lower()


STAMMERS: tuple[Rule, ...] = (rule(_STAMMER, _stammer, "-‐‑–—", re.IGNORECASE),)
SHOUTS: tuple[Rule, ...] = (
    rule(r"(?<=\bI\s)AM\b", "am", "A"),
    rule(
        r"(?<![A-Z]\s)\bIT(?=\s(?:is|was|were|has|had|will|would|did|does|could|can|must|won't|isn't)\b)",
        "it",
        "T",
    ),
    rule(_SHOUTS, _calm_shouts),
)
"""`STOP RIGHT THERE` is `Stop right there`; what may be an acronym is left alone."""

_LOUD = re.compile(f"{_CAPITALS}'?{_CAPITALS}").search


def may_shout(text: str) -> bool:
    """Whether two capitals stand together in `text`."""
    return bool(_LOUD(text))
