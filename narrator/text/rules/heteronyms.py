"""Words of one spelling and two sounds, written as they sound where their neighbours tell.

Only those that espeak-ng is known to read wrongly (measured with its phonemes), and where it can be
in words that any engine reads right: `led`, `red`, `bough`.
"""

import re

from ..rewriting import Rule, rule

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
_TEXT = r"\b(?:sign|note|card|page|plate|label|letter|message|caption|headline|words|it|which)\s$"
_QUOTES = r"[:,]?\s?[\"“‘']|:"
_PAST = r"\b(?:was|were|been|being|be|had|has|have|having)\s(?:\w+ly\s|just\s|not\s|never\s)?$"
_LONG_AGO = r"\b[^.!?]{1,40}\b(?:yesterday|ago|last\s(?:night|week|year|month))\b"
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
    r"|scratch|scratches|cracks?|fragments?|differences?|variations?)\b"
)
_LIVE_HOW = (
    r"\s(?:by|off|for|like|on\s(?:it|them|bread|a|the|my|his|her)|here|there|in|with|alone"
    r"|and\slearn|and\slet)\b"
)
_SUBJECTS = r"|\b(?:people|men|women|children|who|that|must)\s$"

_TABLE = {
    "lead": [("", _METAL, "led"), (_LIKE_METAL, _CLAUSE_ENDS, "led")],
    "read": [
        (r"\b(?:he|she|who)\s(?:\w+ly\s)?$", r"(?!\s(?:well|every|each|best)\b)", "red"),
        (_PAST, "", "red"),
        (_TEXT, _QUOTES, "red"),
        (r"\b(?:wide|wide-|well-|well|best)$", r"\b", "red"),
        (r"\b(?:I|they|we|you)\s$", _LONG_AGO, "red"),
    ],
    "wind": [(_ORDER, _CLOCKWORK, "wined")],
    "tear": [
        (_ORDER, rf"(?:{_THING}|\s(?:down|up|off|out|open|away|yourself)\b)", "tare"),
        (r"\bwear\sand\s$", "", "tare"),
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
        ("", _OF_A_SHIP, "bough"),
        (r"\b(?:from|over|at|in|on|towards?)\sthe\s$", r"[.,;]|$|\sto\s(?:the\s)?stern", "bough"),
    ],
    "bows": [(r"\b(?:across|over|off|under|at)\s(?:the|her|our|their)\s$", "", "boughs")],
    "close": [(_ORDER, rf"(?:{_THING}|\s(?:up\sthe|ranks|all|those|these)\b)(?!\sof\b)", "cloze")],
    "use": [(_ORDER, rf"(?:{_THING}|\s(?:those|these|all)\b)", "uze")],
    "excuse": [("", r"\s(?:me|us|him|her|them|my|the|his)\b", "excuze")],
    "minute": [("", _TINY, "my-newt")],
    "record": [(_ORDER, r"\s(?:it|them|this|that|everything|your|every|the)\b", "rekord")],
    "permit": [(_ORDER, r"\s(?:me|us|him|her|them)\b", "permitt")],
    "separate": [(_ORDER, r"\s(?:them|it|the|us|those)\b", "sepa-rate")],
    "sow": [(r"\b(?:a|the|old|fat|great|that)\s$", r"(?=[\s.,;!?']|$)", "sau")],
    "live": [(_ORDER + _SUBJECTS, _LIVE_HOW, "liv")],
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
            return said.capitalize() if word[0].isupper() else said
    return word


_WORDS = "|".join(_READINGS)
RULES: tuple[Rule, ...] = (
    rule(rf"(?<![^\W_])(?:{_WORDS}|{_WORDS.title()})(?![^\W_]|'(?!s\b))", _as_it_sounds),
)
