"""Sentences found again in a page and put into spans: for any words and any nesting."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from narrator.companions.readalong.marking.alignment import NOWHERE, align
from narrator.companions.readalong.marking.places import page_text
from narrator.companions.readalong.marking.sentences import locate
from narrator.companions.readalong.marking.spans import mark, parts_of
from narrator.companions.readalong.pages.vocabulary import XHTML

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), max_size=60)


@given(WORDS, WORDS)
def test_what_is_matched_is_the_same_and_rises(book: list[str], spoken: list[str]) -> None:
    found = align(book, spoken)
    assert len(found) == len(spoken)
    kept = [at for at in found if at != NOWHERE]
    assert kept == sorted(set(kept))
    assert all(book[at] == word for at, word in zip(found, spoken, strict=True) if at != NOWHERE)


@given(WORDS, st.lists(st.tuples(st.integers(0, 60), st.sampled_from("xyz")), max_size=8))
def test_words_put_in_between_hide_none(spoken: list[str], more: list[tuple[int, str]]) -> None:
    book = list(spoken)
    for at, word in more:
        book.insert(min(at, len(book)), word)
    found = align(book, spoken)
    assert [book[at] for at in found] == spoken


def test_a_heading_is_that_above_its_text_not_that_in_the_contents() -> None:
    pages = ["One\x1eTwo\x1eThree", "One\x1eIt was late. She left.", "Two\x1eThree\x1eFour came."]
    found = locate(pages, ["One", "It was late.", "She left.", "Two", "Three", "Four came."])
    assert [(each.page, pages[each.page][each.start : each.end]) for each in found if each] == [
        (1, "One"),
        (1, "It was late."),
        (1, "She left."),
        (2, "Two"),
        (2, "Three"),
        (2, "Four came."),
    ]


def test_a_hundred_thousand_words_that_are_much_alike() -> None:
    chance = random.Random(7)
    words = [
        chance.choice(("the", "a", "he", "she", "said", f"w{n % 900}")) for n in range(100_000)
    ]
    book = [
        word for n, word in enumerate(words) for word in ([word, "1"] if n % 97 == 0 else [word])
    ]
    found = align(book, words)
    assert sum(at != NOWHERE for at in found) > 0.999 * len(words)


INLINE = ("em", "b", "span", "a", "ruby", "sup")


@st.composite
def paragraphs(draw: Any) -> tuple[str, str]:
    """A paragraph as XHTML with elements at random, and its text."""
    text = draw(st.text("ab. ", min_size=1, max_size=40))
    shown, open_ = "", 0
    for char in text:
        kind = draw(st.sampled_from(("", "", "", "open", "close", "void")))
        if kind == "open":
            shown += f"<{draw(st.sampled_from(INLINE))}>"
            open_ += 1
        elif kind == "void":
            shown += draw(st.sampled_from(("<br/>", '<a id="x"/>', "<img/>")))
        elif kind == "close" and open_:
            shown += "</>"
            open_ -= 1
        shown += char
    return shown + "</>" * open_, text


def closed(markup: str) -> str:
    """`</>` closes what was opened last."""
    stack: list[str] = []
    shown = ""
    for part in markup.replace("<", "\0<").replace(">", ">\0").split("\0"):
        if part == "</>":
            part = f"</{stack.pop()}>"
        elif part.startswith("<") and not part.endswith("/>"):
            stack.append(part[1:-1])
        shown += part
    return shown


@given(paragraphs(), st.lists(st.integers(0, 40), max_size=8))
def test_spans_go_round_any_stretch_and_change_no_text(
    paragraph: tuple[str, str], cuts: list[int]
) -> None:
    markup, text = paragraph
    body = etree.fromstring(f'<body xmlns="{XHTML[1:-1]}"><p>{closed(markup)}</p></body>')
    page = page_text(body)
    edges = sorted({min(cut, len(page.text)) for cut in cuts})
    ranges = [(n, a, b) for n, (a, b) in enumerate(zip(edges[::2], edges[1::2], strict=False))]
    parts = parts_of(page, ranges)
    wanted = [page.text[part.start : part.end] for part in parts]
    mark(page, parts, [f"s{n}" for n in range(len(parts))])
    assert "".join(body.itertext()) == text
    assert not [each for each in body.iter() if "leaf" in str(each.tag)]
    for n, words in enumerate(wanted):
        (span,) = body.xpath(f"//*[@id='s{n}']")
        inner = "".join(span.itertext())
        words = words.replace("\x1f", "")
        # What may not be cut, a ruby, is marked as a whole.
        assert inner == words or (words in inner and "ruby" in markup)
    # The page is still well-formed, with each id once.
    again = etree.fromstring(etree.tostring(body))
    ids = [each.get("id") for each in again.iter() if each.get("id")]
    assert len([each for each in ids if each.startswith("s")]) == len(parts)
