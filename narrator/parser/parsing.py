"""A Book to a Script, step by step."""

from collections.abc import Sequence

from narrator.languages import Pack, pack_for
from narrator.model import Book, Character, Script

from .assembling import Assembler
from .deciding import Certainty, Model, Verdict, find_speakers
from .learnt import certainty_weights, speaker_weights
from .page import Piece, lay_out, part_lines
from .people import Known, introduce
from .quotations import cut_book
from .study import Study, study
from .unspaced import study_unspaced


def parse_book(book: Book, known: Sequence[Character] = ()) -> Script:
    """Who says what in `book`.

    Of the people in `known` it is believed what is said: all names of one are one person's,
    those of two are kept apart, and so is their gender and age where it is not unknown.
    The lines, scene breaks and skipped rows of each chapter hold every character of it that is not
    white space, once and in order; `check_fidelity` makes sure.
    """
    book, learnt = study_book(book, known)
    return Assembler(book, learnt, _decide(learnt)).script()


def study_book(book: Book, known: Sequence[Character] = ()) -> tuple[Book, Study]:
    """`book` with its lines parted, and all there is to know before it is decided who speaks."""
    pack = pack_for(book.info.language)
    book = part_lines(pack, book)
    return book, _study(pack, book, cut_book(pack, book), introduce(pack, known))


def attribute(
    book: Book, pieces: Sequence[Sequence[Piece]], characters: Sequence[Character]
) -> Script:
    """Who says what in `book`, whose quotations and people are given and not looked for.

    `pieces` holds those of each chapter, as `cut_book` would return them. Nobody but `characters`
    speaks, except where there is no telling (`Someone`).
    """
    pack = pack_for(book.info.language)
    learnt = _study(pack, book, pieces, introduce(pack, characters, only=True))
    return Assembler(book, learnt, _decide(learnt)).script()


def _study(pack: Pack, book: Book, pieces: Sequence[Sequence[Piece]], known: Known) -> Study:
    find = study_unspaced if pack.unspaced.letters else study
    return find(pack, lay_out(pack, book, pieces), known)


def _decide(learnt: Study) -> list[Verdict]:
    return find_speakers(learnt, speaker_model())


def speaker_model() -> Model:
    """The model of who speaks, with all that was learnt."""
    return Model(speaker_weights(), Certainty(certainty_weights()))
