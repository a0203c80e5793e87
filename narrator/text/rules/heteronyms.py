"""Words of one spelling and two sounds, written as they sound where their neighbours tell.

Only those that espeak-ng is known to read wrongly (measured with its phonemes), and where it can be
in words that any engine reads right: `led`, `red`, `bough`.
"""

import re

from ..rewriting import Rule, rule
from .tense import is_past

_REACH = 40
"""Characters before a word that may tell how it is said."""
_ORDER = r"(?:^|[.!?;:,—–\"“‘'(]\s*|\b(?:please|and|or|just|now|then|let's)\s)\s*$"
"""What stands before an order: `Tear it up!`"""
_PERSON = r"\b(?:he|she|it|we|they|who|and)\s(?:\w+ly\s)?$"
_THING = r"\s(?:it|them|him|her|this|that|the|a|an|my|your|his|our|their|its|me|us|both|every)\b"
_WAY = (
    r"\s(?:up|down|its|their|his|her|through|round|around|along|on|past|between|into|back|out|off"
    r"|away|open)\b"
)
_METAL = (
    r"[\s-](?:pipes?|pipework|bullets?|poisoning|paint|weights?|coffins?|roofs?|lined|foil|ore"
    r"|mines?|seals?|balls?|boxe?s?|sheets?|crystal|glass|soldiers?|pencils?|sinkers?|slugs?)\b"
)
_LIKE_METAL = r"\b(?:of|like|into|molten|melted|hot|cold|grey|gray|poured|heavy\sas)\s$"
_CLAUSE_ENDS = r"\s*(?:[.,;:!?]|$|and\b|that\b)"
_CLOCKWORK = (
    r"\s(?:it|them|him|her|your|up\sthe|the\s(?:clock|watch|rope|wool|yarn|thread|handle|string"
    r"|key|wire))\b"
)
_PATH = (
    r"\b(?:road|path|river|trail|lane|stairs?|staircase|stream|track|way|street|valley|creek)\s$"
)
_DEEPLY = (
    r"\b(?:deep|slow|slight|stiff|short|mock|polite|formal|little|graceful|low|courtly|elaborate"
    r"|sweeping|final)\s$"
)
_GIVEN = r"\b(?:took|take|taking|make|made|making|gave|give)\s(?:a|his|her|my|your|another)\s$"
_NO_WEAPON = r"(?!\s(?:and\sarrow|tie))(?=[\s.,;:!?]|$)"
_OF_A_SHIP = (
    r"\sof\s(?:the|a|his|her|our|their|my)\s"
    r"(?:ship|boat|ferry|vessel|canoe|barge|yacht|raft|dinghy)\b|\swave\b"
)
_INTO = r"\s(?:into|in|for|off|under|down|at|after|back|behind|through|out|to|from|overboard)\b"
_TINY = (
    r"\s(?:details?|particles?|traces?|amounts?|quantity|quantities|inspection|examination"
    r"|scratch|scratches|cracks?|fragments?|differences?|variations?|specks?|holes?|grains?|figures?"
    r"|pieces?|portions?|creatures?|insects?|handwriting|bubbles?|drops?)\b"
)
_LIVE_HOW = (
    r"\s(?:by|off|for|like|on\s(?:it|them|bread|a|the|my|his|her)|here|there|in|with|alone"
    r"|and\slearn|and\slet)\b"
)
_PATHS = r"\b(?:roads|paths|rivers|streams|lanes|trails|steps|stairs|alleys|streets|they|which)\s$"
_IN_CLOTH = (
    r"\sin\s(?:the|his|her|my|its|their|your|one)\s(?:\w+\s)?(?:sleeve|coat|shirt|dress|fabric|cloth"
    r"|canvas|sail|jacket|skirt|stocking|curtain|tent|paper|page|screen|net|wallpaper|trousers|jeans"
    r"|knee|veil|glove|cloak|gown|robe|tyre|tire|side|membrane|muscle)s?\b"
)
_WILLED = r"\b(?:to|must|should|will|would|not|n't|could|did|I|we|they)\s$"
_OPENED = (
    r"\b(?:eyes|doors|shops|stores|gates|curtains|they|lids|pubs|banks|schools|will|can|must|to)\s$"
)
_QUARREL = (
    r"\b(?:had|have|having|making|make|made|kick(?:ed)?\sup|start|started|heard|hear|such)\s"
    r"(?:an?\s|the\s|another\s|quite\sa\s)(?:(?:terrible|awful|blazing|fearful|furious|big|great|dreadful"
    r"|frightful|tremendous|violent|bit\sof\sa|regular|devil\sof\sa|family)\s)?$"
)
_THE_END_OF = r"\sof\s(?:the\s)?(?:day|play|year|business|week|war|century|chapter)\b"
_FISHED = r"\b(?:for|striped|sea|largemouth|caught|catch|fresh|grilled|fried|lake)\s$"
_SEVERAL = r"\b(?:two|three|four|several|many|the\sstags?\sand|bucks\sand)\s$"
_SUBJECTS = r"|\b(?:people|men|women|children|who|that|must)\s$"

