"""Runs of capitalised words that could be a name, found in the text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narrator.languages import Pack

from ..page import Paragraph, Token
from . import gender
from .capitals import Capitals, at_sentence_start
from .names import (
    Name,
    as_written,
    is_abbreviation,
    is_name_capital,
    is_small_title,
    is_title,
    name_of,
)
from .vocatives import is_vocative


class NameRun(NamedTuple):
    """Where a name stands."""

    paragraph: int
    first: int
    last: int
    """One past the last token."""
    name: Name
    spoken: bool
    vocative: bool
    oblique: bool = False
    """Whether it was written in another case than the nominative, which `name` is in."""


def find_runs(pack: Pack, paragraphs: Sequence[Paragraph], capitals: Capitals) -> list[NameRun]:
    """Every run of capitals that could be a name, in order."""
    runs = []
    for number, paragraph in enumerate(paragraphs):
        index = 0
        while index < len(paragraph.tokens):
            run = _run_at(pack, paragraph, number, index, capitals)
            if run is None:
                index += 1
            else:
                runs.append(run)
                index = run.last
    return runs


def _run_at(
    pack: Pack, paragraph: Paragraph, number: int, index: int, capitals: Capitals
) -> NameRun | None:
    tokens = paragraph.tokens
    if not is_name_capital(pack, tokens[index]) and not is_small_title(pack, tokens, index):
        return None
    taken: list[Token] = []
    at = index
    for at in _extent(pack, paragraph, index, capitals):
        taken.append(tokens[at])
    if not taken:
        return None
    name = name_of(pack, taken)
    if not name.words and capitals.is_named(paragraph, index):
        name = Name((), (as_written(pack, tokens[index]),))
    if not name.words:
        return None
    last = at + 1
    spoken = paragraph.spoken[index]
    return NameRun(
        number, index, last, name, spoken, spoken and is_vocative(pack, paragraph, index, last)
    )


def _extent(pack: Pack, paragraph: Paragraph, index: int, capitals: Capitals) -> Iterator[int]:
    tokens, titles = paragraph.tokens, pack.honorifics
    at = index
    titled = False
    while at < len(tokens) and paragraph.spoken[at] == paragraph.spoken[index]:
        token = tokens[at]
        if at == index and not is_name_capital(pack, token):
            titled = True
        elif is_name_capital(pack, token):
            opening = at_sentence_start(pack, paragraph, at)
            if (
                at > index
                and opening
                and not is_abbreviation(pack, tokens[at - 1])
                and tokens[at - 1].text != "."
            ):
                return
            title = is_title(pack, token)
            named = at > index and not is_title(pack, tokens[at - 1])
            if (
                title
                and named
                and tokens[at - 1].text != "."
                and (token.low in titles.female or token.low in titles.beginning)
                and token.low not in titles.behind
            ):
                return
            known = title or titled or capitals.opens_name(token, opening)
            known = known or capitals.is_named(paragraph, at)
            known = known or (at > index and tokens[at - 1].low in pack.nouns.numbered)
            if not known and not _is_word_name(pack, paragraph, at):
                return
        elif not _links(pack, tokens, at):
            return
        yield at
        titled = titled or is_title(pack, token)
        at += 1


def _is_word_name(pack: Pack, paragraph: Paragraph, at: int) -> bool:
    """`Will put his head round the door`: a word that is a name too, doing something."""
    token = paragraph.tokens[at]
    if paragraph.spoken[at] or not gender.of_given_name(pack, token.low):
        return False
    after = paragraph.tokens[at + 1].low if at + 1 < len(paragraph.tokens) else ""
    acts = (
        after in pack.speech.naming
        or after in pack.grammar.past
        or after.endswith(pack.grammar.past_endings)
    )
    return acts and after not in pack.grammar.weak_past


def _links(pack: Pack, tokens: Sequence[Token], at: int) -> bool:
    """A stop after `Mr` or an initial, or a particle before a capital: `Dr. van der Berg`."""
    if tokens[at].text == "." and not is_abbreviation(pack, tokens[at - 1]):
        return False
    if tokens[at].text != "." and tokens[at].low not in pack.names.particles:
        return False
    following = at + 1
    while following < len(tokens) and tokens[following].low in pack.names.particles:
        following += 1
    return following < len(tokens) and is_name_capital(pack, tokens[following])
