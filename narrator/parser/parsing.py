"""A Book to a Script, step by step."""

from narrator.model import Book, Script

from .assembling import Assembler
from .model import Model
from .quotations import cut_book
from .reading import lay_out
from .speakers import find_speakers
from .study import study
from .weights import WEIGHTS


def parse_book(book: Book) -> Script:
    """Who says what in `book`.

    The lines, scene breaks and skipped rows of each chapter hold every character of it that is not
    white space, once and in order; `check_fidelity` makes sure.
    """
    paragraphs = lay_out(book, cut_book(book))
    learnt = study(paragraphs)
    verdicts = find_speakers(learnt, Model(WEIGHTS))
    return Assembler(book, learnt, verdicts).script()