_TABLE = {
    "lead": [
        ("", _METAL, "led"),
        (_LIKE_METAL, _CLAUSE_ENDS, "led"),
        (r"\b(?:pencil|white|red)\s$", r"\b(?!\sthe\b)", "led"),
    ],
    "wind": [(_ORDER, _CLOCKWORK, "wined"), (_PATHS, _WAY, "wined")],
    "tear": [
        (_ORDER, rf"(?:{_THING}|\s(?:down|up|off|out|open|away|yourself)\b)", "tare"),
        (r"\bwear\sand\s$", "", "tare"),
        (r"\b(?:a|the|that|long|small|large|jagged)\s$", _IN_CLOTH, "tare"),
    ],
    "wound": [
        (_PERSON, rf"(?:{_WAY}|{_THING}(?!\sof))", "wowned"),
        (_PATH, _WAY, "wowned"),
    ],
    "dove": [(r"\b(?:he|she|it|we|they|I|and|who)\s$", _INTO, "dohve")],
    "bow": [
        (_GIVEN, _NO_WEAPON, "bough"),
        (_DEEPLY, _NO_WEAPON, "bough"),
        (_ORDER, r"\s(?:to|before|your|low|when|and\sscrape)\b", "bough"),
        (_WILLED, r"\s(?:before|to|down|low|again|out|his|her|their|your|my)\b", "bough"),
        ("", _OF_A_SHIP, "bough"),
        (r"\b(?:from|over|at|in|on|towards?)\sthe\s$", r"[.,;]|$|\sto\s(?:the\s)?stern", "bough"),
    ],
    "bows": [(r"\b(?:across|over|off|under|at)\s(?:the|her|our|their)\s$", "", "boughs")],
    "close": [
        (_ORDER, rf"(?:{_THING}|\s(?:up\sthe|ranks|all|those|these)\b)(?!\sof\b)", "cloze"),
        (_OPENED, r"(?=\s(?:at|early|late|on|slowly|again|behind|when|for)\b)", "cloze"),
        (r"\b(?:the|a)\s$", _THE_END_OF, "cloze"),
        (r"\b(?:to|at)\s(?:a|its|the)\s$", r"(?=\s*[.,;:!?]|\s*$)", "cloze"),
    ],
    "use": [(_ORDER, rf"(?:{_THING}|\s(?:those|these|all)\b)", "uze")],
    "excuse": [("", r"\s(?:me|us|him|her|them|my|the|his)\b", "excuze")],
    "minute": [("", _TINY, "my-newt")],
    "record": [(_ORDER, r"\s(?:it|them|this|that|everything|your|every|the)\b", "rekord")],
    "permit": [(_ORDER, r"\s(?:me|us|him|her|them)\b", "permitt")],
    "separate": [(_ORDER, r"\s(?:them|it|the|us|those)\b", "sepa-rate")],
    "row": [(_QUARREL, r"(?!\s(?:of|boats?|houses?)\b)", "rau")],
    "polish": [(_ORDER, _THING, "pollish")],
    "bass": [
        (_FISHED, r"(?!\s(?:guitar|drum|player|voice|line))", "bas"),
    ],
    "sow": [(r"\b(?:a|the|old|fat|great|that)\s$", r"(?=[\s.,;!?']|$)", "sau")],
    "live": [
        (_ORDER + _SUBJECTS, _LIVE_HOW, "liv"),
        (r"\blong\s$", r"\s(?:the|our|king|queen)\b", "liv"),
    ],
    "does": [(_SEVERAL, r"(?!\snot\b)", "doze")],
}
"""Each word with the ways it is written: what stands before it, what behind, and what is said."""

_READINGS = {
    word: tuple((re.compile(before, re.I), re.compile(after), said) for before, after, said in rows)
    for word, rows in _TABLE.items()
}


def _as_it_sounds(match: re.Match[str]) -> str:
    word, text = match[0], match.string
    before = text[max(0, match.start() - _REACH) : match.start()]
    for earlier, later, said in _READINGS[word.lower()]:
        if earlier.search(before) and later.match(text, match.end()):
            return _cased(said, word)
    return word


def _cased(said: str, word: str) -> str:
    return said.capitalize() if word[0].isupper() else said


def _read(match: re.Match[str]) -> str:
    return _cased("red", match[0]) if is_past(match.string, *match.span()) else match[0]


_WORDS = "|".join(_READINGS)
RULES: tuple[Rule, ...] = (
    rule(r"(?<![^\W_])read(?![^\W_]|['’])", _read),
    rule(rf"(?<![^\W_])(?:{_WORDS}|{_WORDS.title()})(?![^\W_]|'(?!s\b))", _as_it_sounds),
)


_STEMS = tuple(sorted({*_READINGS, "read"} - {"bows", "excuse"}))
"""`bow` is in `bows`, and `use` in `excuse`."""


def may_apply(text: str) -> bool:
    """Whether one of the words is in `text`."""
    lower = text.lower()
    for stem in _STEMS:  # noqa: SIM110  `any` would take twice as long, for every sentence
        if stem in lower:
            return True
    return False
