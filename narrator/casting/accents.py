"""The accents that a book may tell of, or a person ask for, by the words for them."""

from difflib import get_close_matches
from functools import cache

from narrator.languages import packs
from narrator.languages.casting import Accent


@cache
def known_accents() -> tuple[Accent, ...]:
    """Those of all languages: a person may ask for any."""
    return tuple(dict.fromkeys(each for pack in packs() for each in pack.casting.accents))


def accent_of(tag: str) -> Accent | None:
    """The accent with this tag."""
    return next((accent for accent in known_accents() if accent.tag == tag), None)


def tag_of(name: str) -> str | None:
    """The tag of an accent called `name`: by its tag or in words; None if there is none.

    >>> tag_of("Scottish"), tag_of("en-ie"), tag_of("Martian")
    ('en-GB-scotland', 'en-IE', None)
    """
    return _tags().get(" ".join(name.split()).casefold())


@cache
def _tags() -> dict[str, str]:
    return {
        name.casefold(): accent.tag
        for accent in known_accents()
        for name in (accent.tag, accent.label, *accent.adjectives)
    }


def near_names(name: str) -> list[str]:
    """Up to two accents that may have been meant by `name`."""
    labels = {accent.label.casefold(): accent.label for accent in known_accents()}
    return [labels[near] for near in get_close_matches(name.casefold(), labels, n=2)]
