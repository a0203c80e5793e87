"""Roman numerals, where what is around them says that they are numerals."""

import re

from ..numbers import cardinal, ordinal, roman_value, year
from ..rewriting import Rule, rule

_ALWAYS = "Chapter|Act|Canto|Stave|World War|War|Psalm|Volume|Appendix|Scene|Super Bowl"
_OFTEN = (
    "Book|Part|Letter|Section|Phase|Plate|Figure|Type|Article|Mark|Class|Episode|Level|Number|Stage"
    "|Adventure|Verse|Division|Title|Category|Schedule|Page|Fable|Lesson|Exercise|Unit|Opus|Sonnet"
    "|Symphony|Apollo|Gemini|Saturn|Rocky|Rambo|Grade|Tier|Zone|Sector|Case|Fantasy|Wars|Fighter"
    "|Concerto|Sonata|Block|Step|Round|Season|Version|Day|Wave|Room|Rule|Law|Axiom|Lecture|Notebook"
    "|Fit|Movement|Table|Exhibit|Paragraph|Clause|Amendment|Session|Prelude|Interlude|Tape|Theft"
)
_LABELS = re.compile(
    rf"(?:\A|\W)(?:(?P<sure>{_ALWAYS}|{_ALWAYS.upper()})|(?P<label>{_OFTEN}|{_OFTEN.upper()}))"
    r"(?P<stop>\.?)\Z"
)
_SMALL_LABELS = re.compile(
    r"(?:\A|\W)(?:[Aa]ct|[Ss]cene|[Cc]hapter|[Pp]age|[Vv]erse|[Cc]anto|[Bb]ook|[Pp]art|[Vv]olume"
    r"|[Ss]ection|[Ss]tanza|[Nn]ote|[Pp]p?\.|[Cc]h\.|[Vv]ol\.)\Z"
)
_I_IS_NUMERAL = re.compile(
    r"\s*$|\s*[.,:;!?)\]—–]|\s(?:of|and|in|is|was|to|with|for|begins|ends)\b"
)
_ROYAL = "King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Prince|Sultan|Shah|Pharaoh"
_ROYAL_ONE = (
    rf"\b(?P<who>(?:{_ROYAL})\s[^\Wa-z\d_][a-z]{{2,20}})(?P<gap>\s)(?P<numeral>[IX])"
    r"(?![\w-])(?!['’](?!s\b))"
)
_AFTER_NAME = r"(?<=[a-z])(?P<gap>\s+)(?P<numeral>[IVX]{2,8}|V)(?![\w-])(?!['’](?!s\b))"
_CAPITALISED = re.compile(r"[^\Wa-z\d_][\w'’-]*[a-z]$")
_WORD = 24
_FIRST_YEAR, _LAST_YEAR = 1400, 2099
_CROWNED_ONES = (
    "Charles|James|Elizabeth|George|Edward|William|Richard|Henry|Mary|Francis|Napoleon|Nicholas"
    "|Alexander|Catherine|Peter|Philip|Ferdinand|Frederick|Leopold|Wilhelm|Louis|Otto|Constantine"
    "|Darius|Xerxes|Ramses|Ptolemy|Justinian|Theodosius|Isabella|Juan Carlos|Carol|Haakon|Gustav"
    "|Christian|Robert|Malcolm|David|Leo|Pius|Gregory|Clement|Urban|Innocent|Franz Joseph|Selim"
    "|Suleiman|Murad|Pedro|Afonso|Umberto|Victor Emmanuel"
)
"""Kings and queens who were the first of their name."""
_REIGNED = (
    r"(?:(?:was|became)\s(?:an?\s|the\s)?(?:king|queen|emperor|tsar|crowned|born|executed|beheaded"
    r"|first|son|daughter|last)|died\s(?:in|on|at|of|without)|reigned|ruled|succeeded|of\s[A-Z]"
    r"|came\sto)"
)
"""What kings do. People who are spoken to stand before an `I` as well, and not all writers set a
comma there."""
_ONE_WHO_REIGNED = (
    rf"(?:(?<=\A)|(?<=[.!?]\s))(?P<who>(?:{_CROWNED_ONES}))(?P<gap>\s)(?P<numeral>I)"
    rf"(?=\s{_REIGNED}\b|['’]s\s)"
    rf"|(?<=\b[OoBb][fy]\s)(?P<of>(?:{_CROWNED_ONES}))\sI"
    r"(?=[.,;:)!?]|\s?[-–—]|\s(?:of\s[A-Z]|and|in|to)\b|['’]s\s|\Z)"
)
_TOO_MANY = 400
"""Nobody counts so far in Roman numerals: MIX, CD and MD are no numbers."""


def _labelled(match: re.Match[str]) -> str:
    """A numeral behind what it numbers: `Chapter IV`, `World War II`."""
    text, numeral = match.string, match["numeral"]
    label = _LABELS.search(text[max(0, match.start() - _WORD) : match.start()])
    if not label:
        return match[0]
    after = text[match.end() : match.end() + _WORD]
    if not label["sure"] and numeral == "I" and not _I_IS_NUMERAL.match(after):
        return match[0]
    return match["gap"] + _in_words(numeral)


def _small(match: re.Match[str]) -> str:
    """`Scene ii`."""
    label = _SMALL_LABELS.search(match.string[max(0, match.start() - _WORD) : match.start()])
    return match["gap"] + _in_words(match["numeral"]) if label else match[0]


