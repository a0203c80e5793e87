"""The names of authors as catalogues write them, and as they are said."""

import re
from collections.abc import Iterator

_SUFFIX = re.compile(
    r"(?:jr|sr|jun|sen|ii|iii|iv|ph\.? ?d|m\.? ?d|m\.? ?a|b\.? ?a|d\.? ?d|ll\.? ?d"
    r"|esq|s\.? ?j|r\.? ?n|o\.? ?p"
    r"|inc|ltd|llc|llp|co|corp|gmbh|a\.? ?g|s\.? ?a|b\.? ?v|limited|company|press|publishing|verlag"
    r"|ed|eds|editor|hrsg|trans|translator)\.?",
    re.IGNORECASE,
)
"""What stands behind a comma and is no forename."""
_DATES = re.compile(r",?\s*\(?(?:b\. |d\. |ca?\. )?\d{4}\s*(?:[-–]\s*(?:\d{4})?)?\)?\s*$")


def authors_of(name: str) -> Iterator[str]:
    """The authors in one entry of a catalogue, each with the forename first.

    >>> list(authors_of("Finch, Orla; Moss, Tam")), list(authors_of("Finch, Orla, 1871-1940"))
    (['Orla Finch', 'Tam Moss'], ['Orla Finch'])
    >>> list(authors_of("Orla Finch, Jr.")), list(authors_of("King, Jr., Stephen"))
    (['Orla Finch, Jr.'], ['Stephen King, Jr.'])
    """
    for each in name.split(";"):
        if each.strip():
            yield _forename_first(_DATES.sub("", " ".join(each.split())))


def authors_said(name: str) -> Iterator[str]:
    """The authors as a person writes them into the properties of a document.

    A comma may turn a name round, or part two who wrote together.

    >>> list(authors_said("Finch, Orla; Ann Lee")), list(authors_said("Ann Lee, Jo Rye"))
    (['Orla Finch', 'Ann Lee'], ['Ann Lee', 'Jo Rye'])
    >>> list(authors_said("le Guin, Ursula, Jr.")), list(authors_said("Moss & Sons, Inc."))
    (['Ursula le Guin, Jr.'], ['Moss & Sons, Inc.'])
    """
    for each in filter(str.strip, name.split(";")):
        parts = [part.strip() for part in each.split(",")]
        whole = all(len(part.split()) > 1 and not part[:1].islower() for part in parts)
        if len(parts) > 1 and whole and not any(map(_SUFFIX.fullmatch, parts)):
            yield from (" ".join(part.split()) for part in parts)
        else:
            yield from authors_of(each)


def _forename_first(name: str) -> str:
    parts = [part.strip() for part in name.split(",")]
    suffixes = [part for part in parts[1:] if _SUFFIX.fullmatch(part)]
    names = [part for part in parts if part not in suffixes]
    if len(names) != 2 or not all(names) or " and " in name or " & " in name:
        return name
    last, first = names
    return ", ".join((f"{first} {last}", *suffixes))
