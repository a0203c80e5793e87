"""The pack of a language: everything Narrator knows of it, found by the language of a book.

A pack is handed down as an argument. What is built of its words (patterns, tables) is built once
for each pack, by functions with a cache: packs and their parts equal nothing but themselves.

What is told to a listener is in the language of the book. What is met in a file is recognised in
every language: a licence is English around a German book, plain text says nothing of its language,
and `Kapitel 3` can hardly be anything else.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TypeVar

from .about import About
from .address import Address
from .casting import Casting
from .credits import Credits
from .delivery import Delivery
from .dialogue import Directions, Labels, Letters, Marks, Reporting, Speech, Telling, Unsaid
from .headings import Headings
from .matter import Matter
from .pages import Pages
from .people import (
    Ages,
    Declension,
    Grammar,
    Honorifics,
    Kin,
    Names,
    Nouns,
    Phrases,
    Pronouns,
    RareNames,
    Tags,
    Unspaced,
    Vocatives,
)
from .spoken import SpokenTables
from .tables import FALLBACK, Part, has_table, part_for, read_part
from .tags import primary
from .titles import WITHOUT_WORDS, Titles
from .union import union

_P = TypeVar("_P", bound=Part)
_EVERY = "mul"
"""Of many languages, by ISO 639-2."""
_NONE = "und"
"""Of no language that has words here."""
_WRITTEN_AS = {"nb": "no", "nn": "no"}
"""Languages that are read by the pack of another."""


@dataclass(frozen=True, eq=False)
class Pack:
    """What is known of one language; each part is read when it is first asked for."""

    code: str
    """The language, by ISO 639-1: the name of its folder; `mul` where it is all of them."""

    @property
    def tells_people(self) -> bool:
        """Whether it can tell who is spoken of; else that is done with English words."""
        return has_table(self.code, "pronouns.toml")

    @cached_property
    def about(self) -> About:
        """What the language is called, and how well its books are read."""
        return read_part(About, self.code, "pack.toml")

    @cached_property
    def headings(self) -> Headings:
        """How its books head their chapters; empty where that is not known."""
        return _known(Headings, self.code, "headings.toml")

    @cached_property
    def matter(self) -> Matter:
        """What stands in its files and is not the story; empty where that is not known."""
        return _known(Matter, self.code, "matter.toml")

    @cached_property
    def credits(self) -> Credits | None:
        """What is said around its books; None where that is not known."""
        known = has_table(self.code, "credits.toml")
        return read_part(Credits, self.code, "credits.toml") if known else None

    @cached_property
    def titles(self) -> Titles:
        """What is shown of its books that they do not say themselves."""
        return part_for(Titles, self.code, "titles.toml")

    @cached_property
    def pages(self) -> Pages:
        """What the pages beside its books show."""
        return part_for(Pages, self.code, "pages.toml")

    @cached_property
    def address(self) -> Address:
        """How people are addressed; empty where that is not known."""
        return _known(Address, self.code, "address.toml")

    @cached_property
    def declension(self) -> Declension:
        """How names change by case; empty where they do not."""
        known = has_table(self.code, "declension.toml")
        return read_part(Declension, self.code, "declension.toml") if known else Declension()

    @cached_property
    def delivery(self) -> Delivery:
        """The words for how a line is said; none where they are not known."""
        return _known(Delivery, self.code, "delivery.toml")

    @cached_property
    def casting(self) -> Casting:
        """What a narration says of people that a voice can show."""
        return part_for(Casting, self.code, "casting.toml")

    @cached_property
    def ages(self) -> Ages:
        """What tells how old somebody is."""
        return part_for(Ages, self.code, "ages.toml")

    @cached_property
    def grammar(self) -> Grammar:
        """Its small words, and verbs that many clauses have."""
        return part_for(Grammar, self.code, "grammar.toml")

    @cached_property
    def honorifics(self) -> Honorifics:
        """Titles, and what else stands before a name."""
        return part_for(Honorifics, self.code, "honorifics.toml")

    @cached_property
    def kin(self) -> Kin:
        """Kin, by each other."""
        return part_for(Kin, self.code, "kin.toml")

    @cached_property
    def names(self) -> Names:
        """Given names, the common ones, and what names are made of."""
        return part_for(Names, self.code, "names.toml")

    @cached_property
    def nouns(self) -> Nouns:
        """Nouns that people are called by."""
        return part_for(Nouns, self.code, "nouns.toml")

    @cached_property
    def phrases(self) -> Phrases:
        """Runs of words by which a story tells who somebody is."""
        return part_for(Phrases, self.code, "phrases.toml")

    @cached_property
    def pronouns(self) -> Pronouns:
        """Pronouns, by whom they stand for."""
        return part_for(Pronouns, self.code, "pronouns.toml")

    @cached_property
    def rare_names(self) -> RareNames:
        """Given names that a reader meets seldom."""
        return part_for(RareNames, self.code, "rare_names.toml")

    @cached_property
    def tags(self) -> Tags:
        """The words of tags, verbs of saying above all."""
        return part_for(Tags, self.code, "tags.toml")

    @cached_property
    def unspaced(self) -> Unspaced:
        """How people are named where nothing parts the words; empty where blanks do."""
        return _known(Unspaced, self.code, "unspaced.toml")

    @cached_property
    def vocatives(self) -> Vocatives:
        """How people call upon one another."""
        return part_for(Vocatives, self.code, "vocatives.toml")

    @cached_property
    def spoken(self) -> SpokenTables:
        """What is said for what is not written as it is said."""
        return SpokenTables(self.code)

    @cached_property
    def speech(self) -> Speech:
        """Verbs of saying and thinking."""
        return part_for(Speech, self.code, "speech.toml")

    @cached_property
    def reporting(self) -> Reporting:
        """What stands around a verb of saying where one parts a quotation from the rest."""
        return part_for(Reporting, self.code, "reporting.toml")

    @cached_property
    def telling(self) -> Telling:
        """What is oftener told than said."""
        return part_for(Telling, self.code, "telling.toml")

    @cached_property
    def unsaid(self) -> Unsaid:
        """What tells that a quotation is not said."""
        return part_for(Unsaid, self.code, "unsaid.toml")

    @cached_property
    def letters(self) -> Letters:
        """How letters begin and end."""
        return part_for(Letters, self.code, "letters.toml")

    @cached_property
    def directions(self) -> Directions:
        """Stage directions inside a speech."""
        return part_for(Directions, self.code, "directions.toml")

    @cached_property
    def marks(self) -> Marks:
        """What can be taken for a quotation mark."""
        return part_for(Marks, self.code, "marks.toml")

    @cached_property
    def labels(self) -> Labels:
        """What looks like the label of a speaker and is none."""
        return part_for(Labels, self.code, "labels.toml")


@cache
def find_pack(language: str) -> Pack | None:
    """The pack of `language`, a BCP 47 tag such as `en-GB`; None where it has none.

    Where no language is named, it is English.

    >>> find_pack("en-GB") is find_pack("en_US") is find_pack(""), find_pack("tlh")
    (True, None)
    """
    code = primary(language) or FALLBACK
    code = _WRITTEN_AS.get(code, code)
    return _pack(code) if _has_pack(code) else None


def titles_for(language: str) -> Titles:
    """What is shown of a book in `language` that it does not say itself: never English ones, but
    for a book in English.

    >>> titles_for("tlh").chapter, titles_for("en-GB").chapter
    ('{number}', 'Chapter {number}')
    """
    pack = find_pack(language)
    has_own = pack is not None and has_table(pack.code, "titles.toml")
    return pack.titles if pack is not None and has_own else WITHOUT_WORDS


def pack_for(language: str) -> Pack:
    """The pack of `language`; where it has none, one of which every part is English or empty.

    A part that a language has not is that of English, too.

    >>> pack_for("tlh").code, pack_for("tlh").nouns is pack_for("en").nouns
    ('und', True)
    """
    return find_pack(language) or _pack(_NONE)


@cache
def every_pack() -> Pack:
    """What the packs of all languages know, as one pack: for what any file may hold.

    Only `headings`, `matter`, `address` and `delivery` can be added up so.

    >>> {"kapitel", "chapter"} <= every_pack().headings.chapters
    True
    """
    return Pack(_EVERY)


def _known(part: type[_P], code: str, name: str) -> _P:
    """A part of things that are recognised: an empty one where the language has none."""
    if code == _EVERY:
        return union([_known(part, each, name) for each in codes()])
    return read_part(part, code, name) if has_table(code, name) else part()


def packs() -> tuple[Pack, ...]:
    """The packs of all languages, by their codes."""
    return tuple(map(_pack, codes()))


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a pack, by ISO 639-1."""
    found = (folder.name for folder in files(__package__).iterdir() if folder.is_dir())
    return tuple(sorted(filter(_has_pack, found)))


@cache
def _has_pack(code: str) -> bool:
    return has_table(code, "pack.toml")


@cache
def _pack(code: str) -> Pack:
    return Pack(code)
