"""Tags: what the narration beside a quotation says about its speaker."""

import pytest

from narrator.languages import pack_for
from narrator.model import Block, BlockKind, Book, BookInfo, Chapter, LineKind
from narrator.parser import parse_book
from narrator.parser.page import lay_out
from narrator.parser.quotations import cut_book
from narrator.parser.study import study

ENGLISH = pack_for("en")


def book_of(text: str) -> Book:
    blocks = (
        Block(BlockKind.PARAGRAPH, "So Tom Orlow met Anna and the ferryman."),
        Block(BlockKind.PARAGRAPH, text),
    )
    return Book(BookInfo("A test"), (Chapter("One", blocks),))


@pytest.mark.parametrize(
    ("text", "verb", "key"),
    [
        ("“No,” said Tom.", "said", "tom"),
        ("“No,” Tom said quietly.", "said", "tom"),
        ("“No,” the ferryman growled.", "growled", "ferryman"),
        ("“No,” she whispered.", "whispered", "she"),
        ("“No.”, he muttered and left.", "muttered", "he"),
        ("“No,” put in Anna.", "put", "anna"),
        ("“No,” Tom, who was cold, said.", "said", "tom"),
        ("“No,” said poor old Tom.", "said", "tom"),
        ("Anna looked up and asked, “No?”", "asked", "anna"),
        ("When Anna had gone Tom said: “No.”", "said", "tom"),
        ("“No,” I said.", "said", "i"),
        ("“No,” says Anna.", "says", "anna"),
        ("“No,” came the whisper.", "whisper", None),
        ("“No,” they all cried.", "cried", "everyone"),
        ("“No,” said both.", "said", "both"),
        ("“No,” the rest of them chorused.", "chorused", "others"),
        ("“No,” the larger of the two said.", "said", "larger one"),
        ("“No,” said the one with the beard.", "said", "beard one"),
        ("“No,” put in the second postwoman.", "put", "second postwoman"),
        ("“No,” the gull observed.", "observed", "gull"),
        ("“No,” said Madame.", "said", "madame"),
        ("“No,” R-7 said.", "said", "r-7"),
        ("“No,” said Anna’s voice.", "said", "anna"),
        ("“No,” said her voice.", "said", "she"),
        ("“No,” said she and Tom together.", "said", "both"),
    ],
)
def test_direct_tags(text: str, verb: str, key: str | None) -> None:
    book = book_of(text)
    tag = study(ENGLISH, lay_out(ENGLISH, book, cut_book(ENGLISH, book))).turns[-1].tag
    assert tag is not None
    assert tag.direct
    assert tag.verb == verb
    assert (tag.mention.key if tag.mention else None) == key


@pytest.mark.parametrize("text", ["“No.” Rain fell.", "“No.” The door opened.", "“No.”"])
def test_no_tag(text: str) -> None:
    book = book_of(text)
    assert study(ENGLISH, lay_out(ENGLISH, book, cut_book(ENGLISH, book))).turns[-1].tag is None


@pytest.mark.parametrize(
    ("text", "delivery"),
    [
        ("“No,” whispered Tom.", "whispered"),
        ("“No?” asked Tom.", "asked"),
        ("“No!” Tom shouted.", "shouted"),
        ("“No,” came the whisper.", "whispered"),
        ("“No,” said Tom.", ""),
        ("“No.” Tom sat.", ""),
        ("“No.” Tom spat out a pip.", ""),
        ("“No.”, Tom whispered.", "whispered"),
    ],
)
def test_delivery(text: str, delivery: str) -> None:
    lines = parse_book(book_of(text)).chapters[0].lines
    assert next(x.delivery for x in lines if x.kind is LineKind.DIALOGUE) == delivery
