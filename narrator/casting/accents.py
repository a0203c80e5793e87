"""The accents of English that a book may tell of, and the words by which it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Accent:
    """A way of speaking English."""

    tag: str
    """A BCP 47 tag."""
    label: str
    """What a person calls it."""
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    """Who speaks so."""
    places: tuple[str, ...]
    dialect: tuple[str, ...]
    """Words that hardly anybody else says."""


TABLE = """
en-GB-scotland | Scottish | scottish scots glaswegian | scot scotsman scotswoman highlander
  glaswegian | Scotland Glasgow Edinburgh Aberdeen Dundee Inverness Skye
  | cannae dinnae didnae wouldnae wasnae isnae willnae havenae aye wee lassie laddie bairn och ken
en-US | American | american yankee texan californian | american yankee texan californian
  | America Texas California Chicago Boston Kansas Virginia Tennessee Georgia Ohio
  | y'all howdy pardner yonder
en-US-x-nyc | New York | | | Brooklyn Queens Manhattan
  | youse fuhgeddaboudit dese dem dose
en-GB | English | english british cockney | englishman englishwoman briton cockney londoner
  | England London Oxford Cambridge Kent Surrey Sussex
  | guv guv'nor blimey bloke innit gor
en-GB-x-gbclan | Northern English | lancashire yorkshire mancunian liverpudlian
  | yorkshireman lancastrian mancunian liverpudlian northerner
  | Lancashire Yorkshire Manchester Leeds Liverpool Sheffield
  | nowt owt summat sithee tha thi 'appen
en-GB-x-gbcwmd | Midlands English | brummie | brummie | Birmingham Wolverhampton Dudley |
en-029 | Caribbean | caribbean jamaican barbadian trinidadian | jamaican barbadian trinidadian
  | Jamaica Barbados Trinidad Kingston Tobago | wagwan irie mon pickney
en-IE | Irish | irish | irishman irishwoman dubliner | Ireland Dublin Cork Galway Kerry Limerick
  | begorrah eejit culchie oul' sure'n amadan
en-AU | Australian | australian aussie | australian aussie | Australia Sydney Melbourne Brisbane |
en-NZ | New Zealand | | kiwi | Auckland Wellington |
en-IN | Indian | indian bengali punjabi | bengali punjabi | India Bombay Mumbai Delhi Calcutta |
en-ZA | South African | | afrikaner | Johannesburg Pretoria Durban |
en-CA | Canadian | canadian | canadian | Canada Toronto Montreal Vancouver |
"""


def _rows() -> Iterator[Accent]:
    text = ""
    for row in (*TABLE.strip().splitlines(), "."):
        if row[0] != " " and text:
            tag, label, *words = (part.strip() for part in text.split("|"))
            yield Accent(tag, label, *(tuple(each.split()) for each in words))
            text = ""
        text += " " + row
    # The last row only ends the one before it.


ACCENTS = tuple(_rows())
BY_TAG = {accent.tag: accent for accent in ACCENTS}
_TAGS = {name.casefold(): a.tag for a in ACCENTS for name in (a.tag, a.label, *a.adjectives)}


def tag_of(name: str) -> str | None:
    """The tag of an accent called `name`: by its tag or in words; None if there is none.

    >>> tag_of("Scottish"), tag_of("en-ie"), tag_of("Martian")
    ('en-GB-scotland', 'en-IE', None)
    """
    return _TAGS.get(" ".join(name.split()).casefold())


def near_names(name: str) -> list[str]:
    """Up to two accents that may have been meant by `name`."""
    labels = {accent.label.casefold(): accent.label for accent in ACCENTS}
    return [labels[near] for near in get_close_matches(name.casefold(), labels, n=2)]
