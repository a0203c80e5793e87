"""A name as it is put together of titles and words."""

from collections.abc import Sequence
from typing import NamedTuple

from narrator.languages import Pack

from ..page import Token, tokenise
from . import gender


class Name(NamedTuple):
    """A name as it is put together: (`mrs`,) and (`Dobbs`,)."""

    titles: tuple[str, ...]
    """Lower case, without the stops and without mere epithets."""
    words: tuple[str, ...]
    sex: str = ""
    """What the titles tell."""

    @property
    def lows(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.words)


def is_abbreviation(pack: Pack, token: Token) -> bool:
    """Whether a stop after `token` ends no sentence: `Mr`, `J`."""
    short_title = token.low in pack.honorifics.abbreviated and token.is_capital
    return short_title or (
        len(token.text) == 1 and token.is_capital and token.low not in pack.pronouns.i
    )


def is_name_capital(pack: Pack, token: Token) -> bool:
    """Whether the capital of `token` is there for itself: not that of `I` or `It's`."""
    if not token.is_word or not token.is_capital or token.low in pack.pronouns.i:
        return False
    stem = token.low.replace("’", "'").partition("'")[0]
    denied = token.low.endswith(pack.grammar.contractions)
    return stem == token.low or (stem not in pack.grammar.function_words and not denied)


def is_title(pack: Pack, token: Token) -> bool:
    """Whether a word is a title; `DI` is one, and `Di` a name."""
    known = pack.honorifics
    if token.low.endswith(known.ending_compounds):
        return True
    return token.low in known.every and (token.low not in known.initials or is_shouted(token))


def is_small_title(pack: Pack, tokens: Sequence[Token], index: int) -> bool:
    """Whether a title with a small letter stands before a name: `doña Ana`."""
    known, token = pack.honorifics, tokens[index]
    if not known.have_small_letters or token.is_capital or token.low not in known.every:
        return False
    if token.low in known.epithets or index + 1 == len(tokens):
        return False
    after = index + 1 + (tokens[index + 1].text == "." and token.low in known.abbreviated)
    return after < len(tokens) and is_name_capital(pack, tokens[after])


def is_shouted(token: Token) -> bool:
    """Whether all of a word is in capitals."""
    return len(token.text) > 1 and token.text.isupper()


def name_of(pack: Pack, tokens: Sequence[Token]) -> Name:
    """The name that a run of words is."""
    known, particles = pack.honorifics, pack.names.particles
    titles: list[str] = []
    words: list[str] = []
    for token in tokens:
        if not token.is_word:
            continue
        if token.low in known.behind and words:
            titles.append(token.low)
        elif is_title(pack, token) and not words:
            if token.low not in known.epithets:
                titles.append(known.spelled_out.get(token.low, token.low))
        elif words and words[-1].lower() in particles and len(words[-1]) > 1:
            words[-1] += f" {as_written(pack, token)}"
        else:
            words.append(as_written(pack, token))
    sex = next((sex for title in titles if (sex := gender.of_title(pack, title))), "")
    return Name(tuple(titles), tuple(words), sex)


def name_in(pack: Pack, text: str) -> Name | None:
    """The name that `text` is, written by itself; None where it has no name in it.

    >>> from narrator.languages import pack_for
    >>> english = pack_for("en")
    >>> name_in(english, "Mrs. Dobbs"), name_in(english, "the colonel")
    (Name(titles=('mrs',), words=('Dobbs',), sex='F'), None)
    """
    tokens = [token for token in tokenise(pack, text) if token.text not in pack.grammar.genitive]
    while tokens and tokens[0].low in pack.grammar.determiners:
        tokens.pop(0)
    while tokens and not is_name_capital(pack, tokens[0]):
        tokens.pop(0)
    name = name_of(pack, tokens)
    return name if name.words and name.words[0][0].isupper() else None


def as_written(pack: Pack, token: Token) -> str:
    """A word of a name, without endings of politeness and shouting."""
    word = token.text
    for ending in pack.names.polite_endings:
        if token.low.endswith(ending):
            word = word[: -len(ending)]
    if is_shouted(token) and len(word) > 2:
        return "-".join(piece.capitalize() for piece in word.split("-"))
    return word