def _regnal(match: re.Match[str]) -> str:
    """After a name the numeral is a place in a row of kings; a single I or X is left alone."""
    before = match.string[max(0, match.start() - _WORD) : match.start()]
    value = roman_value(match["numeral"])
    words = before.rsplit(maxsplit=1)
    if value is None or not words or not _CAPITALISED.match(words[-1]):
        return match[0]
    return f"{match['gap']}the {ordinal(value)}"


def _first_of(match: re.Match[str]) -> str:
    """`Charles I was king`, `the reign of James I.`"""
    return f"{match['who'] or match['of']} the first"


def _crowned(match: re.Match[str]) -> str:
    return f"{match['who']} the {ordinal(roman_value(match['numeral']) or 1)}"


def _century(match: re.Match[str]) -> str:
    """`the XIX century`, `the XXth`."""
    value = roman_value(match["numeral"])
    return ordinal(value) if value and value < _TOO_MANY else match[0]


def _range(match: re.Match[str]) -> str:
    """`chapters I-III`."""
    low, high = _in_words(match["low"]), _in_words(match["high"])
    return f"{match['label']} {low} {'and' if match['joint'].strip() == '&' else 'to'} {high}"


def _year(match: re.Match[str]) -> str:
    """`MCMXCIX`."""
    value = roman_value(match[0])
    return year(value) if value and _FIRST_YEAR <= value <= _LAST_YEAR else match[0]


def _before_title(match: re.Match[str]) -> str:
    """`III. The Snow` is a heading; `I. M. Pei` is none."""
    if match.string.rstrip()[-1:] in ".!?" and match.end() < len(match.string):
        return match[0]
    return _in_words(match[1]) + match[0][len(match[1]) :]


def _in_words(numeral: str) -> str:
    value = roman_value(numeral.upper())
    return cardinal(value) if value and value < _TOO_MANY else numeral


def _alone(match: re.Match[str]) -> str:
    return _in_words(match["numeral"]) + match["mark"]


_MAY_LABEL = re.compile(r"\s(?:[IVXLCDM]+(?:th|st|nd|rd)?|[ivxlc]{2,12})(?![\w'’])").search
_MAY_APPLY = re.compile(r"\s(?:[IVX]{2}|[VX](?!\w)|[I](?![\w'’]))").search


def may_label(text: str) -> bool:
    """Whether `text` may hold a numeral behind what it numbers."""
    return text[:1] in "MVX" or "(" in text or bool(_MAY_LABEL(text))


def may_begin(text: str) -> bool:
    """Whether `text` may begin with a numeral."""
    return text.lstrip()[:1] in _CAPITALS


def may_apply(text: str) -> bool:
    """Whether `text` may hold any other numeral."""
    return bool(_MAY_APPLY(text))


_CAPITALS = "IVXLCDM"
LABELLED: tuple[Rule, ...] = (
    rule(
        r"(?P<label>\b(?:[Cc]hapters|[Bb]ooks|[Pp]arts|[Aa]cts|[Vv]olumes|[Vv]ols?|[Ss]ections|[Cc]antos"
        r"|[Pp]lates|Chapter|Book|Part|Act|Volume))\.?\s(?P<low>[IVXL]{1,8})"
        r"(?P<joint>\s?[-–—&]\s?|\sto\s)(?P<high>[IVXL]{1,8})(?![\w'’])",
        _range,
        _CAPITALS,
    ),
    rule(r"\b(?P<numeral>[IVX]{1,6})(?:th|st|nd|rd)(?!\w)", _century, "thsnr"),
    rule(r"\b(?P<numeral>[IVX]{1,6})(?=(?:\s|-)[Cc]entur)", _century, "c"),
    rule(r"(?<![\w.])M[MDCLXVI]{3,11}(?![\w'’])", _year, "M"),
    rule(r"(?P<gap>\s+)(?P<numeral>[IVXLCDM]{1,12})(?![\w'’])", _labelled, _CAPITALS),
    rule(r"(?P<gap>\s+)(?P<numeral>[ivxlc]{2,12})(?![\w'’-])", _small, "ivxlc"),
    rule(r"(?<=\()(?P<numeral>i{1,3}|i?v|vi{1,3}|i?x)(?P<mark>)(?=\))", _alone, "ivx"),
)
"""Before single letters are taken for initials."""
ALONE: tuple[Rule, ...] = (
    rule(r"\A\s*(?P<numeral>[IVX]{2,8}|[IVXL]{3,8}|[VX])(?P<mark>[.:]?)\s*\Z", _alone, _CAPITALS),
)
FIRST: tuple[Rule, ...] = (
    rule(r"\A\s*([IVXLC]{1,8})\.(?=\s+[^\Wa-z\d_][a-z]+)", _before_title, _CAPITALS),
)
RULES: tuple[Rule, ...] = (
    rule(_ROYAL_ONE, _crowned, "IX"),
    rule(_ONE_WHO_REIGNED, _first_of, "I"),
    rule(_AFTER_NAME, _regnal, "IVX"),
)
HEADING: tuple[Rule, ...] = (
    rule(r"\A\W*(?P<numeral>[IVXLCDM]{1,12})(?P<mark>[.:]?)\W*\Z", _alone, _CAPITALS),
    rule(
        r"\A\W*(?P<numeral>[IVXLC]{1,8})(?P<mark>\.?\s*[.:—–-]+\s*)(?=[^\Wa-z\d_])",
        _alone,
        _CAPITALS,
    ),
)
"""In a heading a lone `I` is a number, too."""
