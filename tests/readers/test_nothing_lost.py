"""Law 1 from the file on: every word of a source is read, or listed as left out, or missed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model import Book
from narrator.parser import parse_book
from narrator.readers import ReadOptions, SourceFile, read_story
from narrator.readers.counting import Written, losses, text_of_markup
from narrator.text.numbers import figures_value

BOOKS = Path(__file__).parent / "books"
PARAGRAPHS = "".join(f"<p>It was day {n} of the rain.</p>" for n in range(120))


def read(name: str, text: str | bytes, **options: bool) -> Book:
    data = text.encode() if isinstance(text, str) else text
    return read_story([SourceFile(Path(name), data)], ReadOptions(**options))


def words(book: Book) -> list[str]:
    return [w for c in book.chapters for b in c.blocks for w in b.text.replace("*", "").split()]


@pytest.mark.parametrize("count", [300, 5000])
@pytest.mark.parametrize("tag", ["font", "b", "div", "blockquote", "a", "h1", "li", "table><td"])
def test_tags_that_nobody_closed(tag: str, count: int) -> None:
    body = "".join(f"<p><{tag}>Line{n} went home." for n in range(count))
    book = read("a.html", f"<html><body>{body}")
    assert words(book) == [w for n in range(count) for w in (f"Line{n}", "went", "home.")]
    assert not book.warnings


@pytest.mark.parametrize("count", [300, 5000])
@pytest.mark.parametrize("tag", ["blockquote", "div", "span", "ul><li"])
def test_little_that_stands_deep_behind_much(tag: str, count: int) -> None:
    ends = "".join(f"</{each}>" for each in reversed(tag.split("><")))
    deep = f"<{tag}>" * count + "The deepest words." + ends * count
    book = read("a.html", f"<html><body>{PARAGRAPHS}{deep}<p>The last.</p></body></html>")
    assert words(book)[-5:] == ["The", "deepest", "words.", "The", "last."]
    assert not book.warnings


def test_sections_of_fb2_within_each_other() -> None:
    body = "<section>" * 300 + "<p>The deepest words.</p>" + "</section>" * 300
    book = read("a.fb2", f"<FictionBook><body>{body}<p>The last.</p></body></FictionBook>")
    assert " ".join(words(book)) == "The deepest words. The last."


@pytest.mark.parametrize(
    "lines",
    [
        [f"{'  ' * n}- point {n} is here" for n in range(50)],
        [line for n in range(60) for line in (f"{'> ' * n}point {n} is here", ">" * n)],
    ],
    ids=["list", "quotes"],
)
def test_markdown_within_itself(lines: list[str]) -> None:
    book = read("a.md", "\n".join(lines))
    assert [word for word in words(book) if word.isdecimal()] == [
        word for line in lines for word in line.split() if word.isdecimal()
    ]
    assert not book.warnings


@pytest.mark.parametrize("between", ["<!-- a remark -->", "<?php echo ?>", "<?xml-model x?>"])
@pytest.mark.parametrize("tag", ["dl", "ul", "table", "p", "h1", "ruby", "div"])
def test_what_is_no_element(tag: str, between: str) -> None:
    page = f"<{tag}>{between}<dt>One</dt>{between}<dd>two three</dd>{between}</{tag}><p>Four.</p>"
    book = read("a.html", f"<html><body>{page}</body></html>")
    assert " ".join(words(book)).split()[-1] == "Four."
    assert not book.warnings


@pytest.mark.parametrize(
    "markup",
    [
        "<object data='a.swf'><p>words within</p></object>",
        "<svg xmlns='http://www.w3.org/2000/svg'><text>words within</text></svg>",
        "<video><p>words within</p></video>",
        "<iframe src='a'>words within</iframe>",
        "<canvas>words within</canvas>",
        "<audio controls='controls'>words within</audio>",
        "<noscript>words within</noscript>",
    ],
)
def test_what_stands_for_a_picture_is_listed(markup: str) -> None:
    book = read("a.html", f"<html><body><p>The first.</p>{markup}<p>The last.</p></body></html>")
    listed = [b for c in book.chapters for b in c.blocks if b.reason]
    assert [" ".join(block.text.split()) for block in listed] == ["words within"]
    assert not book.warnings


def test_what_is_missing_is_told() -> None:
    source = Written("b.xhtml", text_of_markup("<p>The lamp was <b>lit</b> at nine.</p>"))
    assert list(losses([source], ["The lamp was lit at nine."])) == []
    assert list(losses([source], ["T", "he lam", "p was lit at nine."])) == []
    (warning,) = losses([source], ["The lamp was at nine."])
    assert warning.startswith(
        "1 word of b.xhtml missing from what was read, near “The lamp was lit”"
    )


WORDS = st.lists(st.text("abcdé", min_size=1, max_size=4), min_size=1, max_size=12)


@given(WORDS, st.data())
def test_a_word_left_out_is_missed(written: list[str], data: st.DataObject) -> None:
    lost = data.draw(st.integers(0, len(written) - 1))
    source = [Written("", " ".join(written))]
    assert not list(losses(source, [" ".join(written)]))
    assert not list(losses(source, ["".join(written)]))
    assert len(list(losses(source, written[:lost] + written[lost + 1 :]))) == 1


@pytest.mark.parametrize("path", sorted(BOOKS.iterdir()), ids=lambda path: path.name)
def test_whole_books_lose_nothing(path: Path) -> None:
    book = read_story([SourceFile(path)])
    assert not [warning for warning in book.warnings if "missing" in warning]


@given(st.text(max_size=20) | st.text("0123456789٣²①Ⅷ", max_size=20))
def test_figures_are_numbers_or_are_none(text: str) -> None:
    value = figures_value(text)
    assert value is None or (text.isdecimal() and str(value) == "".join(
        str(int(each)) for each in text
    ).lstrip("0").zfill(1))  # fmt: skip


@pytest.mark.parametrize("sign", ["²", "³", "①", "⑴", "➀", "Ⅷ", "٣", "7" * 5000])
def test_signs_of_numbers_end_no_book(sign: str) -> None:

    for text in (
        "{}",
        "Tom{} said so.",
        "“No,” said Tom, who was {} now.",
        "“So,” said Tom. {} Go.",
    ):
        parse_book(read("a.txt", f"“Yes,” said Anna, aged {sign}.\n\n" + text.format(sign)))
