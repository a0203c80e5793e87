"""Abbreviations, said in full: their full stops would break the sentence."""

import re

from ..rewriting import Rule, rule
from .locale import English

_TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Messrs": "Messers", "Dr": "Doctor", "Prof": "Professor",
    "Mme": "Madame", "Mlle": "Mademoiselle", "Capt": "Captain", "Col": "Colonel",
    "Gen": "General", "Lt": "Lieutenant", "Lieut": "Lieutenant", "Sgt": "Sergeant",
    "Cpl": "Corporal", "Pvt": "Private", "Pte": "Private", "Maj": "Major", "Adm": "Admiral",
    "Cmdr": "Commander", "Cdr": "Commander", "Rev": "Reverend", "Revd": "Reverend",
    "Hon": "Honourable", "Gov": "Governor", "Sen": "Senator", "Rep": "Representative",
    "Pres": "President", "Supt": "Superintendent", "Insp": "Inspector", "Det": "Detective",
    "Mt": "Mount", "Ft": "Fort", "St": "Saint", "Ste": "Sainte", "Sr": "Sister", "Fr": "Father",
    "Br": "Brother", "Brig": "Brigadier", "Amb": "Ambassador", "Const": "Constable",
    "Wm": "William", "Thos": "Thomas", "Chas": "Charles", "Geo": "George", "Jas": "James",
    "Robt": "Robert", "Edw": "Edward", "Benj": "Benjamin",
    "Inspr": "Inspector", "Ald": "Alderman", "Atty": "Attorney", "Comdr": "Commander",
    "Sig": "Signor", "Mgr": "Monsignor", "Msgr": "Monsignor", "MM": "Messieurs",
    "Bp": "Bishop", "Ms": "Miz", "Insp. Gen": "Inspector General",
}  # fmt: skip
_UNPOINTED = ("Mr", "Mrs", "Messrs", "Dr", "Prof", "Mme", "Mlle", "Ms", "Revd", "Sgt", "Capt", "St")
"""Written without a full stop, too."""
_LOUD = {
    title.upper(): title
    for title in (
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "Capt",
        "Lt",
        "Sgt",
        "Rev",
        "Col",
        "Gov",
        "Messrs",
    )
} | {"mr": "Mr", "mrs": "Mrs", "dr": "Dr"}
"""In capitals, and as some write them to be modern."""
_STREETS = {
    "St": "Street", "Ave": "Avenue", "Av": "Avenue", "Rd": "Road", "Dr": "Drive", "Ln": "Lane",
    "Blvd": "Boulevard", "Sq": "Square", "Pl": "Place", "Ct": "Court", "Hwy": "Highway",
    "Pkwy": "Parkway", "Terr": "Terrace", "Cres": "Crescent",
}  # fmt: skip
_WORDS = {
    "etc": "et cetera", "vs": "versus", "v": "versus", "viz": "namely", "cf": "compare",
    "approx": "approximately", "dept": "department", "govt": "government", "misc": "miscellaneous",
    "est": "established", "incl": "including", "Dept": "Department", "Inc": "Incorporated",
    "Ltd": "Limited", "Co": "Company", "Corp": "Corporation", "Bros": "Brothers",
    "Assn": "Association", "Esq": "Esquire", "Univ": "University", "Ph.D": "P.H.D",
    "Xmas": "Christmas", "esp": "especially", "temp": "temperature", "mins": "minutes",
    "secs": "seconds", "hrs": "hours", "yrs": "years", "lbs": "pounds", "ft": "feet",
    "Feb": "February", "Aug": "August", "Sept": "September", "Oct": "October", "Nov": "November",
    "Dec": "December", "Tues": "Tuesday", "Weds": "Wednesday", "Thurs": "Thursday",
    "Wed": "Wednesday", "Fri": "Friday", "Mfg": "Manufacturing",
    "Intl": "International", "Natl": "National", "Assoc": "Association", "Mgmt": "Management",
    "tel": "telephone",
}  # fmt: skip
_MAY_END_SENTENCES = (
    "etc Inc Ltd Co Corp Bros Esq Ph.D govt dept Xmas Feb Aug Sept Oct Nov Dec Tues Weds Thurs Wed "
    "Fri ft lbs hrs mins secs yrs"
)
_MAY_END = frozenset(_MAY_END_SENTENCES.split())
_LABELS = {
    "No": "Number", "no": "number", "Nos": "Numbers", "nos": "numbers", "Vol": "Volume",
    "vol": "volume", "Ch": "Chapter", "ch": "chapter", "Chap": "Chapter", "chap": "chapter",
    "p": "page", "pp": "pages", "Fig": "Figure", "fig": "figure", "Pt": "Part", "Sec": "Section",
    "sec": "section", "Art": "Article", "Op": "Opus", "op": "opus", "Apt": "Apartment",
    "v": "verse", "vv": "verses", "l": "line", "ll": "lines", "ca": "circa", "c": "circa",
    "Bk": "Book", "bk": "book", "ed": "edition", "Rm": "Room", "Ste": "Suite",
}  # fmt: skip
_LABELS |= {
    short.upper(): word.upper()
    for short, word in _LABELS.items()
    if len(short) > 1 and short.islower()
}
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]"
_ENDS = re.compile(
    r"[\"'”’)\]*_]*\s*$|[\"'”’)\]*_]*\s+(?:The|Then|He|She|It|They|We|You|But|And|So)\b"
)
_STARTS = r"(?:The|Then|He|She|It|They|We|You|But|And|So|That|This|There|His|Her|A|An|I|No|Yes)\b"
_REACH = 24
_STREET_NAME = re.compile(
    r"(?:\b[A-ZÀ-Þ][\w'’]*|\d(?:st|nd|rd|th)|(?:first|second|third|[a-z]th))$"
)


