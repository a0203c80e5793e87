"""Whether a story is told as `I`, or as `you`: by how often its narration says so."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..page import Paragraph, PieceKind, Token

_FIRST, _SECOND = 0.008, 0.02
"""Share of `I`, or of `you`, among the narration's words that only such stories reach."""


def is_first_person(pack: Pack, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether somebody of the story tells it; the `I` of letters is their writers'."""
    return _shares(pack, paragraphs)[0] > _FIRST


def is_second_person(pack: Pack, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the story is told to one of its people, as what `you` do."""
    first, second = _shares(pack, paragraphs)
    return second > _SECOND and first <= _FIRST


def is_first(pack: Pack, token: Token) -> bool:
    """Whether a form of `Pronouns.first` stands for whoever tells the story."""
    return token.text[0].isupper() or not pack.pronouns.first_has_capital


def _shares(pack: Pack, paragraphs: Sequence[Paragraph]) -> tuple[float, float]:
    told = first = second = 0
    firsts, seconds = pack.pronouns.first, pack.pronouns.second
    for paragraph in paragraphs:
        for part in paragraph.parts:
            if part.is_voiced or part.kind is PieceKind.LETTER:
                continue
            for token in paragraph.tokens[part.first : part.last]:
                told += token.is_word
                if token.low in firsts:
                    first += is_first(pack, token)
                elif token.low in seconds:
                    second += 1
    return first / (told or 1), second / (told or 1)
