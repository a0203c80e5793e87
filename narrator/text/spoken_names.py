"""Abbreviations and Roman numerals, said in full."""

import re

from .numbers import cardinal, ordinal, roman_value

_TITLES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Messrs": "Messers",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Mme": "Madame",
    "Mlle": "Mademoiselle",
    "Capt": "Captain",
    "Col": "Colonel",
    "Gen": "General",
    "Lt": "Lieutenant",
    "Lieut": "Lieutenant",
    "Sgt": "Sergeant",
    "Cpl": "Corporal",
    "Maj": "Major",
    "Adm": "Admiral",
    "Cmdr": "Commander",
    "Rev": "Reverend",
    "Hon": "Honourable",
    "Gov": "Governor",
    "Sen": "Senator",
    "Mt": "Mount",
    "Ft": "Fort",
    "St": "Saint",
}
_UNPOINTED = ("Mr", "Mrs", "Messrs", "Dr", "Prof", "Mme", "Mlle", "St")
"""Written without a full stop, too."""
_PHRASES = (
    (r"\bMs\.", "Ms"),
    (r"(?<=[a-z])\sSt\.(?!\s+[A-Z])", " Street"),
    (r"(?<=[a-z])\sAve\.(?!\s+[A-Z])", " Avenue"),
    (r"(?<=[a-z])(,?)\sJr\b\.?(?!\w)", r"\1 Junior"),
    (r"(?<=[a-z])(,?)\sSr\b\.?(?!\w)", r"\1 Senior"),
    (r"\betc\.(?=\s*$|\s+[A-Z])", "et cetera."),
    (r"\betc\b\.?", "et cetera"),
    (r"\bvs?\.(?=\s)", "versus"),
    (r"\be\.\s?g\.,?", "for example,"),
    (r"\bi\.\s?e\.,?", "that is,"),
    (r"\bNo\.\s?(?=\d)", "Number "),
    (r"\bno\.\s?(?=\d)", "number "),
    (r"\b[Vv]ol\.\s?(?=\d|[IVX]+\b)", "Volume "),
    (r"\b[Cc]hap?\.\s?(?=\d|[IVXLC]+\b)", "Chapter "),
    (r"\bpp?\.\s?(?=\d)", "page "),
)
_COMPILED = tuple((re.compile(pattern), to) for pattern, to in _PHRASES)
_TITLE = re.compile(
    rf"\b(?:(?P<pointed>{'|'.join(_TITLES)})\.|(?P<bare>{'|'.join(_UNPOINTED)})\b)(?=\s+[^\Wa-z\d_])"
)

_LABEL = re.compile(
    r"\b(Chapter|Book|Part|Volume|Act|Scene|Canto|Letter|Section|Stave|Phase|Appendix|Plate|Figure"
    r"|War|Type|Article|Mark|Class|Episode|Level|Number|Stage|Adventure|Verse|Psalm)"
    r"(\s+)([IVXLCDM]{1,12})(?![\w'])",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"(?<=[a-z])(\s+)([IVX]{2,8}|V)(?![\w'])")
_CAPITALISED = re.compile(r"[A-Z][\w'-]*[a-z]$")
_ALONE = re.compile(r"\s*([IVX]{2,8}|[IVXL]{3,8}|[VX])([.:]?)(\s*)")
_BEFORE_TITLE = re.compile(r"([IVXLC]{1,8})\.(?=\s+[A-Z][a-z])")
_WORD = 24


def say_abbreviations(text: str) -> str:
    """`Dr.`, `Mrs.`, `St.`, `etc.`: their full stops would break the sentence."""
    for pattern, replacement in _COMPILED:
        text = pattern.sub(replacement, text)
    text = _TITLE.sub(lambda title: _TITLES[title["pointed"] or title["bare"]], text)
    return re.sub(r"\b(Mrs?|Messrs|Dr|Prof)\.", lambda title: _TITLES[title[1]], text)


def say_roman_numerals(text: str) -> str:
    """`Chapter IV`, `Henry VIII`, and a numeral that is a heading by itself."""
    alone = _ALONE.fullmatch(text)
    if alone:
        return _in_words(alone[1], alone[1]) + alone[2]
    if text[:1] in "IVXLC" and (heading := _BEFORE_TITLE.match(text)) and text[-1:] not in ".!?":
        text = _in_words(heading[1], heading[1]) + text[heading.end(1) :]
    text = _LABEL.sub(_labelled, text)
    return _AFTER_NAME.sub(_regnal, text)


def _labelled(match: re.Match[str]) -> str:
    label, space, numeral = match.groups()
    if not (label[0].isupper() and numeral.isupper()):
        return match[0]
    return label + space + _in_words(numeral, numeral)


def _regnal(match: re.Match[str]) -> str:
    """After a name the numeral is a place in a row of kings; a single I or X is left alone."""
    before = match.string[max(0, match.start() - _WORD) : match.start()]
    value = roman_value(match[2])
    if value is None or not _CAPITALISED.match(before.rsplit(maxsplit=1)[-1]):
        return match[0]
    return f"{match[1]}the {ordinal(value)}"


def _in_words(numeral: str, otherwise: str) -> str:
    value = roman_value(numeral)
    return otherwise if value is None else cardinal(value)