def _title(match: re.Match[str]) -> str:
    return _TITLES[match["pointed"] or match["bare"]]


def _loud_title(match: re.Match[str]) -> str:
    return _TITLES[_LOUD[match[1]]]


def _street(match: re.Match[str]) -> str:
    """`Baker St.` and `12 Oak Dr`; behind a small word it is no street."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    if not _STREET_NAME.search(before):
        return match[0]
    return f"{match['gap']}{_STREETS[match['road']]}" + _stop(match)


def _word(match: re.Match[str]) -> str:
    word = match["word"]
    return _WORDS[word] + (_stop(match) if word in _MAY_END else "")


def _stop(match: re.Match[str]) -> str:
    """The full stop, where it ends the sentence as well."""
    rest = match.string[match.end() : match.end() + _REACH]
    is_last = len(match.string) <= match.end() + _REACH and not rest.strip("\"'”’)]*_ \n")
    return "." if match[0].endswith(".") and (is_last or _ENDS.match(rest + "x")) else ""


def _label(match: re.Match[str]) -> str:
    return _LABELS[match[1]] + " "


def _elder(match: re.Match[str]) -> str:
    return match[1] + {"J": " Junior", "S": " Senior"}[match[2]]


def _doctorate(match: re.Match[str]) -> str:
    return ("P H D's" if match[1] else "P.H.D") + _stop(match)


def _letters(match: re.Match[str]) -> str:
    """`J. R. R. Tolkien`, `U.S.`: stops between the letters, so that none is taken for a word, and
    none behind them, where it would be heard as a pause."""
    return ".".join(re.findall(r"[^\W_]", match[0])) + _stop(match)


def _alternatives(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BARE = re.compile("|".join((*_UNPOINTED, "Jr", "Sr", "/", "AKA", "PhD", "vs", *_STREETS))).search
_POINTED = frozenset([*_TITLES, *_STREETS, *_WORDS, "e.g", "i.e", "eg", "ie", "aka", "al", "Jan"])
_LONGEST = 14
_END_MARKS = ".,;:!? \"'”’)"


def may_label(text: str) -> bool:
    """Whether `text` may hold a `No.` before a number."""
    return "." in text[:-1] or "№" in text


def may_apply(text: str) -> bool:
    """Whether `text` may hold an abbreviation: a full stop inside, or a word known for it."""
    end = text[-_LONGEST:].rstrip(_END_MARKS)
    if text.find(".", 0, len(text) - _LONGEST) >= 0 or "." in end or _BARE(text):
        return True
    last = end.rpartition(" ")[2]
    return last in _POINTED or len(last) == 1 or "etc" in text or "aka" in text


LABELS: tuple[Rule, ...] = (
    rule(rf"\b({_alternatives(_LABELS)})\.\s?(?=\d|[IVXLC]{{2,}}\b|[VXLC]\b)", _label, "."),
    rule(r"\b(VOL|CHAP|CH|BK|PT|FIG)\.\s(?=I\b(?!['’]))", _label, "."),
    rule(r"\b(Vol|vol|Ch|ch|Chap|chap|Bk|bk|Fig|fig|Pt)\.\s(?=I\b(?!['’]))", _label, "."),
    rule(r"№\s?", "number ", "№"),
)
_RULES: tuple[Rule, ...] = (
    rule(r"\be\.\s?g\.,?|\beg\.,?(?=\s)", "for example,", "."),
    rule(r"\bi\.\s?e\.,?|\bie\.,?(?=\s)", "that is,", "."),
    rule(r"\b[aA]\.?[kK]\.?[aA]\b\.?", "also known as", "kK"),
    rule(r"\bw/o\b", "without", "/"),
    rule(r"\bc/o\b", "care of", "/"),
    rule(r"\bw/(?=\s?\w)", "with ", "/"),
    rule(r"\bPh\.?\s?D(['’]?s)?\b\.?", _doctorate, "P"),
    rule(r"\bet\sal\.(?!\w)", lambda match: "et al" + _stop(match), "."),
    rule(r"\AJan\.\Z|\bJan\.(?=,?\s[a-z])", "January", "J"),
    rule(r"(?<![\w.]\s)\bM\.(?=\s(?:d['’]|de\s|du\s|le\s|la\s|des\s))", "Monsieur", "M"),
    rule(
        rf"(?<![A-Z]\.\s)\bM\.(?=\s{_CAPITAL}[\w'’]*[a-z](?!\s{_CAPITAL}|\s?[-–]?{_CAPITAL}))",
        "Monsieur",
        "M",
    ),
    rule(
        rf"(?<=[a-z])(?P<gap>\s)(?P<road>{_alternatives(_STREETS)})\.(?!\s*{_CAPITAL}[a-z])",
        _street,
        ".",
    ),
    rule(
        rf"(?<=[a-z])(?P<gap>\s)(?P<road>{_alternatives(_STREETS)})\.?(?=,\s{_CAPITAL}|\s*$|,?\s(?:and|in|at|near|on|to)\b)",
        _street,
        "SARDLBPCHT",
    ),
    rule(r"(?<=[a-z])(,?)\s([JS])r\b\.?(?!\w)", _elder, "JS"),
    rule(r"\b(?P<word>etc)\b\.?", _word, "e"),
    rule(r"\b(?P<word>vs)\b\.?", _word, "v"),
    rule(r"\bMr\.?(?=\s(?:and|&)\sMrs\b)", "Mister", "M"),
    rule(r"\bBlvd\b\.?", lambda match: "Boulevard" + _stop(match), "B"),
    rule(r"\bAve\.(?=\s(?:[a-z]|[A-Z]\b))", "Avenue", "A"),
    rule(rf"\b(?P<word>{_alternatives(_WORDS)})\.", _word, "."),
    rule(
        rf"\b(?:(?P<pointed>{_alternatives(_TITLES)})\.|(?P<bare>{'|'.join(_UNPOINTED)})\b\.?)(?=\s+{_CAPITAL})",
        _title,
    ),
    rule(r"\b(?P<pointed>Mrs?|Messrs|Dr|Prof)\.(?P<bare>)", _title, "."),
    rule(r"\b(?P<pointed>Mrs?)\b(?P<bare>)", _title, "M"),
    rule(r"\b(?P<pointed>Ms|Dr)(?P<bare>)(?=\s*\Z)", _title, "MD"),
    rule(rf"\b({'|'.join(_LOUD)})\b\.?(?=\s+{_CAPITAL})", _loud_title, "MDPCLRSG"),
    # Two initials or more, and one before a surname.
    rule(rf"(?<!\w\.)\b(?:{_CAPITAL}\.\s?){{1,8}}{_CAPITAL}\.(?![\w.])", _letters, "."),
    rule(
        rf"(?!I){_CAPITAL}(?:(?<=\A.)|(?<=[^\W_]\s.)|(?<=[\"“‘(].))\.(?=\s(?!{_STARTS}){_CAPITAL}[a-z])",
        lambda match: match[0][0],
        ".",
    ),
)


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for abbreviations that stand for words."""
    honourable = "Honorable" if english.is_american else "Honourable"
    return (rule(rf"\bHon\.(?=\s{_CAPITAL})", honourable, "H"), *_RULES)
