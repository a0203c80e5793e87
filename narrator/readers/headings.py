"""Which rows are headings, going by the row alone."""

import re
from functools import cache

from narrator.languages import every_pack
from narrator.languages.headings import Headings
from narrator.model import BlockKind
from narrator.text.characters import UNSPACED
from narrator.text.numbers import number_value
from narrator.text.title_case import small_words

from .heading_numbers import Numbered, number_of, numbered
from .marks import Level, Mark

_LONGEST = 200
_FIRST_UNSPACED, _LONGEST_UNSPACED = "\u0e00", 24
"""Letters that are long for a title where nothing parts the words."""
_UNSPACED = re.compile(f"[{UNSPACED}]")
_ADORNED = "#*_=~["
_MARKDOWN = re.compile(r"(#{1,6})\s+(\S.*)", re.DOTALL)
_DRESSED = re.compile(
    r"[-–—*~#\[(.]{0,2}\s?(\d{1,3}|[IVXLC]{1,7}|[^\W\d_]+(?:[ ‐‑-][^\W\d_]+)?)\s?[-–—*~#\]).:]{0,2}"
)
_LONGEST_NUMBER = 30
_NUMBERED_TITLE = re.compile(r"(\d{1,3}|[IVXLC]{1,7})(?:[.:)]|\s+[-–—])\s+(\S.*)", re.DOTALL)
_NOTE_MARKS = re.compile(r"(?<=\S)(?:\[\w{1,4}\])+$|(?<=\S)\[\w{1,4}$")
_SEPARATOR = re.compile(r"\s*(?:[.:;|]+|[-–—]+)+\s*")


def heading(text: str) -> Mark | None:
    """The mark of a row that is a heading by convention, whatever stands around it.

    >>> heading("CHAPTER IV. In which a Door opens").number
    4
    >>> heading("Part of it was true") is None
    True
    """
    bare = _unadorned(text) if len(text) <= _LONGEST else ""
    if not bare:
        return None
    if not (_opens_title(text) or text[0] in _ADORNED):
        return _keyword(bare)
    return _markdown(text) or _keyword(bare) or _named(bare)


def numeral(text: str) -> Mark | None:
    """The mark of a row that is only a number; whether it heads a chapter depends on the others.

    >>> numeral("III.").number, numeral("I never") is None
    (3, True)
    """
    match = _DRESSED.fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
    if match is None or not (_opens_title(match[1]) or match[1].isdecimal()):
        return None
    value = number_of(match[1])
    return Mark(BlockKind.HEADING, Level.NUMERAL, match[1], value) if value else None


def numbered_title(text: str) -> Mark | None:
    """The mark of a row such as `IV. The Stranger`, if it is one.

    >>> numbered_title("3. The Docks").number, numbered_title("I. I was born here, he said.")
    (3, None)
    """
    match = _NUMBERED_TITLE.fullmatch(text) if len(text) <= 100 else None
    if match is None or not looks_like_title(match[2]):
        return None
    value = number_value(match[1])
    return Mark(BlockKind.HEADING, Level.NUMERAL, text, value, titled=True) if value else None


def looks_like_title(text: str, *, strict: bool = False) -> bool:
    """Whether `text` could be the name of a chapter or of a book.

    `strict` asks for capitals throughout, or on every word that carries meaning.

    >>> looks_like_title("The Lamp Room", strict=True), looks_like_title("He sat down.")
    (True, False)
    """
    bare = _NOTE_MARKS.sub("", _unadorned(text))
    if not 0 < len(bare) <= 90 or not any(map(str.isalpha, bare)):
        return False
    if bare[0] in "-–—―«»„'’)]" or bare[-1] in ",;:—–-":
        return False
    if bare.isupper():
        return True
    if bare[0] in "「『" or bare[-1] in "。！？」』":
        return False
    if bare[0] >= _FIRST_UNSPACED and _is_run_on(bare):
        return False
    if bare[0] in '"“‘' or bare[-1] in '.…"”’' or bare[0].islower():
        return False
    words = [word.strip("\"“”‘’'()[],.!?") for word in bare.split()]
    small = [word for word in words if word[:1].islower() and word not in small_words()]
    if bare[-1] in "!?":
        return not small and len(words) > 1
    return not small or not (strict or len(words) > 10)


def _is_run_on(text: str) -> bool:
    """Whether a line in a script without blanks is too long for a title, or part of a sentence."""
    letters = _UNSPACED.findall(text)
    return "。" in text or len(letters) > _LONGEST_UNSPACED


def _opens_title(text: str) -> bool:
    """Whether a title may begin so: with a capital, or a letter of a script that has none."""
    return text[0].isupper() or (text[0].isalpha() and not text[0].islower())


def _unadorned(text: str) -> str:
    return text.strip(" \t*_=~").removeprefix("[").removesuffix("]")


def _markdown(text: str) -> Mark | None:
    match = _MARKDOWN.fullmatch(text)
    if match is None or not any(map(str.isalnum, match[2])):
        return None
    title = match[2].rstrip("# ")
    known = _keyword(_unadorned(title)) or _named(_unadorned(title))
    if known:
        return known
    value = number_value(title.rstrip("."))
    return Mark(BlockKind.HEADING, Level.CHAPTER, title, value, titled=value is None)


@cache
def _unnumbered(words: Headings) -> re.Pattern[str]:
    """`Prologue`, and what follows."""
    return re.compile(
        rf"{words.unnumbered.source}(?![\w'’])(?P<rest>.*)", re.IGNORECASE | re.DOTALL
    )


def _keyword(text: str) -> Mark | None:
    found = numbered(text)
    if found is None:
        return None
    rest = found.rest.rstrip()
    bare = not rest.strip(" .:-–—")
    if not bare and (text[0].islower() or not _may_follow_number(rest, found)):
        return None
    known = every_pack().headings
    level = Level.PART if found.word in known.parts | known.part_signs else Level.CHAPTER
    title = text.strip(" .:")
    return Mark(BlockKind.HEADING, level, title, found.value, titled=not bare)


def _named(text: str) -> Mark | None:
    match = _unnumbered(every_pack().headings).fullmatch(text)
    if match is None or not _opens_title(text):
        return None
    rest = match["rest"].rstrip()
    if not _SEPARATOR.match(rest) and rest.strip():
        return None
    if (
        len(rest) > 60
        or rest.endswith((",", ";", "!", "?"))
        or (len(rest) > 2 and rest.endswith("."))
    ):
        return None
    return Mark(
        BlockKind.HEADING, Level.CHAPTER, text.strip(" .:"), titled=bool(rest.strip(" .:-–—"))
    )


def _may_follow_number(rest: str, found: Numbered) -> bool:
    """`Chapter One: The Docks`, but not `Chapter one of my life was over.`"""
    body = rest.strip()
    separator = _SEPARATOR.match(rest)
    if not body or (separator and separator.end() == len(rest)):
        return True
    if separator is None:
        strict = not body.isupper()
        return not found.leads and looks_like_title(body) and looks_like_title(body, strict=strict)
    name = rest[separator.end() :]
    if separator[0].strip() in (".", ":") and found.value is not None:
        return not name[:1].islower() and (len(name) <= 90 or not name.endswith((".", "”", '"')))
    return looks_like_title(name)
